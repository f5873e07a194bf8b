// SPDX-License-Identifier: EUPL-1.2
#include "checklist/enabling.h"

#include <algorithm>

namespace veldwijzer::checklist {
namespace {

bool relates(Order order, Operator relation) {
    switch (relation) {
        case Operator::Equal:
            return order == Order::Equal;
        case Operator::Greater:
            return order == Order::Greater;
        case Operator::Less:
            return order == Order::Less;
        case Operator::GreaterOrEqual:
            return order == Order::Greater || order == Order::Equal;
        case Operator::LessOrEqual:
            return order == Order::Less || order == Order::Equal;
        case Operator::Exists:
        case Operator::NotEqual:
            break;
    }
    return false;
}

}  // namespace

bool holds(const EnableWhen& condition, const std::vector<Answer>& answers) {
    const auto some = [&](Operator relation) {
        return std::any_of(answers.begin(), answers.end(), [&](const Answer& answer) {
            return relates(compare(answer, condition.answer), relation);
        });
    };
    if (condition.relation == Operator::Exists) return !answers.empty() == condition.answer.boolean;
    if (condition.relation == Operator::NotEqual) return !some(Operator::Equal);
    return some(condition.relation);
}

Enabling::Enabling(Form& form) : form_(form) {
    const auto& items = form.questionnaire().items;
    lists_.resize(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].parent != none) lists_[i] = lists_[items[i].parent];
        if (items[i].hasRows) lists_[i].push_back(i);
    }
    states_.resize(form.nodes().size(), State::Unknown);
}

void Enabling::run() {
    for (std::size_t i = 0; i < form_.nodes_.size(); ++i)
        form_.nodes_[i].enabled = isEnabled(i);
}

bool Enabling::isEnabled(std::size_t index) {
    if (states_[index] != State::Unknown) return states_[index] == State::Enabled;
    const Node& node = form_.nodes_[index];
    // A row counts when its list does, where the conditions were asked.
    const bool enabled =
        (node.parent == none || isEnabled(node.parent)) && (node.isRow || conditionsHold(node));
    states_[index] = enabled ? State::Enabled : State::Disabled;
    return enabled;
}

bool Enabling::conditionsHold(const Node& node) {
    const Item& item = form_.itemOf(node);
    if (item.enableWhen.empty()) return true;
    const auto met = [&](const EnableWhen& condition) {
        return holds(condition, answersTo(condition, node));
    };
    return item.enableAll ? std::all_of(item.enableWhen.begin(), item.enableWhen.end(), met)
                          : std::any_of(item.enableWhen.begin(), item.enableWhen.end(), met);
}

std::vector<Answer> Enabling::answersTo(const EnableWhen& condition, const Node& asker) {
    std::vector<Answer> answers;
    if (condition.item == none) return answers;
    for (const std::size_t place : placesOf(condition.item, asker)) {
        if (!condition.inCircle && !isEnabled(place)) continue;
        const auto& given = form_.nodes_[place].answers;
        answers.insert(answers.end(), given.begin(), given.end());
    }
    return answers;
}

std::vector<std::size_t> Enabling::placesOf(std::size_t question, const Node& asker) const {
    const auto& mine = lists_[asker.item];
    const auto& its = lists_[question];
    std::size_t shared = 0;
    while (shared < std::min({mine.size(), its.size(), asker.rows.size()}) && mine[shared] == its[shared])
        ++shared;
    std::vector<std::size_t> places;
    for (const std::size_t index : form_.nodesOfItem_[question]) {
        const Node& node = form_.nodes_[index];
        if (!node.isList &&
            std::equal(asker.rows.begin(), asker.rows.begin() + static_cast<std::ptrdiff_t>(shared),
                       node.rows.begin()))
            places.push_back(index);
    }
    const bool itselfAList = form_.questionnaire().items[question].hasRows;
    const std::size_t chosenRows = its.size() - (itselfAList && shared < its.size() ? 1 : 0);
    if (places.empty() || shared >= chosenRows) return places;
    // Further rows are not the asker's: one of each is meant.
    const Node& meant = form_.nodes_[question < asker.item ? places.back() : places.front()];
    const Rows rows(meant.rows.begin(), meant.rows.begin() + static_cast<std::ptrdiff_t>(chosenRows));
    std::erase_if(places, [&](std::size_t index) {
        return !std::equal(rows.begin(), rows.end(), form_.nodes_[index].rows.begin());
    });
    return places;
}

}  // namespace veldwijzer::checklist
