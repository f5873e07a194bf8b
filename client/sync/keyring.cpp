// SPDX-License-Identifier: EUPL-1.2
#include "sync/keyring.h"

#include <algorithm>

namespace veldwijzer::sync {
namespace {

constexpr std::size_t entrySize = SpaceId::size + 4 + 32;

void appendNumber(Bytes& target, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        target.push_back(static_cast<std::uint8_t>((value >> shift) & 0xffU));
}

std::uint32_t readNumber(ByteView bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(bytes[i]) << (8 * i);
    return value;
}

SealingKey keyFrom(ByteView bytes) {
    return SealingKey(std::span<const std::uint8_t, 32>(bytes.data(), 32));
}

}  // namespace

Bytes previousKeyContext(const SpaceId& space, std::uint32_t epoch) {
    Bytes context = toBytes(viewOf("veldwijzer previous key"));
    append(context, space.view());
    appendNumber(context, epoch);
    return context;
}

Result<Keyring> Keyring::from(ByteView bytes) {
    if (bytes.size() % entrySize != 0)
        return fail(ErrorCode::Malformed, "the keyring in the vault is cut off");
    Keyring ring;
    for (; !bytes.empty(); bytes = bytes.subspan(entrySize))
        ring.add(*SpaceId::from(bytes.first(SpaceId::size)), readNumber(bytes.subspan(SpaceId::size, 4)),
                 keyFrom(bytes.subspan(SpaceId::size + 4, 32)));
    return ring;
}

Unsealed Keyring::bytes() const {
    Bytes result;
    // Reserved at once: a vector that grows would leave copies of keys behind.
    result.reserve(keys_.size() * entrySize);
    for (const auto& [name, key] : keys_) {
        append(result, name.first.view());
        appendNumber(result, name.second);
        append(result, key.view());
    }
    return Unsealed(std::move(result));
}

void Keyring::add(const SpaceId& space, std::uint32_t epoch, SealingKey key) {
    keys_.insert_or_assign(std::pair(space, epoch), std::move(key));
}

const SealingKey* Keyring::find(const SpaceId& space, std::uint32_t epoch) const {
    const auto found = keys_.find(std::pair(space, epoch));
    return found == keys_.end() ? nullptr : &found->second;
}

bool Keyring::take(const wire::SpaceKeys& keys, ByteView recipient, const BoxKey& box) {
    const auto space = SpaceId::from(viewOf(keys.space()));
    if (!space) return false;
    bool taken = false;
    if (find(*space, keys.epoch()) == nullptr) {
        const auto mine =
            std::find_if(keys.keys().begin(), keys.keys().end(), [&](const wire::SealedKey& key) {
                return std::ranges::equal(viewOf(key.recipient()), recipient);
            });
        if (mine == keys.keys().end()) return false;
        auto opened = box.openKey(viewOf(mine->sealed()));
        if (!opened) return false;
        add(*space, keys.epoch(), std::move(*opened));
        taken = true;
    }
    // The key of the epoch before travels under this one, so that a newcomer reads what was written earlier.
    if (keys.epoch() > 1 && !keys.previous_under_this().empty() &&
        find(*space, keys.epoch() - 1) == nullptr) {
        const auto previous = unseal(*find(*space, keys.epoch()), viewOf(keys.previous_under_this()),
                                     previousKeyContext(*space, keys.epoch()));
        if (previous && previous->view().size() == 32) {
            add(*space, keys.epoch() - 1, keyFrom(previous->view()));
            taken = true;
        }
    }
    return taken;
}

}  // namespace veldwijzer::sync
