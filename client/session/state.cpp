// SPDX-License-Identifier: EUPL-1.2
#include "session/state.h"

#include "base/text.h"
#include "sealing/sealed_name.h"
#include "vault/vault_folder.h"

namespace veldwijzer::session {
namespace {

constexpr std::size_t seedSize = 32;

SecretBytes<seedSize> seedAt(ByteView bytes, std::size_t offset) {
    return SecretBytes<seedSize>(std::span<const std::uint8_t, seedSize>(bytes.data() + offset, seedSize));
}

Result<sync::Identity> identityFrom(ByteView bytes) {
    if (bytes.size() != MemberId::size + 2 * seedSize)
        return fail(ErrorCode::VaultDamaged, "the identity in the vault cannot be read");
    return sync::Identity{*MemberId::from(bytes.first(MemberId::size)),
                          SigningKey::fromSeed(seedAt(bytes, MemberId::size).view()),
                          BoxKey::fromSeed(seedAt(bytes, MemberId::size + seedSize).view())};
}

}  // namespace

Result<void> Session::State::load() {
    keeper.reset();
    identity.reset();
    region.reset();
    if (const auto bytes = store->setting(regionSetting)) {
        auto link = roster::decodeLink(textOf(*bytes));
        if (!link) return fail(ErrorCode::VaultDamaged, "the region in the vault cannot be read");
        region = std::move(*link);
    }
    if (const auto bytes = store->setting(identitySetting)) {
        auto read = identityFrom(*bytes);
        if (!read) return read.error();
        identity = std::move(*read);
    }
    if (!region || !identity) return {};
    auto loaded = sync::RosterKeeper::load(*store, *identity, anchor());
    if (!loaded) return loaded.error();
    keeper = std::move(*loaded);
    return {};
}

void Session::State::goOnUnderNewNames(std::uint64_t head) {
    // In one transaction: half of it would pass for a vault in order.
    store->transact([&] {
        store->raiseHead(head);
        for (const store::SpaceRow& row : store->spaces())
            store->reincarnate(row.id);
    });
}

void Session::State::saveIdentity() {
    Bytes bytes;
    bytes.reserve(MemberId::size + 2 * seedSize);
    append(bytes, identity->member.view());
    append(bytes, identity->signing.seed().view());
    append(bytes, identity->box.seed().view());
    const Unsealed wiped(std::move(bytes));
    store->setSetting(identitySetting, wiped.view());
    store->setDevice(identity->device());
}

void Session::State::saveRegion() {
    roster::InvitationLink kept = *region;
    kept.secret = {};
    store->setSetting(regionSetting, viewOf(roster::encodeLink(kept)));
}

roster::Anchor Session::State::anchor() const {
    return {.region = region->region,
            .serverKey = region->serverKey,
            .rootFingerprint = region->rootFingerprint,
            .bootstrapKey = std::nullopt};
}

bool Session::State::joined() const {
    return keeper && identity && keeper->roster().device(identity->device()) != nullptr;
}

bool Session::State::removed() const {
    const roster::Device* self = keeper && identity ? keeper->roster().device(identity->device()) : nullptr;
    return self != nullptr && self->removed;
}

Error Session::State::empty() {
    if (auto destroyed = vault::VaultFolder(folder).destroy(); !destroyed) return destroyed.error();
    return fail(
        ErrorCode::NotAMember,
        "this device was removed from the region, and what was on it has been wiped. Ask a coordinator "
        "for an invitation if this is a mistake");
}

roster::Roster Session::State::rosterAndQueue() const {
    roster::Roster roster = keeper->roster();
    for (const auto& [number, bytes] : store->queuedRosterEntries()) {
        wire::RosterEntry entry;
        if (!entry.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) continue;
        // What the log no longer takes, the server will refuse, and says so then.
        (void)roster.apply(entry);
    }
    return roster;
}

Result<void> Session::State::mayWrite(const SpaceId& space) const {
    if (!joined())
        return fail(ErrorCode::NotAMember,
                    "this device is not in a region yet; join with an invitation first");
    return keeper->roster().mayWrite(identity->device(), space);
}

std::string Session::State::nameOf(const MemberId& member) const {
    const std::string shortId = toHex(member.view()).substr(0, 8);
    const roster::Member* found = keeper ? keeper->roster().member(member) : nullptr;
    if (found == nullptr) return shortId;
    const auto with = nameSealedWith(found->sealedName);
    const SealingKey* key = with ? keeper->keyring().find(with->space, with->epoch) : nullptr;
    const auto name = key != nullptr ? unsealName(*key, member.view(), found->sealedName)
                                     : Result<std::string>(fail(ErrorCode::EpochUnknown, ""));
    return name && !name->empty() ? *name : shortId;
}

std::string Session::State::nameOfTeam(const roster::Space& team) const {
    const auto with = nameSealedWith(team.sealedName);
    const SealingKey* key = with && keeper ? keeper->keyring().find(with->space, with->epoch) : nullptr;
    if (key != nullptr)
        if (auto name = unsealName(*key, team.id.view(), team.sealedName)) return *name;
    return toHex(team.id.view()).substr(0, 8);
}

}  // namespace veldwijzer::session
