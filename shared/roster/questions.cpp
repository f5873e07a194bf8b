// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "roster/step.h"

namespace veldwijzer::roster {
namespace {

template <typename Id, typename Value>
const Value* find(const std::map<Id, Value>& map, const Id& id) {
    const auto found = map.find(id);
    return found == map.end() ? nullptr : &found->second;
}

Role roleAt(const Member& member, std::uint64_t position) {
    Role role = member.roles.front().role;
    for (const RoleSince& since : member.roles)
        if (since.position <= position) role = since.role;
    return role;
}

bool inTeamAt(const Space& team, const MemberId& member, std::uint64_t position) {
    bool present = false;
    for (const TeamChange& change : team.teamHistory)
        if (change.member == member && change.position <= position) present = change.present;
    return present;
}

Error notAMember() {
    return fail(ErrorCode::NotAMember,
                "This device is not, or no longer, a member of the region. What it holds was not sent.");
}

}  // namespace

const Device* Roster::device(const DeviceId& id) const {
    return find(devices_, id);
}
const Member* Roster::member(const MemberId& id) const {
    return find(members_, id);
}
const Space* Roster::space(const SpaceId& id) const {
    return find(spaces_, id);
}
const Invitation* Roster::invitation(const InvitationId& id) const {
    return find(invitations_, id);
}

Result<Rights> Roster::rightsAt(const DeviceId& deviceId, const SpaceId& spaceId, std::uint64_t at) const {
    if (at > position())
        return fail(ErrorCode::DependenciesMissing,
                    "A change builds on a part of the membership log that has not arrived yet.");
    const Device* who = device(deviceId);
    if (who == nullptr || who->addedAt > at || (who->removed && who->removedAt <= at)) return notAMember();
    const Space* where = space(spaceId);
    if (where == nullptr || where->createdAt > at)
        return fail(ErrorCode::Forbidden, "This region has no such space.");
    const bool listed = where->type == SpaceType::Personal ? where->owner == who->member
                        : where->type == SpaceType::Team   ? inTeamAt(*where, who->member, at)
                                                           : true;
    if (!listed) return Rights{};
    return rightsOf(roleAt(members_.at(who->member), at), where->type);
}

Result<void> Roster::mayRead(const DeviceId& deviceId, const SpaceId& spaceId) const {
    const Result<Rights> rights = rightsAt(deviceId, spaceId, position());
    if (!rights) return rights.error();
    if (!rights->read) return fail(ErrorCode::Forbidden, "Your role does not give access to this space.");
    return {};
}

Result<void> Roster::mayWrite(const DeviceId& deviceId, const SpaceId& spaceId) const {
    return mayWrite(deviceId, spaceId, position());
}

Result<void> Roster::mayWrite(const DeviceId& deviceId, const SpaceId& spaceId, std::uint64_t at) const {
    const Result<Rights> rights = rightsAt(deviceId, spaceId, at);
    if (!rights) return rights.error();
    if (!rights->write) return fail(ErrorCode::Forbidden, "Your role does not allow changes in this space.");
    return {};
}

Result<void> Roster::checkSeen(std::uint64_t at, const Hash& hash) const {
    const std::optional<Hash> ours = hashAt(at);
    if (!ours)
        return fail(ErrorCode::DependenciesMissing,
                    "A change builds on a part of the membership log that has not arrived yet.");
    if (*ours != hash)
        return fail(ErrorCode::ChainBroken,
                    "A colleague's device was shown another membership log than this one.");
    return {};
}

std::vector<const Space*> Roster::sharedSpaces() const {
    std::vector<const Space*> shared;
    shared.reserve(sharedSpaces_.size());
    for (const SpaceId& id : sharedSpaces_)
        shared.push_back(space(id));
    return shared;
}

std::vector<const Space*> Roster::spacesAround(const MemberId& memberId) const {
    std::vector<const Space*> around = sharedSpaces();
    if (const Space* personal = space(personalSpace(anchor_.region, memberId))) around.push_back(personal);
    return around;
}

std::vector<SpaceId> Roster::readableBy(const DeviceId& deviceId) const {
    std::vector<SpaceId> result;
    if (const Device* who = device(deviceId))
        for (const Space* each : spacesAround(who->member))
            if (mayRead(deviceId, each->id)) result.push_back(each->id);
    return result;
}

std::vector<SpaceId> Roster::keyHeldBy(const DeviceId& deviceId) const {
    std::vector<SpaceId> result;
    const Device* who = device(deviceId);
    if (who == nullptr || who->removed) return result;
    for (const Space* each : spacesAround(who->member))
        if (memberHolds(members_.at(who->member), *each)) result.push_back(each->id);
    return result;
}

bool Roster::memberHolds(const Member& who, const Space& where) const {
    if (who.removed || !holdsKey(who.role, where.type)) return false;
    if (where.type == SpaceType::Personal) return where.owner == who.id;
    if (where.type == SpaceType::Team)
        return std::find(where.members.begin(), where.members.end(), who.id) != where.members.end();
    return true;
}

std::vector<DeviceId> Roster::liveDevices(const Member& who) const {
    std::vector<DeviceId> live;
    for (const DeviceId& id : who.devices)
        if (!devices_.at(id).removed) live.push_back(id);
    std::sort(live.begin(), live.end());
    return live;
}

std::vector<DeviceId> Roster::holdersOf(const SpaceId& spaceId) const {
    std::vector<DeviceId> holders;
    const Space* where = space(spaceId);
    if (where == nullptr) return holders;
    const auto addDevicesOf = [&](const MemberId& id) {
        const Member& who = members_.at(id);
        if (!memberHolds(who, *where)) return;
        const std::vector<DeviceId> live = liveDevices(who);
        holders.insert(holders.end(), live.begin(), live.end());
    };
    if (where->type == SpaceType::Personal) {
        addDevicesOf(where->owner);
    } else if (where->type == SpaceType::Team) {
        for (const MemberId& id : where->members)
            addDevicesOf(id);
    } else {
        for (const auto& [id, who] : members_)
            addDevicesOf(id);
    }
    std::sort(holders.begin(), holders.end());
    return holders;
}

const Invitation* Roster::recoveryOf(const MemberId& memberId) const {
    const Member* who = member(memberId);
    if (who == nullptr || !who->recovery || !checkInvitation(*who->recovery)) return nullptr;
    return invitation(*who->recovery);
}

std::vector<InvitationId> Roster::recoveriesOf(const SpaceId& spaceId) const {
    std::vector<InvitationId> found;
    const Space* where = space(spaceId);
    if (where == nullptr) return found;
    for (const auto& [id, who] : members_)
        if (who.recovery && memberHolds(who, *where) && recoveryOf(id) != nullptr)
            found.push_back(*who.recovery);
    return found;
}

// A recovery code is sealed to like a device, or it would open less with every year.
std::vector<std::array<std::uint8_t, 16>> Roster::receiversOf(const Member& who) const {
    std::vector<std::array<std::uint8_t, 16>> receivers;
    for (const DeviceId& id : liveDevices(who))
        receivers.push_back(id.bytes);
    if (const Invitation* recovery = recoveryOf(who.id)) receivers.push_back(recovery->id.bytes);
    std::sort(receivers.begin(), receivers.end());
    return receivers;
}

bool Roster::awaitsEpoch(const SpaceId& spaceId) const {
    const Space* where = space(spaceId);
    return where != nullptr && where->epochDue &&
           holdersOf(spaceId).size() + recoveriesOf(spaceId).size() <= epochRecipients;
}

// Who holds the old key may make the new one; for anybody else it would be a way to read along. In what the
// whole region shares that is the coordinators' part, except after a removal: then nobody should have to wait
// for one.
Result<void> Roster::mayRenew(const DeviceId& deviceId, const SpaceId& spaceId) const {
    const Device* who = device(deviceId);
    if (who == nullptr || who->removed) return notAMember();
    const Space* where = space(spaceId);
    if (where == nullptr) return fail(ErrorCode::Forbidden, "This region has no such space.");
    const Member& owner = members_.at(who->member);
    const bool shared = where->type != SpaceType::Team && where->type != SpaceType::Personal;
    const bool entitled =
        !shared || owner.role == Role::Coordinator || (where->epochDue && owner.role != Role::Attendee);
    if (!memberHolds(owner, *where) || !entitled)
        return fail(ErrorCode::Forbidden, "You may not change the keys of this space.");
    return {};
}

std::vector<KeyFor> Roster::keysSealedTo(ByteView recipient, const std::vector<const Space*>& spaces) const {
    const std::string wanted = toString(recipient);
    std::vector<KeyFor> found;
    for (const Space* each : spaces) {
        for (const wire::SpaceKeys& keys : each->keys) {
            const auto sealed = std::lower_bound(
                keys.keys().begin(), keys.keys().end(), wanted,
                [](const wire::SealedKey& key, const std::string& id) { return key.recipient() < id; });
            if (sealed != keys.keys().end() && sealed->recipient() == wanted)
                found.push_back({each->id, keys.epoch(), toBytes(viewOf(sealed->sealed()))});
        }
    }
    return found;
}

std::vector<KeyFor> Roster::keysFor(const DeviceId& id) const {
    const Device* who = device(id);
    if (who == nullptr) return {};
    return keysSealedTo(id.view(), spacesAround(who->member));
}

std::vector<KeyFor> Roster::keysFor(const InvitationId& id) const {
    const Invitation* found = invitation(id);
    if (found == nullptr) return {};
    std::vector<KeyFor> keys;
    for (const wire::SpaceKeys& each : found->keys)
        keys.push_back(
            {*SpaceId::from(viewOf(each.space())), each.epoch(), toBytes(viewOf(each.keys(0).sealed()))});
    for (KeyFor& later : keysSealedTo(id.view(), spacesAround(found->linksTo.value_or(MemberId{}))))
        keys.push_back(std::move(later));
    return keys;
}

}  // namespace veldwijzer::roster
