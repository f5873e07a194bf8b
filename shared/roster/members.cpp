// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "roster/step.h"

namespace veldwijzer::roster {
namespace {

Error noSuchMember() {
    return fail(ErrorCode::NotAMember, "There is no such member, or they left the region.");
}

}  // namespace

// Without somebody who can invite and remove, a region could never be mended again.
Result<void> Roster::checkCoordinatorRemains(const MemberId& without, const DeviceId* device) const {
    for (const MemberId& id : coordinators_) {
        const std::vector<DeviceId> live = liveDevices(members_.at(id));
        const bool remains =
            id != without
                ? !live.empty()
                : device != nullptr && std::any_of(live.begin(), live.end(),
                                                   [&](const DeviceId& each) { return each != *device; });
        if (remains) return {};
    }
    return fail(ErrorCode::Forbidden,
                "A region needs at least one coordinator. Make somebody else coordinator first.");
}

Result<void> Roster::applySetRole(const Step& step) {
    const wire::SetRole& message = step.body.set_role();
    MemberId id;
    if (!take(message.member(), id)) return malformed("the member's id has the wrong size");
    const std::optional<Role> role = roleFromNumber(message.role());
    if (!role) return malformed("there is no such role");
    if (!isCoordinator(step)) return fail(ErrorCode::Forbidden, "Only a coordinator may change roles.");
    const auto found = members_.find(id);
    if (found == members_.end() || found->second.removed) return noSuchMember();
    Member& member = found->second;
    if (member.role == Role::Coordinator && *role != Role::Coordinator)
        if (auto checked = checkCoordinatorRemains(id, nullptr); !checked) return checked;

    Member after = member;
    after.role = *role;
    std::vector<Space*> gained;
    std::vector<Space*> lost;
    for (const SpaceId& spaceId : sharedSpaces_) {
        Space& space = spaces_.at(spaceId);
        const bool before = memberHolds(member, space);
        if (before == memberHolds(after, space)) continue;
        (before ? lost : gained).push_back(&space);
    }
    if (auto checked = checkGainedKeys(step, member, gained); !checked) return checked;

    for (std::size_t i = 0; i < gained.size(); ++i)
        gained[i]->keys.push_back(message.keys(static_cast<int>(i)));
    for (Space* space : lost)
        space->epochDue = true;
    if (!holdsKey(*role, SpaceType::Team)) leaveTeams(id, step.position);
    changeRole(member, *role, step.position);
    return {};
}

// Those who rise could otherwise read nothing until the next rotation.
Result<void> Roster::checkGainedKeys(const Step& step, const Member& member,
                                     const std::vector<Space*>& gained) const {
    const wire::SetRole& message = step.body.set_role();
    if (message.keys_size() != static_cast<int>(gained.size()))
        return fail(ErrorCode::Forbidden, "A change of role comes with exactly the keys that it gives.");
    const std::vector<Recipient> devices = receiversOf(member);
    for (std::size_t i = 0; i < gained.size(); ++i) {
        const wire::SpaceKeys& keys = message.keys(static_cast<int>(i));
        if (!keys.previous_under_this().empty()) return malformed("a change of role makes no epoch");
        const KeysWanted wanted{gained[i]->id, gained[i]->epoch, devices, step.stale()};
        if (auto checked = checkKeys(keys, wanted); !checked) return checked;
    }
    return {};
}

Result<void> Roster::applyRemoveMember(const Step& step) {
    MemberId id;
    if (!take(step.body.remove_member().member(), id)) return malformed("the member's id has the wrong size");
    if (!isCoordinator(step) && id != step.authorMember->id)
        return fail(ErrorCode::Forbidden, "Only a coordinator may remove somebody else.");
    const auto found = members_.find(id);
    if (found == members_.end() || found->second.removed) return noSuchMember();
    Member& member = found->second;
    if (member.role == Role::Coordinator)
        if (auto checked = checkCoordinatorRemains(id, nullptr); !checked) return checked;

    for (const SpaceId& spaceId : sharedSpaces_) {
        Space& space = spaces_.at(spaceId);
        if (memberHolds(member, space)) space.epochDue = true;
    }
    leaveTeams(id, step.position);
    for (const DeviceId& device : member.devices)
        removeDevice(device, step);
    member.removed = true;
    member.removedAt = step.position;
    coordinators_.erase(id);
    return {};
}

Result<void> Roster::applyRemoveDevice(const Step& step) {
    DeviceId id;
    if (!take(step.body.remove_device().device(), id)) return malformed("the device's id has the wrong size");
    const Device* found = device(id);
    const bool own = found != nullptr && found->member == step.authorMember->id;
    if (!own && !isCoordinator(step))
        return fail(ErrorCode::Forbidden, "Only a coordinator or its owner may remove a device.");
    if (found == nullptr || found->removed)
        return fail(ErrorCode::NotAMember, "There is no such device, or it was removed before.");
    const Member& owner = members_.at(found->member);
    if (owner.role == Role::Coordinator)
        if (auto checked = checkCoordinatorRemains(owner.id, &id); !checked) return checked;

    for (const Space* space : spacesAround(owner.id))
        if (memberHolds(owner, *space)) spaces_.at(space->id).epochDue = true;
    removeDevice(id, step);
    return {};
}

// The one thing that a removed device still has to say. A server cannot make it up, and it gives nothing.
Result<void> Roster::applyEmptied(const Step& step) {
    DeviceId id;
    if (!take(step.entry.author(), id)) return malformed("the author's id has the wrong size");
    const auto found = devices_.find(id);
    if (found == devices_.end() || !found->second.removed)
        return fail(ErrorCode::NotAMember, "Only a device that was removed says that it emptied itself.");
    Device& device = found->second;
    if (!step.signedBy(device.signingKey))
        return fail(ErrorCode::BadSignature, "A membership entry was not signed by the device it names.");
    if (device.emptiedAt != 0) return fail(ErrorCode::Forbidden, "This device has said so already.");
    device.emptiedAt = step.position;
    device.unsentWhenEmptied = step.body.emptied().unsent();
    return {};
}

}  // namespace veldwijzer::roster
