// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "roster/roster.h"
#include "sync/identity.h"
#include "sync/keyring.h"
#include "veldwijzer.pb.h"

/// New keys for spaces: after somebody lost the right to one, and every thirty days. Made by whichever device
/// may and comes first, in the very request that brings the removal; never kept, because they follow from the
/// membership log and whoever comes second simply finds it done.
namespace veldwijzer::sync {

/// How long one key of a shared space is used. A personal space keeps its key until a device is removed:
/// nobody but its owner ever held it.
inline constexpr std::int64_t epochLifetimeMs = 30LL * 24 * 3600 * 1000;

/// Spaces into which nothing may be sealed just now: somebody who lost the right to one still has its key.
[[nodiscard]] std::set<SpaceId> spacesDue(const roster::Roster& roster);

/// Gives new epochs to spaces of `upcoming`, which is the membership log `atServer` with what waits for it.
class Rotation {
public:
    Rotation(const roster::Roster& upcoming, const roster::Roster& atServer, const Identity& identity,
             const Keyring& keyring)
        : upcoming_(upcoming), atServer_(atServer), identity_(identity), keyring_(keyring) {}

    /// What should get a new key at `now`, by the server's clock, and may get it from this device.
    [[nodiscard]] std::vector<SpaceId> wanted(WallMs now) const;
    /// The new key is in the entry only, sealed to everybody who should have it, this device included.
    [[nodiscard]] wire::RosterEntry entryFor(const SpaceId& space, WallMs now, Random& random) const;

private:
    const roster::Roster& upcoming_;
    const roster::Roster& atServer_;
    const Identity& identity_;
    const Keyring& keyring_;
};

}  // namespace veldwijzer::sync
