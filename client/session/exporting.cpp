// SPDX-License-Identifier: EUPL-1.2
// The social map as files.
#include "exchange/record_content.h"
#include "session/map_source.h"
#include "session/session.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

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
