// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "sqlite/database.h"
#include "store/types.h"

namespace veldwijzer::store {

/// How far each other actor's changes are applied, by space. Our own earlier actors stand here too: once we
/// write under another name they are like anybody's.
class ActorTable {
public:
    explicit ActorTable(Database& db) : db_(db) {}

    [[nodiscard]] std::optional<ActorHead> head(std::int64_t space, const ActorId& actor) const;
    [[nodiscard]] std::optional<DeviceId> device(const ActorId& actor) const;

    /// Of every actor that the log has shown.
    [[nodiscard]] std::vector<ActorHead> all(std::int64_t space) const;

    void setHead(std::int64_t space, const ActorHead& head);

    /// Heads that no envelope of our present actor has named yet; at most an envelope's worth.
    [[nodiscard]] std::vector<ActorHead> unsent(std::int64_t space) const;
    /// What `unsent` returns counts as named.
    void markSent(std::int64_t space);
    /// A new actor of ours has named nobody.
    void forgetSent(std::int64_t space);

private:
    Database& db_;
};

}  // namespace veldwijzer::store
