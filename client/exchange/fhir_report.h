// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "checklist/questionnaire.h"
#include "exchange/hsds_reader.h"
#include "exchange/json_node.h"

namespace veldwijzer::exchange {

/// What an import of a template tells about what it adapted. Not for other rooms.
class FhirReport {
public:
    FhirReport(std::string file, std::vector<Problem>& target) : file_(std::move(file)), target_(target) {}

    /// Types that cannot be filled in, lists of answers that are elsewhere, formulas, scores, circles,
    /// linkIds that come twice, modifiers.
    void tellOf(const checklist::Questionnaire& questionnaire, const Node& resource);
    void oddMember(std::uint64_t row, std::string_view member);
    void lost(std::uint64_t row, std::string_view member);
    void add(std::uint64_t row, std::string problem, std::string action);

private:
    void tellOfItem(const checklist::Item& item, std::uint64_t row);
    std::string file_;
    std::vector<Problem>& target_;
};

}  // namespace veldwijzer::exchange
