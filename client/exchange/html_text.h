// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace veldwijzer::exchange {

/// Takes tags away and reads entities; the same bytes when there are none. Linear time.
std::string withoutHtml(std::string_view source);

}  // namespace veldwijzer::exchange
