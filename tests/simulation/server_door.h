// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "log/sqlite_log.h"
#include "log/sync_service.h"
#include "simulation/founded_region.h"
#include "sync/message.h"

namespace veldwijzer::simulation {

/// The server's side of the wire, without HTTP: the log survives, the service in front of it does not.
class ServerDoor {
public:
    explicit ServerDoor(const std::int64_t& simulatedMs, const FoundedRegion& region = FoundedRegion::get());

    /// Answers as the server does: checks the time and now and then the proof (that the proof is checked
    /// every time is the HTTP room's promise, and tested there), and signs.
    sync::Response answer(const sync::Request& request);
    /// Busy, as the door in front of a full queue says it.
    [[nodiscard]] sync::Response busy(const sync::Request& request) const;
    /// Ends and starts on the same log.
    void restart();
    /// An empty log takes the place of this one, as after `adopt`.
    void loseEverything();
    /// How far the log reaches now, to go back to.
    struct Backup {
        std::vector<std::string> roster;
        std::map<SpaceId, std::vector<wire::LogEntry>> entries;
    };
    [[nodiscard]] Backup backup() const;
    /// The log becomes what it was, as after `restore`.
    void restoreFrom(const Backup& backup);
    void closeRefill() { log_->setRefillUntilMs(0); }
    /// Pages of so many bytes, whatever is asked for.
    void setPageBytes(std::uint64_t bytes) { pageBytes_ = bytes; }

    [[nodiscard]] server::Log& log() { return *log_; }
    [[nodiscard]] server::SyncService& service() { return *service_; }
    [[nodiscard]] WallMs now() const { return beginningMs + simulatedMs_; }

private:
    void begin(std::unique_ptr<server::SqliteLog> log);
    Result<std::string> judged(const sync::Request& request);
    [[nodiscard]] sync::Response refusal(const sync::Request& request, const Error& error) const;

    void sign(const sync::Request& request, sync::Response& response) const;

    const std::int64_t& simulatedMs_;
    const FoundedRegion& region_;
    std::unique_ptr<server::SqliteLog> log_;
    std::unique_ptr<server::SyncService> service_;
    WallMs startedMs_ = 0;
    std::uint64_t epochs_ = 0;
    std::uint64_t requests_ = 0;
    std::uint64_t pageBytes_ = 0;  ///< 0: what is asked for
};

}  // namespace veldwijzer::simulation
