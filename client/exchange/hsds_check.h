// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/hsds_reader.h"

/// Things that a person should look at. Nothing is changed because of them.
namespace veldwijzer::exchange {

/// "phone \"1554f2e2-…\"": how a message names a record.
std::string nameOf(const IncomingRecord& record);

/// Why a value is odd where it stands; nothing if it is fine.
std::optional<std::string> whyOdd(std::string_view kind, std::string_view field, const merge::Value& value);

/// What is odd about the record as a whole: required members missing, ends before beginnings.
std::vector<std::string> whyOddTogether(const IncomingRecord& record);

}  // namespace veldwijzer::exchange
