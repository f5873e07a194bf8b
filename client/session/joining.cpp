// SPDX-License-Identifier: EUPL-1.2
// Founding a region and joining one.
#include <algorithm>
#include <map>

#include "base/limits.h"
#include "base/text.h"
#include "base/utf8.h"
#include "roster/entries.h"
#include "sealing/sealed_name.h"
#include "session/recovery_code.h"
#include "session/session.h"
#include "session/state.h"
#include "signing/request.h"
#include "wire/envelope.h"

namespace veldwijzer::session {
namespace {

constexpr std::string_view joinPath = "/v1/join";
constexpr int joinPagesAtMost = 1000;

Error nameNeeded() {
    return fail(ErrorCode::InvalidArgument, "give the name under which colleagues know you");
}

/// May be empty: whether one is needed, only the membership log tells.
Result<std::string> checkedName(std::string_view name) {
    if (!isUtf8(name)) return nameNeeded();
    for (const char character : name)
        if (static_cast<unsigned char>(character) < 0x20 || character == 0x7f)
            return fail(ErrorCode::InvalidArgument, "a name holds no control characters");
    if (name.size() > limits::memberNameBytes)
        return fail(ErrorCode::InvalidArgument,
                    "a name has at most " + std::to_string(limits::memberNameBytes) + " bytes");
    return std::string(name);
}

/// What stands in front of a server says some things itself, unsigned; anything else came from elsewhere.
Error unsignedRefusal(const sync::Response& response) {
    const bool passing = response.status == 429 || (response.status >= 502 && response.status <= 504);
    if (passing && response.serverSignature.empty())
        return fail(ErrorCode::Busy, "the server is busy or restarting (status " +
                                         std::to_string(response.status) +
                                         "). Nothing was lost; ask again with the same invitation");
    if (response.status >= 500 && response.status != 511 && response.serverSignature.empty())
        return fail(ErrorCode::ServerError, "the server failed (status " + std::to_string(response.status) +
                                                "). Nothing was lost; ask again with the same invitation");
    return fail(ErrorCode::ServerChanged,
                "the answer (status " + std::to_string(response.status) +
                    ") did not come from this region's server. Check the network and ask again with the same "
                    "invitation; if that does not help, ask the coordinator for a new one");
}

/// The reason in an answer that is not 200, if the pinned server signed it.
Error refusal(const SigningPublicKey& server, std::string_view requestBody, const sync::Response& response) {
    const auto bytes = fromBase64Url(response.serverSignature);
    const auto signature = bytes ? Signature::from(*bytes) : std::nullopt;
    wire::ErrorResponse answer;
    if (!signature ||
        !checkAnswer(server, *signature, viewOf(requestBody), response.status, viewOf(response.body)) ||
        !answer.ParseFromString(response.body))
        return unsignedRefusal(response);
    return fail(errorNamed(answer.reason()).value_or(ErrorCode::ServerError), answer.message());
}

/// One conversation with /v1/join in the name of an invitation.
class JoinTalk {
public:
    JoinTalk(const roster::InvitationLink& link, const SigningKey& invitation, Environment environment,
             sync::Transport& transport)
        : link_(link), invitation_(invitation), environment_(environment), transport_(transport) {}

    Result<wire::JoinResponse> ask(const wire::RosterEntry* entry, std::uint64_t rosterPosition) {
        for (int attempt = 0;; ++attempt) {
            auto answer = askOnce(entry, rosterPosition);
            // The device's clock may be wrong: the server signed its own time in the refusal.
            if (answer || answer.error().code != ErrorCode::ClockSkew || attempt >= 2) return answer;
        }
    }

private:
    Result<wire::JoinResponse> askOnce(const wire::RosterEntry* entry, std::uint64_t rosterPosition) {
        wire::JoinRequest request;
        const InvitationId id = invitationIdOf(invitation_.publicKey());
        const WallMs now = environment_.clock.wallMs() + offsetMs_;
        request.set_protocol(wire::protocolVersion);
        request.set_region(link_.region.bytes.data(), RegionId::size);
        if (entry != nullptr) *request.mutable_entry() = *entry;
        request.set_invitation(id.bytes.data(), InvitationId::size);
        request.set_time_ms(now);
        const Signature proof =
            roster::signJoinRequest(invitation_, link_.region, now, serverIdOf(link_.serverKey));
        request.set_invitation_signature(proof.bytes.data(), Signature::size);
        request.set_roster_position(rosterPosition);

        const std::string body = request.SerializeAsString();
        const auto response = transport_.post({std::string(joinPath), body, ""});
        if (!response) return response.error();
        if (response->status != 200) return refused(body, *response);
        const auto bytes = fromBase64Url(response->serverSignature);
        const auto signature = bytes ? Signature::from(*bytes) : std::nullopt;
        wire::JoinResponse answer;
        if (!signature ||
            !checkAnswer(link_.serverKey, *signature, viewOf(body), response->status, viewOf(response->body)))
            return fail(
                ErrorCode::ServerChanged,
                "another server answered than the one in the invitation. Nothing was sent to it that it can "
                "use. Check the network, or ask the coordinator for a new invitation");
        if (!answer.ParseFromString(response->body))
            return fail(ErrorCode::Malformed, "the server's answer cannot be read");
        return answer;
    }

    Error refused(std::string_view body, const sync::Response& response) {
        Error error = refusal(link_.serverKey, body, response);
        wire::ErrorResponse answer;
        if (error.code == ErrorCode::ClockSkew && answer.ParseFromString(response.body))
            offsetMs_ = answer.server_time_ms() - environment_.clock.wallMs();
        return error;
    }

    const roster::InvitationLink& link_;
    const SigningKey& invitation_;
    Environment environment_;
    sync::Transport& transport_;
    std::int64_t offsetMs_ = 0;
};

Result<void> judged(const wire::JoinResponse& answer) {
    const auto status = static_cast<wire::OutcomeStatus>(answer.outcome().status());
    if (status == wire::OutcomeStatus::Accepted || status == wire::OutcomeStatus::Duplicate) return {};
    const ErrorCode code = errorNamed(answer.outcome().reason()).value_or(ErrorCode::Forbidden);
    const char* advice = code == ErrorCode::InvitationExpired   ? "this invitation has expired"
                         : code == ErrorCode::InvitationUsed    ? "this invitation was used already"
                         : code == ErrorCode::InvitationRevoked ? "this invitation was withdrawn"
                                                                : "the server did not accept the invitation";
    return fail(code, std::string(advice) + "; ask the coordinator for a new one");
}

using SpaceKeyMap = std::map<SpaceId, SealingKey>;

/// Makes a key for every space it is asked for, once, and seals it.
roster::SealKey sealingFresh(SpaceKeyMap& keys, Random& random) {
    return [&keys, &random](const SpaceId& space, const BoxPublicKey& to) {
        auto found = keys.find(space);
        if (found == keys.end()) {
            SealingKey fresh;
            random.fill(fresh.mutableView());
            found = keys.emplace(space, std::move(fresh)).first;
        }
        return sealKeyTo(to, found->second);
    };
}

sync::Identity freshIdentity(Random& random) {
    return {random.id<MemberId>(), SigningKey::generate(random), BoxKey::generate(random)};
}

/// For a region without a server.
class OnlyOffline final : public sync::Transport {
public:
    Result<sync::Response> post(const sync::Request&) override {
        return fail(ErrorCode::Offline, "this region has no server");
    }
};

}  // namespace

/// Founding and joining share their shape: prepare once and keep what was prepared, send, take the answer.
class Joiner {
public:
    Joiner(Session::State& state, const roster::InvitationLink& link, std::string name,
           sync::Transport& transport)
        : state_(state),
          link_(link),
          name_(std::move(name)),
          invitation_(invitationKeysOf(link.secret)),
          talk_(link, invitation_.signing, state.environment, transport) {}

    /// Founds without a server: what it would say yes to is taken as said.
    Result<void> here() {
        auto prepared = prepare();
        if (!prepared) return prepared.error();
        wire::JoinResponse answer;
        *answer.add_roster_entries() = *prepared;
        answer.set_roster_head(1);
        return finish(*prepared, std::move(answer));
    }

    Result<void> run() {
        auto prepared = prepare();
        if (!prepared) return prepared.error();
        auto answer = talk_.ask(&*prepared, state_.keeper->roster().position());
        if (!answer) return answer.error();
        if (auto accepted = judged(*answer); !accepted) {
            // What this server will never take must not be sent again with another invitation.
            state_.store->transact([&] { state_.store->setSetting(joiningSetting, {}); });
            return accepted;
        }
        return finish(*prepared, *answer);
    }

private:
    [[nodiscard]] bool founding() const { return !link_.rootFingerprint.has_value(); }

    /// The entry to send: the one kept from an earlier try with this invitation, or a new one, kept first.
    Result<wire::RosterEntry> prepare() {
        wire::RosterEntry entry;
        const auto kept = state_.store->setting(joiningSetting);
        const InvitationId id = invitationIdOf(invitation_.signing.publicKey());
        if (kept && kept->size() > InvitationId::size && state_.keeper &&
            std::ranges::equal(ByteView(*kept).first(InvitationId::size), id.view()) &&
            entry.ParseFromArray(kept->data() + InvitationId::size,
                                 static_cast<int>(kept->size() - InvitationId::size)))
            return entry;
        if (founding() && name_.empty()) return nameNeeded();
        return founding() ? prepareFounding(id) : prepareJoin(id);
    }

    void keep(const InvitationId& id, const wire::RosterEntry& entry, SpaceKeyMap&& keys) {
        Bytes kept = toBytes(id.view());
        append(kept, viewOf(entry.SerializeAsString()));
        state_.store->setSetting(joiningSetting, kept);
        state_.store->setSetting(joinedWithSetting, id.view());
        state_.store->setSetting(ownNameSetting, viewOf(name_));
        for (auto& [space, key] : keys)
            state_.keeper->addKey(space, 1, std::move(key));
        state_.keeper->save();
    }

    Result<wire::RosterEntry> prepareFounding(const InvitationId& id) {
        Random& random = state_.environment.random;
        const SigningKey root = SigningKey::generate(random);
        state_.identity = freshIdentity(random);
        state_.region = link_;
        state_.region->rootFingerprint = roster::rootFingerprintOf(root.publicKey());
        SpaceKeyMap keys;
        const auto sealer = sealingFresh(keys, random);
        const SpaceId map = roster::regionSpace(link_.region, roster::SpaceType::Map);
        sealer(map, state_.identity->box.publicKey());  // the map's key seals the name
        roster::Anchor anchor = state_.anchor();
        anchor.bootstrapKey = invitation_.signing.publicKey();
        const wire::RosterEntry entry = roster::makeGenesis(
            anchor,
            {.member = state_.identity->member,
             .device = {state_.identity->signing.publicKey(), state_.identity->box.publicKey()},
             .sealedName = sealName({map, 1}, keys.at(map), state_.identity->member.view(), name_, random)},
            root, invitation_.signing, sealer, state_.environment.clock.wallMs(), random);
        state_.store->transact([&] {
            state_.saveIdentity();
            state_.saveRegion();
            state_.store->setSetting(rootSeedSetting, root.seed().view());
            if (auto loaded = state_.load(); !loaded)
                throw StorageError(loaded.error().code, loaded.error().message);
            keep(id, entry, std::move(keys));
        });
        return entry;
    }

    Result<wire::RosterEntry> prepareJoin(const InvitationId& id) {
        Random& random = state_.environment.random;
        state_.identity = freshIdentity(random);
        state_.region = link_;
        auto roster = fetchRoster();
        if (!roster) return roster.error();
        const roster::Invitation* invitation = roster->invitation(id);
        if (invitation == nullptr)
            return fail(
                ErrorCode::InvitationUnknown,
                "this region does not know the invitation (yet). The coordinator's device must sync first");

        if (!invitation->linksTo && name_.empty()) return nameNeeded();

        sync::Keyring fromInvitation;
        const std::vector<roster::KeyFor> sealedToUs = roster->keysFor(id);
        for (const roster::KeyFor& sealed : sealedToUs)
            if (auto key = invitation_.box.openKey(sealed.sealed))
                fromInvitation.add(sealed.space, sealed.epoch, std::move(*key));
        if (invitation->linksTo) state_.identity->member = *invitation->linksTo;
        SpaceKeyMap fresh;
        const auto sealer = sealingFresh(fresh, random);
        const auto entry = roster::makeJoin(
            *roster, invitation_.signing, state_.identity->signing,
            {.member = state_.identity->member,
             .boxKey = state_.identity->box.publicKey(),
             .sealedName = invitation->linksTo ? Bytes{} : sealedName(sealedToUs, fromInvitation)},
            sealer, state_.environment.clock.wallMs(), random);
        if (!entry) return entry.error();
        state_.store->transact([&] {
            state_.saveIdentity();
            state_.saveRegion();
            if (auto loaded = state_.load(); !loaded)
                throw StorageError(loaded.error().code, loaded.error().message);
            for (const roster::KeyFor& sealed : sealedToUs)
                if (const SealingKey* key = fromInvitation.find(sealed.space, sealed.epoch))
                    state_.keeper->addKey(sealed.space, sealed.epoch, key->copy());
            keep(id, *entry, std::move(fresh));
        });
        return *entry;
    }

    /// Sealed for those who read the map. An attendee holds no key of the map: then an empty name travels,
    /// under a key that nobody keeps.
    Bytes sealedName(const std::vector<roster::KeyFor>& held, const sync::Keyring& keyring) {
        Random& random = state_.environment.random;
        const ByteView member = state_.identity->member.view();
        const SpaceId map = roster::regionSpace(link_.region, roster::SpaceType::Map);
        // Newest first: that key every reader of the map has.
        for (auto sealed = held.rbegin(); sealed != held.rend(); ++sealed) {
            const SealingKey* key = keyring.find(sealed->space, sealed->epoch);
            if (sealed->space == map && key != nullptr)
                return sealName({map, sealed->epoch}, *key, member, name_, random);
        }
        SealingKey nobodys;
        random.fill(nobodys.mutableView());
        return sealName({map, 1}, nobodys, member, "", random);
    }

    Result<roster::Roster> fetchRoster() {
        roster::Roster roster(state_.anchor());
        for (int page = 0; page < joinPagesAtMost; ++page) {
            const auto answer = talk_.ask(nullptr, roster.position());
            if (!answer) return answer.error();
            if (answer->roster_from() != roster.position())
                return fail(ErrorCode::ChainBroken, "the server's membership log has a gap");
            for (const wire::RosterEntry& entry : answer->roster_entries())
                if (auto applied = roster.apply(entry); !applied) return applied.error();
            if (roster.position() >= answer->roster_head()) return roster;
            if (answer->roster_entries().empty()) break;
        }
        return fail(ErrorCode::ChainBroken, "the server's membership log does not end");
    }

    /// Takes the membership log that came with the yes, page by page.
    Result<void> finish(const wire::RosterEntry& entry, wire::JoinResponse answer) {
        for (int page = 0; page < joinPagesAtMost; ++page) {
            Result<void> taken;
            state_.store->transact(
                [&] { taken = state_.keeper->take(answer.roster_from(), answer.roster_entries()); });
            if (!taken) return taken;
            if (state_.keeper->roster().position() >= answer.roster_head()) break;
            auto next = talk_.ask(&entry, state_.keeper->roster().position());
            if (!next) return next.error();
            answer = std::move(*next);
        }
        if (!state_.joined())
            return fail(ErrorCode::ChainBroken,
                        "the server says that this device joined, but its membership log does not show it");
        state_.store->transact([&] {
            state_.store->setSetting(joiningSetting, {});
            state_.keeper->save();
        });
        return {};
    }

    Session::State& state_;
    const roster::InvitationLink& link_;
    std::string name_;
    InvitationKeys invitation_;
    JoinTalk talk_;
};

Result<void> Session::foundHere(std::string_view regionName, std::string_view name) {
    if (joined())
        return fail(ErrorCode::InvalidArgument, "this device is in the region '" +
                                                    state_->region->regionName +
                                                    "' already; a second region needs a vault of its own");
    auto checked = checkedName(name);
    if (!checked) return checked.error();
    Random& random = state_->environment.random;
    roster::InvitationLink link;
    link.url = noServer;
    link.serverKey = SigningKey::generate(random).publicKey();  // nobody holds it: no server can ever answer
    link.region = random.id<RegionId>();
    link.regionName = regionName;
    random.fill(link.secret);
    OnlyOffline nobody;
    return Joiner(*state_, link, std::move(*checked), nobody).here();
}

Result<void> Session::recover(roster::InvitationLink link, std::string_view code,
                              sync::Transport& transport) {
    const auto secret = recoverySecretFrom(code);
    if (!secret) return secret.error();
    if (!link.rootFingerprint)
        return fail(
            ErrorCode::InvalidArgument,
            "this link is for founding a region; use the one on the recovery sheet, or any invitation of "
            "the region");
    link.secret = *secret;
    auto joined = join(link, {}, transport);
    if (!joined && joined.error().code == ErrorCode::InvitationUnknown)
        return fail(
            ErrorCode::InvitationUnknown,
            "this code opens nothing in this region. It may have been replaced by a newer one, or belong to "
            "another region");
    if (!joined && (joined.error().code == ErrorCode::InvitationUsed ||
                    joined.error().code == ErrorCode::InvitationRevoked))
        return fail(
            joined.error().code,
            "this recovery code does not work any more: it was used, replaced by a newer one, or its owner "
            "left the region");
    return joined;
}

bool Session::hasServer() const {
    return !url().empty() && url() != noServer;
}

Result<void> Session::join(const roster::InvitationLink& link, std::string_view name,
                           sync::Transport& transport) {
    const InvitationId invitation = invitationIdOf(invitationKeysOf(link.secret).signing.publicKey());
    const auto before = state_->store->setting(joinedWithSetting);
    // Asked again after an answer that nobody saw: it is done already.
    if (joined() && before && InvitationId::from(*before) == invitation) return {};
    if (joined())
        return fail(ErrorCode::InvalidArgument, "this device is in the region '" +
                                                    state_->region->regionName +
                                                    "' already; a second region needs a vault of its own");
    auto checked = checkedName(name);
    if (!checked) return checked.error();
    try {
        auto result = Joiner(*state_, link, std::move(*checked), transport).run();
        // A try that failed leaves half a state in memory; what counts is what was kept.
        if (!result)
            if (auto loaded = state_->load(); !loaded) return loaded;
        return result;
    } catch (const StorageError& error) {
        if (auto loaded = state_->load(); !loaded) return loaded;
        return fail(error.code(), error.what());
    }
}

}  // namespace veldwijzer::session
