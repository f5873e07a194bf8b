// SPDX-License-Identifier: EUPL-1.2
#include "simulation/region_keys.h"

#include "simulation/founded_region.h"

namespace veldwijzer::simulation {

const KeyRing& RegionKeys::in(const roster::Roster& roster) {
    if (roster.position() == position_) return ring_;
    position_ = roster.position();
    for (const auto& [id, space] : roster.spaces())
        for (const wire::SpaceKeys& keys : space.keys)
            if (!keys_.contains({id, keys.epoch()})) open(keys, id);
    ring_.clear();
    for (const auto& [name, key] : keys_)
        ring_.emplace(name.first, &key);
    return ring_;
}

void RegionKeys::open(const wire::SpaceKeys& keys, const SpaceId& space) {
    for (const wire::SealedKey& sealed : keys.keys())
        for (const FoundedRegion::Person& person : FoundedRegion::get().people()) {
            if (sealed.recipient() != toString(person.identity.device().view())) continue;
            auto key = person.identity.box.openKey(viewOf(sealed.sealed()));
            if (key) keys_.emplace(std::pair(space, keys.epoch()), std::move(*key));
            return;
        }
}

}  // namespace veldwijzer::simulation
