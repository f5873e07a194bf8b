// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <catch2/catch.hpp>

#include "app/label_tables.h"
#include "app/labels.h"
#include "app/words.h"
#include "domain/kinds.h"
#include "roster/roster.h"

using namespace veldwijzer;

TEST_CASE("Every kind and every field that this version knows has a word", "[app][labels]") {
    for (const domain::Kind& kind : domain::kinds()) {
        INFO(kind.name);
        CHECK(app::hasKindLabel(kind.name));
        for (const domain::FieldSpec& field : kind.fields) {
            INFO(field.name);
            CHECK(app::hasFieldLabel(kind.name, field.name));
        }
    }
    for (const domain::FieldSpec& field : domain::commonFields()) {
        INFO(field.name);
        CHECK(app::hasFieldLabel("service", field.name));
    }
    for (const auto role : {roster::Role::Coordinator, roster::Role::Editor, roster::Role::Professional,
                            roster::Role::Attendee})
        CHECK(app::hasCodeLabel("member", "role", roster::roleName(role)));
}

TEST_CASE("A word stands for one thing only once", "[app][labels]") {
    for (const auto& one : app::fieldRows())
        CHECK(std::count_if(app::fieldRows().begin(), app::fieldRows().end(), [&](const auto& other) {
                  return other.kind == one.kind && other.field == one.field;
              }) == 1);
    for (const auto& one : app::codeRows())
        CHECK(std::count_if(app::codeRows().begin(), app::codeRows().end(), [&](const auto& other) {
                  return other.kind == one.kind && other.field == one.field && other.code == one.code;
              }) == 1);
}

TEST_CASE("What this version does not know is shown under its own name", "[app][labels]") {
    CHECK(app::kindLabel("beacon") == "beacon");
    CHECK(app::fieldLabel("service", "vendor_flag") == "vendor_flag");
    CHECK(app::codeLabel("service", "status", "paused") == "paused");
    CHECK(app::valueLabel("beacon", "colour", merge::Value(std::string("rood"))) == "rood");
}

TEST_CASE("Values are said in words", "[app][labels]") {
    using merge::Value;
    CHECK(app::kindCount("service", 1) == "1 dienst");
    CHECK(app::kindCount("service", 12) == "12 diensten");
    CHECK(app::valueLabel("service", "status", Value(std::string("temporarily closed"))) ==
          "tijdelijk gesloten");
    CHECK(app::valueLabel("contact", "lived_experience", Value(true)) == "ja");
    CHECK(app::valueLabel("schedule", "byday", Value(std::string("MO,2FR"))) == "maandag, 2e vrijdag");
    CHECK(app::valueLabel("schedule", "byday", Value(std::string("-1MO,53TU"))) ==
          "laatste maandag, 53 dinsdag");
    CHECK(app::valueLabel("service", "minimum_age", Value(std::int64_t{12})) == "12");
    // A locale of the test machine says how a month is called; the day and the year stand in it anyhow.
    CHECK(app::valueLabel("service", "assured_date", Value(std::string("2026-03-01"))).endsWith("2026"));
}
