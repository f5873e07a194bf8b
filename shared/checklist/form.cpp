// SPDX-License-Identifier: EUPL-1.2
#include "checklist/form.h"

#include <algorithm>
#include <set>

#include "checklist/enabling.h"

namespace veldwijzer::checklist {
namespace {

std::string fieldName(std::string_view prefix, const Item& item, const Rows& rows) {
    std::string name = std::string(prefix) + item.key;
    for (const std::string& row : rows)
        name += '@' + row;
    return name;
}

struct FieldName {
    std::string_view key;
    Rows rows;
};
FieldName parsed(std::string_view name) {
    FieldName result;
    std::size_t at = name.find('@');
    result.key = name.substr(0, at);
    while (at != std::string_view::npos) {
        const std::size_t next = name.find('@', at + 1);
        result.rows.emplace_back(name.substr(at + 1, next == std::string_view::npos ? next : next - at - 1));
        at = next;
    }
    return result;
}

/// The lists around an item, outermost first, and itself if it is one.
std::vector<std::size_t> listsOf(const Questionnaire& questionnaire, std::size_t item) {
    std::vector<std::size_t> lists;
    for (std::size_t up = item; up != none; up = questionnaire.items[up].parent)
        if (questionnaire.items[up].hasRows) lists.push_back(up);
    std::reverse(lists.begin(), lists.end());
    return lists;
}

std::vector<Answer> initialAnswers(const Item& item) {
    std::vector<Answer> answers = item.initial;
    for (const Option& option : item.options)
        if (option.initial) answers.push_back(option.value);
    if (!item.repeats && answers.size() > 1) answers.resize(1);
    return answers;
}

void addInitial(const Questionnaire& questionnaire, std::size_t from, std::size_t to, const Rows& rows,
                Fields& fields) {
    for (std::size_t i = from; i < to;) {
        const Item& item = questionnaire.items[i];
        if (item.hasRows) {
            i = item.end;
            continue;
        }
        const auto answers = isFillable(item.type) ? initialAnswers(item) : std::vector<Answer>{};
        if (!answers.empty()) fields[answerField(item, rows)] = fieldText(answers);
        ++i;
    }
}

}  // namespace

bool isAnswerField(std::string_view field) {
    return field.starts_with(answerPrefix) || field.starts_with(rowPrefix);
}
std::string answerField(const Item& item, const Rows& rows) {
    return fieldName(answerPrefix, item, rows);
}
std::string rowField(const Item& item, const Rows& rows) {
    return fieldName(rowPrefix, item, rows);
}

/// Makes the nodes of a form.
class FormBuilder {
public:
    FormBuilder(Form& form, const Fields& fields) : form_(form), items_(form.questionnaire_->items) {
        for (std::size_t i = 0; i < items_.size(); ++i)
            byKey_[items_[i].key] = i;
        for (const auto& [name, value] : fields)
            takeField(name, value);
        for (std::size_t i = 0; i < items_.size(); i = items_[i].end)
            add(i, none, {});
    }

private:
    struct RowPlace {
        std::string position;
        std::string token;
        auto operator<=>(const RowPlace&) const = default;
    };
    using ListKey = std::pair<std::size_t, Rows>;  ///< a list, and the rows around it

    void takeField(std::string_view name, const std::string& value) {
        const bool isRow = name.starts_with(rowPrefix);
        if (!isRow && !name.starts_with(answerPrefix)) return;
        const FieldName field = parsed(name.substr(isRow ? rowPrefix.size() : answerPrefix.size()));
        const auto item = byKey_.find(field.key);
        const auto lists =
            item == byKey_.end() ? std::vector<std::size_t>{} : listsOf(*form_.questionnaire_, item->second);
        const bool known = item != byKey_.end() && lists.size() == field.rows.size() &&
                           (isRow ? items_[item->second].hasRows : isQuestion(items_[item->second].type));
        if (value.empty() || (!isRow && value == noAnswers)) return;
        if (!known) {
            form_.strangers_.emplace_back(name);
            return;
        }
        // An answer brings its rows along: what one person wrote in a row outlives another's taking it away.
        for (std::size_t level = 0; level < lists.size(); ++level) {
            const Rows around(field.rows.begin(), field.rows.begin() + static_cast<std::ptrdiff_t>(level));
            std::string& position = rows_[{lists[level], around}][field.rows[level]];
            if (isRow && level + 1 == lists.size()) position = value;
        }
        if (!isRow) answers_[std::string(name)] = &value;
    }

    std::size_t append(Node node) {
        const std::size_t index = form_.nodes_.size();
        form_.nodesOfItem_[node.item].push_back(index);
        form_.nodes_.push_back(std::move(node));
        return index;
    }

    void add(std::size_t item, std::size_t parent, const Rows& rows) {
        if (form_.nodes_.size() >= nodesAtMost) {
            form_.cutShort_ = true;
            return;
        }
        if (items_[item].hasRows) return addList(item, parent, rows);
        const std::size_t index =
            append({.item = item, .parent = parent, .rows = rows, .field = {}, .answers = {}});
        fill(index);
    }

    void addList(std::size_t item, std::size_t parent, const Rows& rows) {
        const std::size_t list = append(
            {.item = item, .parent = parent, .isList = true, .rows = rows, .field = {}, .answers = {}});
        for (const std::string& token : ordered({item, rows})) {
            if (form_.nodes_.size() >= nodesAtMost) {
                form_.cutShort_ = true;
                break;
            }
            Rows own = rows;
            own.push_back(token);
            fill(append({.item = item,
                         .parent = list,
                         .isRow = true,
                         .rows = std::move(own),
                         .field = {},
                         .answers = {}}));
        }
        form_.nodes_[list].end = form_.nodes_.size();
    }

    /// Its answers, and what is below it.
    void fill(std::size_t index) {
        const std::size_t itemIndex = form_.nodes_[index].item;
        const Item& item = items_[itemIndex];
        const Rows rows = form_.nodes_[index].rows;
        if (isQuestion(item.type)) {
            Node& node = form_.nodes_[index];
            node.field = answerField(item, rows);
            if (const auto found = answers_.find(node.field); found != answers_.end()) {
                auto answers = answersFrom(*found->second);
                node.unreadable = !answers;
                if (answers) node.answers = std::move(*answers);
            }
        }
        for (std::size_t child = itemIndex + 1; child < item.end; child = items_[child].end)
            add(child, index, rows);
        form_.nodes_[index].end = form_.nodes_.size();
    }

    /// The tokens of a list's rows: by their place, and those without one last.
    std::vector<std::string> ordered(const ListKey& list) {
        std::vector<RowPlace> places;
        if (const auto found = rows_.find(list); found != rows_.end())
            for (const auto& [token, position] : found->second)
                places.push_back({position.empty() ? "~" : position, token});
        std::sort(places.begin(), places.end());
        if (places.size() > rowsAtMost) {
            places.resize(rowsAtMost);
            form_.cutShort_ = true;
        }
        std::vector<std::string> tokens;
        for (RowPlace& place : places)
            tokens.push_back(std::move(place.token));
        return tokens;
    }

    Form& form_;
    const std::vector<Item>& items_;
    std::map<std::string_view, std::size_t> byKey_;
    std::map<ListKey, std::map<std::string, std::string>> rows_;  ///< token to position
    std::map<std::string, const std::string*> answers_;
};

Form::Form(const Questionnaire& questionnaire, const Fields& fields) : questionnaire_(&questionnaire) {
    nodesOfItem_.resize(questionnaire.items.size());
    FormBuilder(*this, fields);
    Enabling(*this).run();
}

std::size_t Form::find(std::size_t item, const Rows& rows) const {
    if (item >= nodesOfItem_.size()) return none;
    for (const std::size_t node : nodesOfItem_[item])
        if (nodes_[node].rows == rows) return node;
    return none;
}

std::vector<std::size_t> Form::rowsOf(std::size_t list) const {
    std::vector<std::size_t> rows;
    for (std::size_t i = list + 1; i < nodes_[list].end; i = nodes_[i].end)
        rows.push_back(i);
    return rows;
}

Fields initialFields(const Questionnaire& questionnaire) {
    Fields fields;
    addInitial(questionnaire, 0, questionnaire.items.size(), {}, fields);
    return fields;
}

Fields initialRowFields(const Questionnaire& questionnaire, std::size_t item, const Rows& rows) {
    Fields fields;
    const Item& list = questionnaire.items[item];
    const auto own = isFillable(list.type) ? initialAnswers(list) : std::vector<Answer>{};
    if (!own.empty()) fields[answerField(list, rows)] = fieldText({own.front()});
    addInitial(questionnaire, item + 1, list.end, rows, fields);
    return fields;
}

}  // namespace veldwijzer::checklist
