// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <utility>

#include "merge/record.h"
#include "sqlite/database.h"

namespace veldwijzer::store {

/// Changes whose clock ran ahead of the server's, and the time that counts for them. Only the order in which
/// kept values are shown depends on it: it stands beside the records and outside the digest, because a change
/// that came by hand has none yet. Rare, so all of a space's are held in memory.
class ClampTable {
public:
    explicit ClampTable(Database& db) : db_(db) {}

    /// What `wallMs` of a change counts as when the server took it in at `serverTimeMs`. True when it is
    /// less.
    bool note(std::int64_t space, const ActorId& actor, std::uint64_t seq, WallMs wallMs,
              WallMs serverTimeMs);
    /// Empty when the space has none. Stays as it was when it was made.
    [[nodiscard]] merge::ClampedTime of(std::int64_t space) const;
    void forget() { spaces_.clear(); }

private:
    using Clamps = std::map<std::pair<ActorId, std::uint64_t>, WallMs>;
    std::shared_ptr<Clamps>& load(std::int64_t space) const;

    Database& db_;
    mutable std::map<std::int64_t, std::shared_ptr<Clamps>> spaces_;
};

}  // namespace veldwijzer::store
