// SPDX-License-Identifier: EUPL-1.2
#include "app/conflicts.h"

#include <algorithm>

#include "app/labels.h"
#include "app/lookup.h"
#include "domain/kinds.h"
#include "merge/conflicts.h"

namespace veldwijzer::app {
namespace {

struct InboxRow {
    std::string id;
    std::string kind;
    std::string title;
    std::vector<std::string> fields;
};

std::vector<InboxRow> inboxOf(session::Session& session) {
    std::vector<InboxRow> rows;
    for (const store::ConflictRow& row : session.store().conflicts(ConflictList::shown)) {
        InboxRow& shown = rows.emplace_back(InboxRow{idText(row.id), row.kind, row.title, {}});
        for (const merge::Conflict& conflict : row.conflicts)
            shown.fields.push_back(conflict.field);
    }
    return rows;
}

ConflictCase::Field fieldOf(const session::Session& session, const store::StoredRecord& stored,
                            const merge::Conflict& conflict, WallMs now) {
    const std::string& kind = stored.record.kind;
    ConflictCase::Field field{
        .field = conflict.field, .label = fieldLabel(kind, conflict.field), .values = {}};
    field.deleted = conflict.field == merge::deletedField;
    field.multiline = domain::fieldTypeOf(kind, conflict.field) == domain::FieldType::LongText;
    for (const merge::ConflictingValue& value : conflict.values) {
        ConflictCase::Value shown{.stored = value.value ? domain::displayText(*value.value) : std::string(),
                                  .text = {},
                                  .who = authorWords(session, value.id.actor),
                                  .when = momentText(value.wallMs, now)};
        const std::string& written = field.deleted ? value.field : conflict.field;
        shown.deletes = value.action == merge::Action::Delete;
        if (value.value) shown.text = shownText(session, kind, written, *value.value);
        if (field.deleted && !shown.deletes && !written.empty())
            shown.text = fieldLabel(kind, written) + QStringLiteral(": ") + shown.text;
        field.values.push_back(std::move(shown));
    }
    return field;
}

Result<ConflictCase::Case> caseOf(session::Session& session, const std::string& typed, WallMs now) {
    const auto id = session.recordFrom(typed);
    if (!id) return id.error();
    const auto stored = session.store().find(*id);
    if (!stored) return fail(ErrorCode::NotFound, "no such record");
    const merge::ClampedTime clamped = session.store().clampedTime(stored->space);
    ConflictCase::Case found{
        text(domain::titleOf(stored->record, clamped)), kindLabel(stored->record.kind), {}};
    for (const merge::Conflict& conflict :
         merge::conflictsOf(stored->record, domain::deletePolicyOf(stored->record.kind), clamped))
        found.fields.push_back(fieldOf(session, *stored, conflict, now));
    return found;
}

Result<void> settleIn(session::Session& session, const std::string& typed, const std::string& field,
                      std::optional<int> number, const std::string& value) {
    const auto id = session.recordFrom(typed);
    if (!id) return id.error();
    return number ? session.resolveKeep(*id, field, static_cast<std::size_t>(*number))
                  : session.resolveWith(*id, field, value);
}

/// A field that is in conflict no more, as a person typed it.
Result<void> setIn(session::Session& session, const std::string& typed, const std::string& field,
                   const std::string& value) {
    const auto id = session.recordFrom(typed);
    if (!id) return id.error();
    return session.set(*id, {{field, value}});
}

}  // namespace

void ConflictList::reload() {
    fetch(inboxOf, [this](std::vector<InboxRow> rows) {
        this->rows()->show(std::move(rows), [](const InboxRow& row) {
            QStringList fields;
            for (const std::string& field : row.fields)
                if (field != merge::deletedField) fields << fieldLabel(row.kind, field);
            const bool deleted = std::ranges::find(row.fields, merge::deletedField) != row.fields.end();
            if (deleted) fields.prepend(tr("Verwijderd en gewijzigd"));
            return QVariantMap{{QStringLiteral("id"), text(row.id)},
                               {QStringLiteral("title"), text(row.title)},
                               {QStringLiteral("kind"), kindLabel(row.kind)},
                               {QStringLiteral("fields"), fields.join(QStringLiteral(", "))},
                               {QStringLiteral("deleted"), deleted}};
        });
    });
}

ConflictCase::ConflictCase(QObject* parent) : QObject(parent) {
    connect(&App::instance()->desk(), &Desk::changed, this, &ConflictCase::reload);
}

void ConflictCase::setRecordId(const QString& id) {
    if (utf8(id) == id_) return;
    id_ = utf8(id);
    last_.reset();
    reopened_.clear();
    emit recordIdChanged();
    reload();
}

void ConflictCase::reload() {
    if (id_.empty()) return;
    Desk& desk = App::instance()->desk();
    desk.ask(
        this,
        [id = id_, now = desk.outside().clock.wallMs()](session::Session& session) {
            return caseOf(session, id, now);
        },
        [this](Result<Case> found) {
            if (found) {
                case_ = std::move(*found);
                for (const Field& field : reopened_)
                    if (find(field.field) == nullptr) case_.fields.push_back(field);
            }
            loaded_ = true;
            emit loadedChanged();
        });
}

const ConflictCase::Field* ConflictCase::find(const std::string& field) const {
    const auto at = std::ranges::find(case_.fields, field, &Field::field);
    return at != case_.fields.end() ? &*at : nullptr;
}

QVariantList ConflictCase::fields() const {
    QVariantList list;
    for (const Field& field : case_.fields) {
        QVariantList values;
        for (std::size_t i = 0; i < field.values.size(); ++i) {
            const Value& value = field.values[i];
            values << QVariantMap{{QStringLiteral("number"), static_cast<int>(i + 1)},
                                  {QStringLiteral("text"), value.text},
                                  {QStringLiteral("who"), value.who},
                                  {QStringLiteral("when"), value.when},
                                  {QStringLiteral("deletes"), value.deletes},
                                  {QStringLiteral("emptied"), value.stored.empty()}};
        }
        list << QVariantMap{{QStringLiteral("field"), text(field.field)},
                            {QStringLiteral("label"), field.label},
                            {QStringLiteral("deleted"), field.deleted},
                            {QStringLiteral("multiline"), field.multiline},
                            {QStringLiteral("joinable"), field.multiline && field.values.size() > 1},
                            {QStringLiteral("again"), field.again},
                            {QStringLiteral("values"), values}};
    }
    return list;
}

void ConflictCase::keep(const QString& field, int number) {
    const Field* open = find(utf8(field));
    if (open == nullptr || number < 1 || static_cast<std::size_t>(number) > open->values.size()) return;
    const Value& value = open->values[static_cast<std::size_t>(number - 1)];
    const QString message = !open->deleted  ? tr("Opgelost: %1").arg(open->label)
                            : value.deletes ? tr("Verwijderd")
                                            : tr("Teruggehaald");
    settle(field, number, value.stored, message);
}

void ConflictCase::keepAll(const QString& field) {
    const Field* open = find(utf8(field));
    if (open == nullptr) return;
    std::string joined;
    for (const Value& value : open->values) {
        if (value.stored.empty()) continue;
        if (!joined.empty()) joined += "\n\n";
        joined += value.stored;
    }
    settle(field, std::nullopt, joined, tr("Opgelost: %1").arg(open->label));
}

void ConflictCase::write(const QString& field, const QString& value) {
    const Field* open = find(utf8(field));
    if (open == nullptr) return;
    settle(field, std::nullopt, utf8(value.trimmed()), tr("Opgelost: %1").arg(open->label));
}

void ConflictCase::settle(const QString& field, std::optional<int> number, const std::string& value,
                          const QString& message) {
    const Field open = *find(utf8(field));
    const bool keepsRecord =
        open.deleted && number && !open.values[static_cast<std::size_t>(*number - 1)].deletes;
    App::instance()->desk().change(
        this,
        [id = id_, open, number, value, keepsRecord](session::Session& session) -> Result<void> {
            if (!open.again) return settleIn(session, id, open.field, number, value);
            if (!open.deleted) return setIn(session, id, open.field, value);
            const auto record = session.recordFrom(id);
            if (!record) return record.error();
            return keepsRecord ? session.restore(*record) : session.remove(*record);
        },
        [this, open, message, keepsRecord](const Result<void>& result) {
            if (!result) {
                const auto words = wordsFor(result.error());
                emit told(words.title + QStringLiteral(". ") + words.explanation);
                return;
            }
            last_ = open;
            keptRecord_ = keepsRecord;
            std::erase_if(reopened_, [&](const Field& each) { return each.field == open.field; });
            emit settled(message);
        });
}

void ConflictCase::undo() {
    if (!last_) return;
    Field field = *std::exchange(last_, std::nullopt);
    field.again = true;
    reopened_.push_back(field);
    App::instance()->desk().change(
        this,
        [id = id_, field, kept = keptRecord_](session::Session& session) -> Result<void> {
            if (!field.deleted) return setIn(session, id, field.field, field.values.front().stored);
            const auto record = session.recordFrom(id);
            if (!record) return record.error();
            // Kept: it is there, as it was before. Deleted: back it comes.
            return kept ? Result<void>() : session.restore(*record);
        },
        [this](const Result<void>& result) {
            if (!result) emit told(wordsFor(result.error()).title);
        });
}

}  // namespace veldwijzer::app
