// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include <set>
#include <tuple>

#include "domain/kinds.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::domain;

TEST_CASE("Every kind of the social map is known, under HSDS's name where it has one", "[domain]") {
    for (const char* name : {"organization",
                             "program",
                             "service",
                             "location",
                             "service-at-location",
                             "contact",
                             "phone",
                             "schedule",
                             "address",
                             "language",
                             "cost-option",
                             "required-document",
                             "service-area",
                             "funding",
                             "accessibility",
                             "organization-identifier",
                             "attribute",
                             "metadata",
                             "taxonomy",
                             "taxonomy-term",
                             "url",
                             "service-capacity",
                             "unit",
                             "agreement",
                             "intervention",
                             "indicator",
                             "synonym",
                             "region-settings"}) {
        INFO(name);
        REQUIRE(findKind(name) != nullptr);
        CHECK(findKind(name)->name == name);
        CHECK(deletePolicyOf(name) == merge::DeletePolicy::EditWins);
    }
    CHECK(deletePolicyOf("session") == merge::DeletePolicy::DeleteWins);
    CHECK(std::is_sorted(kinds().begin(), kinds().end(),
                         [](const Kind& a, const Kind& b) { return a.name < b.name; }));
}

TEST_CASE("The tables of kinds are sound", "[domain]") {
    for (const Kind& kind : kinds()) {
        INFO(kind.name);
        std::set<std::string_view> names;
        for (const FieldSpec& field : kind.fields) {
            INFO(field.name);
            CHECK(names.insert(field.name).second);
            const auto action = field.type == FieldType::Set ? merge::Action::Add : merge::Action::Assign;
            const auto operation =
                test::make(action, test::op(1, 1), std::string(field.name), test::words("x"));
            CHECK_FALSE(merge::whyInvalid({test::recordId(1), std::string(kind.name), {}}, operation));
            CHECK((field.refersTo.empty() || findKind(field.refersTo) != nullptr));
            CHECK((field.type != FieldType::Reference || field.format == Format::Reference));
        }
        for (const std::string_view title : kind.titleFields)
            CHECK(names.contains(title));
    }
}

TEST_CASE("A person may add to every list that HSDS nests", "[domain]") {
    for (const auto& [kind, list, child] :
         {std::tuple{"service", "phones", "phone"}, std::tuple{"service", "schedules", "schedule"},
          std::tuple{"service", "capacities", "service-capacity"},
          std::tuple{"service", "service_at_locations", "service-at-location"},
          std::tuple{"service", "agreements", "agreement"}, std::tuple{"organization", "contacts", "contact"},
          std::tuple{"location", "addresses", "address"}, std::tuple{"contact", "phones", "phone"},
          std::tuple{"schedule", "attributes", "attribute"}}) {
        INFO(kind << "." << list);
        const FieldSpec* field = findField(kind, list);
        REQUIRE(field != nullptr);
        CHECK(field->type == FieldType::Set);
        CHECK(field->refersTo == child);
        const auto id = parseValue(kind, list, "01010101010101010101010101010101");
        CHECK((id && std::holds_alternative<RecordId>(*id)));
        CHECK_FALSE(parseValue(kind, list, "0990-55 00 12"));
    }
}

TEST_CASE("Fields have their types, and what is not known is a register", "[domain]") {
    CHECK(fieldTypeOf("service", "name") == FieldType::Register);
    CHECK(fieldTypeOf("service", "description") == FieldType::LongText);
    CHECK(fieldTypeOf("service", "organization") == FieldType::Reference);
    CHECK(fieldTypeOf("service", "assured_date") == FieldType::Maximum);
    CHECK(fieldTypeOf("service", "tags") == FieldType::Set);
    CHECK(fieldTypeOf("service", "phase") == FieldType::Set);
    CHECK(fieldTypeOf("service", "position") == FieldType::Position);
    CHECK(fieldTypeOf("service", "something_foreign") == FieldType::Register);
    CHECK(fieldTypeOf("kind-of-tomorrow", "tags") == FieldType::Set);
    CHECK(fieldTypeOf("kind-of-tomorrow", "name") == FieldType::Register);
    CHECK(findKind("kind-of-tomorrow") == nullptr);
    CHECK(findKind("") == nullptr);
    CHECK(findField("service", "") == nullptr);
    CHECK(deletePolicyOf("kind-of-tomorrow") == merge::DeletePolicy::EditWins);
}
