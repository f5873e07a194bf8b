// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <catch2/catch.hpp>

#include "session/checklists.h"
#include "session/people.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"

namespace veldwijzer::test {

/// A coordinator and two professionals, each with a device; a team of the first two.
struct Neighbours {
    TemporaryFolder folder;
    FakeClock clock{1'790'000'000'000};  // 2026-09-21
    SeededRandom random{7};
    session::Environment environment{clock, random};
    LocalRegion region{clock, random};
    std::unique_ptr<session::Session> anna =
        joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, environment);
    std::unique_ptr<session::Session> bram = join("Bram");
    std::unique_ptr<session::Session> carla = join("Carla");
    SpaceId team{};

    std::unique_ptr<session::Session> join(const char* name) {
        const auto link = invited(*anna, region, roster::Role::Professional);
        return joinedSession(folder.path() / name, link, name, region, environment);
    }
    void sync(session::Session& session) {
        const auto report = session.sync(region.wire());
        if (report.failure) FAIL(report.failure->message);
    }
    void settle() {
        for (int i = 0; i < 2; ++i)
            for (session::Session* each : {anna.get(), bram.get(), carla.get()})
                sync(*each);
    }
    void makeTeam() {
        session::People people(*anna);
        const auto made = people.newTeam("Wijkteam Noord");
        REQUIRE(made);
        team = *made;
        sync(*anna);
        const auto member = people.memberFrom("Bram");
        REQUIRE(member);
        REQUIRE(people.addToTeam(team, *member));
        settle();
    }
    static std::filesystem::path file(const char* name) {
        return std::filesystem::path(VELDWIJZER_SOURCE_DIR) / "tests" / "data" / "fhir" / name;
    }
    RecordId walk() {
        const auto made = session::Templates(*anna).importFrom(file("wandeling.json"), false);
        if (!made) FAIL(made.error().message);
        settle();
        return made->id;
    }
    void days(std::int64_t count) { clock.advance(count * 86'400'000); }
};

inline RecordId filled(session::Session& session, const RecordId& questionnaire, const char* code = "Z-1") {
    const auto made = session::Checklists(session).fill(questionnaire, code);
    if (!made) FAIL(made.error().message);
    return *made;
}
inline void answered(session::Session& session, const RecordId& list, const char* item,
                     const std::vector<std::string>& typed, const checklist::Rows& rows = {}) {
    if (const auto done = session::Checklists(session).answer(list, item, rows, typed); !done)
        FAIL(item << ": " << done.error().message);
}
inline session::Checklist listOf(session::Session& session, const RecordId& id) {
    auto list = session::Checklists(session).read(id);
    if (!list) FAIL(list.error().message);
    return std::move(*list);
}
/// What stands there for an item outside rows.
inline std::string textIn(const session::Checklist& list, const char* item) {
    const auto found = list.questionnaire->find(item);
    const auto& node = list.form->nodes()[list.form->find(*found, {})];
    return node.answers.empty() ? "" : displayText(node.answers.front());
}

}  // namespace veldwijzer::test
