// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "ops/data_folder.h"

namespace veldwijzer::server {

struct CheckReport {
    std::vector<std::string> problems;  ///< at most `problemsMax`; empty when all is well
    std::uint64_t membershipEntries = 0;
    std::uint64_t spaces = 0;
    std::uint64_t entries = 0;

    static constexpr std::size_t problemsMax = 100;
    void add(std::string problem);
};

/// Everything that can be verified without a key to the contents: the store's pages, the membership log, each
/// space's hash chain, each envelope's signature, each actor's sequence and dependencies, the heads. Also
/// beside a running server.
[[nodiscard]] CheckReport checkLog(const Log& log);
/// The same, and that the key file belongs to the log.
[[nodiscard]] CheckReport checkFolder(const DataFolder& folder);

}  // namespace veldwijzer::server
