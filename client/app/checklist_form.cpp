// SPDX-License-Identifier: EUPL-1.2
#include "app/checklist_form.h"

#include <algorithm>

#include "app/checklist_answers.h"
#include "app/words.h"
#include "base/ensure.h"
#include "base/text.h"
#include "merge/position.h"

namespace veldwijzer::app {
namespace {

using checklist::Answer;
using checklist::Item;
using checklist::Node;

std::string newToken(Random& random) {
    Bytes bytes(4);
    random.fill(bytes);
    return toHex(bytes);
}

}  // namespace

void ChecklistForm::begin(std::shared_ptr<const checklist::Questionnaire> questionnaire,
                          const CardFinder& find, Random& random) {
    end();
    random_ = &random;
    looks_ = looksOf(*questionnaire, find);
    questionnaire_ = std::move(questionnaire);
}

void ChecklistForm::end() {
    beginResetModel();
    form_.reset();
    fields_.clear();
    clashes_.clear();
    removed_.reset();
    typing_.clear();
    all_.clear();
    shown_.clear();
    troubles_.clear();
    urgentKeys_.clear();
    progress_ = {};
    page_ = 0;
    marking_ = false;
    looks_.clear();
    questionnaire_.reset();
    endResetModel();
    emit changed();
    emit pageChanged();
    emit urgentChanged();
}

void ChecklistForm::show(checklist::Fields kept, ChecklistClashes clashes, const checklist::Fields& unkept,
                         const std::map<QString, QString>& unfinished) {
    ENSURE(questionnaire_ != nullptr);
    fields_ = std::move(kept);
    for (const auto& [field, value] : unkept)
        fields_[field] = value;
    clashes_ = std::move(clashes);
    refresh();
    if (unfinished.empty()) return;
    for (const auto& [key, typed] : unfinished)
        if (const auto place = placeOf(key); place && !place->node->field.empty())
            fields_[place->node->field] =
                checklist::fieldText(answersTyped(*place->item, typed, place->row->unit));
    refresh();
}

// ---- what is there

std::optional<ChecklistForm::Place> ChecklistForm::placeOf(const QString& key) const {
    const auto row = std::ranges::find(all_, key, &ChecklistRow::key);
    if (row == all_.end() || !form_) return std::nullopt;
    const Node& node = form_->nodes()[row->node];
    return Place{.node = &node, .item = &form_->itemOf(node), .row = &*row};
}

std::string ChecklistForm::fieldOf(const QString& key) const {
    const auto place = placeOf(key);
    return place ? place->node->field : std::string();
}

int ChecklistForm::pages() const {
    return all_.empty() ? 0 : all_.back().page + 1;
}

int ChecklistForm::clashes() const {
    return static_cast<int>(
        std::ranges::count_if(all_, [](const ChecklistRow& row) { return !row.clash.values.empty(); }));
}

QVariantList ChecklistForm::urgent() const {
    QVariantList list;
    for (const QString& key : urgentKeys_) {
        const int at = static_cast<int>(std::ranges::find(all_, key, &ChecklistRow::key) - all_.begin());
        const ChecklistLook& look = looks_[form_->nodes()[all_[static_cast<std::size_t>(at)].node].item];
        list << QVariantMap{{QStringLiteral("text"), look.text}, {QStringLiteral("cards"), cardsOf(look)}};
    }
    return list;
}

QString ChecklistForm::score() const {
    const auto score = form_ ? checklist::scoreOf(*form_) : std::nullopt;
    if (!score) return {};
    const QString sum = QLocale().toString(score->sum, 'g', QLocale::FloatingPointShortest);
    const QString most = QLocale().toString(score->most, 'g', QLocale::FloatingPointShortest);
    if (score->answered < score->questions)
        return tr("Uitkomst tot nu toe: %1 van %2. Nog niet alles is ingevuld.").arg(sum, most);
    return tr("Uitkomst: %1 van %2").arg(sum, most);
}

// ---- pages

void ChecklistForm::setOneByOne(bool oneByOne) {
    if (oneByOne == oneByOne_) return;
    oneByOne_ = oneByOne;
    showRows();
    emit pageChanged();
}

void ChecklistForm::setPage(int page) {
    const int wanted = std::clamp(page, 0, std::max(0, pages() - 1));
    if (wanted == page_) return;
    page_ = wanted;
    showRows();
    emit pageChanged();
}

void ChecklistForm::setFixed(bool fixed) {
    if (fixed == fixed_) return;
    fixed_ = fixed;
    if (!shown_.empty()) emit dataChanged(index(0), index(rowCount() - 1), {FixedRole});
    emit changed();
}

void ChecklistForm::markMissing() {
    marking_ = true;
    typing_.clear();
    refresh();
}

int ChecklistForm::findTrouble() {
    if (troubles_.empty()) return -1;
    const auto row = std::ranges::find(all_, troubles_.front(), &ChecklistRow::key);
    if (row == all_.end()) return -1;
    if (oneByOne_) setPage(row->page);
    return rowOf(troubles_.front());
}

int ChecklistForm::rowOf(const QString& key) const {
    const auto row = std::ranges::find(shown_, key, &ChecklistRow::key);
    return row == shown_.end() ? -1 : static_cast<int>(row - shown_.begin());
}

// ---- answering

ChecklistGiven ChecklistForm::givenAt(const Place& place, std::vector<Answer> answers) const {
    const bool inRow = place.item->hasRows;
    const bool wrong = !answers.empty() && checklist::whatIsWrong(*place.item, answers, inRow).has_value();
    const auto typed = typing_.find(place.row->key);
    return {.key = place.row->key,
            .field = place.node->field,
            .item = place.item->path,
            .rows = place.node->rows,
            .answers = std::move(answers),
            .unfinished = wrong,
            .typed = typed == typing_.end() ? place.row->value : typed->second,
            .typing = typed != typing_.end()};
}

void ChecklistForm::give(const Place& place, std::vector<Answer> answers) {
    if (fixed_ || place.row->fixed || place.node->field.empty()) return;
    const ChecklistGiven given = givenAt(place, std::move(answers));
    fields_[given.field] = checklist::fieldText(given.answers);
    refresh();
    emit answered(given);
}

void ChecklistForm::write(const QString& key, const QString& text) {
    const auto place = placeOf(key);
    if (!place) return;
    const ChecklistLook& look = looks_[place->node->item];
    typing_[key] = text;
    if (look.input != ChecklistLook::Input::Options)
        return give(*place, answersTyped(*place->item, text, place->row->unit));
    // Own words beside, or instead of, what the list offers.
    std::vector<Answer> answers;
    if (look.several || text.trimmed().isEmpty())
        for (const Answer& given : place->node->answers)
            if (given.type != Answer::Type::String) answers.push_back(given);
    if (!text.trimmed().isEmpty()) answers.push_back(checklist::answerOf(Answer::Type::String, utf8(text)));
    give(*place, answers);
}

void ChecklistForm::writeUnit(const QString& key, const QString& unit) {
    const auto place = placeOf(key);
    if (!place) return;
    const auto typed = typing_.find(key);
    give(*place,
         answersTyped(*place->item, typed != typing_.end() ? typed->second : place->row->value, unit));
}

void ChecklistForm::leave(const QString& key) {
    if (typing_.erase(key) > 0) refresh();
}

void ChecklistForm::choose(const QString& key, int option) {
    const auto place = placeOf(key);
    if (!place || option < 0) return;
    const ChecklistLook& look = looks_[place->node->item];
    const bool taken = place->row->chosen.contains(option);
    if (look.input == ChecklistLook::Input::YesNo)
        return give(*place, taken ? std::vector<Answer>{} : std::vector{checklist::answerOf(option == 1)});
    const auto& options = place->item->options;
    if (static_cast<std::size_t>(option) >= options.size()) return;
    const checklist::Option& chosen = options[static_cast<std::size_t>(option)];
    std::vector<Answer> answers;
    if (look.several && !(chosen.exclusive && !taken))
        for (const Answer& given : place->node->answers) {
            const auto like = std::ranges::find_if(options, [&](const checklist::Option& each) {
                return checklist::compare(each.value, given) == checklist::Order::Equal;
            });
            const bool same = like != options.end() && &*like == &chosen;
            const bool alone = like != options.end() && like->exclusive && !taken;
            if (!same && !alone) answers.push_back(given);
        }
    if (!taken) answers.push_back(chosen.value);
    typing_.erase(key);
    give(*place, answers);
}

void ChecklistForm::addEntry(const QString& key, const QString& text) {
    const auto place = placeOf(key);
    if (!place) return;
    auto answers = place->node->answers;
    for (Answer& more : answersTyped(*place->item, text))
        answers.push_back(std::move(more));
    give(*place, answers);
}

void ChecklistForm::removeEntry(const QString& key, int entry) {
    const auto place = placeOf(key);
    if (!place || entry < 0 || static_cast<std::size_t>(entry) >= place->node->answers.size()) return;
    auto answers = place->node->answers;
    answers.erase(answers.begin() + entry);
    give(*place, answers);
}

// ---- rows of a list

QString ChecklistForm::firstIn(const checklist::Rows& rows) const {
    QString ending;
    for (const std::string& row : rows)
        ending += '@' + text(row);
    const auto first = std::ranges::find_if(all_, [&](const ChecklistRow& row) {
        return row.kind == ChecklistRow::Kind::Question && row.key.endsWith(ending);
    });
    return first == all_.end() ? QString() : first->key;
}

QString ChecklistForm::addRow(const QString& key) {
    const auto place = placeOf(key);
    if (!place || fixed_ || !place->node->isList || random_ == nullptr) return {};
    if (rowsElsewhere_) {
        emit rowWanted(place->item->path, place->node->rows);
        return {};
    }
    const std::size_t item = place->node->item;
    checklist::Rows rows = place->node->rows;
    std::optional<std::string> last;
    for (const std::size_t row :
         form_->rowsOf(static_cast<std::size_t>(place->node - form_->nodes().data()))) {
        const auto at = fields_.find(checklist::rowField(*place->item, form_->nodes()[row].rows));
        if (at != fields_.end() && (!last || at->second > *last)) last = at->second;
    }
    rows.push_back(newToken(*random_));
    fields_[checklist::rowField(*place->item, rows)] = merge::positionBetween(last, std::nullopt, *random_);
    for (const auto& [field, value] : checklist::initialRowFields(*questionnaire_, item, rows))
        fields_[field] = value;
    refresh();
    return firstIn(rows);
}

void ChecklistForm::removeRow(const QString& key) {
    const auto place = placeOf(key);
    if (!place || fixed_ || !place->node->isRow) return;
    Removed removed{.item = place->item->path, .rows = place->node->rows, .fields = {}, .answers = {}};
    const auto first = static_cast<std::size_t>(place->node - form_->nodes().data());
    const auto take = [&](const std::string& field, const char* empty) {
        const auto at = fields_.find(field);
        if (at == fields_.end()) return;
        removed.fields[field] = at->second;
        at->second = empty;
    };
    // Whatever stands in it goes with it, nested rows too: an answer that stayed would bring the row back.
    for (std::size_t i = first; i < form_->nodes()[first].end; ++i) {
        const Node& node = form_->nodes()[i];
        const Item& item = form_->itemOf(node);
        if (!node.answers.empty() && node.rows == removed.rows)
            removed.answers.push_back({.key = {},
                                       .field = node.field,
                                       .item = item.path,
                                       .rows = node.rows,
                                       .answers = node.answers,
                                       .typed = {}});
        if (!node.field.empty()) take(node.field, checklist::noAnswers.data());
        if (node.isRow) take(checklist::rowField(item, node.rows), "");
    }
    removed_ = std::move(removed);
    refresh();
    if (rowsElsewhere_) emit rowRemoved(removed_->item, removed_->rows);
}

void ChecklistForm::undoRemoveRow() {
    if (!removed_) return;
    const Removed removed = *std::exchange(removed_, std::nullopt);
    if (rowsElsewhere_) {
        emit rowWantedBack(removed.item, removed.rows, removed.answers);
        return;
    }
    for (const auto& [field, value] : removed.fields)
        fields_[field] = value;
    refresh();
}

}  // namespace veldwijzer::app
