// SPDX-License-Identifier: EUPL-1.2
#include "session/undo.h"

#include <catch2/catch.hpp>

#include "merge/conflicts.h"
#include "session/audit.h"
#include "session/three.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using session::undoLast;

namespace {

std::string shown(const session::Session& who, const RecordId& id, std::string_view field) {
    const auto stored = who.store().find(id);
    const merge::Value* value = stored ? merge::shownValue(stored->record, field) : nullptr;
    return value != nullptr ? std::get<std::string>(*value) : std::string("(nothing)");
}

bool present(const session::Session& who, const RecordId& id) {
    const auto stored = who.store().find(id);
    return stored && stored->visibility == merge::Visibility::Present;
}

}  // namespace

TEST_CASE("The last change is taken back, before and after it was sent, and a second undo brings it back",
          "[undo]") {
    Three three;
    const bool sent = GENERATE(false, true);
    CAPTURE(sent);
    const RecordId id = *three.anna->create("service", {{"name", "Inloop"}, {"email", "a@a.example"}});
    three.syncAll();
    REQUIRE(three.anna->set(id, {{"name", "Uitloop"}, {"url", "https://a.example"}}).ok());
    if (sent) three.syncAll();
    three.clock.advance(1000);
    const auto report = undoLast(*three.anna);
    REQUIRE(report.ok());
    CHECK(report->undone == 2);
    CHECK(shown(*three.anna, id, "name") == "Inloop");
    CHECK(shown(*three.anna, id, "url") == "(nothing)");
    CHECK(shown(*three.anna, id, "email") == "a@a.example");
    three.syncAll();
    CHECK(shown(*three.bram, id, "name") == "Inloop");
    three.clock.advance(1000);
    REQUIRE(undoLast(*three.anna).ok());
    CHECK(shown(*three.anna, id, "name") == "Uitloop");
}

TEST_CASE("Undo makes a new record go and a deleted one come back", "[undo]") {
    Three three;
    const RecordId id = *three.anna->create("service", {{"name", "Inloop"}});
    REQUIRE(undoLast(*three.anna).ok());
    CHECK_FALSE(present(*three.anna, id));
    three.clock.advance(1000);
    const RecordId kept = *three.anna->create("service", {{"name", "Blijft"}});
    three.clock.advance(1000);
    REQUIRE(three.anna->remove(kept).ok());
    three.clock.advance(1000);
    REQUIRE(undoLast(*three.anna).ok());
    CHECK(present(*three.anna, kept));
    CHECK(shown(*three.anna, kept, "name") == "Blijft");
}

TEST_CASE("What a colleague wrote since is not undone", "[undo]") {
    Three three;
    const RecordId id = *three.anna->create("service", {{"name", "Een"}});
    REQUIRE(three.anna->addElement(id, "tags", "avond").ok());
    three.syncAll();
    REQUIRE(three.anna->set(id, {{"name", "Twee"}}).ok());
    three.syncAll();
    REQUIRE(three.bram->set(id, {{"name", "Drie"}}).ok());
    three.syncAll();
    const auto report = undoLast(*three.anna);
    REQUIRE(report.ok());
    CHECK(report->undone == 0);
    CHECK(report->left == std::vector<std::string>{"name"});
    CHECK(shown(*three.anna, id, "name") == "Drie");
}

TEST_CASE("There is nothing to undo for who has written nothing", "[undo]") {
    Three three;
    CHECK(undoLast(*three.carla).error().code == ErrorCode::NotFound);
}

TEST_CASE("The audit tells who did what, newest first", "[audit]") {
    Three three;
    three.syncAll();
    REQUIRE(session::People(*three.anna).setRole(three.member("Carla"), roster::Role::Editor).ok());
    REQUIRE(session::People(*three.anna).remove(three.member("Bram")).ok());
    Three::requireDone(three.sync(*three.anna));
    std::vector<std::string> deeds;
    for (const session::AuditEntry& entry : auditOf(*three.anna, 100))
        if (entry.deed != "new-key") deeds.push_back(entry.by + " " + entry.deed + " " + entry.about);
    REQUIRE(deeds.size() == 7);
    CHECK(deeds[0] == "you member-removed Bram");
    CHECK(deeds[1] == "you role Carla");
    CHECK(deeds[2] == "Carla joined ");
    CHECK(deeds[6] == "you founded ");
}
