// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/json_node.h"

/// HSDS 1.x and 2.0 (and Open Referral UK 1.0, their nested form) in the words of 3.1
/// (docs.openreferral.org, "changelog" and the schema references of 1.1 and 2.0.1). What has no word there
/// stays as it is, as a member that nobody knows.
namespace veldwijzer::exchange {

/// The kind of a table that 3.x does not have ("regular_schedules" → "schedule"); empty for any other.
/// `columns`: 1.x calls its table of terms "taxonomy".
std::string_view kindOfOldTable(std::string_view table, const std::vector<std::string>& columns);

/// Whether a list of that name is one of an older version.
bool isOldList(std::string_view name);

/// A row of a table, or an object of a list of that name, in today's words. A row of `eligibility` becomes
/// one of the service that it is about. Returns whether anything was old.
bool upgradeRow(std::string_view table, Node& row);

/// An object with all that is nested in it. Returns whether anything was old.
bool upgradeItem(std::string_view kind, Node& item);

}  // namespace veldwijzer::exchange
