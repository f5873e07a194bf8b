// SPDX-License-Identifier: EUPL-1.2
#include "app/checklist_row.h"

#include <QCoreApplication>
#include <optional>

#include "app/checklist_answers.h"
#include "app/words.h"

namespace veldwijzer::app {
namespace {

using checklist::Answer;
using checklist::Finding;
using checklist::Form;
using checklist::Item;
using checklist::ItemType;
using checklist::Node;
using Input = ChecklistLook::Input;
using Kind = ChecklistRow::Kind;

struct Filling {
    Q_DECLARE_TR_FUNCTIONS(Filling)
};

Input lineFor(ItemType type) {
    switch (type) {
        case ItemType::Text:
            return Input::Lines;
        case ItemType::Integer:
            return Input::Whole;
        case ItemType::Decimal:
            return Input::Number;
        case ItemType::Date:
            return Input::Day;
        case ItemType::DateTime:
            return Input::Moment;
        case ItemType::Time:
            return Input::Clock;
        case ItemType::Url:
            return Input::Address;
        default:
            return Input::Line;
    }
}

Input inputFor(const Item& item) {
    switch (item.type) {
        case ItemType::Group:
        case ItemType::Display:
            return Input::None;
        case ItemType::Boolean:
            return Input::YesNo;
        case ItemType::Choice:
        case ItemType::OpenChoice:
            if (!item.options.empty()) return Input::Options;
            return item.repeats ? Input::Entries : Input::Line;
        case ItemType::Quantity:
            return Input::Amount;
        default:
            if (!checklist::isFillable(item.type)) return Input::Kept;
            return item.repeats && !item.hasRows ? Input::Entries : lineFor(item.type);
    }
}

ChecklistLook lookOf(const Item& item, const CardFinder& find) {
    ChecklistLook look;
    look.input = inputFor(item);
    look.text = item.prefix.empty() ? text(item.text) : text(item.prefix) + ' ' + text(item.text);
    look.help = text(item.help);
    for (const checklist::Option& option : item.options) {
        const QString words = readText(item, option.value);
        look.options << (option.prefix.empty() ? words : text(option.prefix) + QStringLiteral("  ") + words);
    }
    for (const std::string& unit : item.units)
        look.units << text(unit);
    look.several = item.repeats && !item.hasRows;
    look.ownWords = item.type == ItemType::OpenChoice;
    look.depth = static_cast<int>(item.depth);
    look.urgent = item.isUrgent;
    look.warns = item.category == "security";
    for (const checklist::ContactCard& card : item.contacts)
        if (auto line = find(card)) look.cards.push_back(std::move(*line));
    return look;
}

/// Walks the form in reading order and makes rows of what is shown.
class RowMaker {
public:
    RowMaker(const Form& form, const ChecklistLooks& looks, const ChecklistClashes& clashes)
        : form_(form), looks_(looks), clashes_(clashes), errors_(form.nodes().size()) {
        for (const Finding& finding : checklist::review(form))
            if (finding.node < errors_.size() && !errors_[finding.node]) errors_[finding.node] = finding.what;
    }

    std::vector<ChecklistRow> make() {
        for (std::size_t node = 0; node < form_.nodes().size();)
            node = add(node);
        // What follows the last question belongs to it.
        if (!asked_ && page_ > 0)
            for (ChecklistRow& row : rows_)
                if (row.page == page_) --row.page;
        return std::move(rows_);
    }

private:
    /// The next node to look at.
    std::size_t add(std::size_t index) {
        const Node& node = form_.nodes()[index];
        const Item& item = form_.itemOf(node);
        if (!node.enabled || item.isHidden || item.isHelp) return node.end;
        if (node.isList) return addList(index);
        if (node.isRow) begin(Kind::Row, index).number = number_ + 1;
        if (item.type == ItemType::Group) {
            if (!node.isRow && !looks_[node.item].text.isEmpty()) begin(Kind::Heading, index);
        } else if (item.type == ItemType::Display) {
            begin(looks_[node.item].cards.empty() ? Kind::Note : Kind::Card, index);
        } else {
            answer(begin(Kind::Question, index), node, item);
        }
        return index + 1;
    }

    std::size_t addList(std::size_t list) {
        begin(Kind::Heading, list);
        const bool outermost = !inList_;
        inList_ = true;
        const int before = number_;
        number_ = 0;
        const std::size_t end = form_.nodes()[list].end;
        for (const std::size_t row : form_.rowsOf(list)) {
            for (std::size_t node = row; node < form_.nodes()[row].end;)
                node = add(node);
            ++number_;
        }
        ChecklistRow& more = begin(Kind::AddRow, list);
        more.number = number_;
        more.key += QStringLiteral("+");
        number_ = before;
        if (outermost) inList_ = false;
        return end;
    }

    ChecklistRow& begin(Kind kind, std::size_t index) {
        const Node& node = form_.nodes()[index];
        const Item& item = form_.itemOf(node);
        ChecklistRow row;
        row.kind = kind;
        row.node = index;
        row.key = keyOf(node, item) + (kind == Kind::Row ? QStringLiteral("#") : QString());
        row.required = item.required && !node.isRow;
        row.page = pageFor(kind, node);
        if (errors_[index] && kind != Kind::Row && kind != Kind::AddRow) {
            row.error = findingWords(*errors_[index], item);
            row.missing = *errors_[index] == Finding::What::Missing;
        }
        rows_.push_back(std::move(row));
        return rows_.back();
    }

    static QString keyOf(const Node& node, const Item& item) {
        QString key = text(item.path);
        for (const std::string& row : node.rows)
            key += '@' + text(row);
        return key;
    }

    void answer(ChecklistRow& row, const Node& node, const Item& item) const {
        const ChecklistLook& look = looks_[node.item];
        row.fixed = !checklist::isAsked(form_, node);
        for (const Answer& given : node.answers) {
            if (look.input == Input::YesNo && given.type == Answer::Type::Boolean) {
                row.chosen << (given.boolean ? 1 : 0);
            } else if (const auto option = optionOf(item, given); look.input == Input::Options && option) {
                row.chosen << *option;
            } else if (look.input == Input::Entries) {
                row.entries << typedText(given);
            } else {
                row.value = typedText(given);
                if (given.type == Answer::Type::Quantity) row.unit = text(given.text);
            }
        }
        if (look.input == Input::Amount && row.unit.isEmpty() && !look.units.isEmpty())
            row.unit = look.units.front();
        if (look.input == Input::Kept)
            row.value = node.answers.empty() ? QString() : Filling::tr("Ingevuld in een ander programma.");
        if (const auto clash = clashes_.find(node.field); clash != clashes_.end()) row.clash = clash->second;
    }

    static std::optional<int> optionOf(const Item& item, const Answer& given) {
        for (std::size_t i = 0; i < item.options.size(); ++i)
            if (checklist::compare(item.options[i].value, given) == checklist::Order::Equal)
                return static_cast<int>(i);
        return std::nullopt;
    }

    int pageFor(Kind kind, const Node& node) {
        if (inList_) return page_;
        const bool question = kind == Kind::Question || node.isList;
        const bool follows = (kind == Kind::Note || kind == Kind::Card) && node.parent == parent_;
        if (asked_ && !follows) {
            ++page_;
            asked_ = false;
        }
        if (question) {
            asked_ = true;
            parent_ = node.parent;
        }
        return page_;
    }

    const Form& form_;
    const ChecklistLooks& looks_;
    const ChecklistClashes& clashes_;
    std::vector<std::optional<Finding::What>> errors_;
    std::vector<ChecklistRow> rows_;
    int page_ = 0;
    bool asked_ = false;                    ///< this page has its question
    std::size_t parent_ = checklist::none;  ///< of that question
    bool inList_ = false;
    int number_ = 0;
};

}  // namespace

ChecklistLooks looksOf(const checklist::Questionnaire& questionnaire, const CardFinder& find) {
    ChecklistLooks looks;
    looks.reserve(questionnaire.items.size());
    for (const Item& item : questionnaire.items)
        looks.push_back(lookOf(item, find));
    return looks;
}

std::vector<ChecklistRow> rowsOf(const Form& form, const ChecklistLooks& looks,
                                 const ChecklistClashes& clashes) {
    return RowMaker(form, looks, clashes).make();
}

QString findingWords(Finding::What what, const Item& item) {
    switch (what) {
        case Finding::What::Missing:
            return Filling::tr("Dit is nog niet ingevuld.");
        case Finding::What::TooMany:
            return Filling::tr("Hier past maar één antwoord.");
        case Finding::What::TooLong:
            return Filling::tr("Dit is te lang: hoogstens %1 tekens.").arg(item.maxLength.value_or(0));
        case Finding::What::NotAnOption:
            return Filling::tr("Dit antwoord staat niet in de lijst.");
        case Finding::What::OutOfRange:
            if (item.least && item.most)
                return Filling::tr("Kies iets van %1 tot en met %2.")
                    .arg(typedText(*item.least), typedText(*item.most));
            return item.least
                       ? Filling::tr("Kies %1 of meer.").arg(typedText(*item.least))
                       : Filling::tr("Kies %1 of minder.").arg(item.most ? typedText(*item.most) : QString());
        case Finding::What::WrongType:
            switch (item.type) {
                case ItemType::Date:
                    return Filling::tr("Schrijf een datum, zoals 1-3-2026.");
                case ItemType::DateTime:
                    return Filling::tr("Schrijf een datum en een tijd, zoals 1-3-2026 09:30.");
                case ItemType::Time:
                    return Filling::tr("Schrijf een tijd, zoals 09:30.");
                case ItemType::Integer:
                    return Filling::tr("Schrijf een heel getal.");
                case ItemType::Decimal:
                case ItemType::Quantity:
                    return Filling::tr("Schrijf een getal.");
                case ItemType::Url:
                    return Filling::tr("Schrijf een webadres, zonder spaties.");
                default:
                    return Filling::tr("Dit past niet bij de vraag.");
            }
        default:
            return Filling::tr("Dit antwoord kan de app niet lezen. Het blijft bewaard.");
    }
}

}  // namespace veldwijzer::app
