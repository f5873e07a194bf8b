// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "exchange/hsds_reader.h"
#include "exchange/json_node.h"

/// What reading and writing FHIR's JSON have in common. Not for other rooms.
namespace veldwijzer::exchange {

/// One file: a template of 5,000 items with its lists of answers takes about 3 MB.
inline constexpr std::size_t fhirFileBytes = std::size_t{16} << 20U;
inline constexpr std::size_t fhirDepth = 128;  ///< objects and arrays inside each other
/// Beyond this a value stands in several fields. A record's field bears 64 KiB (limits::valueBytes).
inline constexpr std::size_t fhirPieceBytes = std::size_t{48} * 1024;
/// Of one record: more would not fit in one change.
inline constexpr std::size_t fhirRecordBytes = std::size_t{768} * 1024;

/// The one resource in a file. NotFound, TooLarge, Malformed (no JSON, or no FHIR: the message names what the
/// file seems to be), Storage.
[[nodiscard]] Result<Node> readFhirFile(const std::filesystem::path& path);
[[nodiscard]] Result<Node> fhirFrom(std::string_view text);
/// A part of one that was kept: digits as they were written.
[[nodiscard]] inline Result<Node> partFrom(std::string_view text) {
    return parseNode(text, {}, Digits::AsWritten);
}

[[nodiscard]] Node object();
[[nodiscard]] Node array();
/// Adds a member and returns it.
Node& add(Node& object, std::string_view key, Node value);
Node& add(Node& object, std::string_view key, std::string_view text);
Node& add(Node& object, std::string_view key, bool value);
Node& add(Node& object, std::string_view key, std::int64_t value);
[[nodiscard]] std::string textAt(const Node& object, std::string_view member);

/// For people: members as they stand, two spaces for each level.
[[nodiscard]] std::string prettyText(const Node& node);

// ---- members that FHIR has and our kinds have no field for: `fhir.MEMBER`, canonical JSON
inline constexpr std::string_view fhirPrefix = "fhir.";
/// False when the record has become too large, or the member can have no field (a name of more than 100
/// bytes or with control characters, a second one of the same name): then it is lost, and to be reported.
[[nodiscard]] bool keepMember(IncomingRecord& record, const Node& member);
/// A text in pieces that each fit, as fields NAME#0, NAME#1 …; one piece: NAME.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> inPieces(std::string_view name,
                                                                        std::string_view text);
/// The text again; nothing when there is no such field, or a piece is missing.
[[nodiscard]] std::optional<std::string> fromPieces(const IncomingRecord& record, std::string_view name);
/// All members that were kept, added to `object`.
void addKeptMembers(const IncomingRecord& record, Node& object);

}  // namespace veldwijzer::exchange
