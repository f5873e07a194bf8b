// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "sqlite/database.h"
#include "store/types.h"

namespace veldwijzer::store {

/// Changes that do not count, kept whole: those of ours that the server rejected, where their author sees
/// them; and those of anybody that hold operations which every replica refuses.
class Tray {
public:
    explicit Tray(Database& db) : db_(db) {}

    void addRejected(std::int64_t space, std::string_view reason, WallMs at, ByteView change);
    /// Oldest first; `space` of each is left to the caller, who knows its id by the key beside it.
    [[nodiscard]] std::vector<std::pair<std::int64_t, RejectedChange>> rejected() const;
    void dismiss(std::int64_t id);

    void addQuarantined(std::int64_t space, const ActorId& actor, std::uint64_t seq, std::string_view reason,
                        ByteView change);
    [[nodiscard]] std::uint64_t quarantinedCount() const;

    /// An erased record's values leave the changes that are kept here.
    void erase(std::int64_t space, const RecordId& record);

private:
    void eraseRejected(std::int64_t space, const RecordId& record);
    void eraseQuarantined(std::int64_t space, const RecordId& record);

    Database& db_;
};

}  // namespace veldwijzer::store
