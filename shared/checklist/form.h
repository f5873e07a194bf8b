// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/questionnaire.h"

/// A template with answers in it: which questions there are by now, which of them count, and what was
/// answered. A value, made anew after each answer; pure functions.
namespace veldwijzer::checklist {

/// What was answered, as it stands in a record: names and texts of the fields `answer.…` (a JSON array of
/// FHIR answers) and `row.…` (the place of a row among its like; empty: it was taken away). Others are
/// ignored.
using Fields = std::map<std::string, std::string, std::less<>>;

inline constexpr std::string_view answerPrefix = "answer.";
inline constexpr std::string_view rowPrefix = "row.";
[[nodiscard]] bool isAnswerField(std::string_view field);  ///< begins with one of the two

/// A row of a repeating group is known by a token that whoever added it made up: eight hexadecimal digits.
/// `rows` are those of all rows around, outermost first, and of the row itself.
using Rows = std::vector<std::string>;
[[nodiscard]] std::string answerField(const Item& item, const Rows& rows);
[[nodiscard]] std::string rowField(const Item& item, const Rows& rows);

inline constexpr std::size_t rowsAtMost = 1'000;    ///< of one list; what is beyond is not shown
inline constexpr std::size_t nodesAtMost = 50'000;  ///< of one form; likewise

/// One place in the form. A repeating group is a list, and below it a row for each time.
struct Node {
    std::size_t item = none;  ///< of the questionnaire
    std::size_t parent = none;
    std::size_t end = 0;  ///< behind its last descendant
    bool isList = false;  ///< its children are the rows
    bool isRow = false;
    bool enabled = true;      ///< its conditions hold, and those of all around it
    bool unreadable = false;  ///< its field holds what is no answer
    Rows rows;                ///< around it, and its own
    std::string field;        ///< where its answers stand; empty for what is not answered
    std::vector<Answer> answers;
};

class Form {
public:
    /// `questionnaire` must outlive the form.
    Form(const Questionnaire& questionnaire, const Fields& fields);

    [[nodiscard]] const Questionnaire& questionnaire() const { return *questionnaire_; }
    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }  ///< in reading order
    [[nodiscard]] const Item& itemOf(const Node& node) const { return questionnaire_->items[node.item]; }
    /// The node of that item in these rows (of a repeating one without a row of its own: the list); or none.
    [[nodiscard]] std::size_t find(std::size_t item, const Rows& rows) const;
    /// Of a list: its rows, in order.
    [[nodiscard]] std::vector<std::size_t> rowsOf(std::size_t list) const;
    /// Fields that hold answers to nothing in this template. Kept, not shown.
    [[nodiscard]] const std::vector<std::string>& strangers() const { return strangers_; }
    /// There was more than `rowsAtMost` or `nodesAtMost` allow.
    [[nodiscard]] bool cutShort() const { return cutShort_; }

private:
    friend class FormBuilder;
    friend class Enabling;

    const Questionnaire* questionnaire_;
    std::vector<Node> nodes_;
    std::vector<std::vector<std::size_t>> nodesOfItem_;
    std::vector<std::string> strangers_;
    bool cutShort_ = false;
};

/// Whether one condition holds for these answers (empty: the question has none, or does not count).
///
/// `exists` asks whether there is any. `=`, `>`, `<`, `>=`, `<=` hold when at least one answer is so; `!=`
/// when none is equal, so also when there is none.
[[nodiscard]] bool holds(const EnableWhen& condition, const std::vector<Answer>& answers);

/// What a new response begins with: initial values and options selected from the start, of all that is not
/// in rows.
[[nodiscard]] Fields initialFields(const Questionnaire& questionnaire);
/// The same of a new row of the list `item`; `rows` ends in its token.
[[nodiscard]] Fields initialRowFields(const Questionnaire& questionnaire, std::size_t item, const Rows& rows);

}  // namespace veldwijzer::checklist
