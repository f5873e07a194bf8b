// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "base/ids.h"
#include "exchange/hsds_export.h"
#include "exchange/hsds_reader.h"
#include "merge/operation.h"
#include "sync/bundle.h"
#include "sync/engine.h"

namespace veldwijzer::session {

/// `field=value` as a person typed it.
struct Assignment {
    std::string field;
    std::string value;
};

struct SyncReport {
    bool complete = false;
    std::uint64_t pushed = 0;
    std::uint64_t pulled = 0;
    std::uint64_t rejected = 0;
    std::uint64_t behind = 0;
    std::int64_t clockOffsetMs = 0;  ///< the server's time minus this device's, as far as it was heard
    std::optional<Error> failure;    ///< Offline is a normal state
    /// This device was removed from the region; see `failure`. With it the vault is gone from the disk.
    bool removed = false;
    std::vector<sync::Alarm> alarms;
};

struct BundleExport {
    std::uint64_t envelopes = 0;
    std::uint64_t bytes = 0;
};
/// What could not be taken, and stays in the file.
struct BundleLeft {
    std::string author;  ///< a name
    std::string space;
    ErrorCode code{};
    std::string message;
    std::uint64_t envelopes = 0;
};
struct BundleImport {
    std::uint64_t taken = 0;  ///< envelopes
    std::uint64_t changes = 0;
    std::uint64_t known = 0;      ///< envelopes that were here already
    std::uint64_t elsewhere = 0;  ///< of spaces that this device does not read
    std::uint64_t membershipEntries = 0;
    std::vector<BundleLeft> left;
};

struct SpaceStatus {
    std::string name;
    std::uint64_t position = 0;
    WallMs lastSyncMs = 0;  ///< 0: never
    std::string digest;
    std::string problem;
};

/// One operation of a change that was refused.
struct RejectedEdit {
    RecordId record;
    std::string kind;
    std::string field;  ///< "" for the whole record
    merge::Action action{};
    std::optional<merge::Value> value;
};

struct RejectedItem {
    std::vector<RecordId> records;
    std::int64_t id = 0;
    std::string reason;
    WallMs atMs = 0;
};

/// What one of our changes does to one record, while the server has not acknowledged it.
struct WaitingEdit {
    RecordId record;
    std::string kind;
    std::string title;
    std::vector<std::string> fields;  ///< each once, sorted; empty: the whole record
    bool deletes = false;
    WallMs atMs = 0;
};
struct Waiting {
    std::uint64_t changes = 0;
    std::vector<WaitingEdit> edits;       ///< oldest first, at most as many as were asked for
    std::uint64_t membershipEntries = 0;  ///< invitations and withdrawals of ours on their way
};

/// An invitation of this region, as far as this device knows.
struct InvitationInfo {
    enum class State {
        Waiting,    ///< made here, not at the server yet
        Open,       ///< can be used
        Used,       ///< as often as it allowed
        Expired,    ///< by this device's clock; the server judges by its own
        Withdrawn,  ///< or its author may invite nobody any more
    };
    InvitationId id;
    std::string role;  ///< "device" for one that links a further device of its author
    std::uint32_t uses = 0;
    std::uint32_t maxUses = 1;
    WallMs expiresMs = 0;
    std::string by;
    State state = State::Open;
};

struct Status {
    std::string region;
    std::string member;
    std::string role;
    std::uint64_t pending = 0;
    std::vector<RejectedItem> rejected;
    std::uint64_t conflicts = 0;
    std::vector<SpaceStatus> spaces;
};

struct ImportOptions {
    bool preview = false;  ///< writes nothing; the report says what would be written
    /// Whose file it is, where a region takes in more than one: what is gone is asked of the same source
    /// only.
    std::string source;
    /// Asked with each progress, between changes: false stops, and what was written by then stays.
    std::function<bool()> goOn{};
};

/// A record that came from the same source earlier and is not in the file any more.
struct GoneRecord {
    RecordId id;
    std::string kind;
    std::string title;
};

struct ImportReport {
    bool preview = false;
    std::map<std::string, std::uint64_t> created;  ///< by kind
    std::map<std::string, std::uint64_t> updated;
    std::map<std::string, std::uint64_t> unchanged;
    /// Left as they are: a person decides. At most `goneListed` of them; `goneCount` is all.
    std::vector<GoneRecord> gone;
    std::uint64_t goneCount = 0;
    static constexpr std::size_t goneListed = 1000;
    std::vector<exchange::Problem> problems;
    bool stopped = false;  ///< by `goOn`: then nothing is said about what is gone
    std::uint64_t bytesDone = 0;
    std::uint64_t bytesTotal = 0;
};

struct ExportReport {
    exchange::ExportReport written;
    std::vector<exchange::Problem> problems;  ///< what could not be said in the files, like a conflict
};

struct CheckReport {
    std::uint64_t pages = 0;
    std::vector<std::string> problems;
    std::vector<std::string> notices;  ///< nothing is lost by these
    [[nodiscard]] bool sound() const { return problems.empty(); }
};

}  // namespace veldwijzer::session
