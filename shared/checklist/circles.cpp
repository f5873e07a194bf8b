// SPDX-License-Identifier: EUPL-1.2
#include "checklist/circles.h"

#include <algorithm>

namespace veldwijzer::checklist {
namespace {

/// Tarjan's strongly connected components (SIAM J. Comput. 1(2), 1972), without recursion: a template may
/// chain thousands of conditions. An item waits for its parent and for the questions of its conditions.
class Components {
public:
    explicit Components(const Questionnaire& questionnaire) : items_(questionnaire.items) {
        states_.resize(items_.size());
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (states_[i].order == 0) visit(i);
    }
    [[nodiscard]] bool together(std::size_t a, std::size_t b) const {
        return states_[a].component == states_[b].component;
    }

private:
    struct State {
        std::size_t order = 0;  ///< 0: not seen
        std::size_t low = 0;
        std::size_t component = none;
    };
    struct Frame {
        std::size_t item;
        std::size_t edge = 0;
    };

    [[nodiscard]] std::size_t edgesOf(std::size_t item) const { return items_[item].enableWhen.size() + 1; }
    [[nodiscard]] std::size_t target(std::size_t item, std::size_t edge) const {
        return edge == 0 ? items_[item].parent : items_[item].enableWhen[edge - 1].item;
    }

    void enter(std::size_t item) {
        states_[item].order = states_[item].low = ++counter_;
        stack_.push_back(item);
        frames_.push_back({item});
    }
    void visit(std::size_t first) {
        enter(first);
        while (!frames_.empty()) {
            Frame& frame = frames_.back();
            State& state = states_[frame.item];
            if (frame.edge == edgesOf(frame.item)) {
                leave(frame.item);
                continue;
            }
            const std::size_t to = target(frame.item, frame.edge++);
            if (to == none) continue;
            if (states_[to].order == 0)
                enter(to);  // `frame` and `state` may have moved: not used any more
            else if (states_[to].component == none)
                state.low = std::min(state.low, states_[to].order);
        }
    }
    void leave(std::size_t item) {
        frames_.pop_back();
        if (!frames_.empty()) {
            State& above = states_[frames_.back().item];
            above.low = std::min(above.low, states_[item].low);
        }
        if (states_[item].low != states_[item].order) return;
        for (std::size_t member = none; member != item;) {
            member = stack_.back();
            stack_.pop_back();
            states_[member].component = item;
        }
    }

    const std::vector<Item>& items_;
    std::vector<State> states_;
    std::vector<std::size_t> stack_;
    std::vector<Frame> frames_;
    std::size_t counter_ = 0;
};

}  // namespace

void markCircles(Questionnaire& questionnaire) {
    const Components components(questionnaire);
    for (std::size_t i = 0; i < questionnaire.items.size(); ++i) {
        for (EnableWhen& when : questionnaire.items[i].enableWhen) {
            when.inCircle = when.item != none && components.together(i, when.item);
            if (when.inCircle)
                questionnaire.remarks.push_back("item '" + questionnaire.items[i].linkId +
                                                "' and question '" + when.question + "' wait for each other");
        }
    }
}

}  // namespace veldwijzer::checklist
