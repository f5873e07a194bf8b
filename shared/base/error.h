// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace veldwijzer {

/// Named reasons. The name (see `errorName`) is stable: it stands in answers of the server,
/// in `--json` output and in the app's translations, so rename one only with a protocol version.
enum class ErrorCode {
    // bytes from outside
    Malformed,           ///< cannot be parsed, or breaks a rule of its format
    TooLarge,            ///< meets a named limit
    UnsupportedVersion,  ///< made by a newer program
    NotFound,
    InvalidArgument,
    // who may do what
    NotAMember,         ///< the device is not (or no longer) in the roster
    Forbidden,          ///< the role does not allow it
    BadSignature,       ///< not signed by whom it says
    Replayed,           ///< a request seen before
    ClockSkew,          ///< request time too far from the server's; the answer carries the server's time
    InvitationUnknown,  ///< no such invitation in the roster
    InvitationExpired,
    InvitationUsed,  ///< redeemed as often as it allowed
    InvitationRevoked,
    // the log
    SequenceGap,          ///< the actor's previous change is missing
    SequenceFork,         ///< another change has this actor and sequence number
    DependenciesMissing,  ///< a change it builds on is not in the log yet
    EpochOld,             ///< sealed with a key that is no longer current
    EpochUnknown,         ///< sealed with a key this device does not hold (yet)
    ChainBroken,          ///< a gap, a reorder or a fork in a hash chain
    ServerForked,         ///< the server shows different people different logs
    StateDiffers,         ///< a colleague's state at the same position is not ours
    ServerChanged,        ///< another server than the pinned one answers
    ServerRestored,       ///< the server lost its memory (its epoch changed)
    // keys and vault
    WrongPassphrase,
    WeakPassphrase,
    VaultDamaged,
    VaultRolledBack,  ///< older than the head kept outside the database
    VaultInUse,
    VaultExists,
    VaultMissing,
    UnsealFailed,  ///< wrong key, or changed bytes
    // the way there
    ConnectionUntrusted,  ///< the certificate of whoever answers does not hold; nothing was sent
    Offline,              ///< nobody reached; the work is safe and waits
    Busy,                 ///< the server asks to come back later
    ServerError,          ///< the server failed; the work is safe and waits
    Storage,              ///< disk full, I/O error
};

/// The stable name, kebab-case: "not-a-member".
std::string_view errorName(ErrorCode code);
/// The code with that name, as a peer may have sent it.
std::optional<ErrorCode> errorNamed(std::string_view name);

/// A failure as a value. `message` is for people: what happened, what is safe, what to do. No content in it.
struct Error {
    ErrorCode code{};
    std::string message;
};

/// The one exception: a storage fault (full disk, I/O error, damaged page). Caught in two places,
/// the store's worker and the server's route, which roll their transaction back.
class StorageError : public std::runtime_error {
public:
    StorageError(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
    [[nodiscard]] ErrorCode code() const noexcept { return code_; }

private:
    ErrorCode code_;
};

}  // namespace veldwijzer
