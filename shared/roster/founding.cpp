// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "roster/step.h"
#include "signing/identity.h"

namespace veldwijzer::roster {
namespace {

// The region's own and the founder's. Without the confidential one: founded before that existed.
constexpr int foundingSpaces = static_cast<int>(regionSpaceTypes.size()) + 1;

bool isRegionSpace(std::uint32_t type) {
    return std::any_of(regionSpaceTypes.begin(), regionSpaceTypes.end(),
                       [&](SpaceType each) { return static_cast<std::uint32_t>(each) == type; });
}

}  // namespace

Result<void> Roster::applyGenesis(const Step& step) {
    if (auto checked = checkGenesis(step); !checked) return checked;
    if (auto checked = checkFounder(step); !checked) return checked;
    if (auto checked = checkRegionSpaces(step); !checked) return checked;

    const wire::Genesis& genesis = step.body.genesis();
    const MemberId member = *MemberId::from(viewOf(genesis.member()));
    rootKey_ = SigningPublicKey::from(viewOf(genesis.root_key()));
    addMember(member, Role::Coordinator, genesis.sealed_name(), step.position);
    addDevice(member, genesis.device(), step.position, {});
    for (const wire::NewSpace& space : genesis.spaces())
        addSpace(space, step);
    return {};
}

Result<void> Roster::checkGenesis(const Step& step) const {
    const wire::Genesis& genesis = step.body.genesis();
    SigningPublicKey root;
    SigningPublicKey server;
    if (!take(genesis.root_key(), root) || !take(genesis.server_key(), server))
        return malformed("a key has the wrong size");
    if (!step.entry.author().empty()) return malformed("the first entry has no author but the root key");
    if (server != anchor_.serverKey)
        return fail(ErrorCode::ServerChanged, "This region was founded on another server.");
    if (!anchor_.rootFingerprint && !anchor_.bootstrapKey)
        return fail(ErrorCode::Forbidden, "There is no invitation to found this region with.");
    if (anchor_.rootFingerprint && rootFingerprintOf(root) != *anchor_.rootFingerprint)
        return fail(ErrorCode::BadSignature,
                    "The membership log does not begin with the root key that the invitation names.");
    if (anchor_.bootstrapKey) {
        const auto signature = Signature::from(viewOf(genesis.bootstrap_signature()));
        if (!signature ||
            !verify(*anchor_.bootstrapKey, *signature, foundingPurpose, {anchor_.region.view(), root.view()}))
            return fail(ErrorCode::BadSignature, "The founding was not signed with the server's invitation.");
    } else if (genesis.bootstrap_signature().size() != Signature::size) {
        return malformed("a signature has the wrong size");
    }
    if (!step.signedBy(root))
        return fail(ErrorCode::BadSignature, "The founding was not signed by the root key.");
    return {};
}

Result<void> Roster::checkFounder(const Step& step) const {
    const wire::Genesis& genesis = step.body.genesis();
    MemberId member;
    if (!take(genesis.member(), member) || member.isZero()) return malformed("the member has no proper id");
    if (auto checked = checkName(genesis.sealed_name()); !checked) return checked;
    return checkDeviceKeys(genesis.device());
}

Result<void> Roster::checkRegionSpaces(const Step& step) const {
    const wire::Genesis& genesis = step.body.genesis();
    const MemberId member = *MemberId::from(viewOf(genesis.member()));
    const DeviceId device = deviceIdOf(*SigningPublicKey::from(viewOf(genesis.device().signing_key())));
    std::set<std::uint32_t> types;
    for (const wire::NewSpace& space : genesis.spaces()) {
        if (!types.insert(space.type()).second) return malformed("a space stands there twice");
        if (space.type() == static_cast<std::uint32_t>(SpaceType::Personal)) {
            if (auto checked = checkPersonal(space, member, device); !checked) return checked;
            continue;
        }
        if (!isRegionSpace(space.type())) return malformed("a space that a region isn't founded with");
        const SpaceId expected = regionSpace(anchor_.region, static_cast<SpaceType>(space.type()));
        SpaceId id;
        if (!take(space.space(), id) || id != expected || !space.owner().empty() ||
            !space.sealed_name().empty() || !space.keys().previous_under_this().empty())
            return malformed("a space that doesn't follow from the region");
        if (auto checked = checkKeys(space.keys(), {expected, 1, {recipientOf(device)}, false}); !checked)
            return checked;
    }
    types.insert(static_cast<std::uint32_t>(SpaceType::Confidential));
    if (static_cast<int>(types.size()) != foundingSpaces)
        return malformed("the region's spaces are not complete");
    return {};
}

Result<void> Roster::checkPersonal(const wire::NewSpace& space, const MemberId& member,
                                   const DeviceId& device) const {
    const SpaceId expected = personalSpace(anchor_.region, member);
    SpaceId id;
    MemberId owner;
    if (!take(space.space(), id) || id != expected || !take(space.owner(), owner) || owner != member ||
        space.type() != static_cast<std::uint32_t>(SpaceType::Personal) || !space.sealed_name().empty() ||
        !space.keys().previous_under_this().empty())
        return malformed("a personal space that doesn't follow from its owner");
    return checkKeys(space.keys(), {expected, 1, {recipientOf(device)}, false});
}

}  // namespace veldwijzer::roster
