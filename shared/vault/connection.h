// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/result.h"
#include "sqlite/database.h"

namespace veldwijzer::vault {

/// How a write connection syncs. Normal exists for the control in the tests: it does lose commits.
enum class Durability { Full, Normal };

/// Makes the database at `path` through a VFS in creating mode: geometry, then WAL. Closed and whole on the
/// disk when it returns. Throws StorageError.
void createDatabase(const std::string& path, const char* vfs);
/// Opens it for writing; reads the log, so that damage shows here. Throws StorageError.
Database openWriter(const std::string& path, const char* vfs, Durability durability = Durability::Full);
/// Throws StorageError.
Database openReadOnly(const std::string& path, const char* vfs);

}  // namespace veldwijzer::vault
