// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vault/vault.h"

namespace veldwijzer::vault {

/// Copies the log into the main file, unseals every page of it (free ones too, which SQLite's own check
/// skips), and runs the integrity check. The caller holds the write mutex. Throws StorageError.
void checkDatabase(const std::string& path, const char* vfs, CheckReport& report);

}  // namespace veldwijzer::vault
