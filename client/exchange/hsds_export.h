// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "exchange/record_content.h"

namespace veldwijzer::exchange {

struct ExportReport {
    std::map<std::string, std::uint64_t> records;  ///< by kind
    std::vector<std::string> files;
    std::string digest;  ///< ContentDigest of what was written
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};

using ExportProgress = std::function<void(const ExportReport&)>;

/// Writes HSDS 3.1 JSON into `folder`, which must be new or empty: services.json, as a page of an API with
/// everything that belongs to a service nested in it; organizations.json and one file a kind for what stands
/// in no service. What comes twice stands in full once; elsewhere it is a copy without what hangs below it,
/// or no more than its id with "import.elsewhere". HSDS.md has the rules. Reading the folder again gives the
/// same records, and so the same digest.
///
/// InvalidArgument when the folder is not empty, Storage when it cannot be written; what was written by then
/// is taken away again.
Result<ExportReport> exportHsdsJson(const RecordSource& source, const std::filesystem::path& folder,
                                    const ExportProgress& progress = {});

/// The same as CSV: one file a kind with foreign keys, and datapackage.json.
Result<ExportReport> exportHsdsCsv(const RecordSource& source, const std::filesystem::path& folder,
                                   const ExportProgress& progress = {});

}  // namespace veldwijzer::exchange
