// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "signing/secret_bytes.h"
#include "vault/vault.h"

namespace veldwijzer::vault {

/// At least the floor and at most the ceiling, in both respects.
[[nodiscard]] bool withinBounds(const KdfCost& cost);

/// Argon2id (RFC 9106, through libsodium, one lane). Storage when the device has not enough memory.
Result<SecretBytes<32>> deriveKey(std::string_view passphrase, ByteView salt, const KdfCost& cost);

}  // namespace veldwijzer::vault
