// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/limits.h"
#include "roster/step.h"
#include "signing/identity.h"

namespace veldwijzer::roster {
namespace {

Result<void> checkTerms(const wire::NewInvitation& message, WallMs madeMs,
                        std::optional<WallMs> serverTimeMs) {
    if (message.max_uses() == 0 || message.max_uses() > limits::invitationMaxUses)
        return fail(ErrorCode::InvalidArgument, "An invitation is good for 1 to 10,000 uses.");
    if (message.recovery()) {
        if (message.expires_ms() != 0 || madeMs < 0) return malformed("a recovery code does not expire");
        return {};
    }
    // Compared without subtracting: both numbers are the author's to choose.
    const WallMs span = limits::invitationMaxMs;
    if (madeMs < 0 || message.expires_ms() < 0) return malformed("a time before 1970");
    if (madeMs > message.expires_ms() || message.expires_ms() - madeMs < limits::invitationMinMs ||
        message.expires_ms() - madeMs > span)
        return fail(ErrorCode::InvalidArgument, "An invitation is good for 15 minutes to 14 days.");
    if (!serverTimeMs) return {};
    if (message.expires_ms() < *serverTimeMs)
        return fail(ErrorCode::InvitationExpired,
                    "This invitation had expired before it reached the server. Make a new one.");
    // The author's clock may be ahead, but not so far that the limit means nothing.
    if (message.expires_ms() - *serverTimeMs > span + limits::clockAheadMs)
        return fail(ErrorCode::InvalidArgument,
                    "An invitation is good for at most 14 days. Is the clock of this device right?");
    return {};
}

Error mayNotInvite() {
    return fail(ErrorCode::Forbidden, "Only a coordinator may invite people.");
}

}  // namespace

bool Roster::isCoordinator(const Step& step) const {
    return step.authorMember->role == Role::Coordinator;
}

Result<void> Roster::checkLink(const Step& step, const MemberId& linked, std::optional<Role> role) const {
    if (linked != step.authorMember->id)
        return fail(ErrorCode::Forbidden, "A further device can only be linked by its owner.");
    if (role != step.authorMember->role) return malformed("a linked device has its owner's role");
    if (step.body.invitation().max_uses() != 1) return malformed("a link is for one device");
    return {};
}

Result<void> Roster::applyInvitation(const Step& step) {
    const wire::NewInvitation& message = step.body.invitation();
    Invitation invitation;
    if (!take(message.signing_key(), invitation.signingKey) || !take(message.box_key(), invitation.boxKey))
        return malformed("an invitation's key has the wrong size");
    if (!isUsable(invitation.boxKey)) return malformed("an invitation's key is one that anybody could open");
    const std::optional<Role> role = roleFromNumber(message.role());
    if (!role) return malformed("there is no such role");
    if (message.member().empty()) {
        if (message.recovery()) return malformed("a recovery code is for its maker");
        if (!isCoordinator(step)) return mayNotInvite();
    } else {
        MemberId linked;
        if (!take(message.member(), linked)) return malformed("the member's id has the wrong size");
        if (auto checked = checkLink(step, linked, role); !checked) return checked;
        invitation.linksTo = linked;
        invitation.recovery = message.recovery();
    }
    if (auto checked = checkTerms(message, step.body.wall_ms(), step.serverTimeMs); !checked) return checked;
    invitation.id = invitationIdOf(invitation.signingKey);
    if (invitations_.contains(invitation.id))
        return fail(ErrorCode::Forbidden, "This invitation stands in the membership log already.");
    invitation.role = *role;
    if (auto checked = checkInvitationKeys(step, invitation); !checked) return checked;

    invitation.expiresMs = message.expires_ms();
    invitation.maxUses = message.max_uses();
    invitation.author = step.author->id;
    invitation.keys.assign(message.keys().begin(), message.keys().end());
    if (invitation.recovery) {
        // One sheet of paper counts: the newest.
        std::optional<InvitationId>& sheet = members_.at(*invitation.linksTo).recovery;
        if (sheet) invitations_.at(*sheet).revoked = true;
        sheet = invitation.id;
    }
    invitations_.emplace(invitation.id, std::move(invitation));
    return {};
}

Result<void> Roster::checkInvitationKeys(const Step& step, const Invitation& invitation) const {
    // The guest doesn't exist yet: what a new member of the role would hold, or what the linked one holds.
    Member guest;
    guest.role = invitation.role;
    if (invitation.linksTo) guest = members_.at(*invitation.linksTo);
    std::set<SpaceId> expected;
    for (const Space* space : spacesAround(invitation.linksTo.value_or(MemberId{})))
        if (memberHolds(guest, *space)) expected.insert(space->id);
    for (const wire::SpaceKeys& keys : step.body.invitation().keys()) {
        SpaceId id;
        if (!take(keys.space(), id)) return malformed("a space's id has the wrong size");
        if (expected.erase(id) == 0)
            return fail(ErrorCode::Forbidden, "An invitation holds a key that its role does not give.");
        if (!keys.previous_under_this().empty()) return malformed("an invitation makes no epoch");
        const KeysWanted wanted{id, spaces_.at(id).epoch, {recipientOf(invitation.id)}, step.stale()};
        if (auto checked = checkKeys(keys, wanted); !checked) return checked;
    }
    if (!expected.empty())
        return fail(ErrorCode::Forbidden, "An invitation lacks a key that its role needs.");
    return {};
}

Result<void> Roster::applyRevocation(const Step& step) {
    InvitationId id;
    if (!take(step.body.revoke_invitation().invitation(), id))
        return malformed("the invitation's id has the wrong size");
    const auto found = invitations_.find(id);
    if (found == invitations_.end())
        return fail(ErrorCode::InvitationUnknown, "There is no such invitation to withdraw.");
    const bool own = devices_.at(found->second.author).member == step.authorMember->id;
    if (!own && !isCoordinator(step))
        return fail(ErrorCode::Forbidden, "Only a coordinator may withdraw an invitation.");
    found->second.revoked = true;
    return {};
}

// Judged when it is used: a coordinator who left, or a device that was lost, invites nobody any more.
bool Roster::stillEntitled(const Invitation& invitation) const {
    const Device& author = devices_.at(invitation.author);
    // The phone that made it is mostly the one that was lost.
    if (invitation.recovery) return !members_.at(*invitation.linksTo).removed;
    if (author.removed) return false;
    return invitation.linksTo || members_.at(author.member).role == Role::Coordinator;
}

Result<void> Roster::checkInvitation(const InvitationId& id, std::optional<WallMs> serverTimeMs) const {
    const Invitation* found = invitation(id);
    if (found == nullptr)
        return fail(ErrorCode::InvitationUnknown,
                    "This region knows no such invitation. Ask the coordinator for a new one.");
    if (found->revoked || !stillEntitled(*found))
        return fail(ErrorCode::InvitationRevoked,
                    "This invitation was withdrawn. Ask the coordinator for a new one.");
    if (found->uses >= found->maxUses)
        return fail(ErrorCode::InvitationUsed,
                    "This invitation was used already. Ask the coordinator for a new one.");
    if (serverTimeMs && !found->recovery && *serverTimeMs > found->expiresMs)
        return fail(ErrorCode::InvitationExpired,
                    "This invitation has expired. Ask the coordinator for a new one.");
    return {};
}

bool Roster::invitationHolds(const InvitationId& id, const Space& space) const {
    if (!checkInvitation(id)) return false;
    const Invitation& found = invitations_.at(id);
    if (found.linksTo) return memberHolds(members_.at(*found.linksTo), space);
    Member guest;
    guest.role = found.role;
    return memberHolds(guest, space);
}

std::vector<InvitationId> Roster::invitationsHolding(const SpaceId& spaceId) const {
    std::vector<InvitationId> holding;
    const Space* found = space(spaceId);
    if (found == nullptr) return holding;
    for (const auto& [id, invitation] : invitations_)
        if (invitationHolds(id, *found)) holding.push_back(id);
    return holding;
}

}  // namespace veldwijzer::roster
