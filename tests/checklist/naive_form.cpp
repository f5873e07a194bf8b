// SPDX-License-Identifier: EUPL-1.2
#include "naive_form.h"

#include <algorithm>
#include <functional>

namespace veldwijzer::checklist::test {
namespace {

bool beginsWith(const Place& place, const Place& beginning) {
    return place.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), place.begin());
}

std::string name(const char* what, int item, const Place& place) {
    std::string text = std::string(what) + " " + std::to_string(item);
    for (const std::string& token : place)
        text += "@" + token;
    return text;
}

}  // namespace

bool NaiveForm::isList(int item) const {
    const NaiveItem& it = items[static_cast<std::size_t>(item)];
    return it.repeats && (it.isGroup || !it.children.empty());
}

std::vector<int> NaiveForm::listsAround(int item) const {
    std::vector<int> lists;
    for (int up = item; up >= 0; up = items[static_cast<std::size_t>(up)].parent)
        if (isList(up)) lists.insert(lists.begin(), up);
    return lists;
}

std::vector<Place> NaiveForm::placesOf(int item) const {
    std::vector<Place> places{{}};
    for (const int list : listsAround(item)) {
        std::vector<Place> longer;
        for (const Place& place : places) {
            const auto found = rows.find({list, place});
            if (found == rows.end()) continue;
            for (const std::string& token : found->second) {
                longer.push_back(place);
                longer.back().push_back(token);
            }
        }
        places = longer;
    }
    return places;
}

bool NaiveForm::reaches(int from, int to) const {
    std::set<int> seen;
    std::function<bool(int)> look = [&](int at) {
        if (at < 0 || !seen.insert(at).second) return false;
        const NaiveItem& item = items[static_cast<std::size_t>(at)];
        std::vector<int> next{item.parent};
        for (const NaiveCondition& condition : item.conditions)
            next.push_back(condition.question);
        return std::any_of(next.begin(), next.end(), [&](int each) { return each == to || look(each); });
    };
    return from == to || look(from);
}

bool NaiveForm::enabled(int item, const Place& place) const {
    const NaiveItem& it = items[static_cast<std::size_t>(item)];
    const std::size_t around = listsAround(item).size() - (isList(item) ? 1 : 0);
    const Place outside(place.begin(), place.begin() + static_cast<std::ptrdiff_t>(around));
    if (it.parent >= 0 && !enabled(it.parent, outside)) return false;
    if (it.conditions.empty()) return true;
    std::size_t met = 0;
    for (const NaiveCondition& condition : it.conditions)
        met += holds(condition, item, outside) ? 1 : 0;
    return it.all ? met == it.conditions.size() : met > 0;
}

bool NaiveForm::holds(const NaiveCondition& condition, int asker, const Place& place) const {
    // Which places of the question are meant: those in the asker's rows; of more the last before or the
    // first behind; the rows of the question itself all.
    const auto its = listsAround(condition.question);
    const auto mine = listsAround(asker);
    Place shared;
    while (shared.size() < std::min({its.size(), mine.size(), place.size()}) &&
           its[shared.size()] == mine[shared.size()])
        shared.push_back(place[shared.size()]);
    std::vector<Place> meant;
    for (const Place& each : placesOf(condition.question))
        if (beginsWith(each, shared)) meant.push_back(each);
    const bool ownRows = isList(condition.question) && its.size() > shared.size();
    const std::size_t outer = its.size() - (ownRows ? 1 : 0);
    if (!meant.empty() && outer > shared.size()) {
        const Place one = condition.question < asker ? meant.back() : meant.front();
        const Place rowsOfIt(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(outer));
        std::erase_if(meant, [&](const Place& each) { return !beginsWith(each, rowsOfIt); });
    }
    const bool circle = reaches(asker, condition.question) && reaches(condition.question, asker);
    std::vector<int> given;
    for (const Place& each : meant) {
        if (!circle && !enabled(condition.question, each)) continue;
        const auto found = answers.find({condition.question, each});
        if (found != answers.end()) given.insert(given.end(), found->second.begin(), found->second.end());
    }
    const auto some = [&](auto test) { return std::any_of(given.begin(), given.end(), test); };
    const int value = condition.value;
    if (condition.relation == "exists") return (value == 1) == !given.empty();
    if (condition.relation == "=") return some([&](int each) { return each == value; });
    if (condition.relation == "!=") return !some([&](int each) { return each == value; });
    if (condition.relation == ">") return some([&](int each) { return each > value; });
    if (condition.relation == "<") return some([&](int each) { return each < value; });
    if (condition.relation == ">=") return some([&](int each) { return each >= value; });
    return some([&](int each) { return each <= value; });
}

bool NaiveForm::anythingAnswered(int item, const Place& place) const {
    for (std::size_t i = static_cast<std::size_t>(item); i < items.size(); ++i)
        for (const Place& each : placesOf(static_cast<int>(i))) {
            bool below = false;
            for (int up = static_cast<int>(i); up >= 0; up = items[static_cast<std::size_t>(up)].parent)
                below = below || up == item;
            const auto found = answers.find({static_cast<int>(i), each});
            const bool answered = found != answers.end() && !found->second.empty();
            if (below && beginsWith(each, place) && answered && enabled(static_cast<int>(i), each))
                return true;
        }
    return false;
}

bool NaiveForm::anythingAsked(int item, const Place& place) const {
    const NaiveItem& it = items[static_cast<std::size_t>(item)];
    if (!it.isGroup) return enabled(item, place);
    for (const int child : it.children) {
        for (const Place& each : placesOf(child))
            if (beginsWith(each, place) && enabled(child, each) &&
                (!items[static_cast<std::size_t>(child)].isGroup || anythingAsked(child, each)))
                return true;
    }
    return false;
}

std::set<std::string> NaiveForm::complaints() const {
    std::set<std::string> found;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const int item = static_cast<int>(i);
        const NaiveItem& it = items[i];
        for (const Place& place : placesOf(item)) {
            const auto given = answers.find({item, place});
            const std::size_t count = given == answers.end() ? 0 : given->second.size();
            if (!enabled(item, place)) continue;
            if (count > 1 && (!it.repeats || isList(item))) found.insert(name("too-many", item, place));
            if (it.required && !isList(item) && !it.isGroup && count == 0)
                found.insert(name("missing", item, place));
            if (it.required && !isList(item) && it.isGroup && anythingAsked(item, place) &&
                !anythingAnswered(item, place))
                found.insert(name("missing", item, place));
        }
        if (!isList(item) || !it.required) continue;
        // The list itself stands in the rows around it.
        std::vector<Place> around = it.parent < 0 ? std::vector<Place>{{}} : placesOf(it.parent);
        for (const Place& place : around) {
            bool askable = !it.isGroup;
            for (std::size_t j = i; j < items.size(); ++j)
                for (int up = static_cast<int>(j); up >= 0; up = items[static_cast<std::size_t>(up)].parent)
                    askable = askable || (up == item && !items[j].isGroup);
            if (enabled(item, place) && askable && !anythingAnswered(item, place))
                found.insert(name("missing", item, place));
        }
    }
    return found;
}

}  // namespace veldwijzer::checklist::test
