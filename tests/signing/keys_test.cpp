// SPDX-License-Identifier: EUPL-1.2
#include <sodium.h>
#include <sys/resource.h>

#include <catch2/catch.hpp>

#include "base/text.h"
#include "signing/identity.h"
#include "signing/keys.h"
#include "signing/number_bytes.h"

using namespace veldwijzer;

namespace {

SigningKey keyOf(std::uint8_t fill) {
    std::array<std::uint8_t, 32> seed{};
    seed.fill(fill);
    return SigningKey::fromSeed(seed);
}

}  // namespace

TEST_CASE("Secret bytes begin empty, move, and copy only when asked", "[signing]") {
    SecretBytes<32> empty;
    CHECK(std::all_of(empty.view().begin(), empty.view().end(), [](auto byte) { return byte == 0; }));
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(7);
    SecretBytes<32> secret{std::span<const std::uint8_t, 32>(bytes)};
    SecretBytes<32> copy = secret.copy();
    SecretBytes<32> moved = std::move(secret);
    CHECK(std::equal(moved.view().begin(), moved.view().end(), bytes.begin()));
    moved.mutableView()[0] = 9;
    CHECK(copy.view()[0] == 7);
    static_assert(!std::is_copy_constructible_v<SecretBytes<32>>);
    static_assert(!std::is_copy_constructible_v<SigningKey>);
}

TEST_CASE("No core dump is left behind after it was forbidden", "[signing]") {
    REQUIRE(forbidCoreDumps());
    rlimit limit{};
    REQUIRE(getrlimit(RLIMIT_CORE, &limit) == 0);
    CHECK(limit.rlim_cur == 0);
    CHECK(limit.rlim_max == 0);
}

TEST_CASE("A signature holds for its key, its purpose and its parts, and for nothing else", "[signing]") {
    const SigningKey key = keyOf(1);
    const Signature signature = key.sign("purpose", {viewOf("ab"), viewOf("c")});
    CHECK(verify(key.publicKey(), signature, "purpose", {viewOf("ab"), viewOf("c")}));
    CHECK_FALSE(verify(key.publicKey(), signature, "purpose", {viewOf("a"), viewOf("bc")}));
    CHECK_FALSE(verify(key.publicKey(), signature, "purpose", {viewOf("ab"), viewOf("c"), {}}));
    CHECK_FALSE(verify(key.publicKey(), signature, "other", {viewOf("ab"), viewOf("c")}));
    CHECK_FALSE(verify(keyOf(2).publicKey(), signature, "purpose", {viewOf("ab"), viewOf("c")}));
}

TEST_CASE("Every flipped bit of a signature or of its key is refused", "[signing]") {
    const SigningKey key = keyOf(1);
    const Signature good = key.sign("purpose", {viewOf("content")});
    for (std::size_t bit = 0; bit < Signature::size * 8; ++bit) {
        Signature bad = good;
        bad.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        CHECK_FALSE(verify(key.publicKey(), bad, "purpose", {viewOf("content")}));
    }
    for (std::size_t bit = 0; bit < SigningPublicKey::size * 8; ++bit) {
        SigningPublicKey other = key.publicKey();
        other.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        CHECK_FALSE(verify(other, good, "purpose", {viewOf("content")}));
    }
}

TEST_CASE("A key comes back from its seed", "[signing]") {
    SeededRandom random(3);
    const SigningKey key = SigningKey::generate(random);
    const SigningKey again = SigningKey::fromSeed(key.seed().view());
    CHECK(again.publicKey() == key.publicKey());
    CHECK(again.sign("p", {}) == key.sign("p", {}));
}

TEST_CASE("Ids follow from keys, and one key makes different ids for different things", "[signing]") {
    const SigningPublicKey key = keyOf(1).publicKey();
    CHECK(deviceIdOf(key).bytes != invitationIdOf(key).bytes);
    CHECK(deviceIdOf(key).bytes != serverIdOf(key).bytes);
    CHECK(deviceIdOf(key) != deviceIdOf(keyOf(2).publicKey()));
    Incarnation one;
    Incarnation two;
    two.bytes[0] = 1;
    CHECK(actorOf(deviceIdOf(key), one) != actorOf(deviceIdOf(key), two));
    // Written down, so that no change of a purpose passes unnoticed: these ids are in every vault and log.
    CHECK(toHex(deviceIdOf(key).view()) == "d7489dc10adaa85a7ece84d65e002979");
    CHECK(toHex(actorOf(deviceIdOf(key), one).view()) == "fa7e1a252ab8b2db88185e5284b4e8a0");
    CHECK(toHex(nextInChain(Hash{}, viewOf("entry")).view()) ==
          "8d44f938235cfba026d52732a2f4d2e259d7cf6a192e00f196dac2fefb262ed9");
    CHECK(toHex(keyOf(1).sign("purpose", {viewOf("content")}).view()) ==
          "b3fde682d5c30a9f1e9ae876c0035f42f083a65bee6e6a4297cf85a0e941c04397128fcc60d555735e9843a493ab4ccfed"
          "5cdd6b89a810150fee2f4946395205");
}

TEST_CASE("A chain hash depends on what went before", "[signing]") {
    const Hash one = nextInChain(Hash{}, viewOf("a"));
    CHECK(nextInChain(one, viewOf("b")) != nextInChain(Hash{}, viewOf("b")));
    CHECK(nextInChain(one, viewOf("b")) != nextInChain(one, viewOf("c")));
}

TEST_CASE("A box key that anybody could open is not usable, as libsodium sees it too", "[signing]") {
    const std::array<std::uint8_t, 32> scalar{1};
    const auto libsodiumTakes = [&](const BoxPublicKey& key) {
        std::array<std::uint8_t, 32> product{};
        return crypto_scalarmult(product.data(), scalar.data(), key.bytes.data()) == 0;
    };
    std::size_t refused = 0;
    for (const char* hex : {"0000000000000000000000000000000000000000000000000000000000000000",
                            "0100000000000000000000000000000000000000000000000000000000000000",
                            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                            "0900000000000000000000000000000000000000000000000000000000000000",
                            "efffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"}) {
        BoxPublicKey key = *BoxPublicKey::from(*fromHex(hex));
        for (const std::uint8_t top : {std::uint8_t{0}, std::uint8_t{0x80}}) {
            key.bytes.back() = static_cast<std::uint8_t>(key.bytes.back() ^ top);
            INFO(toHex(key.view()));
            CHECK(isUsable(key) == libsodiumTakes(key));
            if (!isUsable(key)) ++refused;
        }
    }
    CHECK(refused >= 14);
    SeededRandom random(8);
    for (int run = 0; run < 300; ++run) {
        const auto key = random.id<BoxPublicKey>();
        CHECK(isUsable(key) == libsodiumTakes(key));
    }
}

TEST_CASE("Numbers in hashes are little-endian and come back", "[signing]") {
    CHECK(numberBytes(std::uint64_t{0x0102030405060708})[0] == 8);
    for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{255}, UINT64_MAX, UINT64_MAX - 1})
        CHECK(numberFrom(numberBytes(number)) == number);
    CHECK(numberFrom(numberBytes(std::int64_t{-1})) == UINT64_MAX);
}
