// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace veldwijzer::exchange {

/// What a file seems to be, for a polite refusal: "a PDF document", "iCalendar". Empty when nothing speaks
/// against JSON, or when it is anybody's guess.
/// `start`: its first bytes, 4 KiB are plenty.
std::string nameOfFile(std::string_view start);

/// The same for a JSON object, by the names of its outermost members.
std::string nameOfJson(const std::vector<std::string>& names);

}  // namespace veldwijzer::exchange
