// SPDX-License-Identifier: EUPL-1.2
#include "sealing/box.h"

#include <sodium.h>

#include "base/ensure.h"
#include "base/hash.h"

namespace veldwijzer {
namespace {

constexpr std::size_t keySize = 32;
static_assert(sealedKeySize == keySize + crypto_box_SEALBYTES);

SecretBytes<32> seedFrom(std::string_view purpose, std::span<const std::uint8_t, 16> secret) {
    Hash hash = hashOf(purpose, {secret});
    SecretBytes<32> seed{std::span<const std::uint8_t, 32>(hash.bytes)};
    sodium_memzero(hash.bytes.data(), hash.bytes.size());
    return seed;
}

}  // namespace

BoxKey BoxKey::generate(Random& random) {
    SecretBytes<32> seed;
    random.fill(seed.mutableView());
    return fromSeed(seed.view());
}

BoxKey BoxKey::fromSeed(std::span<const std::uint8_t, 32> seed) {
    BoxKey key;
    key.seed_ = SecretBytes<32>(seed);
    ENSURE(crypto_box_seed_keypair(key.public_.bytes.data(), key.secret_.mutableView().data(), seed.data()) ==
           0);
    return key;
}

SecretBytes<32> BoxKey::seed() const {
    return seed_.copy();
}

Result<SealingKey> BoxKey::openKey(ByteView sealed) const {
    SealingKey key;
    if (sealed.size() != sealedKeySize ||
        crypto_box_seal_open(key.mutableView().data(), sealed.data(), sealed.size(), public_.bytes.data(),
                             secret_.view().data()) != 0)
        return fail(ErrorCode::UnsealFailed,
                    "A key was not sealed to this device, or was changed on the way.");
    return key;
}

Bytes sealKeyTo(const BoxPublicKey& recipient, const SealingKey& key) {
    Bytes sealed(sealedKeySize);
    ENSURE(crypto_box_seal(sealed.data(), key.view().data(), key.view().size(), recipient.bytes.data()) == 0);
    return sealed;
}

KeySealer::KeySealer(const SealingKey& key) : key_(key.copy()) {
    static_assert(sealedKeySize == crypto_box_SEALBYTES + 32);
    crypto_box_keypair(public_.bytes.data(), ephemeral_.mutableView().data());
}

Bytes KeySealer::to(const BoxPublicKey& recipient) const {
    // As crypto_box_seal has it: the ephemeral public key, then a box whose nonce follows from both public
    // keys.
    std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, nonce.size());
    crypto_generichash_update(&state, public_.bytes.data(), public_.bytes.size());
    crypto_generichash_update(&state, recipient.bytes.data(), recipient.bytes.size());
    crypto_generichash_final(&state, nonce.data(), nonce.size());
    Bytes sealed(sealedKeySize);
    std::copy(public_.bytes.begin(), public_.bytes.end(), sealed.begin());
    ENSURE(crypto_box_easy(sealed.data() + public_.bytes.size(), key_.view().data(), key_.view().size(),
                           nonce.data(), recipient.bytes.data(), ephemeral_.view().data()) == 0);
    return sealed;
}

InvitationKeys invitationKeysOf(std::span<const std::uint8_t, 16> secret) {
    return {SigningKey::fromSeed(seedFrom("veldwijzer invitation signing seed", secret).view()),
            BoxKey::fromSeed(seedFrom("veldwijzer invitation box seed", secret).view())};
}

}  // namespace veldwijzer
