// SPDX-License-Identifier: EUPL-1.2
#include "session/suggestions.h"

#include <catch2/catch.hpp>

#include "merge/conflicts.h"
#include "session/three.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using session::Suggestions;

namespace {

std::string shown(const session::Session& who, const RecordId& id, std::string_view field) {
    const auto stored = who.store().find(id);
    const merge::Value* value = stored ? merge::shownValue(stored->record, field) : nullptr;
    return value != nullptr ? std::get<std::string>(*value) : std::string("(nothing)");
}

}  // namespace

TEST_CASE("A suggestion is accepted field by field, and its author sees that", "[suggestions]") {
    Three three;
    const RecordId id = *three.anna->create("service", {{"name", "Inloop"}, {"email", "oud@a.example"}});
    three.syncAll();
    const auto made =
        Suggestions(*three.carla)
            .suggest(id, {{"email", "nieuw@a.example"}, {"url", "https://a.example"}}, "Stond op hun site");
    REQUIRE(made.ok());
    CHECK(Suggestions(*three.carla).suggest(id, {{"url", "geen adres"}}).error().code ==
          ErrorCode::InvalidArgument);
    REQUIRE(three.anna->set(id, {{"email", "ander@a.example"}}).ok());
    three.syncAll();

    const auto open = Suggestions(*three.anna).open();
    REQUIRE(open.size() == 1);
    CHECK(open.front().by == "Carla");
    CHECK(open.front().title == "Inloop");
    CHECK(open.front().words == "Stond op hun site");
    REQUIRE(open.front().fields.size() == 2);
    for (const session::SuggestedField& field : open.front().fields)
        if (field.field == "email") {
            CHECK(field.seen == "oud@a.example");
            CHECK(field.now == "ander@a.example");
            CHECK(field.proposed == "nieuw@a.example");
        }
    REQUIRE(Suggestions(*three.anna).accept(*made, {{"url", "https://www.a.example"}}).ok());
    CHECK(Suggestions(*three.anna).open().empty());
    CHECK(Suggestions(*three.anna).accept(*made).error().code == ErrorCode::InvalidArgument);
    three.syncAll();
    CHECK(shown(*three.carla, id, "email") == "nieuw@a.example");
    CHECK(shown(*three.carla, id, "url") == "https://www.a.example");
    const auto mine = Suggestions(*three.carla).list(true);
    REQUIRE(mine.size() == 1);
    CHECK(mine.front().yours);
    REQUIRE(mine.front().decision.has_value());
    CHECK(mine.front().decision->accepted);
    CHECK(mine.front().decision->by == "Anna");
}

TEST_CASE("A suggestion is declined with a word back", "[suggestions]") {
    Three three;
    const RecordId id = *three.anna->create("service", {{"name", "Inloop"}});
    three.syncAll();
    const RecordId made = *Suggestions(*three.carla).suggest(id, {{"name", "Uitloop"}});
    three.syncAll();
    CHECK(Suggestions(*three.bram).decline(made, "").error().code == ErrorCode::InvalidArgument);
    REQUIRE(Suggestions(*three.bram).decline(made, "Zo heet het niet").ok());
    three.syncAll();
    CHECK(shown(*three.anna, id, "name") == "Inloop");
    const auto mine = Suggestions(*three.carla).list(true);
    REQUIRE(mine.front().decision.has_value());
    CHECK_FALSE(mine.front().decision->accepted);
    CHECK(mine.front().decision->why == "Zo heet het niet");
    CHECK(Suggestions(*three.anna).open().empty());
}

TEST_CASE("Something new may be suggested, and comes into being when it is accepted", "[suggestions]") {
    Three three;
    CHECK_FALSE(Suggestions(*three.carla).suggestNew("beacon", {{"name", "x"}}).ok());
    CHECK_FALSE(Suggestions(*three.carla).suggestNew("service", {}).ok());
    const RecordId made = *Suggestions(*three.carla).suggestNew("service", {{"name", "Nieuw spreekuur"}});
    three.syncAll();
    CHECK(three.anna->store().list({.kind = "service"}).total == 0);
    REQUIRE(Suggestions(*three.anna).accept(made).ok());
    three.syncAll();
    const auto rows = three.carla->store().list({.kind = "service"}).rows;
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().title == "Nieuw spreekuur");
}
