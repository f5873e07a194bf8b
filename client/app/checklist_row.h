// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "app/numbers.h"
#include "checklist/review.h"

namespace veldwijzer::app {

/// How one item of a template looks on screen. Made once per template.
struct ChecklistLook {
    enum class Input {
        None,     ///< nothing to answer: a heading, a note
        Line,     ///< a short text
        Lines,    ///< a long one
        Whole,    ///< a whole number
        Number,   ///< one with a fraction
        Day,      ///< a date
        Moment,   ///< a date and a time
        Clock,    ///< a time
        Address,  ///< a web address
        YesNo,    ///<
        Options,  ///< of a list: one, or several when it repeats; own words too when `ownWords`
        Amount,   ///< a number with a unit
        Entries,  ///< several of what could be typed in a line
        Kept      ///< what cannot be filled in here
    };
    Input input = Input::None;
    QString text, help;
    QStringList options;  ///< in words, in the template's order
    QStringList units;
    bool several = false;
    bool ownWords = false;
    int depth = 0;
    bool urgent = false;
    bool warns = false;  ///< a note that asks for care
    std::vector<CallLine> cards;
};

/// What two people answered at once, for a person to choose from.
struct ChecklistClash {
    struct Value {
        int number = 0;  ///< as the session settles it
        QString text, who, when;
        bool operator==(const Value&) const = default;
    };
    std::vector<Value> values;
    bool operator==(const ChecklistClash&) const = default;
};

/// One place of a list that is being filled in, as a screen shows it. A value: made anew after each answer
/// and compared with the one before.
struct ChecklistRow {
    enum class Kind { Heading, Note, Card, Question, Row, AddRow };
    QString key;  ///< the same place after any answer
    Kind kind = Kind::Note;
    std::size_t node = checklist::none;
    int page = 0;
    int number = 0;  ///< of a row, among its like: from 1
    bool required = false;
    bool fixed = false;  ///< read only here
    QString value;       ///< of one line, or the own words of an open choice
    QString unit;
    QList<int> chosen;  ///< options; 1 and 0 for yes and no
    QStringList entries;
    QString error;
    bool missing = false;  ///< that is what the error says
    ChecklistClash clash;
};

using ChecklistLooks = std::vector<ChecklistLook>;  ///< of each item of the template
/// Whom a contact card means. Nothing when nobody knows (any more).
using CardFinder = std::function<std::optional<CallLine>(const checklist::ContactCard&)>;
[[nodiscard]] ChecklistLooks looksOf(const checklist::Questionnaire& questionnaire, const CardFinder& find);

/// For a screen: [{name, number, dial, note, confirmed}].
[[nodiscard]] QVariantList cardsOf(const ChecklistLook& look);

/// By field name.
using ChecklistClashes = std::map<std::string, ChecklistClash, std::less<>>;
/// In reading order; `page` tells which belong together when questions come one by one: a question with what
/// leads to it and what follows from it, a whole list of rows.
[[nodiscard]] std::vector<ChecklistRow> rowsOf(const checklist::Form& form, const ChecklistLooks& looks,
                                               const ChecklistClashes& clashes);

/// What a finding means for a person who is filling in.
[[nodiscard]] QString findingWords(checklist::Finding::What what, const checklist::Item& item);

}  // namespace veldwijzer::app
