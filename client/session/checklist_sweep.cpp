// SPDX-License-Identifier: EUPL-1.2
// What time does to lists, and what came in for lists that are gone.
#include <algorithm>

#include "base/text.h"
#include "domain/care.h"
#include "domain/opening_hours.h"
#include "session/checklist_records.h"
#include "session/checklists.h"

namespace veldwijzer::session {
namespace {

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::size_t rowsAtMost = 100'000;

/// A clock that runs years ahead must not end everybody's lists: what it says is held against the last time
/// that the server told.
bool isBelieved(const Session::State& state, WallMs now) {
    WallMs heard = 0;
    for (const store::SpaceRow& space : state.store->spaces())
        heard = std::max(heard, space.lastSyncMs);
    return heard == 0 || now - heard <= clockBelievedDays * dayMs;
}

std::vector<store::RecordEdit> erasureOf(const store::StoredRecord& stored) {
    return {{stored.record.id, stored.record.kind, {{merge::Action::Erase, "", std::nullopt}}}};
}

bool isErasedIn(const Session::State& state, const RecordId& id, const SpaceId& space) {
    for (const std::int64_t row : state.store->rowsOf(id)) {
        const auto read = state.store->readRow(row);
        if (read && read->space == space && read->record.erased()) return true;
    }
    return false;
}

/// Parts that came in for a list that had been erased: written by somebody who had not heard of it.
std::size_t eraseOrphans(Session::State& state, std::string_view kind) {
    std::size_t erased = 0;
    const auto all =
        state.store->list({.kind = std::string(kind), .facets = {}, .offset = 0, .limit = rowsAtMost});
    for (const store::ListRow& row : all.rows) {
        const auto part = state.store->find(row.id);
        if (!part || !isThere(*part)) continue;
        const merge::Value* response = merge::shownValue(part->record, "response");
        const auto* id = response != nullptr ? std::get_if<RecordId>(response) : nullptr;
        if (id == nullptr || !isErasedIn(state, *id, part->space)) continue;
        const auto edits = erasureOf(*part);
        erased += writeEdits(state, part->space, edits) ? 1 : 0;
    }
    return erased;
}

}  // namespace

std::size_t sweepLists(Session::State& state, WallMs now) {
    if (!state.joined()) return 0;
    std::size_t erased = 0;
    const bool believed = isBelieved(state, now);
    const auto today = domain::localDayOf(now);
    std::map<std::string_view, std::uint64_t> known;  // parts of lists that are there
    const auto lists = state.store->list(
        {.kind = std::string(responseKind), .facets = {}, .offset = 0, .limit = rowsAtMost});
    for (const store::ListRow& row : lists.rows) {
        const auto stored = state.store->find(row.id);
        if (!stored || !isThere(*stored)) continue;
        const auto until = domain::dayFrom(
            registerText(stored->record, "retain_until", state.store->clampedTime(stored->space)));
        const bool ends = believed && until && *until < today && state.mayWrite(stored->space).ok();
        std::vector<store::RecordEdit> edits = erasureOf(*stored);
        for (const std::string_view kind : partKinds) {
            if (ends) {
                for (const store::StoredRecord& part : partsOf(state, kind, row.id, stored->space))
                    edits.push_back(erasureOf(part).front());
            } else {
                known[kind] += state.store
                                   ->list({.kind = std::string(kind),
                                           .facets = {{"response", toHex(row.id.view())}},
                                           .offset = 0,
                                           .limit = 1})
                                   .total;
            }
        }
        if (ends && writeEdits(state, stored->space, edits)) erased += edits.size();
    }
    for (const std::string_view kind : partKinds) {
        const auto total =
            state.store->list({.kind = std::string(kind), .facets = {}, .offset = 0, .limit = 1}).total;
        if (total > known[kind]) erased += eraseOrphans(state, kind);
    }
    return erased;
}

std::size_t Checklists::sweep(WallMs now) {
    return sweepLists(state_, now);
}

Result<void> mayEditDirectly(const Session::State& state, std::string_view kind, const RecordId& id) {
    if (belongsToList(kind))
        return fail(
            ErrorCode::InvalidArgument,
            "a checklist has commands of its own: fill, answer, complete, amend, share, erase. Nothing "
            "was changed");
    if (kind != "questionnaire" && kind != "questionnaire-item") return {};
    auto stored = state.store->find(id);
    if (stored && kind == "questionnaire-item") {
        const merge::Value* parent = merge::shownValue(stored->record, "questionnaire");
        const auto* questionnaire = parent != nullptr ? std::get_if<RecordId>(parent) : nullptr;
        stored = questionnaire != nullptr ? state.store->find(*questionnaire) : std::nullopt;
    }
    if (!stored) return {};
    const std::string status =
        registerText(stored->record, "status", state.store->clampedTime(stored->space));
    if (status != "active" && status != "retired") return {};
    return fail(ErrorCode::InvalidArgument,
                "this version of the template was published, and means one text for ever; make a new version "
                "of it. Nothing was changed");
}

}  // namespace veldwijzer::session
