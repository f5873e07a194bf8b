// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "checklist/form.h"

namespace veldwijzer::checklist {

/// Finds out which nodes of a form count. Not for other rooms.
///
/// Each node is asked once. How deep questions wait for questions is bounded by the number of items: what
/// waits in a circle is marked in the template and not followed.
class Enabling {
public:
    explicit Enabling(Form& form);
    void run();

private:
    enum class State : std::uint8_t { Unknown, Enabled, Disabled };

    bool isEnabled(std::size_t node);
    bool conditionsHold(const Node& node);
    [[nodiscard]] std::vector<Answer> answersTo(const EnableWhen& condition, const Node& asker);
    /// The places of a question that a node means: in its own rows, else in the last row before it, else in
    /// the first behind it. Several only for a repeating question with items below.
    [[nodiscard]] std::vector<std::size_t> placesOf(std::size_t question, const Node& asker) const;

    Form& form_;
    std::vector<std::vector<std::size_t>> lists_;  ///< of each item: the lists around it and itself
    std::vector<State> states_;
};

}  // namespace veldwijzer::checklist
