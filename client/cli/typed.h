// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// What a person types on the command line, read strictly: nothing when it isn't that.
namespace veldwijzer::cli {

/// "7d", "12h", "30m" in milliseconds; no more than ten years.
[[nodiscard]] std::optional<std::int64_t> parseDuration(std::string_view text);

/// "name=value", split at the first "="; the name is not empty, the value may be.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> parseAssignment(std::string_view text);

}  // namespace veldwijzer::cli
