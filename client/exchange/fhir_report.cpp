// SPDX-License-Identifier: EUPL-1.2
#include "exchange/fhir_report.h"

#include <algorithm>

#include "base/limits.h"
#include "exchange/hsds_limits.h"

namespace veldwijzer::exchange {

void FhirReport::add(std::uint64_t row, std::string problem, std::string action) {
    if (target_.size() < limits::hsdsProblemsPerFile)
        target_.push_back({file_, row, std::move(problem), std::move(action)});
}

void FhirReport::oddMember(std::uint64_t row, std::string_view member) {
    add(row, "'" + std::string(member) + "' is not what FHIR R4 has there", "kept as it is, not used");
}

void FhirReport::lost(std::uint64_t row, std::string_view member) {
    add(row,
        "'" + std::string(member.substr(0, 100)) + "' comes twice, is too large or has an impossible name",
        "left out");
}

void FhirReport::tellOf(const checklist::Questionnaire& questionnaire, const Node& resource) {
    for (const std::string& remark : questionnaire.remarks)
        add(0, remark, "kept; CHECKLISTS.md says how it is read");
    if (resource.member("modifierExtension") != nullptr || resource.member("implicitRules") != nullptr)
        add(0, "a modifierExtension or implicitRules may change what this template means",
            "kept, not obeyed; ask its publisher");
    if (questionnaire.hasScore())
        add(0, "options weigh: this instrument counts its own score", "added up and shown");
    for (std::size_t i = 0; i < questionnaire.items.size(); ++i)
        tellOfItem(questionnaire.items[i], i + 1);
}

void FhirReport::tellOfItem(const checklist::Item& item, std::uint64_t row) {
    using checklist::ItemType;
    const std::string name = "item '" + item.path + "' ";
    if (item.type == ItemType::Unknown)
        add(row, name + "is of a type that FHIR R4 does not have: '" + item.typeName.substr(0, 40) + "'",
            "shown and kept; it cannot be filled in");
    else if (checklist::isQuestion(item.type) && !checklist::isFillable(item.type))
        add(row, name + "asks for a" + (item.type == ItemType::Attachment ? "n attachment" : " reference"),
            "shown and kept; it cannot be filled in and keeps nobody from completing");
    if (item.optionsUnknown) add(row, name + "has its list of answers somewhere else", "answers are typed");
    if (item.calculated && !item.sums)
        add(row, name + "is calculated by a formula", "kept; it is not calculated here and not asked");
    if (item.isHidden) add(row, name + "is hidden", "kept; it is neither shown nor asked");
}

}  // namespace veldwijzer::exchange
