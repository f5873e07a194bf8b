// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <catch2/catch.hpp>

#include "session/people.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"

namespace veldwijzer::test {

/// A coordinator, an editor and a professional, who have all synced.
struct Three {
    TemporaryFolder folder;
    FakeClock clock;
    SeededRandom random{Catch::rngSeed()};
    int vaults = 0;
    session::Environment environment{clock, random};
    LocalRegion region{clock, random};
    std::unique_ptr<session::Session> anna =
        joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, environment);
    std::unique_ptr<session::Session> bram = join("Bram", roster::Role::Editor);
    std::unique_ptr<session::Session> carla = join("Carla", roster::Role::Professional);

    std::unique_ptr<session::Session> join(const std::string& name, roster::Role role) {
        return joinedSession(folder.path() / ("vault " + std::to_string(++vaults)),
                             invited(*anna, region, role), name, region, environment);
    }
    session::SyncReport sync(session::Session& who) {
        clock.advance(1000);
        return who.sync(region.wire());
    }
    void syncAll() {
        for (int i = 0; i < 2; ++i)
            for (session::Session* who : {anna.get(), bram.get(), carla.get()})
                requireDone(sync(*who));
    }
    static void requireDone(const session::SyncReport& report) {
        if (report.failure) FAIL(report.failure->message);
        for (const sync::Alarm& alarm : report.alarms)
            FAIL(alarm.space << ": " << alarm.message);
        REQUIRE(report.complete);
    }
    MemberId member(const std::string& name) { return *session::People(*anna).memberFrom(name); }
};

inline std::optional<session::SpaceStatus> spaceNamed(const session::Session& who, const std::string& name) {
    for (const session::SpaceStatus& space : who.status().spaces)
        if (space.name == name) return space;
    return std::nullopt;
}

inline const session::Person& named(const std::vector<session::Person>& people, const std::string& name) {
    const auto found = std::find_if(people.begin(), people.end(),
                                    [&](const session::Person& person) { return person.name == name; });
    REQUIRE(found != people.end());
    return *found;
}

}  // namespace veldwijzer::test
