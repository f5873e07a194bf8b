// SPDX-License-Identifier: EUPL-1.2
#include "sync/rotation.h"

#include "base/ensure.h"
#include "roster/entries.h"
#include "sealing/box.h"

namespace veldwijzer::sync {
namespace {

/// Clocks of colleagues may differ by so much; a key that claims to be made later than that is of no known
/// age.
constexpr std::int64_t claimsAheadMs = 24LL * 3600 * 1000;

bool isOld(const roster::Space& space, WallMs now) {
    if (space.type == roster::SpaceType::Personal) return false;
    return space.epochMadeMs < now - epochLifetimeMs || space.epochMadeMs > now + claimsAheadMs;
}

}  // namespace

std::set<SpaceId> spacesDue(const roster::Roster& roster) {
    std::set<SpaceId> due;
    for (const auto& [id, space] : roster.spaces())
        if (space.epochDue && roster.awaitsEpoch(id)) due.insert(id);
    return due;
}

std::vector<SpaceId> Rotation::wanted(WallMs now) const {
    std::vector<SpaceId> result;
    const DeviceId device = identity_.device();
    for (const SpaceId& id : upcoming_.keyHeldBy(device)) {
        const roster::Space& space = *upcoming_.space(id);
        if (!upcoming_.awaitsEpoch(id) && !isOld(space, now)) continue;
        if (upcoming_.mayRenew(device, id) && keyring_.find(id, space.epoch) != nullptr) result.push_back(id);
    }
    return result;
}

wire::RosterEntry Rotation::entryFor(const SpaceId& id, WallMs now, Random& random) const {
    const roster::Space& space = *upcoming_.space(id);
    const SealingKey* previous = keyring_.find(id, space.epoch);
    ENSURE(previous != nullptr);
    SealingKey fresh;
    random.fill(fresh.mutableView());
    const Bytes under = seal(fresh, previous->view(), previousKeyContext(id, space.epoch + 1), random).bytes;
    const KeySealer sealer(fresh);
    const auto entry = roster::makeNewEpoch(
        upcoming_, {identity_.signing, now}, id,
        [&](const SpaceId&, const BoxPublicKey& to) { return sealer.to(to); }, under, random);
    ENSURE(entry.has_value());
    return roster::seenFrom(*entry, atServer_, identity_.signing);
}

}  // namespace veldwijzer::sync
