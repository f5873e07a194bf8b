// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "domain/kinds.h"
#include "domain/moments.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::domain;
using merge::Value;

namespace {

void checkTaken(const char* kind, const char* field, const char* text, const Value& expected) {
    INFO(kind << '.' << field << " = " << text);
    const Result<Value> value = parseValue(kind, field, text);
    REQUIRE(value);
    CHECK(merge::compare(*value, expected) == 0);
    CHECK_FALSE(whyDoubtful(kind, field, *value));
}

void checkRefused(const char* kind, const char* field, const std::string& text) {
    INFO(kind << '.' << field << " = " << text);
    const Result<Value> value = parseValue(kind, field, text);
    REQUIRE_FALSE(value);
    CHECK(value.error().code == ErrorCode::InvalidArgument);
    CHECK(value.error().message.starts_with(field));
    CHECK(value.error().message.ends_with("Nothing was changed."));
}

}  // namespace

TEST_CASE("What a person types becomes a value of the field's format", "[domain]") {
    checkTaken("service", "minimum_age", "18", Value(std::int64_t{18}));
    checkTaken("service", "minimum_age", " 0 ", Value(std::int64_t{0}));
    checkTaken("location", "latitude", "51.44", Value(51.44));
    checkTaken("location", "latitude", "-90", Value(-90.0));
    checkTaken("contact", "lived_experience", "Ja", Value(true));
    checkTaken("contact", "lived_experience", "false", Value(false));
    checkTaken("service", "assured_date", "2026-02-28", test::words("2026-02-28"));
    checkTaken("service", "last_modified", "2023-03-15T10:30:45.0Z", test::words("2023-03-15T10:30:45.0Z"));
    checkTaken("schedule", "opens_at", "10:00:00", test::words("10:00:00"));
    checkTaken("service", "email", "info@voorbeeld.nl", test::words("info@voorbeeld.nl"));
    checkTaken("service", "url", "https://voorbeeld.nl/a?b=c", test::words("https://voorbeeld.nl/a?b=c"));
    checkTaken("service", "url", "www.voorbeeld.nl/pad", test::words("www.voorbeeld.nl/pad"));
    checkTaken("service", "url", "voorbeeld.nl:8080/pad:x", test::words("voorbeeld.nl:8080/pad:x"));
    checkTaken("service", "organization", "01010101010101010101010101010101", Value(test::recordId(1)));
    checkTaken("service", "name", " kept as typed ", test::words(" kept as typed "));
    checkTaken("service", "tags", " avond ", test::words("avond"));
    checkTaken("service", "something_foreign", "18", test::words("18"));
    checkTaken("kind-of-tomorrow", "name", "x", test::words("x"));
}

TEST_CASE("What cannot be meant is refused, with what was expected", "[domain]") {
    for (const char* text :
         {"eighteen", "18.5", "-1", "151", "99999999999999999999", "1e2", "+5", "0x10", "18 19"})
        checkRefused("service", "minimum_age", text);
    for (const char* text : {"90.1", "-90.1", "100", "nan", "inf", "51,44", "1e999"})
        checkRefused("location", "latitude", text);
    for (const char* text : {"180.5", "-181"})
        checkRefused("location", "longitude", text);
    for (const char* text : {"maybe", "2", "truee"})
        checkRefused("contact", "lived_experience", text);
    for (const char* text : {"01-03-2026", "2026-02-30", "2026-13-01", "2026-1-1", "2026-03-01T10:00"})
        checkRefused("service", "assured_date", text);
    for (const char* text : {"info", "@voorbeeld.nl", "info@", "a@b@c", "in fo@voorbeeld.nl"})
        checkRefused("service", "email", text);
    for (const char* text : {"javascript:alert(1)", "JavaScript:alert(1).nl", "data:text/html,x", "http://",
                             "nothing", "http:voorbeeld.nl", "voorbeeld.nl:alert(1)", "a b.nl", ".nl", "nl."})
        checkRefused("service", "url", text);
    for (const char* text : {"12", "0101010101010101010101010101010g", "010101010101010101010101010101011"})
        checkRefused("service", "organization", text);
    checkRefused("service", "name", "");
    checkRefused("service", "name", " \n");
    checkRefused("service", "name", "\xff");
    checkRefused("service", "name", std::string("a\0b", 3));
    checkRefused("kind-of-tomorrow", "name", "");
    CHECK(parseValue("location", "latitude", "100").error().message ==
          "latitude has to be at most 90. Nothing was changed.");
    CHECK(parseValue("service", "minimum_age", "x").error().message ==
          "minimum_age has to be a whole number, such as 18. Nothing was changed.");
}

TEST_CASE("Text as long as a value may be is taken, and no longer", "[domain]") {
    CHECK(parseValue("service", "description", std::string(limits::valueBytes, 'x')));
    const auto tooLong = parseValue("service", "description", std::string(limits::valueBytes + 1, 'x'));
    REQUIRE_FALSE(tooLong);
    CHECK(tooLong.error().code == ErrorCode::TooLarge);
}

TEST_CASE("A maximum date in the future is refused, because nobody could lower it", "[domain]") {
    constexpr WallMs now = 1'767'268'800'000;  // 2026-01-01T12:00:00Z
    CHECK(parseValue("service", "assured_date", "2026-01-01", now));
    CHECK(parseValue("service", "assured_date", "2026-01-02", now));
    CHECK_FALSE(parseValue("service", "assured_date", "2026-01-03", now));
    CHECK_FALSE(parseValue("service", "assured_date", "2062-01-01", now));
    CHECK(parseValue("schedule", "valid_to", "2062-01-01", now));
}

TEST_CASE("What an import finds odd is told, and what is fine or unknown is not", "[domain]") {
    CHECK(whyDoubtful("location", "latitude", Value(std::int64_t{100})) == "latitude should be at most 90");
    CHECK(whyDoubtful("location", "latitude", Value(100.0)) == "latitude should be at most 90");
    CHECK_FALSE(whyDoubtful("location", "latitude", Value(std::int64_t{90})));
    CHECK(whyDoubtful("location", "latitude", test::words("north")));
    CHECK(whyDoubtful("service", "minimum_age", Value(0.5)));
    CHECK(whyDoubtful("service", "assured_date", test::words("yesterday")));
    CHECK(whyDoubtful("service", "name", Value(std::int64_t{5})));
    CHECK_FALSE(whyDoubtful("service", "something_foreign", Value(std::int64_t{5})));
}

TEST_CASE("Dates and times are those that exist", "[domain]") {
    for (const char* text : {"2024-02-29", "0001-01-01", "9999-12-31"})
        CHECK(isDate(text));
    for (const char* text :
         {"2023-02-29", "2023-00-10", "2023-01-00", "2023-01-32", "", "2023-01-1", "20230101"})
        CHECK_FALSE(isDate(text));
    for (const char* text : {"00:00", "23:59:60", "09:30Z", "09:30:00.123+01:00", "09:30-10:30"})
        CHECK(isTime(text));
    for (const char* text :
         {"", "9:30", "24:00", "09:60", "09:30:61", "09:30:00.", "09:30X", "09:30+1", "09"})
        CHECK_FALSE(isTime(text));
    for (const char* text : {"2024-02-29", "2024-02-29T10:00Z", "2024-02-29 10:00"})
        CHECK(isDateTime(text));
    for (const char* text : {"", "2024-02-29T", "2024-02-2910:00", "2024-02-29X10:00"})
        CHECK_FALSE(isDateTime(text));
}
