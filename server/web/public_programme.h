// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace veldwijzer::server {

namespace limits {
/// Of one published programme. A page of so many takes some milliseconds.
inline constexpr std::size_t publicSessions = 5'000;
inline constexpr std::size_t publicTextBytes = 64 * 1024;  ///< of one text; a longer one refuses the whole
inline constexpr std::size_t publicDepth = 24;
}  // namespace limits

/// One session as the page shows it. Times are the clock on the wall of the place where it is.
struct PublicSession {
    std::string anchor;  ///< "s1": where a link leads
    std::string date;    ///< "2026-11-26"
    std::string from;    ///< "11:00"
    std::string to;      ///< "12:15"; empty when nobody said how long
    WallMs startMs = 0;
    WallMs endMs = 0;
    std::string title, subtitle, abstract, description, room, track, type, language, persons;
    bool cancelled = false;
    bool repeats = false;
    std::string searched;  ///< folded: what a search looks through
};

/// A published programme, read once and kept. A value that never changes.
struct PublicProgramme {
    std::string eventId;
    std::string title, subtitle, description, theme, venue, address, accessibility, version;
    std::vector<PublicSession> sessions;  ///< by start; those without a time last
    std::vector<std::string> rooms;       ///< in the order of the file
    std::string frab;                     ///< what .json gives
    std::string calendar;                 ///< what .ics gives
    std::string hash;                     ///< of the document
};

/// Malformed, TooLarge. Nothing in a document is trusted to be short, sane or free of markup.
Result<PublicProgramme> readPublicProgramme(std::string_view document);

}  // namespace veldwijzer::server
