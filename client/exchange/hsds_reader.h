// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "merge/value.h"

/// Files that the field already uses, in and out. Readers do no merging: they turn a file into records.
namespace veldwijzer::exchange {

/// One thing in a file that a person should know about. Nothing that a reader leaves out goes without one.
struct Problem {
    std::string file;       ///< its name, without the folder that was given
    std::uint64_t row = 0;  ///< 1-based index of the top-level item in the file; 0 is the file itself
    std::string problem;    ///< what is wrong
    std::string action;     ///< what was done about it
};

/// All that the files say about one record. Registers and sets are sorted by name, elements by
/// merge::compare and each once, so the same file always gives the same bytes.
struct IncomingRecord {
    RecordId id;
    std::string kind;
    std::vector<std::pair<std::string, merge::Value>> registers;
    std::vector<std::pair<std::string, std::vector<merge::Value>>> sets;
    /// A confidential location, or what tells where it is: its addresses, accessibility and metadata.
    bool confidential = false;
};

/// Where records and problems go as they are read. Called on the reader's thread.
class ImportSink {
public:
    virtual ~ImportSink() = default;
    /// Each record comes once, complete, however often the files repeat its id. A record may come before
    /// or after those that it refers to.
    virtual void record(IncomingRecord&& record) = 0;
    virtual void problem(Problem&& problem) = 0;
    /// Whether this location is kept confidential already, whatever the files say of it. Asked while reading.
    [[nodiscard]] virtual bool keepsConfidential(const RecordId& /*location*/) const { return false; }
    /// `bytesDone` never goes back; the last call has `bytesDone == bytesTotal`.
    virtual void progress(std::uint64_t bytesDone, std::uint64_t bytesTotal) = 0;
};

/// Fields that the reader adds to what the file says. A member of a file that has the name of one of ours
/// but not its shape is kept as "foreign.NAME".
inline constexpr std::string_view sourceIdField = "source_id";  ///< the id in the file, as it stands there
/// Whose file a record came from, where a region takes in several: what `gone` compares. Absent: the only
/// one.
inline constexpr std::string_view importSourceField = "import.source";
/// Before a member's name: what stood in the file where the reader had to change it (HTML, Markdown, NUL).
inline constexpr std::string_view originalPrefix = "import.original.";
inline constexpr std::string_view foreignPrefix = "foreign.";
/// A set of Json {"member","value"}: values that lost to an earlier one of the same record and member.
inline constexpr std::string_view otherValuesField = "import.other_values";

// Members that only our own exports have; they become no fields.
/// What the standard's members cannot say about a record, exactly (exchange/exact_values.h).
inline constexpr std::string_view exactMember = "import.exact";
/// true: this object says nothing but which record is meant; it stands in full elsewhere.
inline constexpr std::string_view elsewhereMember = "import.elsewhere";
/// The kind of an item, where HSDS has no table for it.
inline constexpr std::string_view kindMember = "import.kind";
/// Begins the id of an attribute that only repeats a facet of ours for readers who know HSDS alone.
inline constexpr std::string_view facetIdPrefix = "veldwijzer:facet:";

/// Reads HSDS: JSON (a page, an array, one object) and CSV, of 3.x and older; a file, a folder or a zip.
/// HSDS.md has the rules. Nested objects become records of their own; a parent holds references to them.
///
/// A record's id follows from the id in the file ("hsds", kind, id), so that importing again on any device
/// finds the same records. An id "veldwijzer:" with 32 hexadecimal digits is the record id itself: so a
/// record that was born here finds itself again after an export.
///
/// Reads every file twice: first to learn which ids come more than once with different content and which
/// references lead nowhere, then to hand out each record. Holds one top-level item (limits in
/// exchange/hsds_limits.h), some 100 bytes for each object, and the records that are still being united.
///
/// A bad item is a problem, and the rest goes on. Fails (NotFound, InvalidArgument, TooLarge, Malformed) only
/// when nothing could be used: the message names what the file seems to be, and no record was handed out. A
/// disk that fails half way (Storage) may leave the sink with some of the records.
Result<void> readHsds(const std::filesystem::path& path, ImportSink& sink);

}  // namespace veldwijzer::exchange
