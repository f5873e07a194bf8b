// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/clock.h"
#include "http/front_door.h"
#include "http/metrics.h"
#include "log/log.h"
#include "log/sync_service.h"
#include "signing/keys.h"

namespace veldwijzer::server {

/// What one request came to, for the log of the program: ids and counts, never contents.
struct AccessRecord {
    const char* route = "";  ///< "sync", "join", "publish", "page", "other"
    int status = 0;
    std::string reason;  ///< errorName(…) when refused
    std::optional<DeviceId> device;
    std::size_t bytesIn = 0;
    std::size_t bytesOut = 0;
    int accepted = 0;
    int duplicates = 0;
    int later = 0;
    int rejected = 0;
    int entriesSent = 0;
    std::int64_t tookMs = 0;
};

/// The addresses of the server, on cpp-httplib: it reads the request, finds the handler and writes the
/// answer, all in memory. Thread-safe.
class Routes {
public:
    struct Context {
        SyncService& service;
        Log& log;
        const SigningKey& key;  ///< signs every answer under /v1/
        const Clock& clock;
        bool keepAlive = false;
        std::function<void(const AccessRecord&)> journal;
        std::function<std::string()> moreMetrics;  ///< further lines for /metrics
    };
    explicit Routes(Context context);
    ~Routes();
    Routes(const Routes&) = delete;
    Routes& operator=(const Routes&) = delete;

    [[nodiscard]] FrontDoor::Answer answer(const FrontDoor::Arrival& arrival);

private:
    class Http;
    std::unique_ptr<Http> http_;
};

}  // namespace veldwijzer::server
