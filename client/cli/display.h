// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace veldwijzer::cli {

enum class Lines {
    Join,  ///< line ends become spaces: for one cell of a table
    Keep,  ///< line ends stay: for a description
};

/// Text from records, files and servers, made harmless for a terminal: control characters and escapes are
/// shown as symbols, direction overrides and broken UTF-8 as U+FFFD. Everything else stays as it is.
[[nodiscard]] std::string harmless(std::string_view text, Lines lines = Lines::Join);

/// Characters, near enough for aligning columns (combining and wide ones count as one).
[[nodiscard]] std::size_t widthOf(std::string_view text);

/// Columns as wide as their widest cell, two spaces apart; the last one is not padded. Cells are made
/// harmless.
class Table {
public:
    void row(std::vector<std::string> cells);
    void print(std::ostream& out, std::string_view indent = "") const;
    [[nodiscard]] bool empty() const { return rows_.empty(); }

private:
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace veldwijzer::cli
