// SPDX-License-Identifier: EUPL-1.2
#include "sync/state_reach.h"

#include <algorithm>

#include "base/text.h"
#include "signing/number_bytes.h"

namespace veldwijzer::sync {
namespace {

std::string settingOf(const SpaceId& space) {
    return "state-reach/" + toHex(space.view());
}

std::uint64_t furthest(const store::Store& store, const SpaceId& space) {
    const auto bytes = store.setting(settingOf(space));
    if (!bytes || bytes->size() != 8) return 0;
    return numberFrom(std::span<const std::uint8_t, 8>(bytes->data(), 8));
}

std::string owedSettingOf(const SpaceId& space) {
    return "state-owed/" + toHex(space.view());
}

constexpr std::size_t owedSize = ActorId::size + 8;

std::uint64_t seqIn(ByteView owed) {
    return numberFrom(std::span<const std::uint8_t, 8>(owed.data() + ActorId::size, 8));
}

}  // namespace

void noteStateIsOwed(store::Store& store, const SpaceId& space) {
    Bytes owed;
    for (const store::ActorHead& head : store.actorHeads(space)) {
        append(owed, head.actor.view());
        append(owed, numberBytes(head.seq));
    }
    store.setSetting(owedSettingOf(space), owed);
}

void noteShown(store::Store& store, const SpaceId& space,
               const std::vector<store::IncomingEnvelope>& envelopes) {
    const auto bytes = store.setting(owedSettingOf(space));
    if (!bytes || bytes->empty()) return;
    Bytes left;
    for (ByteView owed = *bytes; owed.size() >= owedSize; owed = owed.subspan(owedSize)) {
        const bool shown =
            std::any_of(envelopes.begin(), envelopes.end(), [&](const store::IncomingEnvelope& envelope) {
                return std::ranges::equal(envelope.actor.view(), owed.first(ActorId::size)) &&
                       envelope.firstSeq + envelope.changes.size() > seqIn(owed);
            });
        if (!shown) append(left, owed.first(owedSize));
    }
    if (left != *bytes) store.setSetting(owedSettingOf(space), left);
}

void noteStateReaches(store::Store& store, const SpaceId& space, std::uint64_t position) {
    // Nearly always the page that came with the acknowledgement has reached it: then there is nothing to
    // keep.
    const auto row = store.space(space);
    if (!row || position <= row->position || position <= furthest(store, space)) return;
    store.setSetting(settingOf(space), numberBytes(position));
}

bool stateIsThatOfCursor(const store::Store& store, const store::SpaceRow& row) {
    const auto owed = store.setting(owedSettingOf(row.id));
    return (!owed || owed->empty()) && furthest(store, row.id) <= row.position;
}

}  // namespace veldwijzer::sync
