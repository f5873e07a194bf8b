// SPDX-License-Identifier: EUPL-1.2
#include "app/labels.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <utility>

#include "app/label_tables.h"
#include "app/words.h"
#include "domain/care.h"
#include "domain/kinds.h"

namespace veldwijzer::app {
namespace {

QString translated(const char* source) {
    return QCoreApplication::translate("Labels", source);
}

const KindRow* kindRow(std::string_view kind) {
    const auto rows = kindRows();
    const auto at =
        std::find_if(rows.begin(), rows.end(), [&](const KindRow& row) { return row.kind == kind; });
    return at != rows.end() ? &*at : nullptr;
}

const FieldRow* fieldRow(std::string_view kind, std::string_view field) {
    const FieldRow* common = nullptr;
    for (const FieldRow& row : fieldRows()) {
        if (row.field != field) continue;
        if (row.kind == kind) return &row;
        if (row.kind.empty()) common = &row;
    }
    return common;
}

const CodeRow* codeRow(std::string_view kind, std::string_view field, std::string_view code) {
    const CodeRow* common = nullptr;
    for (const CodeRow& row : codeRows()) {
        if (row.field != field || row.code != code) continue;
        if (row.kind == kind) return &row;
        if (row.kind.empty()) common = &row;
    }
    return common;
}

QString capital(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

/// "2FR" is the second Friday of a month, "-1FR" the last. Whole phrases: an ordinal has no ending that could
/// be pasted on in every language.
QString dayInMonth(std::string_view which, const QString& day) {
    constexpr std::array phrases{
        std::pair{std::string_view("1"), QT_TRANSLATE_NOOP("Labels", "1e %1")},
        std::pair{std::string_view("2"), QT_TRANSLATE_NOOP("Labels", "2e %1")},
        std::pair{std::string_view("3"), QT_TRANSLATE_NOOP("Labels", "3e %1")},
        std::pair{std::string_view("4"), QT_TRANSLATE_NOOP("Labels", "4e %1")},
        std::pair{std::string_view("5"), QT_TRANSLATE_NOOP("Labels", "5e %1")},
        std::pair{std::string_view("-1"), QT_TRANSLATE_NOOP("Labels", "laatste %1")},
    };
    for (const auto& [number, phrase] : phrases)
        if (number == which) return translated(phrase).arg(day);
    return QStringLiteral("%1 %2").arg(text(which), day);
}

/// "MO,TU,2FR": each day in words, what counts within the month left out of none.
QString dayCodes(std::string_view kind, std::string_view field, std::string_view codes) {
    QStringList words;
    while (!codes.empty()) {
        const auto comma = std::min(codes.find(','), codes.size());
        const std::string_view code = codes.substr(0, comma);
        const std::string_view which = code.substr(0, code.size() > 2 ? code.size() - 2 : 0);
        const QString day = codeLabel(kind, field, code.substr(which.size()));
        words << (which.empty() ? day : dayInMonth(which, day));
        codes.remove_prefix(std::min(comma + 1, codes.size()));
    }
    return words.join(QStringLiteral(", "));
}

}  // namespace

bool hasKindLabel(std::string_view kind) {
    return kindRow(kind) != nullptr;
}

bool hasFieldLabel(std::string_view kind, std::string_view field) {
    return fieldRow(kind, field) != nullptr;
}

bool hasCodeLabel(std::string_view kind, std::string_view field, std::string_view code) {
    return codeRow(kind, field, code) != nullptr;
}

QString kindLabel(std::string_view kind) {
    const KindRow* row = kindRow(kind);
    return row != nullptr ? translated(row->one) : text(kind);
}

QString kindCount(std::string_view kind, std::uint64_t count) {
    const KindRow* row = kindRow(kind);
    const QString word = row == nullptr ? text(kind) : translated(count == 1 ? row->one : row->many);
    return QStringLiteral("%1 %2").arg(QString::number(count), word);
}

QString kindHeading(std::string_view kind) {
    const KindRow* row = kindRow(kind);
    return row != nullptr ? capital(translated(row->many)) : text(kind);
}

QString fieldLabel(std::string_view kind, std::string_view field) {
    const FieldRow* row = fieldRow(kind, field);
    return row != nullptr ? translated(row->label) : text(field);
}

QString codeLabel(std::string_view kind, std::string_view field, std::string_view code) {
    const CodeRow* row = codeRow(kind, field, code);
    return row != nullptr ? translated(row->label) : text(code);
}

QString roleLabel(std::string_view role) {
    return codeLabel("member", "role", role);
}

QString valueLabel(std::string_view kind, std::string_view field, const merge::Value& value) {
    if (const auto* yes = std::get_if<bool>(&value))
        return translated(*yes ? QT_TRANSLATE_NOOP("Labels", "ja") : QT_TRANSLATE_NOOP("Labels", "nee"));
    if (std::holds_alternative<RecordId>(value)) return text(domain::displayText(value)).left(8);
    const auto* words = std::get_if<std::string>(&value);
    if (words == nullptr) return text(domain::displayText(value));
    const domain::FieldSpec* spec = domain::findField(kind, field);
    if (spec == nullptr) return text(*words);
    if (spec->format == domain::Format::Date) {
        const auto day = domain::dayFrom(*words);
        return day && words->size() == 10 ? dayWords(*day) : text(*words);
    }
    if (field == "byday" || field == "wkst") return dayCodes(kind, field, *words);
    return spec->format == domain::Format::Code ? codeLabel(kind, field, *words) : text(*words);
}

}  // namespace veldwijzer::app
