// SPDX-License-Identifier: EUPL-1.2
#include "app/record_history.h"

#include <map>

#include "app/app.h"
#include "app/labels.h"
#include "app/record_reading.h"
#include "app/term_book.h"
#include "app/words.h"
#include "base/ensure.h"
#include "domain/care.h"

namespace veldwijzer::app {
namespace {

struct History {
    QString title;
    std::vector<RecordHistory::Step> steps;
};

/// What a value says; of a reference the title of what it points at, if that is here; of a facet the region's
/// own word.
QString said(const Reading& reading, const domain::Taxonomies& terms, const store::StoredRecord& stored,
             const store::HistoryEntry& entry) {
    const auto& value = entry.operation.value;
    if (!value) return {};
    if (const auto* id = std::get_if<RecordId>(&*value)) {
        const auto other = reading.session().store().find(*id);
        return other ? reading.title(*other) : RecordHistory::tr("iets dat niet op dit toestel staat");
    }
    if (domain::isTooSmallToShow(stored.record, entry.field, *value)) return text(domain::tooSmall);
    const QString facet = text(entry.field);
    const auto* code = std::get_if<std::string>(&*value);
    if (code != nullptr && facet != QLatin1String("status") && facetOrder().contains(facet))
        return termLabel(terms, facet, text(*code));
    return valueLabel(stored.record.kind, entry.field, *value);
}

QString whatWords(merge::Action action, bool emptied) {
    switch (action) {
        case merge::Action::Assign:
            return emptied ? RecordHistory::tr("leeggemaakt") : RecordHistory::tr("ingevuld");
        case merge::Action::Add:
            return RecordHistory::tr("toegevoegd");
        case merge::Action::Remove:
            return RecordHistory::tr("weggehaald");
        case merge::Action::Maximum:
            return RecordHistory::tr("bijgewerkt");
        case merge::Action::Delete:
            return RecordHistory::tr("alles verwijderd");
        case merge::Action::Restore:
            return RecordHistory::tr("teruggezet");
        case merge::Action::Erase:
            return RecordHistory::tr("voorgoed gewist");
    }
    return {};
}

Result<History> readHistory(const session::Session& session, const domain::Taxonomies& terms,
                            const RecordId& id, WallMs now) {
    const auto stored = session.store().find(id);
    if (!stored) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
    const Reading reading(session);
    History history{reading.title(*stored), {}};
    const auto entries = session.store().history(id);
    std::map<merge::OperationId, QString> replaced;  // by what replaced it
    for (const store::HistoryEntry& entry : entries)
        if (entry.replacedBy) replaced.emplace(*entry.replacedBy, said(reading, terms, *stored, entry));
    for (const store::HistoryEntry& entry : entries) {
        const merge::LiveOperation& operation = entry.operation;
        const std::string who = session.authorOf(operation.id.actor);
        const auto before = replaced.find(operation.id);
        history.steps.push_back({entry.field.empty() ? kindLabel(stored->record.kind)
                                                     : fieldLabel(stored->record.kind, entry.field),
                                 whatWords(operation.action, !operation.value),
                                 said(reading, terms, *stored, entry),
                                 before != replaced.end() ? before->second : QString(),
                                 who == "you" ? RecordHistory::tr("u") : text(who),
                                 momentText(operation.wallMs, now), entry.live});
    }
    return history;
}

}  // namespace

RecordHistory::RecordHistory(QObject* parent)
    : QAbstractListModel(parent), desk_((ENSURE(App::instance() != nullptr), App::instance()->desk())) {
    connect(&desk_, &Desk::changed, this, &RecordHistory::ask);
}

void RecordHistory::setRecord(const QString& record) {
    if (record == record_) return;
    record_ = record;
    emit recordChanged();
    ask();
}

void RecordHistory::ask() {
    const auto id = idFrom(record_);
    if (!id) return;
    desk_.ask(
        this,
        [id = *id, terms = TermBook::of(desk_).taxonomies(), now = desk_.outside().clock.wallMs()](
            session::Session& session) { return readHistory(session, *terms, id, now); },
        [this](Result<History> history) {
            beginResetModel();
            steps_.clear();
            if (history) {
                steps_ = std::move(history->steps);
                title_ = history->title;
            }
            endResetModel();
            ready_ = true;
            emit read();
        });
}

int RecordHistory::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : length();
}

QVariant RecordHistory::data(const QModelIndex& index, int role) const {
    const auto row = static_cast<std::size_t>(index.row());
    if (!index.isValid() || row >= steps_.size()) return {};
    const Step& step = steps_[row];
    switch (role) {
        case FieldRole:
            return step.field;
        case WhatRole:
            return step.what;
        case NewRole:
            return step.now;
        case OldRole:
            return step.before;
        case WhoRole:
            return step.who;
        case WhenRole:
            return step.when;
        case LiveRole:
            return step.live;
        default:
            return {};
    }
}

QHash<int, QByteArray> RecordHistory::roleNames() const {
    return {{FieldRole, "field"}, {WhatRole, "what"}, {NewRole, "now"},  {OldRole, "before"},
            {WhoRole, "who"},     {WhenRole, "when"}, {LiveRole, "live"}};
}

}  // namespace veldwijzer::app
