// SPDX-License-Identifier: EUPL-1.2
// What ChecklistForm shows, and how it gets from what it showed before to what it shows now.
#include <algorithm>

#include "app/checklist_form.h"

namespace veldwijzer::app {
namespace {

using RowKind = ChecklistRow::Kind;

QVariantList clashOf(const ChecklistRow& row) {
    QVariantList values;
    for (const ChecklistClash::Value& each : row.clash.values)
        values << QVariantMap{{QStringLiteral("number"), each.number},
                              {QStringLiteral("text"), each.text},
                              {QStringLiteral("who"), each.who},
                              {QStringLiteral("when"), each.when},
                              {QStringLiteral("deletes"), false}};
    return values;
}

/// The roles in which two rows of one place differ. Lists only when they really do: a screen makes its
/// controls anew for a new list, and the focus would go with the old ones.
QList<int> differences(const ChecklistRow& before, const ChecklistRow& after) {
    QList<int> roles;
    const auto note = [&](bool differs, int role) {
        if (differs) roles << role;
    };
    note(before.number != after.number, ChecklistForm::NumberRole);
    note(before.fixed != after.fixed, ChecklistForm::FixedRole);
    note(before.value != after.value, ChecklistForm::ValueRole);
    note(before.unit != after.unit, ChecklistForm::UnitRole);
    note(before.chosen != after.chosen, ChecklistForm::ChosenRole);
    note(before.entries != after.entries, ChecklistForm::EntriesRole);
    note(before.error != after.error, ChecklistForm::ErrorRole);
    note(!(before.clash == after.clash), ChecklistForm::ClashRole);
    return roles;
}

}  // namespace

QVariantList cardsOf(const ChecklistLook& look) {
    QVariantList cards;
    for (const CallLine& line : look.cards)
        cards << QVariantMap{{QStringLiteral("name"), line.name},
                             {QStringLiteral("number"), line.number},
                             {QStringLiteral("dial"), dialOf(line.number)},
                             {QStringLiteral("note"), line.note},
                             {QStringLiteral("confirmed"), line.confirmed}};
    return cards;
}

void ChecklistForm::refresh() {
    form_.emplace(*questionnaire_, fields_);
    progress_ = checklist::progressOf(*form_);
    const QString anchor = shown_.empty() ? QString() : shown_.front().key;
    all_ = rowsOf(*form_, looks_, clashes_);
    troubles_.clear();
    std::vector<QString> urgent;
    for (ChecklistRow& row : all_) {
        if (!row.error.isEmpty() || !row.clash.values.empty()) troubles_.push_back(row.key);
        const auto typed = typing_.find(row.key);
        if (typed != typing_.end() && row.kind == RowKind::Question) row.value = typed->second;
        if (typed != typing_.end() || (row.missing && !marking_)) row.error.clear();
        if (row.kind == RowKind::Card && looks_[form_->nodes()[row.node].item].urgent)
            urgent.push_back(row.key);
    }
    const int before = page_;
    if (const auto at = std::ranges::find(all_, anchor, &ChecklistRow::key); oneByOne_ && at != all_.end())
        page_ = at->page;
    page_ = std::clamp(page_, 0, std::max(0, pages() - 1));
    showRows();
    emit changed();
    if (page_ != before) emit pageChanged();
    if (urgent != urgentKeys_) {
        urgentKeys_ = std::move(urgent);
        emit urgentChanged();
    }
}

void ChecklistForm::showRows() {
    std::vector<ChecklistRow> wanted;
    std::set<QString> keys;
    for (const ChecklistRow& row : all_) {
        if (oneByOne_ && row.page != page_) continue;
        wanted.push_back(row);
        keys.insert(row.key);
    }
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (keys.contains(rowAt(last).key)) continue;
        int first = last;
        while (first > 0 && !keys.contains(rowAt(first - 1).key))
            --first;
        beginRemoveRows({}, first, last);
        shown_.erase(shown_.begin() + first, shown_.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
    std::size_t at = 0;
    for (const ChecklistRow& row : shown_) {
        while (at < wanted.size() && wanted[at].key != row.key)
            ++at;
        if (at == wanted.size()) {  // rows changed places, as after a merge
            beginResetModel();
            shown_ = std::move(wanted);
            endResetModel();
            return;
        }
        ++at;
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const int row = static_cast<int>(i);
        if (i < shown_.size() && shown_[i].key == wanted[i].key) {
            const QList<int> roles = differences(shown_[i], wanted[i]);
            shown_[i] = std::move(wanted[i]);
            if (!roles.isEmpty()) emit dataChanged(index(row), index(row), roles);
            continue;
        }
        std::size_t end = i;
        while (end < wanted.size() && (i >= shown_.size() || wanted[end].key != shown_[i].key))
            ++end;
        beginInsertRows({}, row, static_cast<int>(end) - 1);
        shown_.insert(shown_.begin() + row, std::make_move_iterator(wanted.begin() + row),
                      std::make_move_iterator(wanted.begin() + static_cast<std::ptrdiff_t>(end)));
        endInsertRows();
        i = end - 1;
    }
}

int ChecklistForm::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant ChecklistForm::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const ChecklistRow& row = rowAt(index.row());
    const ChecklistLook& look = looks_[form_->nodes()[row.node].item];
    switch (role) {
        case KeyRole:
            return row.key;
        case KindRole:
            return static_cast<int>(row.kind);
        case InputRole:
            return static_cast<int>(look.input);
        case TextRole:
            return look.text;
        case HelpRole:
            return look.help;
        case DepthRole:
            return look.depth;
        case NumberRole:
            return row.number;
        case RequiredRole:
            return row.required;
        case FixedRole:
            return fixed_ || row.fixed;
        case SeveralRole:
            return look.several;
        case OwnWordsRole:
            return look.ownWords;
        case OptionsRole:
            return look.options;
        case UnitsRole:
            return look.units;
        case CardsRole:
            return cardsOf(look);
        case UrgentRole:
            return look.urgent;
        case WarnsRole:
            return look.warns;
        case ValueRole:
            return row.value;
        case UnitRole:
            return row.unit;
        case ChosenRole:
            return QVariant::fromValue(row.chosen);
        case EntriesRole:
            return row.entries;
        case ErrorRole:
            return row.error;
        case ClashRole:
            return clashOf(row);
        default:
            return {};
    }
}

QHash<int, QByteArray> ChecklistForm::roleNames() const {
    return {{KeyRole, "key"},         {KindRole, "kindOfRow"},      {InputRole, "kindOfInput"},
            {TextRole, "words"},      {HelpRole, "help"},           {DepthRole, "depth"},
            {NumberRole, "number"},   {RequiredRole, "mustAnswer"}, {FixedRole, "fixed"},
            {SeveralRole, "several"}, {OwnWordsRole, "ownWords"},   {OptionsRole, "options"},
            {UnitsRole, "units"},     {CardsRole, "cards"},         {UrgentRole, "urgent"},
            {WarnsRole, "warns"},     {ValueRole, "value"},         {UnitRole, "unit"},
            {ChosenRole, "chosen"},   {EntriesRole, "entries"},     {ErrorRole, "error"},
            {ClashRole, "clash"}};
}

}  // namespace veldwijzer::app
