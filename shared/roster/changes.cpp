// SPDX-License-Identifier: EUPL-1.2
//
// The small steps by which the state changes. Everything was checked before: nothing here can fail.
#include <algorithm>

#include "base/ensure.h"
#include "roster/step.h"
#include "signing/identity.h"

namespace veldwijzer::roster {

void Roster::addSpace(const wire::NewSpace& message, const Step& step) {
    Space space;
    ENSURE(take(message.space(), space.id));
    space.type = static_cast<SpaceType>(message.type());
    if (space.type == SpaceType::Personal) ENSURE(take(message.owner(), space.owner));
    space.sealedName = toBytes(viewOf(message.sealed_name()));
    space.keys.push_back(message.keys());
    space.createdAt = step.position;
    space.epochsSince.push_back(step.position);
    space.epochMadeMs = step.body.wall_ms();
    if (space.type != SpaceType::Personal) sharedSpaces_.insert(space.id);
    spaces_.emplace(space.id, std::move(space));
}

void Roster::addMember(const MemberId& id, Role role, const std::string& sealedName, std::uint64_t position) {
    Member member;
    member.id = id;
    member.role = role;
    member.sealedName = toBytes(viewOf(sealedName));
    member.roles.push_back({position, role});
    if (role == Role::Coordinator) coordinators_.insert(id);
    members_.emplace(id, std::move(member));
}

void Roster::addDevice(const MemberId& member, const wire::DeviceKeys& keys, std::uint64_t position,
                       const InvitationId& with) {
    Device device;
    ENSURE(take(keys.signing_key(), device.signingKey) && take(keys.box_key(), device.boxKey));
    device.id = deviceIdOf(device.signingKey);
    device.member = member;
    device.addedAt = position;
    device.joinedWith = with;
    members_.at(member).devices.push_back(device.id);
    devices_.emplace(device.id, device);
}

void Roster::removeDevice(const DeviceId& id, const Step& step) {
    Device& device = devices_.at(id);
    if (device.removed) return;
    device.removed = true;
    device.removedAt = step.position;
    device.removedBy = step.author->id;
    // Who is sent away may still have the link that let them in. (Who goes by themselves closes no door
    // behind others.)
    const auto door = invitations_.find(device.joinedWith);
    if (step.authorMember->id != device.member && door != invitations_.end()) door->second.revoked = true;
}

void Roster::changeRole(Member& member, Role role, std::uint64_t position) {
    if (member.role != role) member.roles.push_back({position, role});
    member.role = role;
    if (role == Role::Coordinator)
        coordinators_.insert(member.id);
    else
        coordinators_.erase(member.id);
}

void Roster::setInTeam(Space& team, const MemberId& member, bool present, std::uint64_t position) {
    if (present)
        team.members.push_back(member);
    else
        team.members.erase(std::find(team.members.begin(), team.members.end(), member));
    team.teamHistory.push_back({position, member, present});
    if (!present) team.epochDue = true;
}

void Roster::leaveTeams(const MemberId& member, std::uint64_t position) {
    for (const SpaceId& id : sharedSpaces_) {
        Space& space = spaces_.at(id);
        const auto& team = space.members;
        if (std::find(team.begin(), team.end(), member) != team.end())
            setInTeam(space, member, false, position);
    }
}

}  // namespace veldwijzer::roster
