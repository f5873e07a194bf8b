// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

#include "base/bytes.h"
#include "sqlite/database.h"

namespace veldwijzer::vault::test {

/// A workload whose content follows from the number of transactions alone, so that what is found after a
/// crash can be compared in full. Inserts, overwrites, deletes; overflow pages; now and then a large
/// transaction.
namespace ledger {

void makeTables(Database& db);
/// Transaction number `number` (1, 2, 3…): everything but BEGIN and COMMIT.
void write(Database& db, std::int64_t number);
/// The number of the last transaction in the database; 0 when there are no tables yet.
std::int64_t head(Database& db);
/// Empty when the database holds exactly what transactions 1…head leave behind, and SQLite finds it sound;
/// otherwise what is wrong.
std::string problem(Database& db);

}  // namespace ledger
}  // namespace veldwijzer::vault::test
