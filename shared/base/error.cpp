// SPDX-License-Identifier: EUPL-1.2
#include "base/error.h"

namespace veldwijzer {

std::string_view errorName(ErrorCode code) {
    switch (code) {
        case ErrorCode::Malformed:
            return "malformed";
        case ErrorCode::TooLarge:
            return "too-large";
        case ErrorCode::UnsupportedVersion:
            return "unsupported-version";
        case ErrorCode::NotFound:
            return "not-found";
        case ErrorCode::InvalidArgument:
            return "invalid-argument";
        case ErrorCode::NotAMember:
            return "not-a-member";
        case ErrorCode::Forbidden:
            return "forbidden";
        case ErrorCode::BadSignature:
            return "bad-signature";
        case ErrorCode::Replayed:
            return "replayed";
        case ErrorCode::ClockSkew:
            return "clock-skew";
        case ErrorCode::InvitationUnknown:
            return "invitation-unknown";
        case ErrorCode::InvitationExpired:
            return "invitation-expired";
        case ErrorCode::InvitationUsed:
            return "invitation-used";
        case ErrorCode::InvitationRevoked:
            return "invitation-revoked";
        case ErrorCode::SequenceGap:
            return "sequence-gap";
        case ErrorCode::SequenceFork:
            return "sequence-fork";
        case ErrorCode::DependenciesMissing:
            return "dependencies-missing";
        case ErrorCode::EpochOld:
            return "epoch-old";
        case ErrorCode::EpochUnknown:
            return "epoch-unknown";
        case ErrorCode::ChainBroken:
            return "chain-broken";
        case ErrorCode::ServerForked:
            return "server-forked";
        case ErrorCode::StateDiffers:
            return "state-differs";
        case ErrorCode::ServerChanged:
            return "server-changed";
        case ErrorCode::ServerRestored:
            return "server-restored";
        case ErrorCode::WrongPassphrase:
            return "wrong-passphrase";
        case ErrorCode::WeakPassphrase:
            return "weak-passphrase";
        case ErrorCode::VaultDamaged:
            return "vault-damaged";
        case ErrorCode::VaultRolledBack:
            return "vault-rolled-back";
        case ErrorCode::VaultInUse:
            return "vault-in-use";
        case ErrorCode::VaultExists:
            return "vault-exists";
        case ErrorCode::VaultMissing:
            return "vault-missing";
        case ErrorCode::UnsealFailed:
            return "unseal-failed";
        case ErrorCode::ConnectionUntrusted:
            return "connection-untrusted";
        case ErrorCode::Offline:
            return "offline";
        case ErrorCode::Busy:
            return "busy";
        case ErrorCode::ServerError:
            return "server-error";
        case ErrorCode::Storage:
            return "storage";
    }
    return "unknown";
}

std::optional<ErrorCode> errorNamed(std::string_view name) {
    for (int code = 0; code <= static_cast<int>(ErrorCode::Storage); ++code)
        if (errorName(static_cast<ErrorCode>(code)) == name) return static_cast<ErrorCode>(code);
    return std::nullopt;
}

}  // namespace veldwijzer
