// SPDX-License-Identifier: EUPL-1.2
#include "sync/state_reach.h"

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

}  // namespace

void noteStateReaches(store::Store& store, const SpaceId& space, std::uint64_t position) {
    // Nearly always the page that came with the acknowledgement has reached it: then there is nothing to
    // keep.
    const auto row = store.space(space);
    if (!row || position <= row->position || position <= furthest(store, space)) return;
    store.setSetting(settingOf(space), numberBytes(position));
}

bool stateIsThatOfCursor(const store::Store& store, const store::SpaceRow& row) {
    return furthest(store, row.id) <= row.position;
}

}  // namespace veldwijzer::sync
