// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

/// The rules of enableWhen, required and repeats once more, as plainly as they can be said: from definitions,
/// asking everything anew each time, integers and booleans only. What the real one is held against.
namespace veldwijzer::checklist::test {

struct NaiveCondition {
    int question = 0;
    std::string relation;
    int value = 0;  ///< of exists: 0 or 1
};
struct NaiveItem {
    bool isGroup = false;
    bool repeats = false;
    bool required = false;
    bool all = false;
    int parent = -1;
    std::vector<int> children;
    std::vector<NaiveCondition> conditions;
};
using Place = std::vector<std::string>;  ///< tokens of the rows around, and of the row itself
struct NaiveForm {
    std::vector<NaiveItem> items;  ///< in reading order
    std::map<std::pair<int, Place>, std::vector<int>> answers;
    /// Of a list, in the rows around it: the tokens in order.
    std::map<std::pair<int, Place>, std::vector<std::string>> rows;

    [[nodiscard]] bool isList(int item) const;
    [[nodiscard]] std::vector<int> listsAround(int item) const;  ///< itself included, outermost first
    [[nodiscard]] std::vector<Place> placesOf(int item) const;
    [[nodiscard]] bool enabled(int item, const Place& place) const;
    /// Items with a place that are missing, too many or fine; the list of a repeating one by the rows around
    /// it.
    [[nodiscard]] std::set<std::string> complaints() const;

private:
    [[nodiscard]] bool reaches(int from, int to) const;
    [[nodiscard]] bool holds(const NaiveCondition& condition, int asker, const Place& place) const;
    [[nodiscard]] bool anythingAnswered(int item, const Place& place) const;
    [[nodiscard]] bool anythingAsked(int item, const Place& place) const;
};

}  // namespace veldwijzer::checklist::test
