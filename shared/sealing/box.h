// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "sealing/sealed.h"

namespace veldwijzer {

/// A space's key of 32 bytes sealed to somebody's box key.
inline constexpr std::size_t sealedKeySize = 80;

/// X25519 key pair: others seal keys to it (crypto_box_seal).
class BoxKey {
public:
    static BoxKey generate(Random& random);
    static BoxKey fromSeed(std::span<const std::uint8_t, 32> seed);
    [[nodiscard]] const BoxPublicKey& publicKey() const { return public_; }
    [[nodiscard]] SecretBytes<32> seed() const;
    /// UnsealFailed when it was not sealed to this key.
    [[nodiscard]] Result<SealingKey> openKey(ByteView sealed) const;

private:
    BoxKey() = default;
    SecretBytes<32> seed_;
    SecretBytes<32> secret_;
    BoxPublicKey public_;
};

/// `recipient` must be usable (see signing/keys.h): every one in the membership log is. The ephemeral key
/// comes from the operating system, whatever the seed of a simulation.
[[nodiscard]] Bytes sealKeyTo(const BoxPublicKey& recipient, const SealingKey& key);

/// Seals one key to many, byte for byte of the form of sealKeyTo: one ephemeral key serves all recipients,
/// which halves the work. (Each recipient has another shared secret and another nonce.)
class KeySealer {
public:
    explicit KeySealer(const SealingKey& key);
    [[nodiscard]] Bytes to(const BoxPublicKey& recipient) const;

private:
    SealingKey key_;
    SecretBytes<32> ephemeral_;
    BoxPublicKey public_;
};

/// The two key pairs that a one-time secret of 16 bytes stands for.
struct InvitationKeys {
    SigningKey signing;
    BoxKey box;
};
[[nodiscard]] InvitationKeys invitationKeysOf(std::span<const std::uint8_t, 16> secret);

}  // namespace veldwijzer
