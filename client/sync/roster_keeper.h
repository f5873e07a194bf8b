// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "roster/roster.h"
#include "store/store.h"
#include "sync/identity.h"
#include "sync/keyring.h"
#include "veldwijzer.pb.h"

namespace veldwijzer::sync {

/// The membership log and the keys that came with it, on this device: in memory, and in the store behind it.
class RosterKeeper {
public:
    /// Where the keyring stands among the store's settings.
    static constexpr std::string_view keyringSetting = "keyring";

    /// Reads what the store holds: it was verified when it came in, and the vault vouches for it since.
    /// Errors as of Roster::reload: then the vault is damaged.
    static Result<RosterKeeper> load(store::Store& store, const Identity& identity, roster::Anchor anchor);

    [[nodiscard]] const roster::Roster& roster() const { return roster_; }
    [[nodiscard]] const Keyring& keyring() const { return keyring_; }

    /// Verifies entries that continue ours and keeps them; new keys and spaces are taken up. Call inside a
    /// transaction of the store; throw the keeper away and load again when that fails.
    Result<void> take(std::uint64_t from,
                      const google::protobuf::RepeatedPtrField<wire::RosterEntry>& entries);

    /// The key of a space this device made or was handed (founding, joining).
    void addKey(const SpaceId& space, std::uint32_t epoch, SealingKey key);
    /// Makes the spaces whose keys this device holds known to the store and keeps the keyring there.
    void save();

private:
    RosterKeeper(store::Store& store, const Identity& identity, roster::Roster roster, Keyring keyring)
        : store_(&store), identity_(&identity), roster_(std::move(roster)), keyring_(std::move(keyring)) {}

    void takeKeys();
    [[nodiscard]] std::string nameOf(const roster::Space& space) const;

    store::Store* store_;
    const Identity* identity_;
    roster::Roster roster_;
    Keyring keyring_;
};

}  // namespace veldwijzer::sync
