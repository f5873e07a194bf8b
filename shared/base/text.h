// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace veldwijzer {

/// Lower-case hexadecimal.
std::string toHex(ByteView bytes);
/// Nothing if a character is not hexadecimal or the length is odd.
std::optional<Bytes> fromHex(std::string_view text);

/// Base64url without padding (RFC 4648 section 5), for links and headers.
std::string toBase64Url(ByteView bytes);
/// Nothing if malformed.
std::optional<Bytes> fromBase64Url(std::string_view text);

}  // namespace veldwijzer
