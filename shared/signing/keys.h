// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string_view>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/random.h"

namespace veldwijzer {

/// Secret bytes in guarded, locked memory (sodium_malloc), wiped when they go. Move-only; never printed.
template <std::size_t Size>
class SecretBytes {
public:
    SecretBytes();  ///< zeroes
    explicit SecretBytes(std::span<const std::uint8_t, Size> bytes);
    SecretBytes(SecretBytes&&) noexcept = default;
    SecretBytes& operator=(SecretBytes&&) noexcept = default;
    [[nodiscard]] SecretBytes copy() const;
    [[nodiscard]] std::span<std::uint8_t, Size> mutableView();
    [[nodiscard]] std::span<const std::uint8_t, Size> view() const;

private:
    struct Free {
        void operator()(std::uint8_t* memory) const noexcept;
    };
    std::unique_ptr<std::uint8_t, Free> memory_;
};

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

}  // namespace veldwijzer
