// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "web/public_programme.h"

namespace veldwijzer::server {

struct PageQuestion {
    std::string slug;
    std::string search;      ///< as it was typed; empty: everything
    bool timetable = false;  ///< rooms beside each other; else a list
    WallMs nowMs = 0;
};

/// The page as HTML that needs no script: Dutch, phone first, readable on paper and by a screen reader.
[[nodiscard]] std::string programmePage(const PublicProgramme& programme, const PageQuestion& question);
/// For an address where nothing is, or nothing any more.
[[nodiscard]] std::string nothingHerePage();
/// Whether the page says anything that depends on the minute.
[[nodiscard]] bool isAboutNow(const PublicProgramme& programme, WallMs nowMs);

/// The one style sheet, and a name for this version of it.
[[nodiscard]] const std::string& pageStyle();
[[nodiscard]] const std::string& pageStyleVersion();

}  // namespace veldwijzer::server
