// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "exchange/hsds_reader.h"
#include "exchange/json_node.h"
#include "exchange/record_content.h"

/// Programmes as files of the field: frab (FRAB.md) and iCalendar (ICAL.md). A whole file is held while it is
/// read: it has to be known as a whole before its first record can be right.
namespace veldwijzer::limits {

inline constexpr std::size_t programmeFileBytes = 32 * mib;
inline constexpr std::size_t programmeDepth = 40;  ///< objects and lists inside each other
inline constexpr std::size_t programmeSessions = 20'000;

}  // namespace veldwijzer::limits

namespace veldwijzer::exchange {

/// The file as it stands. NotFound, InvalidArgument (a folder), TooLarge, Storage.
Result<std::string> readWholeFile(const std::filesystem::path& path);

/// The file's text as UTF-8: bytes that are none are read as Windows-1252, which such files mostly are, and
/// the sink hears of it. A byte order mark goes.
std::string asUtf8(std::string_view bytes, const std::string& fileName, ImportSink& sink);

/// Writes a file that is new, or replaces one, in one step. Storage.
Result<void> writeWholeFile(const std::filesystem::path& path, std::string_view bytes);

/// Reads a frab schedule: JSON of version 1 (days with rooms) or 2 (a flat list of events), or XML. Hands out
/// rooms, tracks, speakers and sessions and last the event: who notes when the event's version changed knows
/// that all of that version came before. A bad item is a problem with its row (the event's number in the
/// file), and the rest goes on. Malformed or InvalidArgument, naming what the file seems to be, when nothing
/// could be used.
Result<void> readFrab(std::string_view bytes, const std::string& fileName, ImportSink& sink);

/// The event and what belongs to it as frab JSON of version 1, such that reading it gives the same records.
/// NotFound when the source has no such event.
Result<std::string> writeFrab(const RecordSource& source, const RecordId& event);

/// Reads an iCalendar file: the calendar becomes an event, each VEVENT a session of it. Rows count VEVENTs.
Result<void> readIcal(std::string_view bytes, const std::string& fileName, ImportSink& sink);

/// What an iCalendar file is to hold.
struct CalendarSelection {
    std::string name;               ///< of the calendar
    std::optional<RecordId> event;  ///< keeps what came in with its calendar; nothing: a selection of many
    std::vector<RecordId> items;    ///< sessions, or events that are their own meeting
    std::string stamp;              ///< DTSTAMP of items that brought none: "20261128T112000Z"
    bool subscribed = false;        ///< a feed: with REFRESH-INTERVAL
};
/// RFC 5545, such that reading it gives the same records where the whole event is in it.
Result<std::string> writeIcal(const RecordSource& source, const CalendarSelection& selection);

/// The records of an event, ready for a writer: rooms, tracks, speakers and sessions that name it.
struct ProgrammeRecords {
    IncomingRecord event;
    std::vector<IncomingRecord> rooms, tracks, speakers, sessions;  ///< sessions by start, the rest by name
};
Result<ProgrammeRecords> programmeOf(const RecordSource& source, const RecordId& event);

// ---- shared by both formats
/// The id of a record of a file: the same on any device.
[[nodiscard]] RecordId programmeId(std::string_view format, std::string_view kind, std::string_view key);
[[nodiscard]] std::string textField(const IncomingRecord& record, std::string_view name);
[[nodiscard]] std::optional<RecordId> referenceField(const IncomingRecord& record, std::string_view name);
/// Ids of records that were born here, in a file of ours.
inline constexpr std::string_view idMember = "import.id";
[[nodiscard]] std::string ownId(const RecordId& id);
[[nodiscard]] std::optional<RecordId> ownIdFrom(std::string_view text);

}  // namespace veldwijzer::exchange
