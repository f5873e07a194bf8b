// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/result.h"

namespace veldwijzer::sync {

/// One request, ready for the network thread. Values only.
struct Request {
    std::string path;             ///< "/v1/sync"
    std::string body;             ///< protobuf
    std::string authorization;    ///< header of that name; empty: none
    std::string method = "POST";  ///< PUT and DELETE where the protocol says so
};

/// What came back, unjudged.
struct Response {
    int status = 0;
    std::string body;
    std::string serverSignature;  ///< header Veldwijzer-Server
    std::optional<std::int64_t> retryAfterMs;
};

/// Carries one request and waits. Blocking; called from the network thread only. Offline when nobody answers.
class Transport {
public:
    virtual ~Transport() = default;
    virtual Result<Response> post(const Request& request) = 0;
    /// From any thread: a `post` under way ends soon, as Offline.
    virtual void stop() {}
};

}  // namespace veldwijzer::sync
