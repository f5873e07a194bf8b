// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vault/page_cipher.h"
#include "vault/vault.h"

namespace veldwijzer::vault {

/// For tests that open a vault thousands of times: past the derivation, with everything else as it is.
/// Nothing outside shared/vault and tests includes this header.
struct Access {
    static Result<DataKey> dataKey(const std::filesystem::path& dir, std::string_view passphrase);
    static Result<std::unique_ptr<Vault>> openWithKey(const std::filesystem::path& dir, const DataKey& key,
                                                      Random& random);
};

}  // namespace veldwijzer::vault
