// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace veldwijzer::server {

/// How many bytes of body belong to a request, by its head alone.
struct RequestHead {
    std::size_t headBytes = 0;  ///< with the empty line
    std::size_t bodyBytes = 0;
    bool bodyWithheld = false;  ///< too large or of no stated length: the head is reason enough to refuse
};

struct HeadResult {
    std::optional<RequestHead> head;
    int refusal = 0;  ///< an HTTP status when the head can be refused already
};

/// Neither a head nor a refusal: not whole yet. Two readers must never disagree where a request ends, so
/// whatever leaves room for that (bare line feeds, NUL, repeated Content-Length, a space before a colon) is
/// refused with 400.
[[nodiscard]] HeadResult readHead(std::string_view bytes);

}  // namespace veldwijzer::server
