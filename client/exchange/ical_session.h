// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "domain/zone.h"
#include "exchange/hsds_reader.h"
#include "exchange/ical_lines.h"

/// A VEVENT as a session, and back. Private to the programme files.
///
/// What a property says goes into a field; the line itself is kept beside it (`ical.lines`) where writing the
/// field again would not give the same line: parameters, spellings, properties without a field, alarms. A
/// kept line comes out again as long as it still says what the field says.
namespace veldwijzer::exchange {

inline constexpr std::string_view linesField = "ical.lines";
inline constexpr std::string_view ownIdProperty = "X-VELDWIJZER-ID";
/// On what a writer of ours added and no file brought.
inline constexpr std::string_view madeParameter = "X-VELDWIJZER-MADE";

/// Fills the fields of `session` from the lines between BEGIN:VEVENT and END:VEVENT. False when the kept
/// lines were too long to keep.
bool takeSession(const std::vector<IcalLine>& lines, IncomingRecord& session);

/// The lines, VEVENT's own included. `zone` is for times without one of their own.
std::vector<std::string> linesOfSession(const IncomingRecord& session, const std::string& uid,
                                        const std::string& stamp, const domain::Zone& zone);

/// A list of lines as a field, and back. False when it is too long.
bool keepLines(const std::vector<std::string>& lines, IncomingRecord& record);
std::vector<std::string> keptLines(const IncomingRecord& record);

}  // namespace veldwijzer::exchange
