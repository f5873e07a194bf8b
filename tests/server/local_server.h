// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdlib>
#include <iostream>
#include <string>

#include "log/founding.h"
#include "log/sqlite_log.h"
#include "server/region.h"

namespace veldwijzer::server::test {

/// VELDWIJZER_SEED or the given one; printed, so that a failure can be replayed.
inline std::uint64_t seedFor(std::uint64_t standard) {
    const char* given = std::getenv("VELDWIJZER_SEED");
    const std::uint64_t seed = given != nullptr ? std::strtoull(given, nullptr, 10) : standard;
    if (given != nullptr) std::cerr << "seed " << seed << "\n";
    return seed;
}

/// VELDWIJZER_RUNS times `standard`.
inline int runsOf(int standard) {
    const char* given = std::getenv("VELDWIJZER_RUNS");
    return given != nullptr ? standard * std::max(1, std::atoi(given)) : standard;
}

/// A region on a service in this process.
struct LocalServer {
    explicit LocalServer(std::unique_ptr<Log> use = SqliteLog::inMemory())
        : random(seedFor(11)),
          key(SigningKey::generate(random)),
          log(std::move(use)),
          link(foundRegion(*log, key, "Noord", "https://example.org", random, clock.wallMs())),
          service(std::make_unique<SyncService>(*log)),
          channel(*service, clock),
          region(link, channel, 12) {}

    /// As after a new start: everything from the log.
    void restart() {
        service = std::make_unique<SyncService>(*log);
        channel.use(*service);
    }

    FakeClock clock;
    SeededRandom random;
    SigningKey key;
    std::unique_ptr<Log> log;
    roster::InvitationLink link;
    std::unique_ptr<SyncService> service;
    LocalChannel channel;
    TestRegion region;
};

/// The named reason with which a request as a whole was refused; empty when it was not.
template <typename Answer>
std::string refusalOf(const Result<Answer>& answer) {
    return answer.ok() ? std::string() : std::string(errorName(answer.error().code));
}

}  // namespace veldwijzer::server::test
