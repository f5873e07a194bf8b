// SPDX-License-Identifier: EUPL-1.2
#include "log/join_rules.h"

#include "base/limits.h"
#include "roster/entries.h"

namespace veldwijzer::server {
namespace {

enum class JoinKind { FetchOnly, Genesis, Join };

Result<JoinKind> kindOf(const wire::JoinRequest& request) {
    if (!request.has_entry()) return JoinKind::FetchOnly;
    wire::RosterBody body;
    if (!body.ParseFromString(request.entry().body()))
        return fail(ErrorCode::Malformed, "The membership entry cannot be parsed.");
    if (body.has_genesis()) return JoinKind::Genesis;
    if (body.has_join()) return JoinKind::Join;
    return fail(ErrorCode::InvalidArgument, "An invitation admits its holder and does nothing else.");
}

/// The key behind the invitation that the request names.
Result<SigningPublicKey> invitationKey(const roster::Roster& roster, const Bootstrap& bootstrap,
                                       const std::string& idBytes) {
    const auto id = InvitationId::from(viewOf(idBytes));
    if (!id) return fail(ErrorCode::Malformed, "The invitation's id has the wrong size.");
    if (*id == invitationIdOf(bootstrap.key)) return bootstrap.key;
    const roster::Invitation* known = roster.invitation(*id);
    if (known == nullptr)
        return fail(ErrorCode::InvitationUnknown,
                    "The server knows no such invitation, or it was replaced by a newer one.");
    return known->signingKey;
}

bool signedWith(const SigningPublicKey& key, const wire::JoinRequest& request, const Region& region) {
    const auto signature = Signature::from(viewOf(request.invitation_signature()));
    return signature && roster::checkJoinRequest(key, *signature, region.id, request.time_ms(),
                                                 serverIdOf(region.serverKey));
}

Result<void> checkBootstrap(const roster::Roster& roster, const Bootstrap& bootstrap, WallMs now) {
    if (roster.founded())
        return fail(ErrorCode::InvitationUsed,
                    "The region was founded already. Ask its coordinator for an invitation.");
    if (now > bootstrap.expiresMs)
        return fail(ErrorCode::InvitationExpired,
                    "This invitation has expired. Make a new one with `veldwijzer-server invite`.");
    return {};
}

}  // namespace

Result<void> admitJoin(const wire::JoinRequest& request, const roster::Roster& roster,
                       const Bootstrap& bootstrap, const Region& region, WallMs now) {
    const auto kind = kindOf(request);
    if (!kind) return kind.error();
    if (request.time_ms() < now - limits::requestSkewMs || request.time_ms() > now + limits::requestSkewMs)
        return fail(ErrorCode::ClockSkew, "The clock of this device differs too much from the server's.");
    const auto key = invitationKey(roster, bootstrap, request.invitation());
    if (!key) return key.error();
    if (!signedWith(*key, request, region))
        return fail(ErrorCode::BadSignature, "The request is not signed with the invitation.");

    const bool founds = *key == bootstrap.key;
    // A repeated founding entry finds its first copy in the log, however late.
    if (*kind == JoinKind::Join || (*kind == JoinKind::Genesis && roster.founded())) return {};
    return founds ? checkBootstrap(roster, bootstrap, now)
                  : roster.checkInvitation(invitationIdOf(*key), now);
}

}  // namespace veldwijzer::server
