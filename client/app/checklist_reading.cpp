// SPDX-License-Identifier: EUPL-1.2
#include "app/checklist_reading.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include "app/app.h"
#include "app/checklist_answers.h"
#include "app/record_reading.h"
#include "app/words.h"

namespace veldwijzer::app {
namespace {

struct Lists {
    Q_DECLARE_TR_FUNCTIONS(Lists)
};

constexpr std::string_view unfinishedSetting = "app-checklist-unfinished";
constexpr std::string_view servicePrefix = "HealthcareService/";

/// A service with its first telephone number.
std::optional<CallLine> lineOf(const Reading& read, const RecordId& id) {
    const auto service = read.present(id);
    if (!service) return std::nullopt;
    for (const store::StoredRecord& phone : read.children(*service, "phones")) {
        const QString number = read.words(phone, "number");
        if (dialOf(number).isEmpty()) continue;
        return CallLine{.code = {},
                        .name = read.title(*service),
                        .number = number,
                        .note = read.words(phone, "description"),
                        .source = {},
                        .regional = true};
    }
    return std::nullopt;
}

QJsonObject keptJson(const session::Session& session) {
    const Bytes kept = session.store().setting(unfinishedSetting).value_or(Bytes{});
    return QJsonDocument::fromJson(
               QByteArray(reinterpret_cast<const char*>(kept.data()), static_cast<qsizetype>(kept.size())))
        .object();
}

}  // namespace

QString retentionText(std::int64_t daysLeft) {
    if (daysLeft < 0) return Lists::tr("Wordt nu gewist");
    if (daysLeft == 0) return Lists::tr("Wordt na vandaag gewist");
    if (daysLeft < 60) return Lists::tr("Nog %n dag(en) bewaard", "", static_cast<int>(daysLeft));
    return Lists::tr("Nog %n maand(en) bewaard", "", static_cast<int>(daysLeft / 30));
}

QString isoDayText(const std::string& day) {
    const QDate date = QDate::fromString(text(day).left(10), Qt::ISODate);
    return date.isValid() ? QLocale().toString(date, QStringLiteral("d MMMM yyyy")) : text(day);
}

QString listStateText(session::ListState state) {
    switch (state) {
        case session::ListState::InProgress:
            return Lists::tr("Bezig");
        case session::ListState::Completed:
            return Lists::tr("Afgerond");
        case session::ListState::Amending:
            return Lists::tr("Wordt verbeterd");
        default:
            return Lists::tr("Afgerond en verbeterd");
    }
}

QString personText(const std::string& name) {
    return name == "you" ? Lists::tr("u") : text(name);
}

QString audienceText(const std::string& team) {
    return team.empty() ? Lists::tr("Alleen u") : text(team);
}

ChecklistClashes clashesOf(const session::Checklist& list, WallMs now) {
    ChecklistClashes clashes;
    for (const session::AnswerConflict& conflict : list.conflicts) {
        if (conflict.node == checklist::none) continue;
        const checklist::Item& item = list.form->itemOf(list.form->nodes()[conflict.node]);
        ChecklistClash& clash = clashes[conflict.field];
        int number = 0;
        for (const session::GivenAnswer& given : conflict.given)
            clash.values.push_back({.number = ++number,
                                    .text = readText(item, given.answers),
                                    .who = personText(given.by),
                                    .when = momentText(given.atMs, now)});
    }
    return clashes;
}

CardLines serviceCards(const session::Session& session, const checklist::Questionnaire& questionnaire) {
    CardLines lines;
    for (const checklist::Item& item : questionnaire.items)
        for (const checklist::ContactCard& card : item.contacts) {
            if (!card.code.starts_with(servicePrefix)) continue;
            const auto id = idFrom(text(card.code).mid(static_cast<qsizetype>(servicePrefix.size())));
            if (!id) continue;
            if (auto line = lineOf(Reading(session), *id)) lines[card.code] = std::move(*line);
        }
    return lines;
}

CardFinder cardsWith(CardLines services) {
    return [services = std::move(services)](const checklist::ContactCard& card) -> std::optional<CallLine> {
        if (const auto found = services.find(card.code); found != services.end()) return found->second;
        return App::instance()->numbers()->lineOf(text(card.code));
    };
}

std::map<QString, QString> keptUnfinished(const session::Session& session, const RecordId& list) {
    std::map<QString, QString> typed;
    const QJsonObject texts = keptJson(session).value(idText(list)).toObject();
    for (auto each = texts.begin(); each != texts.end(); ++each)
        typed[each.key()] = each.value().toString();
    return typed;
}

void keepUnfinishedIn(session::Session& session, const RecordId& list,
                      const std::map<QString, QString>& typed) {
    QJsonObject lists;
    const QJsonObject before = keptJson(session);
    const Reading read(session);
    // Of a list that is gone nothing stays here either.
    for (auto each = before.begin(); each != before.end(); ++each)
        if (const auto id = idFrom(each.key()); id && *id != list && read.present(*id))
            lists.insert(each.key(), each.value());
    QJsonObject texts;
    for (const auto& [key, value] : typed)
        texts.insert(key, value);
    if (!texts.isEmpty()) lists.insert(idText(list), texts);
    if (lists == before) return;
    const QByteArray bytes =
        lists.isEmpty() ? QByteArray() : QJsonDocument(lists).toJson(QJsonDocument::Compact);
    const Bytes kept(bytes.begin(), bytes.end());
    session.store().transact([&] { session.store().setSetting(unfinishedSetting, kept); });
}

}  // namespace veldwijzer::app
