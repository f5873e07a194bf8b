// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace veldwijzer {

/// Well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
bool isUtf8(std::string_view text);

/// The longest prefix of at most `maxBytes` that does not cut a character in two.
std::string_view utf8Prefix(std::string_view text, std::size_t maxBytes);

}  // namespace veldwijzer
