// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

/// Dates and times as text, in the forms of ISO 8601 that HSDS, FHIR and frab use.
namespace veldwijzer::domain {

inline constexpr std::size_t dateLength = 10;

/// "2026-03-01", a day that exists.
[[nodiscard]] bool isDate(std::string_view text);
/// "09:30", "09:30:00", "09:30:00.5", each also with "Z" or "+01:00" behind it.
[[nodiscard]] bool isTime(std::string_view text);
/// A date, or a date, "T" (or a space) and a time.
[[nodiscard]] bool isDateTime(std::string_view text);

}  // namespace veldwijzer::domain
