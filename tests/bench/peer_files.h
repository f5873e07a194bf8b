// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "store/types.h"

/// The harness's files: pieces, each behind its length (4 bytes, little-endian). A record is its twenty
/// values; an edit is a record's id, the number of a field, and a value. What cannot be read ends the
/// program.
namespace veldwijzer::bench {

/// Says why on standard error and ends the program.
[[noreturn]] void giveUp(const std::string& what);

[[nodiscard]] std::string contentOf(const std::filesystem::path& file);
/// The record that the harness knows by this id.
[[nodiscard]] RecordId recordOf(std::string_view id);
[[nodiscard]] std::vector<store::RecordEdit> readRecords(const std::filesystem::path& file);
[[nodiscard]] std::vector<store::RecordEdit> readEdits(const std::filesystem::path& file);

}  // namespace veldwijzer::bench
