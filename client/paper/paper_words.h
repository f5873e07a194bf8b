// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace veldwijzer::paper {

/// The words of a printed checklist that are not its own.
struct Words {
    std::string caseCode, version, status, completedBy, retainUntil, printedAt, seal, page, of, notAnswered,
        yes, no, score, late, row;
    std::string inProgress, completed, amending, amended;
};
[[nodiscard]] Words dutch();
[[nodiscard]] Words english();

}  // namespace veldwijzer::paper
