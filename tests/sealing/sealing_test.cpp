// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "base/text.h"
#include "sealing/box.h"
#include "sealing/sealed_name.h"

using namespace veldwijzer;

namespace {

SealingKey keyOf(std::uint8_t fill) {
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(fill);
    return SealingKey{std::span<const std::uint8_t, 32>(bytes)};
}

template <std::size_t Size>
bool same(const SecretBytes<Size>& a, const SecretBytes<Size>& b) {
    return std::equal(a.view().begin(), a.view().end(), b.view().begin());
}

}  // namespace

TEST_CASE("What was sealed opens with its key and its associated data only", "[sealing]") {
    SeededRandom random(1);
    const SealingKey key = keyOf(1);
    const Sealed sealed = seal(key, viewOf("a shelter's address"), viewOf("header"), random);
    CHECK(sealed.bytes.size() == 24 + 19 + 16);
    CHECK(textOf(sealed.bytes).find("shelter") == std::string_view::npos);
    CHECK(textOf(unseal(key, sealed.bytes, viewOf("header"))->view()) == "a shelter's address");
    CHECK(unseal(key, sealed.bytes, viewOf("other")).error().code == ErrorCode::UnsealFailed);
    CHECK(unseal(keyOf(2), sealed.bytes, viewOf("header")).error().code == ErrorCode::UnsealFailed);
    CHECK(unseal(key, {}, viewOf("header")).error().code == ErrorCode::UnsealFailed);
    CHECK(unseal(key, ByteView(sealed.bytes).first(39), {}).error().code == ErrorCode::UnsealFailed);
}

TEST_CASE("Nothing at all can be sealed too", "[sealing]") {
    SeededRandom random(1);
    const Sealed sealed = seal(keyOf(1), {}, {}, random);
    CHECK(unseal(keyOf(1), sealed.bytes, {})->view().empty());
}

TEST_CASE("Every flipped bit of sealed bytes is refused", "[sealing]") {
    SeededRandom random(1);
    const Sealed sealed = seal(keyOf(1), viewOf("content"), viewOf("header"), random);
    for (std::size_t bit = 0; bit < sealed.bytes.size() * 8; ++bit) {
        Bytes bad = sealed.bytes;
        bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        CHECK_FALSE(unseal(keyOf(1), bad, viewOf("header")));
    }
}

TEST_CASE("The same content sealed twice looks different", "[sealing]") {
    SeededRandom random(1);
    CHECK(seal(keyOf(1), viewOf("x"), {}, random).bytes != seal(keyOf(1), viewOf("x"), {}, random).bytes);
}

TEST_CASE("A sealed content is what it always was", "[sealing]") {
    // Fixed seed, fixed key: a change here means that older vaults and logs can't be read any more.
    SeededRandom random(42);
    CHECK(toHex(seal(keyOf(3), viewOf("content"), viewOf("header"), random).bytes) ==
          "1f76e526510ae36a625c8b5c597febb416042cce3db589b3a572c96407f9c4be9f2d816f0d31dc97d3377d86242ccd");
    CHECK(toHex(deriveKey(keyOf(3), "purpose").view()) ==
          "a146d49056df0680771f350bd57e728406bf4b1908339e2dda3a91a57dd04118");
}

TEST_CASE("Keys for different purposes differ", "[sealing]") {
    CHECK(same(deriveKey(keyOf(1), "a"), deriveKey(keyOf(1), "a")));
    CHECK_FALSE(same(deriveKey(keyOf(1), "a"), deriveKey(keyOf(1), "b")));
    CHECK_FALSE(same(deriveKey(keyOf(1), "a"), deriveKey(keyOf(2), "a")));
}

TEST_CASE("A key sealed to a device opens there and nowhere else", "[sealing]") {
    SeededRandom random(1);
    const BoxKey device = BoxKey::generate(random);
    const BoxKey other = BoxKey::generate(random);
    const Bytes sealed = sealKeyTo(device.publicKey(), keyOf(5));
    CHECK(sealed.size() == sealedKeySize);
    CHECK(same(*device.openKey(sealed), keyOf(5)));
    CHECK(other.openKey(sealed).error().code == ErrorCode::UnsealFailed);
    CHECK_FALSE(device.openKey({}));
    CHECK(same(*BoxKey::fromSeed(device.seed().view()).openKey(sealed), keyOf(5)));
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        Bytes bad = sealed;
        bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        // The top bit of an X25519 key is not part of it: the same key, and so refused by the nonce it makes.
        CHECK_FALSE(device.openKey(bad));
    }
}

TEST_CASE("An invitation's secret always stands for the same two keys", "[sealing]") {
    std::array<std::uint8_t, 16> secret{};
    secret.fill(7);
    const InvitationKeys keys = invitationKeysOf(secret);
    CHECK(toHex(keys.signing.publicKey().view()) ==
          "72e9d149ed34b8ef5b0410bcb1fac027bff858fd4d59f13e2cdf2708b95b3303");
    CHECK(toHex(keys.box.publicKey().view()) ==
          "3bea4feca5218f5f57c3ea5862ef5bd9d3baf91f18fbfe7cc55674370dbf7057");
    secret[15] ^= 1;
    CHECK(invitationKeysOf(secret).signing.publicKey() != keys.signing.publicKey());
}

TEST_CASE("A sealed name comes back, hides its length, and belongs to one person", "[sealing]") {
    SeededRandom random(1);
    const auto space = random.id<SpaceId>();
    const auto member = random.id<MemberId>();
    const auto colleague = random.id<MemberId>();
    const Bytes one = sealName({space, 3}, keyOf(1), member.view(), "Noor", random);
    const Bytes two = sealName({space, 3}, keyOf(1), member.view(), "Noor van den Ouden-Terpstra", random);
    CHECK(one.size() == two.size());
    CHECK(nameSealedWith(one)->space == space);
    CHECK(nameSealedWith(one)->epoch == 3);
    CHECK(*unsealName(keyOf(1), member.view(), one) == "Noor");
    CHECK(*unsealName(keyOf(1), member.view(), two) == "Noor van den Ouden-Terpstra");
    CHECK(unsealName(keyOf(1), colleague.view(), one).error().code == ErrorCode::UnsealFailed);
    CHECK(unsealName(keyOf(2), member.view(), one).error().code == ErrorCode::UnsealFailed);
    CHECK_FALSE(nameSealedWith({}));
    for (std::size_t at = 0; at < one.size(); ++at) {
        Bytes bad = one;
        bad[at] ^= 1;
        CHECK_FALSE(unsealName(keyOf(1), member.view(), bad));
    }
}

TEST_CASE("A name longer than allowed is cut between two characters", "[sealing]") {
    SeededRandom random(1);
    std::string name(limits::memberNameBytes - 1, 'a');
    name += "é";
    const Bytes sealed = sealName({SpaceId{}, 0}, keyOf(1), {}, name, random);
    CHECK_FALSE(unsealName(keyOf(1), {}, sealed));  // epoch 0 is no epoch
    const Bytes good = sealName({SpaceId{}, 1}, keyOf(1), {}, name, random);
    CHECK(*unsealName(keyOf(1), {}, good) == name.substr(0, limits::memberNameBytes - 1));
}
