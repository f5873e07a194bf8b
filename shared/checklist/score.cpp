// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <charconv>

#include "checklist/review.h"

namespace veldwijzer::checklist {
namespace {

bool weighs(const Item& item) {
    return std::any_of(item.options.begin(), item.options.end(),
                       [](const Option& option) { return option.weight.has_value(); });
}

double mostOf(const Item& item) {
    double most = 0;
    for (const Option& option : item.options) {
        const double weight = option.weight.value_or(0);
        most = item.repeats ? most + std::max(weight, 0.0) : std::max(most, weight);
    }
    return most;
}

double weightOf(const Item& item, const Answer& answer) {
    for (const Option& option : item.options)
        if (compare(option.value, answer) == Order::Equal) return option.weight.value_or(0);
    return 0;
}

/// The one item that is calculated as a sum. With several nobody here knows which sum is whose.
std::size_t targetOf(const Form& form) {
    std::size_t found = none;
    for (std::size_t i = 0; i < form.nodes().size(); ++i) {
        const Item& item = form.itemOf(form.nodes()[i]);
        const bool number = item.type == ItemType::Decimal || item.type == ItemType::Integer;
        if (!item.calculated || !number || !item.sums) continue;
        if (found != none) return none;
        found = i;
    }
    return found;
}

}  // namespace

std::optional<Score> scoreOf(const Form& form) {
    if (!form.questionnaire().hasScore()) return std::nullopt;
    Score score;
    for (const Node& node : form.nodes()) {
        const Item& item = form.itemOf(node);
        if (!node.enabled || node.isList || !weighs(item)) continue;
        score.questions += 1;
        score.most += mostOf(item);
        score.answered += node.answers.empty() ? 0 : 1;
        for (const Answer& answer : node.answers)
            score.sum += weightOf(item, answer);
    }
    score.target = targetOf(form);
    return score;
}

std::optional<std::pair<std::string, std::string>> scoreField(const Form& form) {
    const auto score = scoreOf(form);
    if (!score || score->target == none || score->answered < score->questions) return std::nullopt;
    const Node& node = form.nodes()[score->target];
    std::array<char, 40> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), score->sum).ptr;
    const std::string text(digits.data(), end);
    const bool integer = form.itemOf(node).type == ItemType::Integer;
    if (integer && !isInteger(text)) return std::nullopt;
    const Answer answer = answerOf(integer ? Answer::Type::Integer : Answer::Type::Decimal, text);
    return std::pair(node.field, fieldText({answer}));
}

}  // namespace veldwijzer::checklist
