// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/utf8.h"
#include "domain/kinds.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::domain;
using test::assign;
using test::op;

namespace {

merge::Record recordOf(std::string kind, const std::vector<merge::Operation>& operations) {
    merge::Record record;
    record.id = test::recordId(0xab);
    record.kind = std::move(kind);
    for (const merge::Operation& operation : operations)
        merge::apply(record, operation);
    return record;
}

std::string titleOfName(std::string name) {
    return titleOf(recordOf("service", {assign(op(1, 1), "name", std::move(name))}));
}

}  // namespace

TEST_CASE("A record's title is the first title field that has a text", "[domain]") {
    CHECK(titleOfName("Veilig Thuis") == "Veilig Thuis");
    CHECK(titleOf(recordOf("service", {assign(op(1, 1), "name", " \n "),
                                       assign(op(1, 1, 1), "alternate_name", "VT")})) == "VT");
    CHECK(titleOf(recordOf("phone", {assign(op(1, 1), "number", "0800-2000")})) == "0800-2000");
    CHECK(titleOf(recordOf("phone", {test::make(merge::Action::Assign, op(1, 1), "number",
                                                merge::Value(std::int64_t{112}))})) == "112");
    CHECK(titleOf(recordOf("kind-of-tomorrow", {assign(op(1, 1), "label", "x")})) == "x");
}

TEST_CASE("A record without a text is called by its kind and the start of its id", "[domain]") {
    CHECK(titleOf(recordOf("service", {})) == "service abababab");
    CHECK(titleOf(recordOf("service", {test::clear(op(1, 1), "name")})) == "service abababab");
    CHECK(titleOf(recordOf("service", {test::make(merge::Action::Assign, op(1, 1), "name",
                                                  merge::Value(Bytes{1, 2}))})) == "service abababab");
    CHECK(titleOf(recordOf(std::string(128, 'k'), {})).size() <= titleBytes);
    CHECK(titleOf(recordOf("", {})) == " abababab");
}

TEST_CASE("A title is one line of at most 200 bytes that cuts no character in two", "[domain]") {
    CHECK(titleOfName("  a\r\n\tb\x01\x7f c  ") == "a b c");
    CHECK(titleOfName(std::string(200, 'x')) == std::string(200, 'x'));
    CHECK(titleOfName(std::string(201, 'x')) == std::string(200, 'x'));
    CHECK(titleOfName(std::string(50'000, 'x')) == std::string(200, 'x'));
    CHECK(titleOfName(std::string(199, 'x') + "  y") == std::string(199, 'x'));
    for (std::size_t lead = 190; lead < 205; ++lead) {
        const std::string title =
            titleOfName(std::string(lead, 'x') + "\xf0\x9f\x8c\xb7\xc3\xab\xe2\x82\xac");
        CHECK(title.size() <= titleBytes);
        CHECK(isUtf8(title));
    }
    CHECK(titleOfName(std::string(198, 'x') + "\xc3\xab" + "z").size() == 200);
}

TEST_CASE("The title is that of the value shown", "[domain]") {
    auto early = assign(op(2, 1), "name", "early");
    auto late = assign(op(1, 1), "name", "late");
    early.wallMs = 1;
    late.wallMs = 2;
    const auto record = recordOf("service", {early, late});
    CHECK(titleOf(record) == "late");
    CHECK(titleOf(record, [](const merge::OperationId&, WallMs) { return WallMs{0}; }) == "early");
}

TEST_CASE("Facets are the elements of facet sets and the shown values of facet fields", "[domain]") {
    const auto record =
        recordOf("service", {test::add(op(1, 1), "tags", "avond"), test::add(op(2, 1), "tags", "avond"),
                             test::add(op(1, 1, 1), "phase", "signalering"),
                             test::add(op(1, 1, 2), "phase", "preventie"),
                             assign(op(1, 1, 3), "status", "active"), assign(op(1, 1, 4), "name", "no facet"),
                             assign(op(1, 1, 5), "municipality", "a register where a set belongs")});
    const std::vector<FacetCode> expected = {
        {"phase", "preventie"}, {"phase", "signalering"}, {"status", "active"}, {"tags", "avond"}};
    CHECK(facetsOf(record) == expected);
}

TEST_CASE("Facets work for kinds that nobody knows, and for booleans", "[domain]") {
    const auto foreign = recordOf("kind-of-tomorrow", {test::add(op(1, 1), "tags", "x")});
    CHECK(facetsOf(foreign) == std::vector<FacetCode>{{"tags", "x"}});
    const auto contact = recordOf(
        "contact", {test::make(merge::Action::Assign, op(1, 1), "lived_experience", merge::Value(true))});
    CHECK(facetsOf(contact) == std::vector<FacetCode>{{"lived_experience", "true"}});
    CHECK(facetsOf(recordOf("service", {})).empty());
}

TEST_CASE("A facet code is short and readable", "[domain]") {
    const auto record = recordOf(
        "service", {test::add(op(1, 1), "tags", std::string(5'000, 'x')), test::add(op(1, 2), "tags", " ")});
    REQUIRE(facetsOf(record).size() == 1);
    CHECK(facetsOf(record)[0].code.size() == 200);
}

TEST_CASE("Values are shown plainly", "[domain]") {
    CHECK(displayText(merge::Value(true)) == "true");
    CHECK(displayText(merge::Value(std::int64_t{-5})) == "-5");
    CHECK(displayText(merge::Value(51.44)) == "51.44");
    CHECK(displayText(merge::Value(100.0)) == "100");
    CHECK(displayText(merge::Value(1e300)) == "1e+300");
    CHECK(displayText(merge::Value(-2.2250738585072014e-308)).size() < 32);
    CHECK(displayText(merge::Value(Bytes{1, 255})) == "01ff");
    CHECK(displayText(merge::Value(merge::Json{"[1]"})) == "[1]");
}
