// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "checklist/form.h"

/// What is wrong with a form, how far it is, and what it scores. Pure functions.
namespace veldwijzer::checklist {

struct Finding {
    enum class What : std::uint8_t {
        Missing,       ///< required, and not answered; of a group: nothing in it is
        TooMany,       ///< several answers to a question that does not repeat
        TooLong,       ///< beyond maxLength
        WrongType,     ///< a text where a date is asked, or a date that does not exist
        NotAnOption,   ///< of a choice: not in its list
        OutOfRange,    ///< below minValue or above maxValue
        Unreadable,    ///< the field holds what is no answer
        NotInTemplate  ///< kept, not shown; does not keep anybody from completing
    };
    What what = What::Missing;
    std::size_t node = none;  ///< none: of a field that the template has no place for
    std::string field;        ///< of that
    bool operator==(const Finding&) const = default;
};
[[nodiscard]] std::string_view nameOf(Finding::What what);  ///< "missing"

/// In reading order. Only what is enabled is looked at, and what can be answered here: an attachment keeps
/// nobody from completing.
[[nodiscard]] std::vector<Finding> review(const Form& form);
/// Of those, whether any stands in the way of completing.
[[nodiscard]] bool mayComplete(const std::vector<Finding>& findings);
/// What is wrong with these answers to this question, if they were given now.
[[nodiscard]] std::optional<Finding::What> whatIsWrong(const Item& item, const std::vector<Answer>& answers,
                                                       bool inRow);

/// Whether somebody is asked to answer here: enabled, of a type that can be filled in, not read-only, not
/// hidden, not calculated.
[[nodiscard]] bool isAsked(const Form& form, const Node& node);

struct Progress {
    std::size_t questions = 0;  ///< asked by now
    std::size_t answered = 0;
    std::size_t required = 0;  ///< of those
    std::size_t requiredAnswered = 0;
    std::size_t firstMissing = none;  ///< node of the first finding `Missing`
};
[[nodiscard]] Progress progressOf(const Form& form);

/// The sum of what the chosen options weigh, as a published instrument counts it. Ours have none.
struct Score {
    double sum = 0;
    double most = 0;           ///< that could be reached with the questions that count by now
    std::size_t answered = 0;  ///< questions that weigh
    std::size_t questions = 0;
    std::size_t target = none;  ///< node of the one item that the template calculates as a sum
};
/// Nothing for a template whose options weigh nothing.
[[nodiscard]] std::optional<Score> scoreOf(const Form& form);
/// The field and text of the score's own item, when it has one and all questions that weigh are answered: a
/// sum of some of them would pass for the result.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> scoreField(const Form& form);

}  // namespace veldwijzer::checklist
