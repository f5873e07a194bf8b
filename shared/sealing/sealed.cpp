// SPDX-License-Identifier: EUPL-1.2
#include "sealing/sealed.h"

#include <sodium.h>

#include "base/ensure.h"

namespace veldwijzer {
namespace {

constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

void wipe(Bytes& bytes) {
    if (!bytes.empty()) sodium_memzero(bytes.data(), bytes.size());
}

}  // namespace

Unsealed& Unsealed::operator=(Unsealed&& other) noexcept {
    if (this != &other) {
        wipe(bytes_);
        bytes_ = std::move(other.bytes_);
    }
    return *this;
}

Unsealed::~Unsealed() {
    wipe(bytes_);
}

Sealed seal(const SealingKey& key, ByteView plain, ByteView associated, Random& random) {
    Sealed sealed{Bytes(nonceSize + plain.size() + tagSize)};
    random.fill(std::span(sealed.bytes).first(nonceSize));
    ENSURE(crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.bytes.data() + nonceSize, nullptr, plain.data(),
                                                      plain.size(), associated.data(), associated.size(),
                                                      nullptr, sealed.bytes.data(), key.view().data()) == 0);
    return sealed;
}

Result<Unsealed> unseal(const SealingKey& key, ByteView sealed, ByteView associated) {
    if (sealed.size() < nonceSize + tagSize)
        return fail(ErrorCode::UnsealFailed, "Sealed bytes are cut off.");
    Bytes plain(sealed.size() - nonceSize - tagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data() + nonceSize,
                                                   sealed.size() - nonceSize, associated.data(),
                                                   associated.size(), sealed.data(), key.view().data()) != 0)
        return fail(ErrorCode::UnsealFailed,
                    "Sealed bytes were changed on the way, or sealed with another key.");
    return Unsealed(std::move(plain));
}

SealingKey deriveKey(const SealingKey& key, std::string_view purpose) {
    SealingKey derived;
    const auto target = derived.mutableView();
    ENSURE(crypto_generichash(target.data(), target.size(), viewOf(purpose).data(), purpose.size(),
                              key.view().data(), key.view().size()) == 0);
    return derived;
}

}  // namespace veldwijzer
