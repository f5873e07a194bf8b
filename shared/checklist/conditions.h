// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "checklist/questionnaire.h"

namespace veldwijzer::checklist {

/// When an item is shown, for a screen or an editor to say in words of its own language.
struct Condition {
    std::size_t question = none;  ///< item; none when the template has no such question
    std::string questionText;     ///< with its prefix; the linkId where it has no text
    Operator relation = Operator::Exists;
    bool exists = true;      ///< of Exists: whether there must be an answer, or none
    std::string answerText;  ///< what a person reads; of a coding the display of the question's own option
    Answer answer;
};
struct Conditions {
    bool all = false;  ///< else any of them will do
    std::vector<Condition> conditions;
};
[[nodiscard]] Conditions conditionsOf(const Questionnaire& questionnaire, std::size_t item);

/// An answer as a person reads it beside this question: the option's own words where it has some.
[[nodiscard]] std::string wordsOf(const Item& item, const Answer& answer);

}  // namespace veldwijzer::checklist
