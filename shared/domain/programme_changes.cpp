// SPDX-License-Identifier: EUPL-1.2
#include "domain/programme_changes.h"

#include <algorithm>
#include <array>

#include "domain/kinds.h"

namespace veldwijzer::domain {
namespace {

merge::Field& fieldOf(merge::Record& record, const std::string& name) {
    const auto at =
        std::lower_bound(record.fields.begin(), record.fields.end(), name,
                         [](const merge::Field& field, const std::string& n) { return field.name < n; });
    if (at != record.fields.end() && at->name == name) return *at;
    return *record.fields.insert(at, {name, {}});
}

std::optional<std::int64_t> capacityIn(const merge::Record& record, const merge::ClampedTime& clamped) {
    const merge::Value* value = merge::shownValue(record, "capacity", clamped);
    const auto* number = value != nullptr ? std::get_if<std::int64_t>(value) : nullptr;
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

}  // namespace

std::optional<merge::Record> recordAsOf(const RecordId& id, std::string_view kind,
                                        std::span<const PastOperation> history, const WasThere& wasThere) {
    merge::Record record;
    record.id = id;
    record.kind = std::string(kind);
    for (const PastOperation& past : history) {
        if (!wasThere(past.operation.id)) continue;
        if (past.replacedBy && wasThere(*past.replacedBy)) continue;
        if (past.operation.action == merge::Action::Delete || past.operation.action == merge::Action::Erase)
            return std::nullopt;
        if (past.field.empty()) continue;
        fieldOf(record, past.field).operations.push_back(past.operation);
    }
    if (record.fields.empty()) return std::nullopt;
    for (merge::Field& field : record.fields)
        std::sort(field.operations.begin(), field.operations.end(),
                  [](const merge::LiveOperation& a, const merge::LiveOperation& b) { return a.id < b.id; });
    return record;
}

std::optional<SessionFacts> factsOf(const merge::Record& session, const merge::ClampedTime& clamped,
                                    std::string_view eventZone) {
    const auto series = recurrenceOf(session, clamped, eventZone);
    if (!series) return std::nullopt;
    SessionFacts facts;
    facts.title = titleOf(session, clamped);
    facts.start = series->start.instantIn(series->zone);
    facts.end = facts.start + std::chrono::milliseconds(series->duration).count();
    if (const merge::Value* room = merge::shownValue(session, "room_id", clamped))
        if (const auto* id = std::get_if<RecordId>(room)) facts.room = *id;
    facts.capacity = capacityIn(session, clamped);
    facts.cancelled = isCancelled(session, clamped);
    return facts;
}

std::string_view nameOf(ChangeKind kind) {
    constexpr std::array<std::string_view, 7> names{"added",      "cancelled", "back",          "moved",
                                                    "other-room", "renamed",   "other-capacity"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<ProgrammeChange> changeBetween(const RecordId& session,
                                             const std::optional<SessionFacts>& before,
                                             const std::optional<SessionFacts>& now) {
    const bool wasOn = before && !before->cancelled;
    const bool isOn = now && !now->cancelled;
    ProgrammeChange change{session, {}, before, now};
    if (!wasOn && !isOn) return std::nullopt;
    if (!isOn) {
        change.kinds = {ChangeKind::Cancelled};
        return change;
    }
    if (!before) {
        change.kinds = {ChangeKind::Added};
        return change;
    }
    if (!wasOn) change.kinds.push_back(ChangeKind::Back);
    if (before->start != now->start || before->end != now->end) change.kinds.push_back(ChangeKind::Moved);
    if (before->room != now->room) change.kinds.push_back(ChangeKind::OtherRoom);
    if (before->title != now->title) change.kinds.push_back(ChangeKind::Renamed);
    if (before->capacity != now->capacity) change.kinds.push_back(ChangeKind::OtherCapacity);
    return change.kinds.empty() ? std::nullopt : std::optional(std::move(change));
}

}  // namespace veldwijzer::domain
