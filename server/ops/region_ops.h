// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "ops/data_folder.h"

/// What an administrator does with a data folder. All refuse with a message for people, and throw
/// StorageError when the disk fails.
namespace veldwijzer::server {

/// Makes the folder, the server's key and an empty region; returns the bootstrap invitation's link.
/// VaultExists when there is a region already; InvalidArgument for the name or url.
[[nodiscard]] Result<std::string> initialise(const DataFolder& folder, const std::string& name,
                                             const std::string& url, Random& random, WallMs now);

/// Makes an empty folder the server of a region that exists: with the server's old key file, and a link that
/// any member can give (`veldwijzer-cli region`), which holds no secret. Members' devices fill it up.
/// VaultExists, Malformed, ServerChanged when the key is not that of the region's server, InvalidArgument for
/// a link without a root.
[[nodiscard]] Result<void> adopt(const DataFolder& folder, const std::string& link,
                                 const std::filesystem::path& keyFile, Random& random, WallMs now);

/// A fresh bootstrap link that voids the one before, while nobody has redeemed it. VaultInUse while the
/// server runs, Forbidden once the region has a coordinator.
[[nodiscard]] Result<std::string> inviteAgain(const DataFolder& folder, Random& random, WallMs now);

/// A consistent copy of log and key in a new folder, also while the server runs. VaultExists when `target`
/// exists.
[[nodiscard]] Result<void> backUp(const DataFolder& folder, const std::filesystem::path& target);

/// Makes the folder from a backup, with a new epoch: devices learn that the server may have lost what it once
/// acknowledged, and upload it again. VaultExists when the folder holds a region.
[[nodiscard]] Result<void> restore(const DataFolder& folder, const std::filesystem::path& backup,
                                   Random& random, WallMs now);

}  // namespace veldwijzer::server
