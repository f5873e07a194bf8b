// SPDX-License-Identifier: EUPL-1.2
#include "vault/page_cipher.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <string_view>

#include "base/ensure.h"
#include "vault/number_bytes.h"

namespace veldwijzer::vault {
namespace {

static_assert(nonceSize == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(tagSize == crypto_aead_xchacha20poly1305_ietf_ABYTES);

constexpr std::size_t associatedSize = 1 + 8 + VaultId::size + nonceSize;
using Associated = std::array<std::uint8_t, associatedSize>;

Associated associatedData(const Place& place, const VaultId& id) {
    Associated data{};
    data[0] = static_cast<std::uint8_t>(place.piece);
    putLittleEndian(data.data() + 1, place.index);
    std::copy(id.bytes.begin(), id.bytes.end(), data.begin() + 9);
    std::copy(place.run.begin(), place.run.end(), data.begin() + 9 + VaultId::size);
    return data;
}

// Main file and log hold the same pages; with one key, a page of the one could be tried in the other.
SecretBytes<32> derive(const DataKey& key, const VaultId& id, std::string_view purpose) {
    SecretBytes<32> result;
    crypto_generichash_state state;
    const auto parent = key.view();
    crypto_generichash_init(&state, parent.data(), parent.size(), result.view().size());
    crypto_generichash_update(&state, viewOf(purpose).data(), purpose.size());
    crypto_generichash_update(&state, id.bytes.data(), id.bytes.size());
    crypto_generichash_final(&state, result.mutableView().data(), result.view().size());
    sodium_memzero(&state, sizeof state);
    return result;
}

}  // namespace

PageCipher::PageCipher(const DataKey& key, const VaultId& id, Random& random)
    : id_(id),
      mainKey_(derive(key, id, "veldwijzer vault main file")),
      logKey_(derive(key, id, "veldwijzer vault log file")),
      headKey_(derive(key, id, "veldwijzer vault head file")) {
    random.fill(noncePrefix_);
}

const std::uint8_t* PageCipher::keyFor(Piece piece) const {
    switch (piece) {
        case Piece::MainPage:
            return mainKey_.view().data();
        case Piece::Head:
            return headKey_.view().data();
        case Piece::LogHeader:
        case Piece::FrameHeader:
        case Piece::FramePage:
            return logKey_.view().data();
    }
    ENSURE(false);
    return nullptr;
}

// 128 random bits for each opening of the vault and a counter: unique without a system call for each page.
void PageCipher::nextNonce(std::uint8_t* nonce) {
    std::copy(noncePrefix_.begin(), noncePrefix_.end(), nonce);
    putLittleEndian(nonce + noncePrefix_.size(), nonceCounter_.fetch_add(1, std::memory_order_relaxed));
}

bool PageCipher::sealPage(std::uint8_t* sealed, const std::uint8_t* plain, const Place& place) {
    return seal(sealed, {plain, contentSize}, place);
}

bool PageCipher::openPage(std::uint8_t* page, const Place& place) const {
    const bool opened = open({page, contentSize}, page, place);
    // SQLite's log checksums cover the reserved bytes: they must read back as they were written, as zero.
    if (opened)
        std::memset(page + contentSize, 0, reservedSize);
    else
        std::memset(page, 0, pageSize);
    return opened;
}

bool PageCipher::seal(std::uint8_t* sealed, ByteView plain, const Place& place) {
    const std::shared_lock lock(guard_);
    if (wiped()) return false;
    std::uint8_t* nonce = sealed + plain.size();
    nextNonce(nonce);
    const Associated data = associatedData(place, id_);
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(sealed, nonce + nonceSize, nullptr, plain.data(),
                                                        plain.size(), data.data(), data.size(), nullptr,
                                                        nonce, keyFor(place.piece));
    return true;
}

bool PageCipher::open(std::span<std::uint8_t> plain, const std::uint8_t* sealed, const Place& place) const {
    const std::shared_lock lock(guard_);
    if (wiped()) return false;
    const std::uint8_t* nonce = sealed + plain.size();
    const Associated data = associatedData(place, id_);
    return crypto_aead_xchacha20poly1305_ietf_decrypt_detached(plain.data(), nullptr, sealed, plain.size(),
                                                               nonce + nonceSize, data.data(), data.size(),
                                                               nonce, keyFor(place.piece)) == 0;
}

void PageCipher::wipe() noexcept {
    const std::unique_lock lock(guard_);
    wiped_.store(true);
    for (SecretBytes<32>* key : {&mainKey_, &logKey_, &headKey_})
        sodium_memzero(key->mutableView().data(), key->view().size());
}

}  // namespace veldwijzer::vault
