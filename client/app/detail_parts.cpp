// SPDX-License-Identifier: EUPL-1.2
// How to reach it, when it is open, where it is.
#include <QCoreApplication>

#include "app/detail_sources.h"
#include "app/labels.h"
#include "app/service_line.h"
#include "app/words.h"
#include "domain/care.h"
#include "domain/opening_hours.h"

namespace veldwijzer::app::detail {
namespace {

constexpr WallMs dayMs = 24LL * 3600 * 1000;

struct DetailText {
    Q_DECLARE_TR_FUNCTIONS(DetailText)
};

void addLink(QVariantList& list, const QString& words, const QString& url) {
    if (words.isEmpty()) return;
    for (const QVariant& each : list)
        if (each.toMap().value(QStringLiteral("text")) == words) return;
    list << QVariantMap{{QStringLiteral("text"), words}, {QStringLiteral("url"), url}};
}

QVariantList phonesOf(const Reading& reading, const store::StoredRecord& record) {
    QVariantList phones;
    for (const store::StoredRecord& each : reading.children(record, "phones")) {
        const QString number = reading.words(each, "number");
        if (number.isEmpty()) continue;
        phones << QVariantMap{{QStringLiteral("number"), number},
                              {QStringLiteral("note"), reading.words(each, "description")},
                              {QStringLiteral("url"), callUrl(number)}};
    }
    return phones;
}

std::optional<double> numberOf(const Reading& reading, const store::StoredRecord& record,
                               std::string_view field) {
    const merge::Value* value = reading.value(record, field);
    if (value == nullptr) return std::nullopt;
    if (const auto* number = std::get_if<double>(value)) return *number;
    if (const auto* whole = std::get_if<std::int64_t>(value)) return static_cast<double>(*whole);
    return std::nullopt;
}

QString addressOf(const Reading& reading, const store::StoredRecord& location) {
    for (const store::StoredRecord& each : reading.children(location, "addresses")) {
        const QString town = QStringLiteral("%1 %2")
                                 .arg(reading.words(each, "postal_code"), reading.words(each, "city"))
                                 .trimmed();
        QStringList lines;
        for (const QString& line : {reading.words(each, "attention"), reading.words(each, "address_1"),
                                    reading.words(each, "address_2"), town})
            if (!line.isEmpty()) lines << line;
        if (!lines.isEmpty()) return lines.join(QStringLiteral(", "));
    }
    return {};
}

QVariantMap placeOf(const Reading& reading, const store::StoredRecord& location) {
    QStringList access;
    for (const store::StoredRecord& each : reading.children(location, "accessibility"))
        access << reading.words(each, "description");
    const QString address = addressOf(reading, location);
    const auto latitude = numberOf(reading, location, "latitude");
    const auto longitude = numberOf(reading, location, "longitude");
    const bool hidden = reading.flag(location, "confidential");
    // A confidential address, for those who may read it, is not sent to anybody's map.
    const QString route = hidden                  ? QString()
                          : latitude && longitude ? routeUrl(*latitude, *longitude)
                          : !address.isEmpty()    ? routeUrl(address)
                                                  : QString();
    return {{QStringLiteral("id"), idText(location.record.id)},
            {QStringLiteral("name"), reading.title(location)},
            {QStringLiteral("address"), address},
            {QStringLiteral("travel"), reading.words(location, "transportation")},
            {QStringLiteral("access"), access},
            {QStringLiteral("url"), webUrl(reading.words(location, "url"))},
            {QStringLiteral("confidential"), hidden},
            {QStringLiteral("routeUrl"), route}};
}

QString spanWords(const domain::OpenSpan& span) {
    return text(domain::localText(span.from)).mid(11) + QStringLiteral("–") +
           (text(domain::localText(span.to)).mid(11) == QLatin1String("00:00")
                ? QStringLiteral("24:00")
                : text(domain::localText(span.to)).mid(11));
}

}  // namespace

void addContact(const Sources& from, QVariantMap& to) {
    QVariantList phones = phonesOf(from.reading, from.record);
    if (phones.isEmpty() && from.organization) phones = phonesOf(from.reading, *from.organization);
    to[QStringLiteral("phones")] = phones;
    QVariantList emails;
    const auto addEmail = [&](const QString& address) {
        addLink(emails, address, QStringLiteral("mailto:") + address);
    };
    addEmail(from.words("email"));
    QVariantList sites;
    for (const char* field : {"url", "website"})
        addLink(sites, from.words(field), webUrl(from.words(field)));
    if (from.organization) {
        if (emails.isEmpty()) addEmail(from.reading.words(*from.organization, "email"));
        if (sites.isEmpty())
            addLink(sites, from.reading.words(*from.organization, "website"),
                    webUrl(from.reading.words(*from.organization, "website")));
    }
    to[QStringLiteral("emails")] = emails;
    to[QStringLiteral("sites")] = sites;
}

void addHours(const Sources& from, QVariantMap& to) {
    to[QStringLiteral("openState")] =
        static_cast<int>(from.now ? openState(from.now->open) : OpenState::Unknown);
    to[QStringLiteral("openText")] = from.now ? openWords(from.now->open, from.at) : QString();
    QVariantList hours;
    const auto schedules = from.reading.session().schedulesOf(from.record.record.id);
    const auto today = domain::localDayOf(from.at);
    for (int i = 0; !schedules.empty() && i < 7; ++i) {
        const auto day = today + std::chrono::days(i);
        const auto begin = domain::instantFrom(domain::dayText(day) + "T00:00");
        const auto end = domain::instantFrom(domain::dayText(day + std::chrono::days(1)) + "T00:00");
        if (!begin || !end) continue;
        QStringList spans;
        bool whole = false;
        for (const domain::OpenSpan& span : domain::openSpans(schedules, *begin, *end)) {
            whole = whole || span.to - span.from >= dayMs - 2 * 3600 * 1000;
            spans << spanWords(span);
        }
        hours << QVariantMap{{QStringLiteral("day"), i == 0   ? DetailText::tr("vandaag")
                                                     : i == 1 ? DetailText::tr("morgen")
                                                              : weekdayWords(day)},
                             {QStringLiteral("text"), spans.isEmpty() ? DetailText::tr("gesloten")
                                                      : whole         ? DetailText::tr("dag en nacht")
                                                                      : spans.join(DetailText::tr(" en "))},
                             {QStringLiteral("today"), i == 0}};
    }
    to[QStringLiteral("hours")] = hours;
    QStringList notes;
    for (const store::StoredRecord& each : from.reading.children(from.record, "schedules"))
        for (const char* field : {"description", "notes"}) {
            const QString note = from.reading.words(each, field);
            if (!note.isEmpty() && !notes.contains(note)) notes << note;
        }
    to[QStringLiteral("hourNotes")] = notes;
}

void addPlaces(const Sources& from, QVariantMap& to) {
    QVariantList places;
    for (const store::StoredRecord& each : from.reading.children(from.record, "service_at_locations")) {
        const auto id = from.reading.referenceIn(each, "location");
        if (const auto location = id ? from.reading.present(*id) : std::nullopt)
            places << placeOf(from.reading, *location);
    }
    for (const store::StoredRecord& each : from.reading.children(from.record, "locations"))
        places << placeOf(from.reading, each);
    if (from.record.record.kind == "location") places << placeOf(from.reading, from.record);
    to[QStringLiteral("locations")] = places;
    to[QStringLiteral("hiddenLocations")] = from.now ? static_cast<int>(from.now->locationsNotHere) : 0;
    QString route;
    for (const QVariant& place : places)
        if (route.isEmpty()) route = place.toMap().value(QStringLiteral("routeUrl")).toString();
    to[QStringLiteral("routeUrl")] = route;
}

void addPeople(const Sources& from, QVariantMap& to) {
    QVariantList contacts;
    std::vector<store::StoredRecord> people = from.reading.children(from.record, "contacts");
    if (people.empty() && from.organization) people = from.reading.children(*from.organization, "contacts");
    for (const store::StoredRecord& each : people) {
        const QString email = from.reading.words(each, "email");
        QStringList role;
        for (const char* field : {"title", "department"})
            if (!from.reading.words(each, field).isEmpty()) role << from.reading.words(each, field);
        contacts << QVariantMap{{QStringLiteral("name"), from.reading.words(each, "name")},
                                {QStringLiteral("role"), role.join(QStringLiteral(", "))},
                                {QStringLiteral("phones"), phonesOf(from.reading, each)},
                                {QStringLiteral("email"), email},
                                {QStringLiteral("availability"), from.reading.words(each, "availability")},
                                {QStringLiteral("lived"), from.reading.flag(each, "lived_experience")}};
    }
    to[QStringLiteral("contacts")] = contacts;
}

}  // namespace veldwijzer::app::detail
