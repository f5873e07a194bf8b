// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "exchange/hsds_limits.h"
#include "exchange/json_splitter.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;

namespace {

class Found final : public SplitterSink {
public:
    void item(std::uint64_t row, std::string_view text, const std::vector<ElidedText>& elided) override {
        log += "item " + std::to_string(row) + " " + std::string(text) + (elided.empty() ? "" : " elided") +
               "\n";
    }
    void header(std::string_view text, const std::vector<ElidedText>&) override {
        log += "header " + std::string(text) + "\n";
    }
    void damage(std::uint64_t row, std::string problem, std::string) override {
        log += "damage " + std::to_string(row) + " " + problem + "\n";
    }
    std::string log;
};

std::string split(std::string_view text, std::size_t pieceBytes = 1 << 20) {
    Found found;
    JsonSplitter splitter(found);
    for (std::size_t i = 0; i < text.size(); i += pieceBytes)
        splitter.feed(text.substr(i, pieceBytes));
    splitter.finish();
    return found.log;
}

}  // namespace

TEST_CASE("A page, an array and one object are cut into their items", "[exchange]") {
    CHECK(split("[{\"a\":1},\n {\"b\":[2]}]") == "item 1 {\"a\":1}\nitem 2 {\"b\":[2]}\n");
    CHECK(split("{\"a\":{\"contents\":[1]}}") == "item 1 {\"a\":{\"contents\":[1]}}\n");
    CHECK(split("{\"n\":2,\"contents\":[{\"a\":1},{}],\"m\":[3]}") ==
          "item 1 {\"a\":1}\nitem 2 {}\nheader {\"n\":2,\"contents\":[],\"m\":[3]}\n");
    CHECK(split("\xef\xbb\xbf [ ]").empty());
    CHECK(split("[\"]\",\"a\\\"]\", 1 ,null]") == "item 1 \"]\"\nitem 2 \"a\\\"]\"\nitem 3 1\nitem 4 null\n");
    CHECK(split("{\"contents\":null}") == "item 1 {\"contents\":null}\n");
    CHECK(split("{\"x\":\"contents\",\"y\":[1]}") == "item 1 {\"x\":\"contents\",\"y\":[1]}\n");
}

TEST_CASE("Where the pieces are cut makes no difference", "[exchange]") {
    const std::string text =
        "\xef\xbb\xbf{\"total\":1,\"contents\":[{\"a\":\"x\\\"y\\\\\"},{\"b\":[1,{\"c\":\"]}\"}]} "
        "{\"d\":\"é\n\n\"},5,\"zz\",{\"e\":[}],\"last\":\"q\"} rest";
    const std::string whole = split(text);
    for (std::size_t size = 1; size < text.size(); ++size)
        CHECK(split(text, size) == whole);
}

TEST_CASE("A broken item costs that item alone", "[exchange]") {
    CHECK(split("[{\"a\":[1},{\"b\":2}]") ==
          "damage 1 The brackets in this item do not match.\nitem 2 {\"b\":2}\n");
    CHECK(split("[{\"a\":\"open\n \"b\":1},\n{\"c\":2}]") ==
          "damage 1 A text in this item has no closing quote.\nitem 2 {\"c\":2}\n");
    CHECK(split("[{\"a\":\"open\n},\n{\"c\":2}]") ==
          "damage 1 A text in this item has no closing quote.\nitem 2 {\"c\":2}\n");
    CHECK(split("[{\"a\":1}},{\"b\":2}]") ==
          "item 1 {\"a\":1}\ndamage 1 A closing bracket too many follows this item.\nitem 2 {\"b\":2}\n");
    CHECK(split("[{\"a\":1}{\"b\":2}]") ==
          "item 1 {\"a\":1}\ndamage 2 There is no comma before this item.\nitem 2 {\"b\":2}\n");
    CHECK(split("[{\"a\":[1]") == "damage 1 The file ends in the middle of this item.\n");
    CHECK(split("{\"contents\":[{}") == "item 1 {}\ndamage 0 The file ends before its list does.\n");
    CHECK(split("[] x") == "damage 0 Something follows the end of the list.\n");
    // A bare line break inside a text is not a missing quote.
    CHECK(split("[{\"a\":\"een\ntwee\n\"},{}]") == "item 1 {\"a\":\"een\ntwee\n\"}\nitem 2 {}\n");
}

TEST_CASE("Depth, size and length of an item have a limit", "[exchange]") {
    const std::string deep =
        std::string(limits::hsdsDepth - 1, '[') + std::string(limits::hsdsDepth - 1, ']');
    CHECK(split("[{\"a\":" + deep + "}]").substr(0, 6) == "item 1");
    CHECK(split("[{\"a\":[" + deep + "]},{\"b\":1}]") ==
          "damage 1 This item has more than 64 levels inside each other.\nitem 2 {\"b\":1}\n");
    const std::string bomb(1'000'000, '[');
    CHECK(split("[" + bomb) == "damage 1 The file ends in the middle of this item.\n");
    CHECK(split("{\"a\":" + bomb) == "damage 1 The file ends in the middle of this item.\n");

    const std::string longText(limits::hsdsRawTextBytes, 'x');
    CHECK(split("[{\"a\":\"" + longText + "\"}]").find("elided") == std::string::npos);
    CHECK(split("[{\"a\":\"" + longText + "x\"}]") == "item 1 {\"a\":\"\"} elided\n");

    std::string large = "[{\"a\":[0";
    while (large.size() < limits::hsdsItemBytes + 10)
        large += ",0";
    CHECK(split(large + "]},{\"b\":1}]") == "damage 1 This item is larger than 8 MiB.\nitem 2 {\"b\":1}\n");
}

TEST_CASE("The list is found behind a header that is too large to keep", "[exchange]") {
    std::string text = "{\"ruis\":[0";
    while (text.size() < limits::hsdsItemBytes + 10)
        text += ",0";
    const std::string log = split(text + "],\"contents\":[{\"a\":1}]}");
    CHECK(log == "item 1 {\"a\":1}\ndamage 0 This item is larger than 8 MiB.\n");
}
