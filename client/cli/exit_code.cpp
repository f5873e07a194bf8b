// SPDX-License-Identifier: EUPL-1.2
#include "cli/exit_code.h"

namespace veldwijzer::cli {

ExitCode exitCodeFor(ErrorCode code) {
    switch (code) {
        case ErrorCode::Offline:
        case ErrorCode::ConnectionUntrusted:
        case ErrorCode::Busy:  // somebody answered, but only to say "later"; the work waits just the same
            return ExitCode::Offline;
        case ErrorCode::WrongPassphrase:
            return ExitCode::WrongPassphrase;
        case ErrorCode::VaultDamaged:
        case ErrorCode::VaultRolledBack:
            return ExitCode::VaultDamaged;
        default:
            return ExitCode::Refused;
    }
}

}  // namespace veldwijzer::cli
