// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "cli/context.h"

/// What an import or export came to, in the shapes that `--json` promises and for people.
namespace veldwijzer::cli {

[[nodiscard]] Json countsOf(const std::map<std::string, std::uint64_t>& byKind);
[[nodiscard]] Json jsonOf(const std::vector<exchange::Problem>& problems);
[[nodiscard]] Json jsonOf(const session::ImportReport& report);
void print(const std::vector<exchange::Problem>& problems, std::ostream& out);
void print(const session::ImportReport& report, std::ostream& out);

}  // namespace veldwijzer::cli
