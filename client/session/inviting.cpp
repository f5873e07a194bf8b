// SPDX-License-Identifier: EUPL-1.2
// Inviting others, and withdrawing that.
#include <algorithm>

#include "roster/entries.h"
#include "session/abbreviation.h"
#include "session/membership_queue.h"
#include "session/session.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

using State = InvitationInfo::State;

State stateOf(const roster::Roster& roster, const roster::Roster& known, const roster::Invitation& invitation,
              WallMs now) {
    const Result<void> usable = roster.checkInvitation(invitation.id, now);
    if (!usable)
        return usable.error().code == ErrorCode::InvitationUsed      ? State::Used
               : usable.error().code == ErrorCode::InvitationExpired ? State::Expired
                                                                     : State::Withdrawn;
    return known.invitation(invitation.id) == nullptr ? State::Waiting : State::Open;
}

}  // namespace

Result<std::string> Session::invite(roster::Role role, std::uint32_t uses, std::int64_t validMs) {
    if (!joined()) return state_->mayWrite({}).error();
    roster::Guest guest;
    guest.role = role;
    guest.maxUses = uses;
    guest.expiresMs = state_->environment.clock.wallMs() + validMs;
    return MembershipQueue(*state_).invite(guest);
}

std::vector<InvitationInfo> Session::invitations() const {
    std::vector<InvitationInfo> found;
    if (!joined()) return found;
    const State& state = *state_;
    const roster::Roster all = state.rosterAndQueue();
    const WallMs now = state.environment.clock.wallMs();
    for (const auto& [id, invitation] : all.invitations()) {
        if (invitation.recovery) continue;  // a sheet of paper in somebody's safe is no invitation
        const MemberId author = all.device(invitation.author)->member;
        found.push_back(
            {.id = id,
             .role = invitation.linksTo ? "device" : std::string(roster::roleName(invitation.role)),
             .uses = invitation.uses,
             .maxUses = invitation.maxUses,
             .expiresMs = invitation.expiresMs,
             .by = author == state.identity->member ? "you" : state.nameOf(author),
             .state = stateOf(all, state.keeper->roster(), invitation, now)});
    }
    const auto usable = [](const InvitationInfo& info) {
        return info.state == InvitationInfo::State::Open || info.state == InvitationInfo::State::Waiting;
    };
    std::ranges::sort(found, [&](const InvitationInfo& a, const InvitationInfo& b) {
        if (usable(a) != usable(b)) return usable(a);
        return a.expiresMs != b.expiresMs ? a.expiresMs > b.expiresMs : a.id < b.id;
    });
    return found;
}

Result<void> Session::revokeInvitation(const InvitationId& id) {
    if (!joined()) return state_->mayWrite({}).error();
    State& state = *state_;
    const roster::Roster known = state.rosterAndQueue();
    const roster::Invitation* invitation = known.invitation(id);
    if (invitation != nullptr && invitation->revoked) return {};
    if (invitation != nullptr && invitation->uses >= invitation->maxUses)
        return fail(
            ErrorCode::InvitationUsed,
            "this invitation was used as often as it allowed, so there is nothing to withdraw. Who came "
            "in by it stays a member");
    MembershipQueue queue(state);
    return queue.add(roster::makeRevocation(queue.roster(), queue.author(), id, queue.random()));
}

Result<InvitationId> Session::invitationFrom(std::string_view typed) const {
    const auto range = abbreviated<InvitationId>(typed);
    if (!range) return notAnId(typed);
    std::vector<std::string> candidates;
    std::optional<InvitationId> only;
    for (const InvitationInfo& info : invitations()) {
        if (info.id < range->first || range->last < info.id) continue;
        only = info.id;
        candidates.push_back(toHex(info.id.view()) + "  " + info.role + " by " + info.by);
    }
    if (candidates.size() > 1) return ambiguous(typed, candidates);
    if (!only)
        return fail(ErrorCode::InvitationUnknown,
                    "this device knows no invitation with this id; `invitations` lists them");
    return *only;
}

}  // namespace veldwijzer::session
