// SPDX-License-Identifier: EUPL-1.2
#include "session/audit.h"

#include "base/text.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

/// One entry on its way to being read.
class Reader {
public:
    Reader(const Session::State& state, const wire::RosterEntry& entry, const wire::RosterBody& body)
        : state_(state), roster_(state.keeper->roster()), entry_(entry), body_(body) {}

    AuditEntry read(std::uint64_t position) {
        result_.position = position;
        result_.atMs = body_.wall_ms();
        if (const auto author = DeviceId::from(viewOf(entry_.author()))) result_.by = nameOfDevice(*author);
        switch (body_.entry_case()) {
            case wire::RosterBody::kGenesis:
                result_.by = nameOf(body_.genesis().member());
                return say("founded");
            case wire::RosterBody::kInvitation:
                return invitation(body_.invitation());
            case wire::RosterBody::kRevokeInvitation:
                return say("invitation-withdrawn", shortOf(body_.revoke_invitation().invitation()));
            case wire::RosterBody::kJoin:
                return join(body_.join());
            case wire::RosterBody::kNewSpace:
                return say("team-made", spaceName(body_.new_space().space()));
            case wire::RosterBody::kSetRole:
                return say("role", nameOf(body_.set_role().member()), roleText(body_.set_role().role()));
            case wire::RosterBody::kRemoveMember:
                return say("member-removed", nameOf(body_.remove_member().member()));
            case wire::RosterBody::kRemoveDevice:
                return say("device-removed", deviceText(body_.remove_device().device()));
            case wire::RosterBody::kSetSpaceMember:
                return say(body_.set_space_member().present() ? "team-joined" : "team-left",
                           nameOf(body_.set_space_member().member()),
                           spaceName(body_.set_space_member().space()));
            case wire::RosterBody::kNewEpoch:
                return say("new-key", spaceName(body_.new_epoch().keys().space()),
                           std::to_string(body_.new_epoch().keys().epoch()));
            case wire::RosterBody::kEmptied:
                return say("device-emptied", deviceText(entry_.author()),
                           std::to_string(body_.emptied().unsent()) + " changes were never sent");
            case wire::RosterBody::ENTRY_NOT_SET:
                break;
        }
        return result_;
    }

private:
    AuditEntry say(std::string deed, std::string about = {}, std::string detail = {}) {
        result_.deed = std::move(deed);
        result_.about = std::move(about);
        result_.detail = std::move(detail);
        return result_;
    }

    AuditEntry invitation(const wire::NewInvitation& message) {
        if (message.recovery()) return say("recovery-code");
        const auto keys = SigningPublicKey::from(viewOf(message.signing_key()));
        return say("invited", keys ? toHex(invitationIdOf(*keys).view()).substr(0, 8) : "",
                   message.member().empty() ? roleText(message.role()) : "device");
    }

    AuditEntry join(const wire::Join& message) {
        result_.by = nameOf(message.member());
        const auto id = InvitationId::from(viewOf(message.invitation()));
        const roster::Invitation* by = id ? roster_.invitation(*id) : nullptr;
        if (by == nullptr || !by->linksTo)
            return say("joined", "", by != nullptr ? std::string(roster::roleName(by->role)) : "");
        return say(by->recovery ? "recovered" : "device-joined");
    }

    [[nodiscard]] std::string nameOf(const std::string& bytes) const {
        const auto id = MemberId::from(viewOf(bytes));
        if (!id) return "";
        return state_.identity && *id == state_.identity->member ? "you" : state_.nameOf(*id);
    }
    [[nodiscard]] std::string nameOfDevice(const DeviceId& id) const {
        const roster::Device* device = roster_.device(id);
        return device != nullptr ? nameOf(toString(device->member.view())) : shortOf(toString(id.view()));
    }
    [[nodiscard]] std::string deviceText(const std::string& bytes) const {
        const auto id = DeviceId::from(viewOf(bytes));
        return id ? nameOfDevice(*id) + " " + shortOf(bytes) : "";
    }
    [[nodiscard]] std::string spaceName(const std::string& bytes) const {
        const auto id = SpaceId::from(viewOf(bytes));
        const roster::Space* space = id ? roster_.space(*id) : nullptr;
        if (space == nullptr) return shortOf(bytes);
        if (space->type == roster::SpaceType::Team) return "team/" + state_.nameOfTeam(*space);
        const std::string type(roster::spaceTypeName(space->type));
        return space->type == roster::SpaceType::Personal
                   ? type + " of " + nameOf(toString(space->owner.view()))
                   : type;
    }
    static std::string shortOf(const std::string& bytes) { return toHex(viewOf(bytes)).substr(0, 8); }
    static std::string roleText(std::uint32_t number) {
        return std::string(roster::roleName(static_cast<roster::Role>(number)));
    }

    const Session::State& state_;
    const roster::Roster& roster_;
    const wire::RosterEntry& entry_;
    const wire::RosterBody& body_;
    AuditEntry result_;
};

}  // namespace

std::vector<AuditEntry> auditOf(Session& session, std::size_t limit) {
    std::vector<AuditEntry> found;
    const Session::State& state = session.state();
    if (!state.joined()) return found;
    const std::vector<Bytes> entries = state.store->rosterEntries();
    for (std::size_t i = entries.size(); i > 0 && found.size() < limit; --i) {
        const Bytes& bytes = entries[i - 1];
        wire::RosterEntry entry;
        wire::RosterBody body;
        if (entry.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) &&
            body.ParseFromString(entry.body()))
            found.push_back(Reader(state, entry, body).read(i));
    }
    return found;
}

}  // namespace veldwijzer::session
