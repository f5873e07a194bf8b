// SPDX-License-Identifier: EUPL-1.2
#include "app/remarks.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/record_reading.h"
#include "app/words.h"
#include "session/suggestions.h"

namespace veldwijzer::app {
namespace {

const merge::LiveOperation* lastOf(const store::StoredRecord& stored, std::string_view field) {
    const merge::Field* found = stored.record.field(field);
    if (found == nullptr || found->operations.empty()) return nullptr;
    return &*std::max_element(found->operations.begin(), found->operations.end(),
                              [](const auto& a, const auto& b) { return a.wallMs < b.wallMs; });
}

}  // namespace

std::vector<Remark> openRemarks(const session::Session& session, std::optional<RecordId> about) {
    const Reading reading(session);
    const auto answered = session::decisionsIn(session);
    std::vector<Remark> open;
    const auto rows =
        session.store().list({.kind = "suggestion", .facets = {}, .offset = 0, .limit = remarksAtMost});
    for (const store::ListRow& row : rows.rows) {
        if (answered.contains(row.id)) continue;
        const auto remark = reading.present(row.id);
        const auto target = remark ? reading.referenceIn(*remark, "record") : std::nullopt;
        if (!target || (about && *about != *target)) continue;
        const auto record = reading.present(*target);
        const merge::LiveOperation* written = lastOf(*remark, "text");
        if (!record || written == nullptr) continue;
        // The day alone keeps its first writing when somebody looks a second time on it; the name does not.
        const auto dealtWith = [&](const char* field) {
            const merge::LiveOperation* assured = lastOf(*record, field);
            return assured != nullptr && assured->wallMs > written->wallMs;
        };
        if (dealtWith("assured_date") || dealtWith("assurer")) continue;
        const std::string author = session.authorOf(written->id.actor);
        const bool mine = author == "you";
        open.push_back({row.id, *target, reading.title(*record), reading.words(*remark, "text"),
                        mine ? QCoreApplication::translate("Remarks", "u") : text(author), written->wallMs,
                        mine});
    }
    std::stable_sort(open.begin(), open.end(), [](const Remark& a, const Remark& b) { return a.at > b.at; });
    return open;
}

}  // namespace veldwijzer::app
