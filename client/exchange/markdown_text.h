// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace veldwijzer::exchange {

/// Takes Markdown away where it is surely meant: headings, emphasis, links, quotes, code, rules, "* " lists.
/// The same bytes when there is none. Linear time.
std::string withoutMarkdown(std::string_view source);

}  // namespace veldwijzer::exchange
