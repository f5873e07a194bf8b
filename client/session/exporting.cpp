// SPDX-License-Identifier: EUPL-1.2
// The social map as files: where an exporter finds the records of a session.
#include "exchange/record_content.h"
#include "session/session.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

/// The present records of the map's own space. What lives in another space, because not everybody may read
/// it, is not there for an exporter.
class MapSource final : public exchange::RecordSource {
public:
    MapSource(const store::Store& store, SpaceId map)
        : store_(store), map_(map), clamped_(store.clampedTime(map)) {}

    [[nodiscard]] std::vector<std::string> kinds() const override {
        std::vector<std::string> kinds;
        for (const auto& [kind, count] : store_.kinds())
            if (count > 0) kinds.push_back(kind);
        return kinds;
    }

    [[nodiscard]] std::vector<RecordId> recordsOf(const std::string& kind) const override {
        constexpr std::size_t atATime = 1000;
        std::vector<RecordId> ids;
        for (std::size_t offset = 0;; offset += atATime) {
            const auto page = store_.list({.kind = kind, .facets = {}, .offset = offset, .limit = atATime});
            for (const store::ListRow& row : page.rows)
                ids.push_back(row.id);
            if (page.rows.size() < atATime) return ids;
        }
    }

    [[nodiscard]] std::optional<exchange::IncomingRecord> find(const RecordId& id) const override {
        const auto stored = store_.find(id);
        const bool present = stored && stored->space == map_ &&
                             (stored->visibility == merge::Visibility::Present ||
                              stored->visibility == merge::Visibility::PresentDespiteDelete);
        if (!present) return std::nullopt;
        return exchange::contentOf(stored->record, clamped_);
    }

private:
    const store::Store& store_;
    SpaceId map_;
    merge::ClampedTime clamped_;
};

constexpr std::size_t conflictsListed = 10'000;

}  // namespace

Result<ExportReport> Session::exportHsds(const std::filesystem::path& folder, ExportForm form,
                                         const exchange::ExportProgress& progress) const {
    if (!joined()) return state_->mayWrite({}).error();
    const SpaceId map = roster::regionSpace(state_->region->region, roster::SpaceType::Map);
    const MapSource source(*state_->store, map);
    auto written = form == ExportForm::Json ? exchange::exportHsdsJson(source, folder, progress)
                                            : exchange::exportHsdsCsv(source, folder, progress);
    if (!written) return written.error();
    ExportReport report{std::move(*written), {}};
    for (const store::ConflictRow& row : state_->store->conflicts(conflictsListed)) {
        if (row.space != map) continue;
        for (const merge::Conflict& conflict : row.conflicts)
            report.problems.push_back({"", 0,
                                       row.kind + " \"" + row.title + "\": " + conflict.field + " has " +
                                           std::to_string(conflict.values.size()) + " values in conflict.",
                                       "The one that is shown was written; `conflicts` lists the others."});
    }
    return report;
}

std::string Session::contentDigest() const {
    exchange::ContentDigest digest;
    if (!joined()) return digest.text();
    const MapSource source(*state_->store,
                           roster::regionSpace(state_->region->region, roster::SpaceType::Map));
    for (const std::string& kind : source.kinds())
        for (const RecordId& id : source.recordsOf(kind))
            if (const auto record = source.find(id); record && record->kind == kind) digest.add(*record);
    return digest.text();
}

}  // namespace veldwijzer::session
