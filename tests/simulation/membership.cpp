// SPDX-License-Identifier: EUPL-1.2
#include "simulation/membership.h"

#include "roster/entries.h"
#include "sealing/box.h"
#include "sync/keyring.h"

namespace veldwijzer::simulation {
namespace {

roster::Author authorOf(Device& coordinator) {
    return {coordinator.person().identity.signing, coordinator.clock().wallMs()};
}

void queue(Device& coordinator, const wire::RosterEntry& entry) {
    coordinator.store().transact(
        [&] { coordinator.store().queueRosterEntry(viewOf(entry.SerializeAsString())); });
}

}  // namespace

bool queueNewEpoch(Device& coordinator, const SpaceId& space,
                   std::vector<std::pair<SpaceId, SealingKey>>& keys) {
    const roster::Roster& roster = coordinator.keeper().roster();
    const std::uint32_t epoch = roster.space(space)->epoch;
    const SealingKey* previous = coordinator.keeper().keyring().find(space, epoch);
    if (previous == nullptr) return false;
    SealingKey fresh;
    coordinator.random().fill(fresh.mutableView());
    const Bytes under =
        seal(fresh, previous->view(), sync::previousKeyContext(space, epoch + 1), coordinator.random()).bytes;
    const auto entry = roster::makeNewEpoch(
        roster, authorOf(coordinator), space,
        [&](const SpaceId&, const BoxPublicKey& to) { return sealKeyTo(to, fresh); }, under,
        coordinator.random());
    if (!entry) return false;
    keys.emplace_back(space, std::move(fresh));
    queue(coordinator, *entry);
    return true;
}

bool queueRole(Device& coordinator, const MemberId& member, roster::Role role) {
    const roster::Roster& roster = coordinator.keeper().roster();
    if (roster.member(member)->role == role) return false;
    const auto seal = [&](const SpaceId& space, const BoxPublicKey& to) -> Bytes {
        const SealingKey* key = coordinator.keeper().keyring().find(space, roster.space(space)->epoch);
        return key != nullptr ? sealKeyTo(to, *key) : Bytes{};
    };
    queue(coordinator,
          roster::makeSetRole(roster, authorOf(coordinator), member, role, seal, coordinator.random()));
    return true;
}

void queueRemoval(Device& coordinator, const Device& whose, bool person) {
    const roster::Roster& roster = coordinator.keeper().roster();
    queue(coordinator,
          person ? roster::makeRemoveMember(roster, authorOf(coordinator), whose.person().identity.member,
                                            coordinator.random())
                 : roster::makeRemoveDevice(roster, authorOf(coordinator), whose.id(), coordinator.random()));
}

}  // namespace veldwijzer::simulation
