// SPDX-License-Identifier: EUPL-1.2
#include "app/today.h"

#include <QDate>
#include <QLocale>
#include <algorithm>
#include <unordered_set>

#include "app/lookup.h"
#include "domain/care.h"
#include "domain/opening_hours.h"

namespace veldwijzer::app {
namespace {

struct Review {
    RecordId id;
    std::string title;
    std::string by;
    bool due = false;
};
struct Seen {
    session::OpenServices open;
    std::vector<session::OpenService> urgent;
    session::StaleEntries stale;
    std::vector<Review> reviews;
};

/// Those open now that are there for what cannot wait.
std::vector<session::OpenService> urgentOf(const session::Session& session,
                                           const std::vector<session::OpenService>& open) {
    const auto rows =
        session.store()
            .list({.kind = "service", .facets = {{"urgency", "nu"}}, .offset = 0, .limit = 5000})
            .rows;
    std::unordered_set<RecordId, FixedBytesHash> urgent;
    for (const store::ListRow& row : rows)
        urgent.insert(row.id);
    std::vector<session::OpenService> found;
    for (const session::OpenService& each : open)
        if (found.size() < Today::urgentShown && urgent.contains(each.id)) found.push_back(each);
    return found;
}

std::vector<Review> reviewsOf(const session::Session& session, WallMs now) {
    std::vector<Review> found;
    const auto today = domain::localDayOf(now);
    const auto rows =
        session.store()
            .list({.kind = "agreement", .facets = {}, .offset = 0, .limit = Today::agreementsRead})
            .rows;
    for (const store::ListRow& row : rows) {
        const auto stored = session.store().find(row.id);
        if (!stored) continue;
        const domain::Review review = domain::reviewOf(stored->record, today);
        if (review != domain::Review::Due && review != domain::Review::Soon) continue;
        const merge::Value* by = merge::shownValue(stored->record, "review_by");
        const auto* day = by != nullptr ? std::get_if<std::string>(by) : nullptr;
        found.push_back({row.id, row.title, day != nullptr ? *day : "", review == domain::Review::Due});
    }
    std::ranges::stable_sort(found, {}, &Review::by);
    return found;
}

}  // namespace

void Today::reload() {
    if (!desk().isOpen()) return;
    fetch(
        [now = now()](session::Session& session) {
            Seen seen{session.openServices(now), {}, session.staleServices(now), reviewsOf(session, now)};
            seen.urgent = urgentOf(session, seen.open.open);
            return seen;
        },
        [this](Seen seen) {
            services_ = static_cast<int>(seen.open.services);
            openCount_ = static_cast<int>(seen.open.open.size());
            staleCount_ = static_cast<int>(seen.stale.stale.size());
            stale_.clear();
            for (const session::StaleEntry& each : seen.stale.stale) {
                if (static_cast<std::size_t>(stale_.size()) == staleShown) break;
                stale_ << QVariantMap{
                    {QStringLiteral("id"), text(idText(each.id))},
                    {QStringLiteral("title"), text(each.title)},
                    {QStringLiteral("text"),
                     each.assured ? tr("Laatst gecontroleerd op %1").arg(dayWords(*each.assured))
                                  : tr("Nog nooit gecontroleerd")}};
            }
            reviews_.clear();
            for (const Review& each : seen.reviews) {
                if (static_cast<std::size_t>(reviews_.size()) == reviewsShown) break;
                const auto day = domain::dayFrom(each.by);
                const QString when = day ? dayWords(*day) : text(each.by);
                reviews_ << QVariantMap{
                    {QStringLiteral("id"), text(idText(each.id))},
                    {QStringLiteral("title"), text(each.title)},
                    {QStringLiteral("text"), each.due ? tr("Moest voor %1 herzien zijn").arg(when)
                                                      : tr("Herzien voor %1").arg(when)}};
            }
            rows()->show(std::move(seen.urgent), [now = now()](const session::OpenService& each) {
                const QString until =
                    each.until
                        ? tr("Open tot %1")
                              .arg(text(domain::localText(*each.until))
                                       .mid(domain::localDayOf(*each.until) == domain::localDayOf(now) ? 11
                                                                                                       : 0))
                        : tr("Dag en nacht open");
                return QVariantMap{{QStringLiteral("id"), text(idText(each.id))},
                                   {QStringLiteral("title"), text(each.title)},
                                   {QStringLiteral("text"), until}};
            });
        });
}

QString Today::day() const {
    const std::chrono::year_month_day date(domain::localDayOf(now()));
    const QDate day(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                    static_cast<int>(static_cast<unsigned>(date.day())));
    return QLocale().toString(day, QStringLiteral("dddd d MMMM"));
}

}  // namespace veldwijzer::app
