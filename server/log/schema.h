// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sqlite/database.h"

namespace veldwijzer::server {

/// Makes or checks the tables. StorageError (UnsupportedVersion) when a newer program made them.
void prepareSchema(Database& db);

}  // namespace veldwijzer::server
