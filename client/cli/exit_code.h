// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"

namespace veldwijzer::cli {

/// What scripts rely on.
enum class ExitCode : int {
    Done = 0,
    Refused = 1,  ///< or failed, with a message
    Usage = 2,
    Offline = 3,  ///< the work is safe, not sent
    WrongPassphrase = 4,
    VaultDamaged = 5,
};

[[nodiscard]] ExitCode exitCodeFor(ErrorCode code);

}  // namespace veldwijzer::cli
