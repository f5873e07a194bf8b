// SPDX-License-Identifier: EUPL-1.2
#include "sync/roster_keeper.h"

#include "sealing/sealed_name.h"

namespace veldwijzer::sync {

Result<RosterKeeper> RosterKeeper::load(store::Store& store, const Identity& identity,
                                        roster::Anchor anchor) {
    roster::Roster roster(std::move(anchor));
    for (const Bytes& bytes : store.rosterEntries()) {
        wire::RosterEntry entry;
        if (!entry.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
            return fail(ErrorCode::VaultDamaged, "the membership log in the vault cannot be read");
        if (auto reloaded = roster.reload(entry); !reloaded) return reloaded.error();
    }
    Keyring keyring;
    if (const auto bytes = store.setting(keyringSetting)) {
        auto read = Keyring::from(*bytes);
        if (!read) return read.error();
        keyring = std::move(*read);
    }
    return RosterKeeper(store, identity, std::move(roster), std::move(keyring));
}

Result<void> RosterKeeper::take(std::uint64_t from,
                                const google::protobuf::RepeatedPtrField<wire::RosterEntry>& entries) {
    if (entries.empty()) return {};
    if (from != roster_.position())
        return fail(ErrorCode::ChainBroken, "the server's membership log does not continue where we are");
    for (const wire::RosterEntry& entry : entries) {
        if (auto applied = roster_.apply(entry); !applied) return applied;
        store_->appendRosterEntry(viewOf(entry.SerializeAsString()));
    }
    takeKeys();
    save();
    return {};
}

void RosterKeeper::takeKeys() {
    const DeviceId device = identity_->device();
    for (const SpaceId& id : roster_.keyHeldBy(device)) {
        const roster::Space* space = roster_.space(id);
        if (space == nullptr) continue;
        // Newest first: each epoch's entry holds the key of the one before.
        for (auto keys = space->keys.rbegin(); keys != space->keys.rend(); ++keys)
            keyring_.take(*keys, device.view(), identity_->box);
    }
}

void RosterKeeper::addKey(const SpaceId& space, std::uint32_t epoch, SealingKey key) {
    keyring_.add(space, epoch, std::move(key));
}

void RosterKeeper::save() {
    const Unsealed bytes = keyring_.bytes();
    store_->setSetting(keyringSetting, bytes.view());
    for (const SpaceId& id : roster_.keyHeldBy(identity_->device())) {
        const roster::Space* space = roster_.space(id);
        if (space != nullptr && !store_->space(id))
            store_->addSpace(id, static_cast<std::uint32_t>(space->type), nameOf(*space));
    }
}

std::string RosterKeeper::nameOf(const roster::Space& space) const {
    const std::string type(roster::spaceTypeName(space.type));
    if (space.type != roster::SpaceType::Team) return type;
    const auto with = nameSealedWith(space.sealedName);
    const SealingKey* key = with ? keyring_.find(with->space, with->epoch) : nullptr;
    if (key != nullptr)
        if (const auto name = unsealName(*key, space.id.view(), space.sealedName)) return type + "/" + *name;
    return type + "/?";
}

}  // namespace veldwijzer::sync
