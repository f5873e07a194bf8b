// SPDX-License-Identifier: EUPL-1.2
#include "session/map_source.h"

namespace veldwijzer::session {

std::vector<std::string> MapSource::kinds() const {
    std::vector<std::string> kinds;
    for (const auto& [kind, count] : store_.kinds())
        if (count > 0) kinds.push_back(kind);
    return kinds;
}

std::vector<RecordId> MapSource::recordsOf(const std::string& kind) const {
    constexpr std::size_t atATime = 1000;
    std::vector<RecordId> ids;
    for (std::size_t offset = 0;; offset += atATime) {
        const auto page = store_.list({.kind = kind, .facets = {}, .offset = offset, .limit = atATime});
        for (const store::ListRow& row : page.rows)
            ids.push_back(row.id);
        if (page.rows.size() < atATime) return ids;
    }
}

std::optional<exchange::IncomingRecord> MapSource::find(const RecordId& id) const {
    if (between_) between_();
    const auto stored = store_.find(id);
    const bool present = stored && stored->space == map_ &&
                         (stored->visibility == merge::Visibility::Present ||
                          stored->visibility == merge::Visibility::PresentDespiteDelete);
    if (!present) return std::nullopt;
    return exchange::contentOf(stored->record, clamped_);
}

}  // namespace veldwijzer::session
