// SPDX-License-Identifier: EUPL-1.2
#include "app/edit_row.h"

#include <QCoreApplication>
#include <array>
#include <set>

#include "app/label_tables.h"
#include "app/labels.h"
#include "app/record_reading.h"
#include "app/term_book.h"
#include "app/words.h"
#include "domain/kinds.h"

namespace veldwijzer::app {
namespace {

using domain::FieldType;
using domain::Format;
using Input = EditRow::Input;

struct EditText {
    Q_DECLARE_TR_FUNCTIONS(EditText)
};

/// Written by the program or by an import; a person would only break it.
bool isOurs(std::string_view field) {
    static const std::set<std::string_view> ours{
        "assured_date", "assurer",   "assurer_email", "last_modified", "checked_on",
        "position",     "source_id", "import.source", "attributes",    "metadata",
        "logo",         "uri",       "resource_type", "resource"};
    return ours.contains(field);
}

Input inputOf(const std::string& kind, const domain::FieldSpec& field, bool codes) {
    if (field.type == FieldType::Set)
        return field.format == Format::Code && field.name != "tags" ? Input::Choices : Input::Words;
    if (field.type == FieldType::LongText) return Input::Lines;
    if (codes) return Input::Choice;
    switch (field.format) {
        case Format::Integer:
        case Format::Number:
            return Input::Number;
        case Format::Boolean:
            return Input::YesNo;
        case Format::Date:
        case Format::DateTime:
            return Input::Date;
        case Format::Time:
            return Input::Time;
        case Format::Email:
            return Input::Email;
        case Format::Url:
            return Input::Url;
        case Format::Reference:
            return Input::Reference;
        default:
            break;
    }
    return kind == "phone" && field.name == "number" ? Input::Number : Input::Line;
}

void addCodes(EditRow& row, const std::string& kind, std::string_view field,
              const domain::Taxonomies& taxonomies) {
    for (const domain::Term& term : taxonomies.terms(field)) {
        row.codes << text(term.code);
        row.codeLabels << text(term.name);
    }
    if (row.codes.isEmpty())
        for (const CodeRow& code : codeRows())
            if (code.field == field && code.kind == kind) {
                row.codes << text(code.code);
                row.codeLabels << codeLabel(kind, field, code.code);
            }
    for (const QString& element : row.elements + QStringList(row.value))
        if (!element.isEmpty() && !row.codes.isEmpty() && !row.codes.contains(element)) {
            row.codes << element;
            row.codeLabels << termLabel(taxonomies, text(field), element);
        }
}

EditRow rowOf(const Reading& reading, const std::optional<store::StoredRecord>& record,
              const std::string& kind, const domain::FieldSpec& field, const domain::Taxonomies& taxonomies) {
    EditRow row;
    row.field = text(field.name);
    row.label = fieldLabel(kind, field.name);
    row.refersTo = text(field.refersTo);
    if (record && field.type == FieldType::Set) row.elements = reading.elements(*record, field.name);
    if (record && field.type != FieldType::Set) row.value = reading.words(*record, field.name);
    row.before = row.elements;
    row.initial = row.value;
    if (field.format == Format::Code && field.name != "tags") addCodes(row, kind, field.name, taxonomies);
    row.input = inputOf(kind, field, field.type != FieldType::Set && !row.codes.isEmpty());
    if (row.input == Input::Choices && row.codes.isEmpty()) row.input = Input::Words;
    if (row.input == Input::Reference && !row.value.isEmpty())
        if (const auto id = idFrom(row.value))
            if (const auto other = reading.present(*id)) row.shown = reading.title(*other);
    return row;
}

}  // namespace

Result<EditForm> readForm(const session::Session& session, const RecordId& id, const std::string& kind,
                          const domain::Taxonomies& taxonomies) {
    const Reading reading(session);
    std::optional<store::StoredRecord> record;
    EditForm form;
    if (!id.isZero()) {
        record = session.store().find(id);
        if (!record) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
        form.title = reading.title(*record);
        form.gone = !isPresent(*record);
    }
    const std::string known = record ? record->record.kind : kind;
    form.kind = text(known);
    const domain::Kind* spec = domain::findKind(known);
    std::vector<domain::FieldSpec> fields;
    if (spec != nullptr) fields = spec->fields;
    // Facets belong to what people look for; a phone number has none.
    const bool faceted =
        known == "service" || known == "organization" || known == "location" || known == "agreement";
    for (const domain::FieldSpec& field : domain::commonFields())
        if (faceted && field.facet && (field.name != "status" || known != "service")) fields.push_back(field);
    for (const domain::FieldSpec& field : fields) {
        if (isOurs(field.name) || field.type == FieldType::Position || field.format == Format::Json) continue;
        if (field.type == FieldType::Set && field.format == Format::Reference) {
            EditChildren children{text(field.name), fieldLabel(known, field.name), text(field.refersTo), {}};
            if (record)
                for (const store::StoredRecord& child : reading.children(*record, field.name))
                    children.items.emplace_back(idText(child.record.id), reading.title(child));
            form.children.push_back(std::move(children));
            continue;
        }
        // What hangs a record under another follows from where it was made.
        const bool parent = field.type == FieldType::Reference &&
                            !(known == "service" && field.name == "organization") &&
                            !(known == "service-at-location" && field.name == "location");
        if (!parent) form.rows.push_back(rowOf(reading, record, known, field, taxonomies));
    }
    return form;
}

QString whyWrong(const std::string& kind, const EditRow& row) {
    if (row.set() || row.value.isEmpty()) return {};
    if (domain::parseValue(kind, utf8(row.field), utf8(row.value))) return {};
    switch (row.input) {
        case Input::Number:
            return EditText::tr("Vul hier een getal in dat kan kloppen, zoals 18.");
        case Input::Date:
            return EditText::tr("Schrijf de datum als 2026-03-01.");
        case Input::Time:
            return EditText::tr("Schrijf de tijd als 09:30.");
        case Input::Email:
            return EditText::tr("Dit is geen e-mailadres.");
        case Input::Url:
            return EditText::tr("Dit is geen webadres. Schrijf het als https://voorbeeld.nl.");
        default:
            return EditText::tr("Dit past hier niet.");
    }
}

namespace {

/// Somebody else wrote there since the form was opened.
std::vector<std::pair<QString, QString>> overtakenIn(const Reading& reading,
                                                     const store::StoredRecord& record,
                                                     const std::vector<EditRow>& rows) {
    std::vector<std::pair<QString, QString>> overtaken;
    for (const EditRow& row : rows) {
        if (row.set() || !row.changed()) continue;
        const QString now = reading.words(record, utf8(row.field));
        if (now != row.initial && now != row.value) overtaken.emplace_back(row.field, now);
    }
    return overtaken;
}

std::vector<session::Assignment> assignmentsOf(const std::vector<EditRow>& rows) {
    std::vector<session::Assignment> assignments;
    for (const EditRow& row : rows) {
        if (!row.set() && row.changed()) assignments.push_back({utf8(row.field), utf8(row.value)});
        for (const QString& element : row.elements)
            if (row.set() && !row.before.contains(element))
                assignments.push_back({utf8(row.field), utf8(element)});
    }
    return assignments;
}

Result<RecordId> writeForm(session::Session& session, const RecordId& id, const std::string& kind,
                           const std::vector<EditRow>& rows, const RecordId& parent,
                           const std::string& parentField) {
    const auto assignments = assignmentsOf(rows);
    RecordId record = id;
    if (id.isZero()) {
        const auto made = session.create(kind, assignments);
        if (!made) return made.error();
        record = *made;
        if (!parent.isZero())
            if (auto hung = session.addElement(parent, parentField, utf8(idText(record))); !hung)
                return hung.error();
        return record;
    }
    if (!assignments.empty())
        if (auto written = session.set(id, assignments); !written) return written.error();
    for (const EditRow& row : rows)
        for (const QString& element : row.before)
            if (row.set() && !row.elements.contains(element))
                if (auto gone = session.removeElement(id, utf8(row.field), utf8(element));
                    !gone && gone.error().code != ErrorCode::NotFound)
                    return gone.error();
    return record;
}

/// Takes back what the transaction has done so far.
struct Refused {
    Error error;
};

}  // namespace

Result<SaveResult> saveForm(session::Session& session, const RecordId& id, const std::string& kind,
                            const std::vector<EditRow>& rows, const RecordId& parent,
                            const std::string& parentField) {
    if (!id.isZero()) {
        const auto record = session.store().find(id);
        if (!record) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
        if (auto overtaken = overtakenIn(Reading(session), *record, rows); !overtaken.empty())
            return SaveResult{id, std::move(overtaken)};
    }
    SaveResult saved;
    try {
        session.store().transact([&] {
            const auto written = writeForm(session, id, kind, rows, parent, parentField);
            if (!written) throw Refused{written.error()};
            saved.record = *written;
        });
    } catch (const Refused& refused) {
        return refused.error;
    }
    return saved;
}

}  // namespace veldwijzer::app
