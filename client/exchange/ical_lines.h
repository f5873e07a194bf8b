// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Content lines of RFC 5545 (section 3.1). Read by hand and not by libical, which drops what it finds
/// invalid: real files are full of that, and what came in has to come out again. Private to the programme
/// files.
namespace veldwijzer::exchange {

struct IcalLine {
    std::string raw;                                              ///< unfolded, as it stood
    std::string name;                                             ///< upper case
    std::vector<std::pair<std::string, std::string>> parameters;  ///< names in upper case, values unquoted
    std::string value;                                            ///< escapes as they stood

    [[nodiscard]] std::string_view parameter(std::string_view wanted) const;
};
/// A line without a colon has everything in `name`, which is then no name of a property.
[[nodiscard]] IcalLine icalLineFrom(std::string_view unfolded);

/// The lines of a file, unfolded: CRLF, LF and CR end one, a space or tab after that goes on. Empty ones are
/// left out.
[[nodiscard]] std::vector<std::string> unfoldedLines(std::string_view bytes);
/// Folded at 75 octets, between characters, with CRLF.
void appendFolded(std::string& target, std::string_view line);

[[nodiscard]] std::string unescapedText(std::string_view value);
[[nodiscard]] std::string escapedText(std::string_view text);

}  // namespace veldwijzer::exchange
