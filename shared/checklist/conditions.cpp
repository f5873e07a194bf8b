// SPDX-License-Identifier: EUPL-1.2
#include "checklist/conditions.h"

namespace veldwijzer::checklist {

std::string wordsOf(const Item& item, const Answer& answer) {
    for (const Option& option : item.options)
        if (compare(option.value, answer) == Order::Equal) return displayText(option.value);
    return displayText(answer);
}

Conditions conditionsOf(const Questionnaire& questionnaire, std::size_t item) {
    Conditions result;
    result.all = questionnaire.items[item].enableAll;
    for (const EnableWhen& when : questionnaire.items[item].enableWhen) {
        Condition condition;
        condition.question = when.item;
        condition.relation = when.relation;
        condition.answer = when.answer;
        condition.exists = when.relation != Operator::Exists || when.answer.boolean;
        condition.questionText = when.question;
        if (when.item != none) {
            const Item& question = questionnaire.items[when.item];
            if (!question.text.empty())
                condition.questionText =
                    question.prefix.empty() ? question.text : question.prefix + ' ' + question.text;
            condition.answerText = wordsOf(question, when.answer);
        } else {
            condition.answerText = displayText(when.answer);
        }
        result.conditions.push_back(std::move(condition));
    }
    return result;
}

}  // namespace veldwijzer::checklist
