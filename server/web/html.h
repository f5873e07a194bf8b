// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace veldwijzer::server {

/// Text for an HTML page: in an element or between double quotes of an attribute. Everything that came from
/// somebody goes through here; controls and broken UTF-8 become U+FFFD.
[[nodiscard]] std::string escapedHtml(std::string_view text);
/// For a query in an address.
[[nodiscard]] std::string escapedQuery(std::string_view text);
/// Lower case without the accents of western Europe, for comparing what people type.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace veldwijzer::server
