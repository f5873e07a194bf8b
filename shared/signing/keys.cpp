// SPDX-License-Identifier: EUPL-1.2
#include "signing/keys.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/ensure.h"
#include "base/hash.h"
#include "base/text.h"

namespace veldwijzer {

SigningKey SigningKey::generate(Random& random) {
    SecretBytes<32> seed;
    random.fill(seed.mutableView());
    return fromSeed(seed.view());
}

SigningKey SigningKey::fromSeed(std::span<const std::uint8_t, 32> seed) {
    SigningKey key;
    ENSURE(crypto_sign_seed_keypair(key.public_.bytes.data(), key.secret_.mutableView().data(),
                                    seed.data()) == 0);
    return key;
}

SecretBytes<32> SigningKey::seed() const {
    SecretBytes<32> seed;
    ENSURE(crypto_sign_ed25519_sk_to_seed(seed.mutableView().data(), secret_.view().data()) == 0);
    return seed;
}

Signature SigningKey::sign(std::string_view purpose, std::initializer_list<ByteView> parts) const {
    const Hash hash = hashOf(purpose, parts);
    Signature signature;
    ENSURE(crypto_sign_detached(signature.bytes.data(), nullptr, hash.bytes.data(), Hash::size,
                                secret_.view().data()) == 0);
    return signature;
}

bool verify(const SigningPublicKey& key, const Signature& signature, std::string_view purpose,
            std::initializer_list<ByteView> parts) {
    const Hash hash = hashOf(purpose, parts);
    return crypto_sign_verify_detached(signature.bytes.data(), hash.bytes.data(), Hash::size,
                                       key.bytes.data()) == 0;
}

bool isUsable(const BoxPublicKey& key) {
    // The points of low order on the curve and its twist, as Bernstein lists them (cr.yp.to/ecdh.html).
    // Compared rather than multiplied: a long membership log asks this for every device in it.
    static constexpr std::array<std::string_view, 7> lowOrder{
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};
    BoxPublicKey point = key;
    point.bytes.back() &= 0x7f;  // X25519 ignores the top bit
    const std::string text = toHex(point.view());
    return std::find(lowOrder.begin(), lowOrder.end(), text) == lowOrder.end();
}

}  // namespace veldwijzer
