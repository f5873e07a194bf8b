// SPDX-License-Identifier: EUPL-1.2
#include "roster/step.h"
#include "signing/identity.h"

namespace veldwijzer::roster {

Result<void> Roster::applyJoin(const Step& step) {
    const wire::Join& join = step.body.join();
    InvitationId id;
    MemberId member;
    if (!take(join.invitation(), id) || step.entry.author() != join.invitation())
        return malformed("it names two invitations");
    // Zero stands for a guest who is nobody yet.
    if (!take(join.member(), member) || member.isZero()) return malformed("the member has no proper id");
    if (auto checked = checkInvitation(id, step.serverTimeMs); !checked) return checked;
    Invitation& invitation = invitations_.at(id);
    if (!step.signedBy(invitation.signingKey))
        return fail(ErrorCode::BadSignature, "Somebody joined without holding the invitation.");
    if (auto checked = checkDeviceKeys(join.device()); !checked) return checked;
    const SigningPublicKey key = *SigningPublicKey::from(viewOf(join.device().signing_key()));
    if (!step.holds(
            join.device_signature(), key, joiningPurpose,
            {anchor_.region.view(), id.view(), member.view(), key.view(), viewOf(join.device().box_key())}))
        return fail(ErrorCode::BadSignature, "Somebody joined with a key that is not theirs.");
    const DeviceId device = deviceIdOf(key);
    if (devices_.contains(device)) return fail(ErrorCode::Forbidden, "This device is registered already.");
    if (devices_.size() >= devicesPerRegion)
        return fail(ErrorCode::TooLarge, "This region has as many devices as one may have.");
    const auto fits =
        invitation.linksTo ? checkFurtherDevice(step, invitation) : checkNewMember(step, device);
    if (!fits) return fits;

    ++invitation.uses;
    if (!invitation.linksTo) {
        addMember(member, invitation.role, join.sealed_name(), step.position);
        addSpace(join.personal(), step);
    }
    addDevice(member, join.device(), step.position, id);
    return {};
}

Result<void> Roster::checkNewMember(const Step& step, const DeviceId& device) const {
    const wire::Join& join = step.body.join();
    const MemberId member = *MemberId::from(viewOf(join.member()));
    if (members_.contains(member)) return fail(ErrorCode::Forbidden, "This member is registered already.");
    if (auto checked = checkName(join.sealed_name()); !checked) return checked;
    if (!join.has_personal()) return malformed("a new member has a personal space");
    if (auto checked = checkPersonal(join.personal(), member, device); !checked) return checked;
    // A team may not sit where the personal space must come.
    if (spaces_.contains(personalSpace(anchor_.region, member)))
        return malformed("the personal space exists already");
    return {};
}

Result<void> Roster::checkFurtherDevice(const Step& step, const Invitation& invitation) const {
    const wire::Join& join = step.body.join();
    if (*MemberId::from(viewOf(join.member())) != *invitation.linksTo)
        return fail(ErrorCode::Forbidden, "This invitation links a device of somebody else.");
    if (join.has_personal() || !join.sealed_name().empty())
        return malformed("a further device brings no name and no space");
    if (liveDevices(members_.at(*invitation.linksTo)).size() >= devicesPerMember)
        return fail(ErrorCode::TooLarge,
                    "You have as many devices as one person may have. Remove one that you no longer use.");
    return {};
}

}  // namespace veldwijzer::roster
