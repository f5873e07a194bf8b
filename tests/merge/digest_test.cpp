// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "merge/digest.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using merge::StateDigest;

TEST_CASE("A digest does not depend on order, and removing undoes adding", "[merge]") {
    const Bytes a = {1, 2, 3};
    const Bytes b = {4};
    StateDigest first;
    first.add(recordId(1), "service", a);
    first.add(recordId(2), "phone", b);
    StateDigest second;
    second.add(recordId(2), "phone", b);
    second.add(recordId(1), "service", a);
    CHECK(first == second);
    second.remove(recordId(1), "service", a);
    second.remove(recordId(2), "phone", b);
    CHECK(second == StateDigest{});
}

TEST_CASE("A digest tells id, kind and bytes apart", "[merge]") {
    const auto digestOf = [](std::uint8_t id, std::string_view kind, const Bytes& bytes) {
        StateDigest digest;
        digest.add(recordId(id), kind, bytes);
        return digest.text();
    };
    const std::string one = digestOf(1, "service", {1});
    CHECK(one.size() == 32);
    CHECK(one != digestOf(2, "service", {1}));
    CHECK(one != digestOf(1, "services", {1}));
    CHECK(one != digestOf(1, "service", {1, 0}));
    CHECK(digestOf(1, "a", {'b', 'c'}) != digestOf(1, "ab", {'c'}));
    // The same on every machine and in every version: it stands in other people's logs.
    CHECK(one == "e51e93986526455b3c2820c881d87648");
}

TEST_CASE("A digest travels as 64 bytes", "[merge]") {
    StateDigest digest;
    digest.add(recordId(1), "service", Bytes{1});
    digest.lanes[3] = 0x0102030405060708U;
    const Bytes bytes = digest.bytes();
    REQUIRE(bytes.size() == 64);
    CHECK(bytes[24] == 8);
    CHECK(StateDigest::from(bytes) == digest);
    CHECK_FALSE(StateDigest::from(ByteView(bytes).first(63)));
}
