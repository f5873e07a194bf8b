// SPDX-License-Identifier: EUPL-1.2
#include "app/detail_reading.h"

#include <QUrl>
#include <set>

#include "app/detail_sources.h"
#include "app/labels.h"
#include "app/remarks.h"
#include "app/service_line.h"
#include "app/term_book.h"
#include "app/words.h"
#include "domain/care.h"
#include "domain/kinds.h"

namespace veldwijzer::app {
namespace {

using detail::Sources;

void addState(const Sources& from, QVariantMap& to) {
    const store::StoredRecord& record = from.record;
    to[QStringLiteral("kind")] = text(record.record.kind);
    to[QStringLiteral("title")] = from.reading.title(record);
    to[QStringLiteral("otherName")] = from.words("alternate_name");
    to[QStringLiteral("description")] = from.words("description");
    to[QStringLiteral("alert")] = from.words("alert");
    to[QStringLiteral("deleted")] = !isPresent(record);
    to[QStringLiteral("pending")] = record.pending;
    to[QStringLiteral("conflict")] =
        merge::hasConflict(record.record, domain::deletePolicyOf(record.record.kind));
    const QString status = from.words("status");
    to[QStringLiteral("status")] = status.isEmpty() || status == QLatin1String("active")
                                       ? QString()
                                       : codeLabel(record.record.kind, "status", utf8(status));
    if (from.organization) {
        to[QStringLiteral("organization")] = from.reading.title(*from.organization);
        to[QStringLiteral("organizationId")] = idText(from.organization->record.id);
    }
}

void addTrust(const Sources& from, QVariantMap& to) {
    const auto assured =
        domain::assuredOn(from.record.record, from.reading.session().store().clampedTime(from.record.space));
    to[QStringLiteral("assured")] = assuredWords(assured);
    to[QStringLiteral("assuredBy")] = assured ? from.words("assurer") : QString();
    to[QStringLiteral("stale")] =
        domain::isStale(assured, domain::localDayOf(from.at), from.reading.session().staleAfterMonths());
    to[QStringLiteral("assurable")] = domain::findField(from.record.record.kind, "assured_date") != nullptr;
    QVariantList remarks;
    for (const Remark& each : openRemarks(from.reading.session(), from.record.record.id))
        remarks << QVariantMap{{QStringLiteral("id"), idText(each.id)},
                               {QStringLiteral("words"), each.words},
                               {QStringLiteral("by"), each.by},
                               {QStringLiteral("mine"), each.mine},
                               {QStringLiteral("at"), momentText(each.at, from.at)}};
    to[QStringLiteral("remarks")] = remarks;
}

void addTags(const Sources& from, QVariantMap& to) {
    QVariantList tags;
    for (const QString& facet : facetOrder()) {
        if (facet == QLatin1String("status")) continue;
        QStringList labels;
        for (const QString& code : from.reading.elements(from.record, utf8(facet)))
            labels << termLabel(from.taxonomies, facet, code);
        labels.sort(Qt::CaseInsensitive);
        if (!labels.isEmpty())
            tags << QVariantMap{{QStringLiteral("facet"), facetTitle(facet)},
                                {QStringLiteral("labels"), labels}};
    }
    to[QStringLiteral("tags")] = tags;
}

/// What has no place of its own on the page, ours or another program's: shown, not hidden.
void addMore(const Sources& from, QVariantMap& to) {
    static const std::set<std::string, std::less<>> shown{"name",
                                                          "alternate_name",
                                                          "description",
                                                          "url",
                                                          "email",
                                                          "website",
                                                          "status",
                                                          "organization",
                                                          "phones",
                                                          "schedules",
                                                          "languages",
                                                          "contacts",
                                                          "cost_options",
                                                          "capacities",
                                                          "agreements",
                                                          "interventions",
                                                          "assured_date",
                                                          "assurer",
                                                          "alert",
                                                          "application_process",
                                                          "fees",
                                                          "fees_description",
                                                          "wait_time",
                                                          "minimum_age",
                                                          "maximum_age",
                                                          "locations",
                                                          "service_at_locations",
                                                          "tags",
                                                          "domain",
                                                          "phase",
                                                          "audience",
                                                          "risk_group",
                                                          "partner_type",
                                                          "basis",
                                                          "network_role",
                                                          "urgency",
                                                          "municipality",
                                                          "metadata",
                                                          "attributes",
                                                          "position",
                                                          "source_id",
                                                          "import.source",
                                                          "last_modified",
                                                          "required_documents",
                                                          "interpretation_services",
                                                          "eligibility_description"};
    QVariantList more;
    const std::string& kind = from.record.record.kind;
    for (const merge::Field& field : from.record.record.fields) {
        if (shown.contains(field.name)) continue;
        QStringList values;
        if (domain::fieldTypeOf(kind, field.name) == domain::FieldType::Set) {
            for (const merge::Value* element : merge::elementsOf(from.record.record, field.name)) {
                const auto* id = std::get_if<RecordId>(element);
                const auto other = id != nullptr ? from.reading.present(*id) : std::nullopt;
                if (id == nullptr || other)
                    values << (other ? from.reading.title(*other) : valueLabel(kind, field.name, *element));
            }
        } else if (const merge::Value* value = from.reading.value(from.record, field.name)) {
            const auto* id = std::get_if<RecordId>(value);
            const auto other = id != nullptr ? from.reading.present(*id) : std::nullopt;
            values << (other ? from.reading.title(*other)
                       : domain::isTooSmallToShow(from.record.record, field.name, *value)
                           ? text(domain::tooSmall)
                           : valueLabel(kind, field.name, *value));
        }
        if (!values.isEmpty())
            more << QVariantMap{{QStringLiteral("label"), fieldLabel(kind, field.name)},
                                {QStringLiteral("value"), values.join(QStringLiteral(", "))}};
    }
    to[QStringLiteral("more")] = more;
}

}  // namespace

namespace detail {

QString callUrl(const QString& number) {
    QString digits;
    for (const QChar character : number)
        if (character.isDigit() || (character == QLatin1Char('+') && digits.isEmpty())) digits += character;
    return digits.isEmpty() ? QString() : QStringLiteral("tel:") + digits;
}

QString webUrl(const QString& typed) {
    const QUrl url = QUrl::fromUserInput(typed);
    const bool page = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return page && !url.host().isEmpty() ? url.toString(QUrl::FullyEncoded) : QString();
}

QString routeUrl(double latitude, double longitude) {
    return QStringLiteral("https://www.openstreetmap.org/?mlat=%1&mlon=%2#map=17/%1/%2")
        .arg(latitude, 0, 'f', 5)
        .arg(longitude, 0, 'f', 5);
}

QString routeUrl(const QString& address) {
    return QStringLiteral("https://www.openstreetmap.org/search?query=") +
           QString::fromLatin1(QUrl::toPercentEncoding(address));
}

}  // namespace detail

Result<QVariantMap> readDetail(const session::Session& session, const RecordId& id, WallMs at,
                               const domain::Taxonomies& taxonomies) {
    const auto stored = session.store().find(id);
    if (!stored) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
    const Reading reading(session);
    Sources from{.reading = reading,
                 .record = *stored,
                 .organization = {},
                 .now = {},
                 .at = at,
                 .taxonomies = taxonomies};
    if (const auto organization = reading.referenceIn(*stored, "organization"))
        from.organization = reading.present(*organization);
    if (stored->record.kind == "service")
        if (auto now = session.serviceNow(id, at)) from.now = std::move(*now);
    QVariantMap all;
    addState(from, all);
    detail::addContact(from, all);
    detail::addHours(from, all);
    detail::addPlaces(from, all);
    detail::addPeople(from, all);
    detail::addPromises(from, all);
    addTrust(from, all);
    addTags(from, all);
    addMore(from, all);
    return all;
}

}  // namespace veldwijzer::app
