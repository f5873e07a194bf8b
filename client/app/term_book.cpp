// SPDX-License-Identifier: EUPL-1.2
#include "app/term_book.h"

#include <QCoreApplication>

#include "app/labels.h"
#include "app/words.h"

namespace veldwijzer::app {
namespace {

constexpr std::size_t termsAtMost = 5000;
constexpr int calmMs = 1500;

std::shared_ptr<const domain::Taxonomies> readTerms(const session::Session& session) {
    const store::Store& store = session.store();
    auto taxonomies = std::make_shared<domain::Taxonomies>();
    const auto rows = store.list({.kind = "taxonomy-term", .facets = {}, .offset = 0, .limit = termsAtMost});
    for (const store::ListRow& row : rows.rows)
        if (const auto stored = store.find(row.id))
            if (auto term = domain::termFrom(stored->record, store.clampedTime(stored->space)))
                taxonomies->add(std::move(*term));
    return taxonomies;
}

}  // namespace

TermBook& TermBook::of(Desk& desk) {
    if (auto* found = desk.findChild<TermBook*>(QString(), Qt::FindDirectChildrenOnly)) return *found;
    return *new TermBook(desk);
}

TermBook::TermBook(Desk& desk)
    : QObject(&desk), desk_(desk), taxonomies_(std::make_shared<domain::Taxonomies>()) {
    again_.setSingleShot(true);
    again_.setInterval(calmMs);
    connect(&again_, &QTimer::timeout, this, &TermBook::read);
    connect(&desk, &Desk::opened, this, &TermBook::read);
    connect(&desk, &Desk::changed, this, [this] {
        if (!again_.isActive()) again_.start();
    });
    connect(&desk, &Desk::closed, this, [this] {
        again_.stop();
        taxonomies_ = std::make_shared<domain::Taxonomies>();
    });
    if (desk.isOpen()) read();
}

void TermBook::read() {
    desk_.ask(
        this, [](session::Session& session) { return readTerms(session); },
        [this](Result<std::shared_ptr<const domain::Taxonomies>> read) {
            if (!read) return;
            taxonomies_ = std::move(*read);
            emit changed();
        });
}

QString TermBook::label(const QString& facet, const QString& code) const {
    return termLabel(*taxonomies_, facet, code);
}

QStringList TermBook::labels(const QString& facet, const QStringList& codes) const {
    QStringList all;
    for (const QString& code : codes)
        all << label(facet, code);
    return all;
}

QString termLabel(const domain::Taxonomies& taxonomies, const QString& facet, const QString& code) {
    const std::string named = taxonomies.label(utf8(facet), utf8(code));
    return named == utf8(code) ? codeLabel("service", utf8(facet), utf8(code)) : text(named);
}

QString facetTitle(const QString& facet) {
    return fieldLabel("service", utf8(facet));
}

const QStringList& facetOrder() {
    static const QStringList order{
        QStringLiteral("audience"),     QStringLiteral("phase"),  QStringLiteral("urgency"),
        QStringLiteral("municipality"), QStringLiteral("domain"), QStringLiteral("risk_group"),
        QStringLiteral("partner_type"), QStringLiteral("basis"),  QStringLiteral("network_role"),
        QStringLiteral("status"),       QStringLiteral("tags")};
    return order;
}

}  // namespace veldwijzer::app
