// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/random.h"
#include "signing/secret_bytes.h"

namespace veldwijzer {

/// Ed25519. Every signature is over a purpose and length-prefixed parts (hashOf), so that bytes signed for
/// one thing never pass for another.
class SigningKey {
public:
    static SigningKey generate(Random& random);
    /// Deterministic from a 32-byte seed.
    static SigningKey fromSeed(std::span<const std::uint8_t, 32> seed);
    [[nodiscard]] const SigningPublicKey& publicKey() const { return public_; }
    /// The seed, to be kept in the vault or the server's key file.
    [[nodiscard]] SecretBytes<32> seed() const;
    [[nodiscard]] Signature sign(std::string_view purpose, std::initializer_list<ByteView> parts) const;

private:
    SigningKey() = default;
    SecretBytes<64> secret_;
    SigningPublicKey public_;
};

[[nodiscard]] bool verify(const SigningPublicKey& key, const Signature& signature, std::string_view purpose,
                          std::initializer_list<ByteView> parts);

/// False for the few X25519 keys that give everybody the same shared secret (points of low order). Checked
/// when a key enters the membership log, so that sealing to one found there can't fail.
[[nodiscard]] bool isUsable(const BoxPublicKey& key);

}  // namespace veldwijzer
