// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace veldwijzer::exchange {

/// Reads each byte that is not part of a well-formed UTF-8 character as Windows-1252, which is what such
/// files turn out to be; no byte is lost. Returns how many there were.
std::size_t repairEncoding(std::string& text);

/// Mends what careless exporters write and a strict parser refuses: bare line breaks and other controls in
/// texts, halves of surrogate pairs, unknown escapes, NaN and Infinity, numbers beyond a double, a comma
/// before a closing bracket. Returns, in words, what was mended, each once; nothing if it changed nothing.
/// Does not add or remove texts, so the ordinals of elided texts hold, except that a number beyond a double
/// becomes a text of its digits: `elidedMoved` then says that they no longer do.
struct Repaired {
    std::string text;
    std::vector<std::string> what;
    bool elidedMoved = false;
};
Repaired repairJson(std::string_view text);

}  // namespace veldwijzer::exchange
