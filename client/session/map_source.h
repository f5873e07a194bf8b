// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "exchange/record_content.h"
#include "store/store.h"

namespace veldwijzer::session {

/// The present records of the map's own space, for whoever reads them all. What lives in another space,
/// because not everybody may read it, is not there. Private to this room.
class MapSource final : public exchange::RecordSource {
public:
    /// `between` is called after each record that was read.
    MapSource(const store::Store& store, SpaceId map, std::function<void()> between = {})
        : store_(store), map_(map), clamped_(store.clampedTime(map)), between_(std::move(between)) {}

    [[nodiscard]] std::vector<std::string> kinds() const override;
    [[nodiscard]] std::vector<RecordId> recordsOf(const std::string& kind) const override;
    [[nodiscard]] std::optional<exchange::IncomingRecord> find(const RecordId& id) const override;

private:
    const store::Store& store_;
    SpaceId map_;
    merge::ClampedTime clamped_;
    std::function<void()> between_;
};

}  // namespace veldwijzer::session
