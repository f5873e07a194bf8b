// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "exchange/hsds_reader.h"
#include "exchange/json_node.h"

/// What a record says, exactly: for what HSDS' members, or the cells of a CSV file, cannot say.
///
/// {"registers": {NAME: VALUE or null}, "sets": {NAME: [VALUE, …]}}. It replaces what the other members gave
/// for these names; null and an empty list take it away. A VALUE is a text, a number, true or false, or an
/// object with one member: {"reference": 32 hexadecimal digits}, {"bytes": hexadecimal}, {"json": its text}.
namespace veldwijzer::exchange {

/// What has to be said exactly so that `natural`, which is what a reader makes of the other members, becomes
/// `wanted`. Both are finished. A node of type Null: nothing.
Node exactDifference(const IncomingRecord& natural, const IncomingRecord& wanted);

/// Does what `exact` says. Returns what it could not use and why; that part changes nothing.
std::vector<std::string> applyExact(const Node& exact, IncomingRecord& record);

}  // namespace veldwijzer::exchange
