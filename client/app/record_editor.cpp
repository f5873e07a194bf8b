// SPDX-License-Identifier: EUPL-1.2
#include "app/record_editor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

#include "app/app.h"
#include "app/labels.h"
#include "app/record_reading.h"
#include "app/term_book.h"
#include "app/words.h"
#include "base/ensure.h"

namespace veldwijzer::app {
namespace {

constexpr int idleMs = 1500;
constexpr std::string_view draftSetting = "app-edit-draft";

void keepSetting(session::Session& session, const QByteArray& bytes) {
    const Bytes kept(bytes.begin(), bytes.end());
    session.store().transact([&] { session.store().setSetting(draftSetting, kept); });
}

QVariantMap candidate(const RecordId& id, const std::string& title) {
    return {{QStringLiteral("record"), idText(id)}, {QStringLiteral("title"), text(title)}};
}

}  // namespace

RecordEditor::RecordEditor(QObject* parent)
    : QAbstractListModel(parent), desk_((ENSURE(App::instance() != nullptr), App::instance()->desk())) {
    idle_.setSingleShot(true);
    idle_.setInterval(idleMs);
    connect(&idle_, &QTimer::timeout, this, &RecordEditor::keepDraft);
    connect(App::instance(), &App::aboutToLock, this, &RecordEditor::keepDraft);
}

// ---- the form

void RecordEditor::open() {
    const RecordId id = idFrom(record_).value_or(RecordId{});
    struct Opened {
        EditForm form;
        Bytes draft;
    };
    desk_.ask(
        this,
        [id, kind = utf8(kind_),
         terms = TermBook::of(desk_).taxonomies()](session::Session& session) -> Result<Opened> {
            auto form = readForm(session, id, kind, *terms);
            if (!form) return form.error();
            return Opened{std::move(*form), session.store().setting(draftSetting).value_or(Bytes{})};
        },
        [this](Result<Opened> result) {
            if (!result) return tell(result.error());
            if (ready_ && changed()) {  // what is being typed stays; what hangs under the record is read anew
                form_.children = std::move(result->form.children);
                emit opened();
                return;
            }
            beginResetModel();
            form_ = std::move(result->form);
            kind_ = form_.kind;
            endResetModel();
            ready_ = true;
            tookDraft(result->draft);
            emit opened();
            emit edited();
        });
}

EditRow* RecordEditor::rowAt(int row) {
    return row >= 0 && row < rowCount() ? &form_.rows[static_cast<std::size_t>(row)] : nullptr;
}

void RecordEditor::touched(int row) {
    EditRow& at = form_.rows[static_cast<std::size_t>(row)];
    at.error = whyWrong(utf8(kind_), at);
    emit dataChanged(index(row), index(row));
    emit edited();
    // Not anew with each key: whoever types on for minutes has a draft, too.
    if (!idle_.isActive()) idle_.start();
}

void RecordEditor::set(int row, const QString& value) {
    EditRow* at = rowAt(row);
    if (at == nullptr || at->value == value) return;
    at->value = value;
    touched(row);
}

void RecordEditor::toggle(int row, const QString& element) {
    EditRow* at = rowAt(row);
    if (at == nullptr || element.trimmed().isEmpty()) return;
    if (!at->elements.removeOne(element.trimmed())) at->elements << element.trimmed();
    at->elements.sort();
    QStringList before = at->before;
    before.sort();
    at->before = before;
    touched(row);
}

void RecordEditor::choose(int row, const QString& record, const QString& title) {
    EditRow* at = rowAt(row);
    if (at == nullptr) return;
    at->value = record;
    at->shown = title;
    touched(row);
}

bool RecordEditor::changed() const {
    return std::any_of(form_.rows.begin(), form_.rows.end(),
                       [](const EditRow& row) { return row.changed(); });
}

bool RecordEditor::wrong() const {
    return std::any_of(form_.rows.begin(), form_.rows.end(),
                       [&](const EditRow& row) { return !whyWrong(utf8(kind_), row).isEmpty(); });
}

QVariantList RecordEditor::children() const {
    QVariantList all;
    for (const EditChildren& each : form_.children) {
        QVariantList items;
        for (const auto& [record, title] : each.items)
            items << QVariantMap{{QStringLiteral("record"), record}, {QStringLiteral("title"), title}};
        all << QVariantMap{{QStringLiteral("field"), each.field},
                           {QStringLiteral("label"), each.label},
                           {QStringLiteral("kind"), each.kind},
                           {QStringLiteral("kindWord"), kindLabel(utf8(each.kind))},
                           {QStringLiteral("items"), items}};
    }
    return all;
}

void RecordEditor::look(const QString& kind, const QString& words) {
    desk_.ask(
        this,
        [kind = utf8(kind), words = utf8(words)](session::Session& session) {
            QVariantList found;
            if (kind == "organization" || kind == "service") {
                search::Query query;
                query.kind = kind;
                query.text = words;
                query.limit = candidatesAtMost;
                if (const auto answer = session.search(query))
                    for (const search::Found& each : answer->found)
                        found << candidate(each.id, each.title);
                return found;
            }
            const auto rows = session.store().list({.kind = kind, .facets = {}, .offset = 0, .limit = 5000});
            for (const store::ListRow& row : rows.rows)
                if (static_cast<std::size_t>(found.size()) < candidatesAtMost &&
                    text(row.title).contains(text(words), Qt::CaseInsensitive))
                    found << candidate(row.id, row.title);
            return found;
        },
        [this](Result<QVariantList> found) {
            if (found) candidates_ = std::move(*found);
            emit candidatesChanged();
        });
}

// ---- writing

void RecordEditor::tell(const Error& error) {
    const app::Words words = wordsFor(error);
    emit failed(words.title, words.explanation);
}

void RecordEditor::save() {
    if (saving_ || !ready_ || !changed() || wrong()) return;
    saving_ = true;
    emit edited();
    const RecordId id = idFrom(record_).value_or(RecordId{});
    const RecordId above = idFrom(parent_).value_or(RecordId{});
    desk_.change(
        this,
        [id, above, kind = utf8(kind_), rows = form_.rows, field = utf8(parentField_)](
            session::Session& session) { return saveForm(session, id, kind, rows, above, field); },
        [this](Result<SaveResult> result) {
            saving_ = false;
            if (!result) {
                emit edited();
                return tell(result.error());
            }
            for (const auto& [field, theirs] : result->overtaken)
                for (int i = 0; i < rowCount(); ++i) {
                    EditRow& row = *rowAt(i);
                    if (row.field != field) continue;
                    row.initial = theirs;
                    row.error = tr("Een collega veranderde dit intussen in: %1. Bewaar nog een keer om uw "
                                   "tekst te houden.")
                                    .arg(theirs);
                    emit dataChanged(index(i), index(i));
                }
            if (!result->overtaken.empty()) {
                emit edited();
                emit failed(tr("Een collega was u net voor"),
                            tr("Er is nog niets bewaard. Kijk wat er is veranderd."));
                return;
            }
            for (EditRow& row : form_.rows) {
                row.initial = row.value;
                row.before = row.elements;
            }
            forgetDraft();
            emit edited();
            emit saved(idText(result->record));
        });
}

void RecordEditor::remove() {
    const auto id = idFrom(record_);
    if (!id) return;
    forgetDraft();
    desk_.change(
        this, [id = *id](session::Session& session) { return session.remove(id); },
        [this](const Result<void>& result) {
            if (!result) return tell(result.error());
            emit removed();
        });
}

void RecordEditor::restore() {
    const auto id = idFrom(record_);
    if (!id) return;
    desk_.change(
        this, [id = *id](session::Session& session) { return session.restore(id); },
        [this](const Result<void>& result) {
            if (!result) tell(result.error());
        });
}

void RecordEditor::removeChild(const QString& field, const QString& child) {
    const auto id = idFrom(record_);
    if (!id) return;
    desk_.change(
        this,
        [id = *id, field = utf8(field), child = utf8(child)](session::Session& session) {
            return session.removeElement(id, field, child);
        },
        [this](const Result<void>& result) {
            if (!result) return tell(result.error());
            open();
        });
}

// ---- the draft

QJsonObject RecordEditor::draftNow() const {
    QJsonObject fields, sets;
    for (const EditRow& row : form_.rows) {
        if (!row.changed()) continue;
        if (row.set())
            sets.insert(row.field, QJsonArray::fromStringList(row.elements));
        else
            fields.insert(row.field, QJsonArray{row.value, row.shown});
    }
    return {{QStringLiteral("record"), record_},
            {QStringLiteral("kind"), kind_},
            {QStringLiteral("parent"), parent_},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("sets"), sets}};
}

void RecordEditor::keepDraft() {
    idle_.stop();
    if (!ready_ || saving_ || !changed()) return;
    kept_ = true;
    desk_.ask(
        this,
        [bytes = QJsonDocument(draftNow()).toJson(QJsonDocument::Compact)](session::Session& session) {
            keepSetting(session, bytes);
        },
        [this](const Result<void>& kept) {
            if (!kept) tell(kept.error());
        });
}

void RecordEditor::forgetDraft() {
    idle_.stop();
    draft_ = {};
    emit draftChanged();
    if (!kept_) return;
    kept_ = false;
    desk_.ask(
        this, [](session::Session& session) { keepSetting(session, {}); }, [](const Result<void>&) {});
}

void RecordEditor::tookDraft(const Bytes& kept) {
    const auto json = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(kept.data()),
                                                         static_cast<qsizetype>(kept.size())))
                          .object();
    const bool ours = json.value(QStringLiteral("record")).toString() == record_ &&
                      json.value(QStringLiteral("kind")).toString() == kind_ &&
                      json.value(QStringLiteral("parent")).toString() == parent_;
    draft_ = ours ? json : QJsonObject();
    kept_ = !draft_.isEmpty();
    emit draftChanged();
}

void RecordEditor::resumeDraft() {
    const QJsonObject fields = draft_.value(QStringLiteral("fields")).toObject();
    const QJsonObject sets = draft_.value(QStringLiteral("sets")).toObject();
    for (int i = 0; i < rowCount(); ++i) {
        EditRow& row = *rowAt(i);
        if (fields.contains(row.field)) {
            row.value = fields.value(row.field).toArray().at(0).toString();
            row.shown = fields.value(row.field).toArray().at(1).toString();
        }
        if (sets.contains(row.field)) row.elements = sets.value(row.field).toVariant().toStringList();
        row.error = whyWrong(utf8(kind_), row);
    }
    beginResetModel();
    endResetModel();
    draft_ = {};
    emit draftChanged();
    emit edited();
}

void RecordEditor::dropDraft() {
    forgetDraft();
}

// ---- the model

int RecordEditor::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(form_.rows.size());
}

QVariant RecordEditor::data(const QModelIndex& index, int role) const {
    const auto at = static_cast<std::size_t>(index.row());
    if (!index.isValid() || at >= form_.rows.size()) return {};
    const EditRow& row = form_.rows[at];
    switch (role) {
        case FieldRole:
            return row.field;
        case LabelRole:
            return row.label;
        case InputRole:
            return static_cast<int>(row.input);
        case ValueRole:
            return row.value;
        case ElementsRole:
            return row.elements;
        case CodesRole:
            return row.codes;
        case CodeLabelsRole:
            return row.codeLabels;
        case ShownRole:
            return row.shown;
        case ErrorRole:
            return row.error;
        case RefersToRole:
            return row.refersTo;
        default:
            return {};
    }
}

QHash<int, QByteArray> RecordEditor::roleNames() const {
    return {{FieldRole, "field"},           {LabelRole, "label"},       {InputRole, "kindOfInput"},
            {ValueRole, "value"},           {ElementsRole, "elements"}, {CodesRole, "codes"},
            {CodeLabelsRole, "codeLabels"}, {ShownRole, "shown"},       {ErrorRole, "error"},
            {RefersToRole, "refersTo"}};
}

}  // namespace veldwijzer::app
