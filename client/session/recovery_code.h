// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

/// A secret as a person writes it on paper: six groups of five signs, without the letters I, L, O and U
/// (Crockford's base 32). 128 bits of it are the secret and 22 tell a slip of the pen.
namespace veldwijzer::session {

using RecoverySecret = std::array<std::uint8_t, 16>;

/// "7K3QF-…": upper case, groups with a hyphen between.
[[nodiscard]] std::string recoveryCodeOf(const RecoverySecret& secret);
/// However it is typed: small letters, spaces, no hyphens, O for 0, I or L for 1. InvalidArgument when it is
/// no code or has a typing error in it; which one is not told apart, and nothing is asked of anybody.
[[nodiscard]] Result<RecoverySecret> recoverySecretFrom(std::string_view typed);

}  // namespace veldwijzer::session
