// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "log/log.h"
#include "log/sync_service.h"
#include "web/public_programme.h"

namespace veldwijzer::server {

/// A GET under /programma/.
struct WebQuestion {
    std::string path;         ///< "/programma/regio-dag-2026.ics"
    std::string search;       ///< ?zoek=
    std::string view;         ///< ?weergave=
    std::string ifNoneMatch;  ///< header of that name
};
struct WebAnswer {
    int status = 200;
    std::string type;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// What editors put on the web on purpose: pages, calendar and frab of programmes. Reads from the log, keeps
/// what it read, and the pages of this minute. Thread-safe.
class Site {
public:
    Site(Log& log, SyncService& service) : log_(log), service_(service) {}

    [[nodiscard]] WebAnswer answer(const WebQuestion& question, WallMs now);

    /// From a device whose signature was checked. Forbidden without the right to the programme; Malformed,
    /// TooLarge; InvalidArgument for a name that is none or that another event has.
    Result<void> publish(const std::string& slug, const std::string& document, const DeviceId& from);
    /// It is gone when this returns. NotFound, Forbidden.
    Result<void> unpublish(const std::string& slug, const DeviceId& from);

    [[nodiscard]] static bool isSlug(std::string_view text);
    static constexpr std::string_view pagePrefix = "/programma/";
    static constexpr std::string_view apiPrefix = "/v1/published/";
    static constexpr std::size_t searchBytes = 400;
    /// More names are refused: a region has a handful of events.
    static constexpr std::size_t publishedAtMost = 200;
    static constexpr std::size_t pagesKept = 64;

private:
    using Programme = std::shared_ptr<const PublicProgramme>;
    [[nodiscard]] Programme programme(const std::string& slug);
    [[nodiscard]] Result<void> checkRight(const DeviceId& from);
    [[nodiscard]] std::string page(const Programme& programme, const WebQuestion& question,
                                   const std::string& slug, WallMs now);

    Log& log_;
    SyncService& service_;
    std::mutex mutex_;                             ///< guards what follows
    std::map<std::string, Programme> programmes_;  ///< null: nothing there
    std::map<std::string, std::string> pages_;     ///< by entity tag
    std::uint64_t changes_ = 0;                    ///< counts what was published and taken away
};

}  // namespace veldwijzer::server
