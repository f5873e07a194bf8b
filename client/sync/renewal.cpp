// SPDX-License-Identifier: EUPL-1.2
#include "sync/renewal.h"

#include "roster/entries.h"
#include "sealing/box.h"

namespace veldwijzer::sync {
namespace {

/// One deed on its way through.
class Remaking {
public:
    Remaking(const roster::Roster& upcoming, roster::Author author, const Keyring& keyring, Random& random)
        : upcoming_(upcoming), author_(author), keyring_(keyring), random_(random) {}

    std::optional<wire::RosterEntry> make(const wire::RosterBody& body) {
        switch (body.entry_case()) {
            case wire::RosterBody::kInvitation:
                return invitation(body.invitation());
            case wire::RosterBody::kSetRole:
                return role(body.set_role());
            case wire::RosterBody::kSetSpaceMember:
                return teamMember(body.set_space_member());
            case wire::RosterBody::kNewSpace:
                return team(body.new_space());
            default:
                return std::nullopt;
        }
    }

private:
    using Made = std::optional<wire::RosterEntry>;

    [[nodiscard]] roster::SealKey seal() const {
        return [this](const SpaceId& space, const BoxPublicKey& to) -> Bytes {
            const roster::Space* known = upcoming_.space(space);
            const SealingKey* key = keyring_.find(space, known != nullptr ? known->epoch : 1);
            return key != nullptr ? sealKeyTo(to, *key) : Bytes{};
        };
    }

    Made invitation(const wire::NewInvitation& message) {
        const auto signing = SigningPublicKey::from(viewOf(message.signing_key()));
        const auto box = BoxPublicKey::from(viewOf(message.box_key()));
        if (!signing || !box) return std::nullopt;
        const auto made = roster::makeInvitation(upcoming_, author_,
                                                 {.signingKey = *signing,
                                                  .boxKey = *box,
                                                  .role = static_cast<roster::Role>(message.role()),
                                                  .expiresMs = message.expires_ms(),
                                                  .maxUses = message.max_uses(),
                                                  .ownDevice = !message.member().empty(),
                                                  .recovery = message.recovery()},
                                                 seal(), random_);
        return made ? Made(*made) : std::nullopt;
    }

    Made role(const wire::SetRole& message) {
        const auto member = MemberId::from(viewOf(message.member()));
        if (!member) return std::nullopt;
        return roster::makeSetRole(upcoming_, author_, *member, static_cast<roster::Role>(message.role()),
                                   seal(), random_);
    }

    Made teamMember(const wire::SetSpaceMember& message) {
        const auto space = SpaceId::from(viewOf(message.space()));
        const auto member = MemberId::from(viewOf(message.member()));
        if (!space || !member || !message.present()) return std::nullopt;
        return roster::makeSetTeamMember(upcoming_, author_, *space, *member, true, seal(), random_);
    }

    Made team(const wire::NewSpace& message) {
        const auto space = SpaceId::from(viewOf(message.space()));
        if (!space) return std::nullopt;
        const auto made = roster::makeTeam(upcoming_, author_, *space, toBytes(viewOf(message.sealed_name())),
                                           seal(), random_);
        return made ? Made(*made) : std::nullopt;
    }

    const roster::Roster& upcoming_;
    roster::Author author_;
    const Keyring& keyring_;
    Random& random_;
};

}  // namespace

std::optional<wire::RosterEntry> madeAnew(const wire::RosterEntry& entry, const roster::Roster& upcoming,
                                          const roster::Roster& atServer, const Identity& identity,
                                          const Keyring& keyring, Random& random) {
    wire::RosterBody body;
    if (!body.ParseFromString(entry.body())) return std::nullopt;
    const auto made = Remaking(upcoming, {identity.signing, body.wall_ms()}, keyring, random).make(body);
    if (!made) return std::nullopt;
    return roster::seenFrom(*made, atServer, identity.signing);
}

}  // namespace veldwijzer::sync
