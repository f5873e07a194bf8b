// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange/record_content.h"
#include "store/store.h"

namespace veldwijzer::session {

/// The present records of the map's own space, for whoever reads them all. What lives in another space,
/// because not everybody may read it, is not there. Private to this room.
class MapSource final : public exchange::RecordSource {
public:
    MapSource(const store::Store& store, SpaceId map)
        : store_(store), map_(map), clamped_(store.clampedTime(map)) {}

    [[nodiscard]] std::vector<std::string> kinds() const override;
    [[nodiscard]] std::vector<RecordId> recordsOf(const std::string& kind) const override;
    [[nodiscard]] std::optional<exchange::IncomingRecord> find(const RecordId& id) const override;

private:
    const store::Store& store_;
    SpaceId map_;
    merge::ClampedTime clamped_;
};

}  // namespace veldwijzer::session
