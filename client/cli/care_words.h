// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <ostream>
#include <string>

#include "cli/context.h"

/// What `Session::serviceNow` and its like found, for programs and for people.
namespace veldwijzer::cli {

/// `{"open":true|false|null,"nextChange",…,"stale","assured","referrals","reviews","locationsNotHere"}`.
/// Moments are local, as "2026-11-23 17:00"; null for what nobody said.
[[nodiscard]] Json jsonOf(const session::ServiceNow& now);

/// One line for each thing to know, in words.
void printNow(const session::ServiceNow& now, std::ostream& out, std::string_view indent);

/// "2 days", "5 weeks", "14 months": good enough to judge an entry by.
[[nodiscard]] std::string ageInWords(std::int64_t days);

}  // namespace veldwijzer::cli
