// SPDX-License-Identifier: EUPL-1.2
#include "vault/key_file.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/file.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "vault/number_bytes.h"
#include "vault/passphrase_kdf.h"

namespace veldwijzer::vault {
namespace {

constexpr std::string_view magic = "VWVAULT\n";
constexpr std::uint32_t formatVersion = 1;
constexpr std::uint32_t passphraseKind = 1;
constexpr std::size_t headSize = magic.size() + 4 + VaultId::size + 4;
constexpr std::size_t fileMax = 64 * limits::kib;
constexpr std::size_t slotsMax = 32;

// A passphrase slot: passes, memory, salt, nonce, the data key under the passphrase's key, tag.
constexpr std::size_t costSize = 4 + 8;
constexpr std::size_t saltSize = crypto_pwhash_SALTBYTES;
constexpr std::size_t keySize = 32;
constexpr std::size_t slotSize = costSize + saltSize + nonceSize + keySize + tagSize;

Error damaged(const std::string& what) {
    return fail(ErrorCode::VaultDamaged,
                "the vault's key file (keys) " + what +
                    ". Nothing was changed. Put back a copy of the file \"keys\" from a backup of this "
                    "vault; without it "
                    "the vault cannot be opened, but what was synchronised is still on your other devices");
}

Bytes associatedData(const VaultId& id, std::uint32_t kind, ByteView costAndSalt) {
    Bytes data = toBytes(viewOf("veldwijzer vault key slot"));
    data.resize(data.size() + 8);
    putLittleEndian(data.data() + data.size() - 8, formatVersion);
    putLittleEndian(data.data() + data.size() - 4, kind);
    append(data, id.view());
    append(data, costAndSalt);
    return data;
}

KdfCost costOf(const std::uint8_t* body) {
    return {getLittleEndian<std::uint32_t>(body),
            static_cast<std::size_t>(getLittleEndian<std::uint64_t>(body + 4))};
}

Hash hashOfFile(ByteView bytes) {
    return hashOf("veldwijzer vault key file", {bytes});
}

}  // namespace

Result<void> checkPassphrase(std::string_view passphrase) {
    if (passphrase.size() > limits::passphraseMaxBytes)
        return fail(ErrorCode::TooLarge, "the passphrase is longer than " +
                                             std::to_string(limits::passphraseMaxBytes) +
                                             " bytes. Nothing was changed. Choose a shorter one");
    if (!isUtf8(passphrase))
        return fail(
            ErrorCode::InvalidArgument,
            "the passphrase is not valid UTF-8 text. Nothing was changed. Choose one that can be typed");
    const auto startsCharacter = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
    const auto characters = std::count_if(passphrase.begin(), passphrase.end(), startsCharacter);
    if (static_cast<std::size_t>(characters) < limits::passphraseMinCharacters)
        return fail(ErrorCode::WeakPassphrase,
                    "the passphrase is shorter than " + std::to_string(limits::passphraseMinCharacters) +
                        " characters. Nothing was changed. Choose a longer one: a few words will do");
    return {};
}

Result<KeyFile> KeyFile::parse(ByteView bytes) {
    if (bytes.size() < headSize + Hash::size || textOf(bytes.first(magic.size())) != magic)
        return damaged("is cut off or is not a key file");
    const auto version = getLittleEndian<std::uint32_t>(bytes.data() + magic.size());
    const ByteView content = bytes.first(bytes.size() - Hash::size);
    const Hash sum = hashOfFile(content);
    if (!std::equal(sum.bytes.begin(), sum.bytes.end(), bytes.end() - Hash::size))
        return damaged("is damaged: its contents do not match its checksum");
    if (version != formatVersion)
        return fail(ErrorCode::UnsupportedVersion,
                    "this vault was made by a newer version of the program (format " +
                        std::to_string(version) + "). Nothing was changed. Update the program and try again");
    KeyFile file;
    const std::uint8_t* next = bytes.data() + magic.size() + 4;
    std::copy_n(next, VaultId::size, file.id_.bytes.begin());
    const auto count = getLittleEndian<std::uint32_t>(next + VaultId::size);
    ByteView rest = content.subspan(headSize);
    if (count > slotsMax) return damaged("is damaged: it claims too many slots");
    for (std::uint32_t i = 0; i < count; ++i) {
        if (rest.size() < 8) return damaged("is damaged: a slot is cut off");
        const auto size = getLittleEndian<std::uint32_t>(rest.data() + 4);
        if (rest.size() - 8 < size) return damaged("is damaged: a slot is cut off");
        file.slots_.push_back({getLittleEndian<std::uint32_t>(rest.data()), toBytes(rest.subspan(8, size))});
        rest = rest.subspan(8 + size);
    }
    if (!rest.empty()) return damaged("is damaged: bytes follow the last slot");
    return file;
}

Bytes KeyFile::serialize() const {
    Bytes bytes = toBytes(viewOf(magic));
    const auto putNumber = [&bytes](std::uint32_t number) {
        bytes.resize(bytes.size() + sizeof number);
        putLittleEndian(bytes.data() + bytes.size() - sizeof number, number);
    };
    putNumber(formatVersion);
    append(bytes, id_.view());
    putNumber(static_cast<std::uint32_t>(slots_.size()));
    for (const Slot& slot : slots_) {
        putNumber(slot.kind);
        putNumber(static_cast<std::uint32_t>(slot.body.size()));
        append(bytes, slot.body);
    }
    append(bytes, hashOfFile(bytes).view());
    return bytes;
}

Result<KeyFile::Slot> KeyFile::passphraseSlot(const VaultId& id, const DataKey& key,
                                              std::string_view passphrase, KdfCost cost, Random& random) {
    if (Result<void> good = checkPassphrase(passphrase); !good) return good.error();
    if (!withinBounds(cost))
        return fail(ErrorCode::InvalidArgument, "the cost of the passphrase lies outside what is allowed");
    Slot slot{passphraseKind, Bytes(slotSize)};
    std::uint8_t* body = slot.body.data();
    putLittleEndian(body, static_cast<std::uint32_t>(cost.passes));
    putLittleEndian(body + 4, static_cast<std::uint64_t>(cost.memoryBytes));
    std::uint8_t* salt = body + costSize;
    std::uint8_t* nonce = salt + saltSize;
    random.fill({salt, saltSize + nonceSize});
    Result<SecretBytes<32>> wrapping = deriveKey(passphrase, {salt, saltSize}, cost);
    if (!wrapping) return wrapping.error();
    const Bytes data = associatedData(id, slot.kind, {body, costSize + saltSize});
    std::uint8_t* sealedKey = nonce + nonceSize;
    crypto_aead_xchacha20poly1305_ietf_encrypt_detached(sealedKey, sealedKey + keySize, nullptr,
                                                        key.view().data(), keySize, data.data(), data.size(),
                                                        nullptr, nonce, wrapping->view().data());
    return slot;
}

Result<KeyFile> KeyFile::make(const VaultId& id, const DataKey& key, std::string_view passphrase,
                              KdfCost cost, Random& random) {
    KeyFile empty;
    empty.id_ = id;
    return empty.withPassphrase(key, passphrase, cost, random);
}

Result<KeyFile> KeyFile::withPassphrase(const DataKey& key, std::string_view passphrase, KdfCost cost,
                                        Random& random) const {
    Result<Slot> slot = passphraseSlot(id_, key, passphrase, cost, random);
    if (!slot) return slot.error();
    KeyFile file = *this;
    std::erase_if(file.slots_, [](const Slot& old) { return old.kind == passphraseKind; });
    file.slots_.insert(file.slots_.begin(), std::move(*slot));
    return file;
}

Result<DataKey> KeyFile::unlock(std::string_view passphrase) const {
    const auto isPassphrase = [](const Slot& slot) { return slot.kind == passphraseKind; };
    const auto slot = std::find_if(slots_.begin(), slots_.end(), isPassphrase);
    if (slot == slots_.end()) return damaged("holds no slot for a passphrase");
    return openSlot(id_, *slot, passphrase);
}

Result<DataKey> KeyFile::openSlot(const VaultId& id, const Slot& slot, std::string_view passphrase) {
    if (slot.body.size() != slotSize) return damaged("is damaged: a slot has the wrong size");
    const std::uint8_t* body = slot.body.data();
    const KdfCost cost = costOf(body);
    if (!withinBounds(cost))
        return damaged(
            "was altered: it asks for a cheaper or dearer derivation than this program ever uses. Somebody "
            "may have "
            "tried to make the passphrase easier to guess");
    const std::uint8_t* salt = body + costSize;
    const std::uint8_t* nonce = salt + saltSize;
    const std::uint8_t* sealedKey = nonce + nonceSize;
    if (passphrase.size() > limits::passphraseMaxBytes) passphrase = "";  // never a right one
    Result<SecretBytes<32>> wrapping = deriveKey(passphrase, {salt, saltSize}, cost);
    if (!wrapping) return wrapping.error();
    const Bytes data = associatedData(id, slot.kind, {body, costSize + saltSize});
    DataKey key;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt_detached(key.mutableView().data(), nullptr, sealedKey,
                                                            keySize, sealedKey + keySize, data.data(),
                                                            data.size(), nonce, wrapping->view().data()) != 0)
        return fail(ErrorCode::WrongPassphrase,
                    "the passphrase does not open this vault. Nothing was changed. Check for capitals and "
                    "the keyboard "
                    "layout, and try again");
    return key;
}

Result<KeyFile> readKeyFile(const std::filesystem::path& path) {
    Result<Bytes> bytes = readFile(path, fileMax);
    if (bytes) return KeyFile::parse(*bytes);
    if (bytes.error().code == ErrorCode::NotFound) return damaged("is missing");
    if (bytes.error().code == ErrorCode::TooLarge) return damaged("is damaged: it is far too large");
    return bytes.error();
}

}  // namespace veldwijzer::vault
