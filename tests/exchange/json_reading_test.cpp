// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "exchange/hsds_limits.h"
#include "exchange/json_node.h"
#include "exchange/json_repair.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;

namespace {
std::string roundTrip(std::string_view text) {
    const Result<Node> node = parseNode(text);
    REQUIRE(node.ok());
    return canonicalText(*node);
}
}  // namespace

TEST_CASE("Canonical JSON sorts members, keeps numbers, and loses nothing", "[exchange]") {
    CHECK(roundTrip(R"( { "b" : 1 , "a" : [ true , null , "x" ] } )") == R"({"a":[true,null,"x"],"b":1})");
    CHECK(roundTrip("100.0") == "100.0");
    CHECK(roundTrip("100") == "100");
    CHECK(roundTrip("-3.25e2") == "-325.0");
    CHECK(roundTrip("18446744073709551615") == "18446744073709551615");
    CHECK(roundTrip("9223372036854775807") == "9223372036854775807");
    CHECK(roundTrip("123456789012345678901234567890") == "123456789012345678901234567890");
    CHECK(roundTrip("0.1000000000000000055511151231257827") == "0.1000000000000000055511151231257827");
    CHECK(roundTrip("0.1") == "0.1");
    CHECK(roundTrip("1e-400") == "1e-400");
    CHECK(roundTrip(R"("é\u00e9\n\"\\\u0001")") == "\"éé\\n\\\"\\\\\\u0001\"");
    CHECK(roundTrip(R"({"a":2,"a":1})") == R"({"a":2,"a":1})");
    CHECK(roundTrip("{}") == "{}");
    CHECK(roundTrip("[[],{}]") == "[[],{}]");
}

TEST_CASE("Too many values in one item are refused", "[exchange]") {
    std::string text = "[0";
    for (std::size_t i = 2; i < limits::hsdsItemValues; ++i)
        text += ",0";
    CHECK(parseNode(text + "]").ok());
    const Result<Node> more = parseNode(text + ",0]");
    REQUIRE_FALSE(more.ok());
    CHECK(more.error().code == ErrorCode::TooLarge);
}

TEST_CASE("Bytes that are not UTF-8 are read as Windows-1252", "[exchange]") {
    std::string text =
        "caf\xe9 \x80"
        "5 – goed";
    CHECK(repairEncoding(text) == 2);
    CHECK(text == "café €5 – goed");
    CHECK(repairEncoding(text) == 0);
}

TEST_CASE("What careless exporters write is mended and named", "[exchange]") {
    const auto mended = [](std::string_view text) {
        const Repaired repaired = repairJson(text);
        CHECK_FALSE(repaired.what.empty());
        return roundTrip(repaired.text);
    };
    CHECK(mended("\"a\nb\"") == "\"a\\nb\"");
    CHECK(mended(R"("half \ud83d teken")") == "\"half \xef\xbf\xbd teken\"");
    CHECK(mended(R"("los \udc00 teken")") == "\"los \xef\xbf\xbd teken\"");
    CHECK(mended(R"("C:\map\'")") == R"("C:\\map\\'")");
    CHECK(mended("{\"a\":NaN,\"b\":[1,2,],}") == R"({"a":null,"b":[1,2]})");
    CHECK(mended("{\"a\":1e999}") == R"({"a":"1e999"})");
    CHECK(repairJson(R"({"a":"\ud83d\ude00 \u00e9 \n","b":[1,2]})").what.empty());
}
