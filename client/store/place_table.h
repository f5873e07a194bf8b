// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "base/ids.h"
#include "sqlite/database.h"

namespace veldwijzer::store {

/// Where each envelope stands in the server's log, for the spaces in which that order says something to
/// people: who signed up first, what a version of the programme already held. One row an envelope.
class PlaceTable {
public:
    explicit PlaceTable(Database& db) : db_(db) {}

    [[nodiscard]] static bool keepsPlacesOf(std::uint32_t spaceType);
    /// An envelope of `actor` that ends with `lastSeq`.
    void add(std::int64_t space, const ActorId& actor, std::uint64_t lastSeq, std::uint64_t position);
    /// Of the envelope that holds this change; nothing while the log, as it was read here, does not.
    [[nodiscard]] std::optional<std::uint64_t> of(std::int64_t space, const ActorId& actor,
                                                  std::uint64_t seq) const;
    void clear(std::int64_t space);

private:
    Database& db_;
};

}  // namespace veldwijzer::store
