// SPDX-License-Identifier: EUPL-1.2
#include "checklist/review.h"

#include <algorithm>
#include <array>

namespace veldwijzer::checklist {
namespace {

using What = Finding::What;
using Type = Answer::Type;

constexpr std::array<std::string_view, 8> names{"missing",    "too-many",       "too-long",
                                                "wrong-type", "not-an-option",  "out-of-range",
                                                "unreadable", "not-in-template"};

bool hasRightType(const Item& item, const Answer& answer) {
    switch (item.type) {
        case ItemType::Boolean:
            return answer.type == Type::Boolean;
        case ItemType::Decimal:
            return answer.type == Type::Decimal;
        case ItemType::Integer:
            return answer.type == Type::Integer;
        case ItemType::Date:
            return answer.type == Type::Date && isFhirDate(answer.text);
        case ItemType::DateTime:
            return answer.type == Type::DateTime && isFhirDateTime(answer.text);
        case ItemType::Time:
            return answer.type == Type::Time && isFhirTime(answer.text);
        case ItemType::String:
        case ItemType::Text:
            return answer.type == Type::String;
        case ItemType::Url:
            return answer.type == Type::Uri;
        case ItemType::Choice:
            return item.optionsUnknown ? answer.type == Type::Coding : true;
        case ItemType::Quantity:
            return answer.type == Type::Quantity;
        default:
            return true;
    }
}

bool isAnOption(const Item& item, const Answer& answer) {
    if (item.type == ItemType::OpenChoice && answer.type == Type::String) return true;
    if (item.options.empty() || (item.type != ItemType::Choice && item.type != ItemType::OpenChoice))
        return true;
    return std::any_of(item.options.begin(), item.options.end(),
                       [&](const Option& option) { return compare(option.value, answer) == Order::Equal; });
}

bool isInRange(const Item& item, const Answer& answer) {
    return !(item.least && compare(answer, *item.least) == Order::Less) &&
           !(item.most && compare(answer, *item.most) == Order::Greater);
}

/// Unicode characters, as FHIR counts them. The text is UTF-8.
std::size_t charactersIn(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

/// Whether anything that is asked stands below, and whether any of it is answered.
struct Below {
    bool asked = false;
    bool answered = false;
};
Below below(const Form& form, std::size_t index) {
    Below result;
    const auto& nodes = form.nodes();
    for (std::size_t i = index + 1; i < nodes[index].end; ++i) {
        const bool asked = isAsked(form, nodes[i]);
        result.asked = result.asked || asked;
        result.answered = result.answered || (asked && !nodes[i].answers.empty());
    }
    return result;
}

/// Whether the template asks anything below a list that has no row yet.
bool asksInARow(const Form& form, const Node& list) {
    const auto& items = form.questionnaire().items;
    if (isFillable(items[list.item].type)) return true;
    for (std::size_t i = list.item + 1; i < items[list.item].end; ++i)
        if (isFillable(items[i].type) && !items[i].readOnly) return true;
    return false;
}

bool isMissing(const Form& form, std::size_t index) {
    const Node& node = form.nodes()[index];
    const Item& item = form.itemOf(node);
    if (!item.required || !node.enabled || item.isHidden || item.readOnly) return false;
    // Of what repeats at least one is asked for: the list says so, not each row.
    if (node.isList) return !below(form, index).answered && asksInARow(form, node);
    if (node.isRow) return false;
    if (item.type != ItemType::Group) return isAsked(form, node) && node.answers.empty();
    const Below inside = below(form, index);
    return inside.asked && !inside.answered;
}

}  // namespace

std::string_view nameOf(What what) {
    return names[static_cast<std::size_t>(what)];
}

bool isAsked(const Form& form, const Node& node) {
    const Item& item = form.itemOf(node);
    return node.enabled && !node.isList && isFillable(item.type) && !item.readOnly && !item.isHidden &&
           !item.calculated;
}

std::optional<What> whatIsWrong(const Item& item, const std::vector<Answer>& answers, bool inRow) {
    if (answers.size() > 1 && (!item.repeats || inRow)) return What::TooMany;
    for (const Answer& answer : answers) {
        if (!hasRightType(item, answer)) return What::WrongType;
        if (!isAnOption(item, answer)) return What::NotAnOption;
        if (item.maxLength && charactersIn(answer.text) > *item.maxLength) return What::TooLong;
        if (!isInRange(item, answer)) return What::OutOfRange;
    }
    return std::nullopt;
}

std::vector<Finding> review(const Form& form) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < form.nodes().size(); ++i) {
        const Node& node = form.nodes()[i];
        if (!node.enabled) continue;
        const Item& item = form.itemOf(node);
        if (isMissing(form, i)) findings.push_back({What::Missing, i, {}});
        if (node.unreadable) findings.push_back({What::Unreadable, i, {}});
        if (!isFillable(item.type)) continue;
        if (const auto wrong = whatIsWrong(item, node.answers, node.isRow))
            findings.push_back({*wrong, i, {}});
    }
    for (const std::string& field : form.strangers())
        findings.push_back({What::NotInTemplate, none, field});
    return findings;
}

bool mayComplete(const std::vector<Finding>& findings) {
    return std::all_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.what == What::NotInTemplate; });
}

Progress progressOf(const Form& form) {
    Progress progress;
    for (std::size_t i = 0; i < form.nodes().size(); ++i) {
        const Node& node = form.nodes()[i];
        if (progress.firstMissing == none && isMissing(form, i)) progress.firstMissing = i;
        if (!isAsked(form, node)) continue;
        const bool required = form.itemOf(node).required;
        const bool answered = !node.answers.empty();
        progress.questions += 1;
        progress.answered += answered ? 1 : 0;
        progress.required += required ? 1 : 0;
        progress.requiredAnswered += required && answered ? 1 : 0;
    }
    return progress;
}

}  // namespace veldwijzer::checklist
