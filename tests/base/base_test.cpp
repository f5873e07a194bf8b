// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "base/clock.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/random.h"
#include "base/text.h"
#include "base/utf8.h"

using namespace veldwijzer;

TEST_CASE("A hash keeps purposes and parts apart", "[base]") {
    const Hash one = hashOf("purpose", {viewOf("ab"), viewOf("c")});
    CHECK(one == hashOf("purpose", {viewOf("ab"), viewOf("c")}));
    CHECK(one != hashOf("purpose", {viewOf("a"), viewOf("bc")}));
    CHECK(one != hashOf("other", {viewOf("ab"), viewOf("c")}));
    CHECK(one != hashOf("purpose", {viewOf("ab"), viewOf("c"), viewOf("")}));
}

TEST_CASE("Base64url and hexadecimal come back as they went, and refuse anything else", "[base]") {
    SeededRandom random(1);
    for (std::size_t size = 0; size < 100; ++size) {
        Bytes bytes(size);
        random.fill(bytes);
        CHECK(fromHex(toHex(bytes)) == bytes);
        CHECK(fromBase64Url(toBase64Url(bytes)) == bytes);
    }
    CHECK_FALSE(fromHex("abc"));
    CHECK_FALSE(fromHex("zz"));
    CHECK_FALSE(fromBase64Url("a+b/"));
    CHECK_FALSE(fromBase64Url("YQ=="));
    CHECK_FALSE(fromBase64Url("YQ YQ"));
    CHECK_FALSE(fromBase64Url("YQ\xc3\xa9"));
}

TEST_CASE("UTF-8 is told from what only looks like it", "[base]") {
    CHECK(isUtf8("gewoon"));
    CHECK(isUtf8("ĳsje 🙂 é"));
    CHECK_FALSE(isUtf8("\xc0\xaf"));          // overlong
    CHECK_FALSE(isUtf8("\xed\xa0\x80"));      // surrogate
    CHECK_FALSE(isUtf8("\xf4\x90\x80\x80"));  // past U+10FFFF
    CHECK_FALSE(isUtf8("caf\xe9"));           // Latin-1
    CHECK_FALSE(isUtf8("\xe2\x82"));          // cut off
    CHECK(utf8Prefix("aé", 2) == "a");
    CHECK(utf8Prefix("aé", 3) == "aé");
}

TEST_CASE("A seed replays the same randomness, and below() stays below", "[base]") {
    SeededRandom one(7);
    SeededRandom two(7);
    for (int i = 0; i < 1000; ++i) {
        const auto value = one.below(10);
        CHECK(value < 10);
        CHECK(value == two.below(10));
    }
    SeededRandom three(8);
    CHECK(one.id<RecordId>() != three.id<RecordId>());
}

TEST_CASE("Times before 1970 and far ahead are written as they are", "[base]") {
    CHECK(formatUtc(0) == "1970-01-01T00:00:00.000Z");
    CHECK(formatUtc(-1) == "1969-12-31T23:59:59.999Z");
    CHECK(formatUtc(1'772'366'400'123) == "2026-03-01T12:00:00.123Z");
}

TEST_CASE("Replacing a file leaves the new bytes and no temporary", "[base]") {
    char pattern[] = "/tmp/veldwijzer-base-XXXXXX";
    const std::filesystem::path folder = mkdtemp(pattern);
    const auto path = folder / "file";
    REQUIRE(replaceFile(path, viewOf("one")).ok());
    REQUIRE(replaceFile(path, viewOf("two")).ok());
    auto bytes = readFile(path, 100);
    REQUIRE(bytes.ok());
    CHECK(textOf(*bytes) == "two");
    CHECK_FALSE(std::filesystem::exists(folder / "file.new"));
    CHECK(readFile(path, 2).error().code == ErrorCode::TooLarge);
    CHECK(readFile(folder / "none", 2).error().code == ErrorCode::NotFound);
    std::filesystem::remove_all(folder);
}
