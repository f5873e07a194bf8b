// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "checklist/form.h"

/// Templates and answers in few words.
namespace veldwijzer::checklist::test {

/// `items` is the JSON of the array's elements.
inline Questionnaire templateOf(const std::string& items) {
    std::string json = R"({"resourceType":"Questionnaire","item":[)";
    auto made = questionnaireFrom(json.append(items).append("]}"));
    if (!made) FAIL(made.error().message);
    return std::move(*made);
}

inline Answer answer(const std::string& json) {
    auto made = answerFrom(json);
    if (!made) FAIL(json << ": " << made.error().message);
    return std::move(*made);
}
inline Answer text(const std::string& words) {
    return answerOf(Answer::Type::String, words);
}

inline void give(Fields& fields, const Questionnaire& questionnaire, const std::string& path,
                 const std::vector<Answer>& answers, const Rows& rows = {}) {
    const auto item = questionnaire.find(path);
    if (!item) FAIL(item.error().message);
    fields[answerField(questionnaire.items[*item], rows)] = fieldText(answers);
}

inline const Node& nodeOf(const Form& form, const std::string& path, const Rows& rows = {}) {
    const auto item = form.questionnaire().find(path);
    if (!item) FAIL(item.error().message);
    const std::size_t node = form.find(*item, rows);
    if (node == none) FAIL("no node for " << path);
    return form.nodes()[node];
}

}  // namespace veldwijzer::checklist::test
