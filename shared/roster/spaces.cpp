// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "roster/step.h"

namespace veldwijzer::roster {

Result<void> Roster::applyNewSpace(const Step& step) {
    const wire::NewSpace& message = step.body.new_space();
    SpaceId id;
    if (!take(message.space(), id)) return malformed("the space's id has the wrong size");
    // The others follow from the region and its members, and come with them.
    if (message.type() != static_cast<std::uint32_t>(SpaceType::Team) || !message.owner().empty() ||
        !message.keys().previous_under_this().empty())
        return malformed("only a team's space can be added");
    if (!isCoordinator(step)) return fail(ErrorCode::Forbidden, "Only a coordinator may make a team.");
    if (spaces_.contains(id)) return fail(ErrorCode::Forbidden, "This space exists already.");
    if (sharedSpaces_.size() >= sharedSpacesPerRegion)
        return fail(ErrorCode::TooLarge, "This region has as many teams as one may have.");
    if (auto checked = checkName(message.sealed_name()); !checked) return checked;
    const KeysWanted wanted{id, 1, receiversOf(*step.authorMember), step.stale()};
    if (auto checked = checkKeys(message.keys(), wanted); !checked) return checked;

    const MemberId founder = step.authorMember->id;
    addSpace(message, step);
    setInTeam(spaces_.at(id), founder, true, step.position);
    return {};
}

Result<void> Roster::applySetSpaceMember(const Step& step) {
    const wire::SetSpaceMember& message = step.body.set_space_member();
    SpaceId spaceId;
    MemberId memberId;
    if (!take(message.space(), spaceId) || !take(message.member(), memberId))
        return malformed("an id has the wrong size");
    const auto found = spaces_.find(spaceId);
    if (found == spaces_.end() || found->second.type != SpaceType::Team)
        return fail(ErrorCode::Forbidden, "There is no such team.");
    Space& team = found->second;
    const Member* who = member(memberId);
    if (who == nullptr || who->removed)
        return fail(ErrorCode::NotAMember, "There is no such member, or they left the region.");
    const bool inTeam = memberHolds(*who, team);
    if (message.present() == inTeam) return malformed("it changes nothing");
    if (!message.present()) {
        if (!isCoordinator(step) && memberId != step.authorMember->id)
            return fail(ErrorCode::Forbidden, "Only a coordinator may take somebody out of a team.");
        if (message.has_keys()) return malformed("leaving gives no keys");
        if (team.members.size() == 1)
            return fail(ErrorCode::Forbidden, "A team needs at least one member, or nobody could read it.");
        setInTeam(team, memberId, false, step.position);
        return {};
    }
    if (!isCoordinator(step)) return fail(ErrorCode::Forbidden, "Only a coordinator may add to a team.");
    if (!memberHolds(*step.authorMember, team))
        return fail(ErrorCode::Forbidden, "Only somebody in the team has its key to give.");
    if (!holdsKey(who->role, SpaceType::Team))
        return fail(ErrorCode::Forbidden, "An attendee cannot be in a team.");
    if (!message.keys().previous_under_this().empty()) return malformed("a new member makes no epoch");
    const KeysWanted wanted{spaceId, team.epoch, receiversOf(*who), step.stale()};
    if (auto checked = checkKeys(message.keys(), wanted); !checked) return checked;

    team.keys.push_back(message.keys());
    setInTeam(team, memberId, true, step.position);
    return {};
}

Result<void> Roster::applyNewEpoch(const Step& step) {
    const wire::SpaceKeys& keys = step.body.new_epoch().keys();
    SpaceId id;
    if (!take(keys.space(), id)) return malformed("the space's id has the wrong size");
    const auto found = spaces_.find(id);
    if (found == spaces_.end()) return fail(ErrorCode::Forbidden, "This region has no such space.");
    Space& space = found->second;
    if (auto allowed = mayRenew(step.author->id, id); !allowed) return allowed;
    if (auto checked = checkEpochKeys(step, space); !checked) return checked;

    ++space.epoch;
    space.keys.push_back(keys);
    space.epochsSince.push_back(step.position);
    space.epochMadeMs = step.body.wall_ms();
    space.epochDue = false;
    return {};
}

Result<void> Roster::checkEpochKeys(const Step& step, const Space& space) const {
    const wire::SpaceKeys& keys = step.body.new_epoch().keys();
    if (keys.previous_under_this().size() != keyUnderKeyBytes)
        return malformed("the previous key is not under the new one");
    if (space.epoch == UINT32_MAX) return malformed("there are no more epochs");
    std::vector<Recipient> required = recipientsOf(holdersOf(space.id));
    for (const InvitationId& recovery : recoveriesOf(space.id))
        required.push_back(recipientOf(recovery));
    std::sort(required.begin(), required.end());
    const KeysWanted wanted{space.id, space.epoch + 1, std::move(required), step.stale()};
    // An invitation that is still open may be sealed to as well, so that its guest can read on arrival.
    std::vector<Recipient> others;
    if (auto checked = checkKeys(keys, wanted, &others); !checked) return checked;
    for (const Recipient& other : others) {
        const InvitationId id = *InvitationId::from(other);
        if (invitationHolds(id, space)) continue;
        if (step.stale())
            return fail(
                ErrorCode::EpochOld,
                "Somebody joined or left in the meantime. Nothing was changed; synchronise and try again.");
        return fail(ErrorCode::Forbidden, "Keys must be sealed to exactly the devices that may hold them.");
    }
    return {};
}

}  // namespace veldwijzer::roster
