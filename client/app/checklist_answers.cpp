// SPDX-License-Identifier: EUPL-1.2
#include "app/checklist_answers.h"

#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include "app/words.h"
#include "checklist/conditions.h"
#include "checklist/typed_answer.h"
#include "domain/moments.h"
#include "domain/opening_hours.h"

namespace veldwijzer::app {
namespace {

using checklist::Answer;
using checklist::ItemType;

QDate dayOf(const std::string& fhir) {
    return QDate::fromString(text(fhir).left(10), Qt::ISODate);
}

struct Answered {
    Q_DECLARE_TR_FUNCTIONS(Answered)
};

QString dayText(const std::string& fhir) {
    const QDate day = dayOf(fhir);
    return day.isValid() ? QLocale().toString(day, QStringLiteral("d MMMM yyyy")) : text(fhir);
}

QString numberText(const std::string& digits) {
    return text(digits).replace(QLatin1Char('.'), QLocale().decimalPoint());
}

}  // namespace

QString typedText(const Answer& answer) {
    switch (answer.type) {
        case Answer::Type::Date: {
            const QDate day = dayOf(answer.text);
            return answer.text.size() == 10 && day.isValid() ? day.toString(QStringLiteral("d-M-yyyy"))
                                                             : text(answer.text);
        }
        case Answer::Type::DateTime: {
            const QDate day = dayOf(answer.text);
            if (answer.text.size() < 16 || !day.isValid()) return text(answer.text);
            return day.toString(QStringLiteral("d-M-yyyy ")) + text(answer.text).mid(11, 5);
        }
        case Answer::Type::Time:
            return text(answer.text).left(5);
        case Answer::Type::Decimal:
        case Answer::Type::Quantity: {
            // Of a quantity `text` is the unit; its number stands in `number`.
            if (answer.type == Answer::Type::Decimal) return numberText(answer.text);
            return QLocale().toString(answer.number, 'g', QLocale::FloatingPointShortest);
        }
        default:
            return text(checklist::displayText(answer));
    }
}

QString readText(const checklist::Item& item, const Answer& answer) {
    switch (answer.type) {
        case Answer::Type::Boolean:
            return answer.boolean ? Answered::tr("Ja") : Answered::tr("Nee");
        case Answer::Type::Date:
            return dayText(answer.text);
        case Answer::Type::DateTime:
            return answer.text.size() < 16
                       ? dayText(answer.text)
                       : dayText(answer.text) + QStringLiteral(", ") + text(answer.text).mid(11, 5);
        case Answer::Type::Quantity:
            return answer.text.empty() ? typedText(answer)
                                       : typedText(answer) + QLatin1Char(' ') + text(answer.text);
        case Answer::Type::Coding:
            return text(checklist::wordsOf(item, answer));
        default:
            return typedText(answer);
    }
}

QString readText(const checklist::Item& item, const std::vector<Answer>& answers) {
    QStringList lines;
    for (const Answer& answer : answers)
        lines << readText(item, answer);
    return lines.join(QLatin1Char('\n'));
}

std::vector<Answer> answersTyped(const checklist::Item& item, const QString& typed, const QString& unit) {
    if (typed.trimmed().isEmpty()) return {};
    QString whole = typed;
    if (item.type == ItemType::Quantity) whole = typed.trimmed() + QLatin1Char(' ') + unit;
    auto answer = checklist::typedAnswer(item, utf8(whole), offsetOfLocal);
    if (answer) return {std::move(*answer)};
    return {checklist::answerOf(Answer::Type::String, utf8(typed))};
}

std::string offsetOfLocal(std::string_view local) {
    const auto at = domain::instantFrom(local.substr(0, 16));
    const QDateTime naive =
        QDateTime::fromString(text(local.substr(0, 16)), QStringLiteral("yyyy-MM-ddTHH:mm"));
    if (!at || !naive.isValid()) return "Z";
    const qint64 minutes =
        (QDateTime(naive.date(), naive.time(), Qt::UTC).toMSecsSinceEpoch() - *at) / 60'000;
    const QString sign = minutes < 0 ? QStringLiteral("-") : QStringLiteral("+");
    return utf8(QStringLiteral("%1%2:%3")
                    .arg(sign)
                    .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
                    .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0')));
}

}  // namespace veldwijzer::app
