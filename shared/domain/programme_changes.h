// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/programme.h"

/// What changed in a programme between then and now. Pure functions.
namespace veldwijzer::domain {

/// One operation of a record's history.
struct PastOperation {
    std::string field;  ///< "" for whole-record operations
    merge::LiveOperation operation;
    std::optional<merge::OperationId> replacedBy;
};
/// Whether an operation had come by then.
using WasThere = std::function<bool(const merge::OperationId&)>;
/// The record as it was: what had come and was not replaced by anything that had come. Nothing when none of
/// it had, or when it was deleted then.
[[nodiscard]] std::optional<merge::Record> recordAsOf(const RecordId& id, std::string_view kind,
                                                      std::span<const PastOperation> history,
                                                      const WasThere& wasThere);

/// What a person who planned their day must know of a session.
struct SessionFacts {
    std::string title;
    WallMs start = 0;
    WallMs end = 0;
    std::optional<RecordId> room;
    std::optional<std::int64_t> capacity;
    bool cancelled = false;
    bool operator==(const SessionFacts&) const = default;
};
/// Of a series the first time. Nothing without a start that can be read.
[[nodiscard]] std::optional<SessionFacts> factsOf(const merge::Record& session,
                                                  const merge::ClampedTime& clamped = {},
                                                  std::string_view eventZone = {});

enum class ChangeKind : std::uint8_t { Added, Cancelled, Back, Moved, OtherRoom, Renamed, OtherCapacity };
[[nodiscard]] std::string_view nameOf(ChangeKind kind);  ///< "added", "other-room"
struct ProgrammeChange {
    RecordId session;
    std::vector<ChangeKind> kinds;  ///< at least one
    std::optional<SessionFacts> before;
    std::optional<SessionFacts> now;
};
/// Nothing when it is the same for who comes. A session that is gone counts as cancelled; one that was added
/// and cancelled since is no news.
[[nodiscard]] std::optional<ProgrammeChange> changeBetween(const RecordId& session,
                                                           const std::optional<SessionFacts>& before,
                                                           const std::optional<SessionFacts>& now);

}  // namespace veldwijzer::domain
