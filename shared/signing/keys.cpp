// SPDX-License-Identifier: EUPL-1.2
#include "signing/keys.h"

#include <sodium.h>

#include "base/ensure.h"
#include "base/hash.h"

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
    // Any scalar will do: clamping makes every one a multiple of the cofactor, so only points of low order
    // come out as zero, which libsodium reports.
    constexpr std::array<std::uint8_t, crypto_scalarmult_SCALARBYTES> scalar{1};
    std::array<std::uint8_t, crypto_scalarmult_BYTES> product{};
    return crypto_scalarmult(product.data(), scalar.data(), key.bytes.data()) == 0;
}

}  // namespace veldwijzer
