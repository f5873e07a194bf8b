// SPDX-License-Identifier: EUPL-1.2
// For whom, how to refer, what it costs; what was agreed and what works.
#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "app/detail_sources.h"
#include "app/labels.h"
#include "app/term_book.h"
#include "app/words.h"
#include "domain/care.h"

namespace veldwijzer::app::detail {
namespace {

struct DetailText {
    Q_DECLARE_TR_FUNCTIONS(DetailText)
};

QString ageWords(const QString& least, const QString& most) {
    if (!least.isEmpty() && !most.isEmpty())
        return DetailText::tr("Van %1 tot en met %2 jaar").arg(least, most);
    if (!least.isEmpty()) return DetailText::tr("Vanaf %1 jaar").arg(least);
    return most.isEmpty() ? QString() : DetailText::tr("Tot en met %1 jaar").arg(most);
}

QStringList costOf(const Sources& from) {
    QStringList cost;
    for (const char* field : {"fees_description", "fees"})
        if (!from.words(field).isEmpty()) cost << from.words(field);
    for (const store::StoredRecord& each : from.reading.children(from.record, "cost_options")) {
        QStringList parts;
        if (const QString option = from.reading.words(each, "option"); !option.isEmpty())
            parts << option + QLatin1Char(':');
        const merge::Value* amount = from.reading.value(each, "amount");
        const auto* number = amount != nullptr ? std::get_if<double>(amount) : nullptr;
        if (number != nullptr) {
            const QString currency = from.reading.words(each, "currency");
            parts << (currency.isEmpty() || currency == QLatin1String("EUR") ? QStringLiteral("€")
                                                                             : currency) +
                         QLatin1Char(' ') + QLocale().toString(*number, 'f', 2);
        }
        if (const QString words = from.reading.words(each, "amount_description"); !words.isEmpty())
            parts << words;
        if (!parts.isEmpty()) cost << parts.join(QLatin1Char(' '));
    }
    return cost;
}

QStringList titlesOf(const Sources& from, std::string_view set) {
    QStringList titles;
    for (const store::StoredRecord& each : from.reading.children(from.record, set))
        titles << from.reading.title(each);
    return titles;
}

QString reviewWords(const Sources& from, const store::StoredRecord& agreement, domain::Review review) {
    const auto day = domain::dayFrom(utf8(from.reading.words(agreement, "review_by")));
    if (!day) return {};
    if (review == domain::Review::Due)
        return DetailText::tr("Had voor %1 herzien moeten zijn").arg(dayWords(*day));
    return DetailText::tr("Herzien voor %1").arg(dayWords(*day));
}

QVariantMap agreementOf(const Sources& from, const store::StoredRecord& agreement) {
    const Reading& reading = from.reading;
    const QStringList basis = reading.elements(agreement, "basis");
    // What a law gives and what partners agreed are never shown as one: only the first can be enforced.
    const bool law = basis.contains(QStringLiteral("wettelijk")) ||
                     (basis.isEmpty() && !reading.words(agreement, "legal_basis").isEmpty());
    QStringList labels;
    for (const QString& code : basis)
        labels << termLabel(from.taxonomies, QStringLiteral("basis"), code);
    const domain::Review review = domain::reviewOf(agreement.record, domain::localDayOf(from.at));
    return {{QStringLiteral("id"), idText(agreement.record.id)},
            {QStringLiteral("name"), reading.title(agreement)},
            {QStringLiteral("law"), law},
            {QStringLiteral("basis"), labels.join(QStringLiteral(", "))},
            {QStringLiteral("legalBasis"), reading.words(agreement, "legal_basis")},
            {QStringLiteral("task"), reading.words(agreement, "task")},
            {QStringLiteral("responsibility"), reading.words(agreement, "responsibility")},
            {QStringLiteral("authority"), reading.words(agreement, "authority")},
            {QStringLiteral("text"), reading.words(agreement, "description")},
            {QStringLiteral("review"), reviewWords(from, agreement, review)},
            {QStringLiteral("reviewDue"), review == domain::Review::Due || review == domain::Review::Soon}};
}

QVariantMap interventionOf(const Sources& from, const store::StoredRecord& intervention) {
    const Reading& reading = from.reading;
    const QString level = reading.words(intervention, "recognition_level");
    const QString database = reading.words(intervention, "database");
    return {{QStringLiteral("name"), reading.title(intervention)},
            {QStringLiteral("text"), reading.words(intervention, "description")},
            {QStringLiteral("url"), webUrl(reading.words(intervention, "url"))},
            {QStringLiteral("level"),
             level.isEmpty() ? QString() : codeLabel("intervention", "recognition_level", utf8(level))},
            {QStringLiteral("database"),
             database.isEmpty() ? QString() : codeLabel("intervention", "database", utf8(database))}};
}

std::vector<store::StoredRecord> ownAndOrganizations(const Sources& from, std::string_view set) {
    std::vector<store::StoredRecord> all = from.reading.children(from.record, set);
    if (!from.organization) return all;
    for (store::StoredRecord& each : from.reading.children(*from.organization, set))
        if (std::none_of(all.begin(), all.end(),
                         [&](const auto& known) { return known.record.id == each.record.id; }))
            all.push_back(std::move(each));
    return all;
}

}  // namespace

void addPromises(const Sources& from, QVariantMap& to) {
    QStringList eligibility;
    for (const QString& code : from.reading.elements(from.record, "audience"))
        eligibility << termLabel(from.taxonomies, QStringLiteral("audience"), code);
    to[QStringLiteral("audience")] = eligibility.join(QStringLiteral(", "));
    QStringList who;
    if (const QString ages = ageWords(from.words("minimum_age"), from.words("maximum_age")); !ages.isEmpty())
        who << ages;
    if (const QString words = from.words("eligibility_description"); !words.isEmpty()) who << words;
    to[QStringLiteral("eligibility")] = who;
    to[QStringLiteral("referral")] = from.words("application_process");
    to[QStringLiteral("wait")] = from.words("wait_time");
    to[QStringLiteral("cost")] = costOf(from);
    QStringList languages = titlesOf(from, "languages");
    if (const QString interpreters = from.words("interpretation_services"); !interpreters.isEmpty())
        languages << interpreters;
    to[QStringLiteral("languages")] = languages.join(QStringLiteral(", "));
    to[QStringLiteral("documents")] = titlesOf(from, "required_documents");
    const bool known = from.now && from.now->referrals;
    to[QStringLiteral("referrals")] = known ? (from.now->referrals->taken ? 1 : 0) : -1;
    QString referrals;
    if (known) {
        referrals = from.now->referrals->taken ? DetailText::tr("Neemt nu verwijzingen aan")
                                               : DetailText::tr("Neemt nu geen verwijzingen aan");
        if (const auto day = domain::dayFrom(from.now->referrals->updated))
            referrals = DetailText::tr("%1 (stand van %2)").arg(referrals, dayWords(*day));
    }
    to[QStringLiteral("referralsText")] = referrals;
    to[QStringLiteral("referralsNote")] = known ? text(from.now->referrals->words) : QString();
    QVariantList agreements;
    for (const store::StoredRecord& each : ownAndOrganizations(from, "agreements"))
        agreements << agreementOf(from, each);
    to[QStringLiteral("agreements")] = agreements;
    QVariantList interventions;
    for (const store::StoredRecord& each : ownAndOrganizations(from, "interventions"))
        interventions << interventionOf(from, each);
    to[QStringLiteral("interventions")] = interventions;
}

}  // namespace veldwijzer::app::detail
