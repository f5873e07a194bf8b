// SPDX-License-Identifier: EUPL-1.2
// What a row of the results shows.
#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "app/app.h"
#include "app/personal_book.h"
#include "app/record_reading.h"
#include "app/search_results.h"
#include "app/term_book.h"
#include "app/words.h"

namespace veldwijzer::app {
namespace {

/// Rows that flew by need no lines any more.
constexpr std::size_t linesWaiting = 36;
constexpr int linesKept = 2000;

struct Said {
    Q_DECLARE_TR_FUNCTIONS(SearchRows)
};

QString distanceWords(double kilometres) {
    if (kilometres < 1) return Said::tr("minder dan 1 km");
    const int digits = kilometres < 10 ? 1 : 0;
    return Said::tr("%1 km").arg(QLocale().toString(kilometres, 'f', digits));
}

}  // namespace

const search::Found* SearchResults::rowAt(int row) const {
    const auto at = windows_.find(static_cast<std::size_t>(row) / window);
    const std::size_t within = static_cast<std::size_t>(row) % window;
    return at != windows_.end() && within < at->second.size() ? &at->second[within] : nullptr;
}

QString SearchResults::recordAt(int row) const {
    const search::Found* found = row >= 0 && row < total_ ? rowAt(row) : nullptr;
    return found != nullptr ? idText(found->id) : QString();
}

int SearchResults::rowOf(const QString& record) const {
    const auto id = idFrom(record);
    if (!id) return -1;
    for (const auto& [number, rows] : windows_)
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].id == *id) return static_cast<int>(number * window + i);
    return -1;
}

int SearchResults::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : total_;
}

QVariant SearchResults::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= total_) return {};
    lastRead_ = static_cast<std::size_t>(index.row()) / window;
    const search::Found* row = rowAt(index.row());
    if (row == nullptr) {
        wantedWindow_ = lastRead_;
        step();
        return role == LoadedRole || role == LineRole ? QVariant(false) : QVariant(QString());
    }
    switch (role) {
        case RecordRole:
            return idText(row->id);
        case TitleRole:
            return app::text(row->title);
        case OrganizationRole:
            return app::text(row->organization);
        case PhasesRole: {
            QStringList codes;
            for (const std::string& code : row->phases)
                codes << app::text(code);
            return TermBook::of(desk_).labels(QStringLiteral("phase"), codes);
        }
        case DistanceRole:
            return row->distanceKm ? distanceWords(*row->distanceKm) : QString();
        case AssuredRole:
            return assuredWords(row->assuredDay > 0
                                    ? std::optional(std::chrono::sys_days(std::chrono::days(row->assuredDay)))
                                    : std::nullopt);
        case LoadedRole:
            return true;
        case FavouriteRole:
            return PersonalBook::of(desk_).isFavourite(idText(row->id));
        default:
            return ofLine(*row, role);
    }
}

QVariant SearchResults::ofLine(const search::Found& row, int role) const {
    const auto line = lines_.constFind(idText(row.id));
    if (line == lines_.cend()) wantLine(row.id);
    static const ServiceLine none;
    const ServiceLine& shown = line != lines_.cend() ? *line : none;
    switch (role) {
        case LineRole:
            return line != lines_.cend();
        case OpenStateRole:
            return static_cast<int>(openState(row.open));
        case OpenTextRole:
            return openWords(row.open, desk_.outside().clock.wallMs());
        case AudienceRole:
            return TermBook::of(desk_).labels(QStringLiteral("audience"), shown.audience);
        case StaleRole:
            return line != lines_.cend() && shown.stale;
        case ReferralsRole:
            return shown.referrals;
        case ReferralsTextRole:
            return shown.referralsText;
        case PendingRole:
            return shown.pending;
        case ConflictRole:
            return shown.conflict;
        default:
            return {};
    }
}

void SearchResults::wantLine(const RecordId& id) const {
    if (std::find(wantedLines_.begin(), wantedLines_.end(), id) != wantedLines_.end()) return;
    wantedLines_.push_back(id);
    if (wantedLines_.size() > linesWaiting) wantedLines_.erase(wantedLines_.begin());
    if (!readingLines_ && !linesDue_.isActive()) linesDue_.start();
}

void SearchResults::readLines() {
    if (readingLines_ || wantedLines_.empty() || !desk_.isOpen()) return;
    readingLines_ = true;
    const std::size_t from = wantedLines_.size() - std::min(wantedLines_.size(), linesAtOnce);
    std::vector<RecordId> ids(wantedLines_.begin() + static_cast<std::ptrdiff_t>(from), wantedLines_.end());
    wantedLines_.resize(from);
    using Lines = std::vector<std::pair<RecordId, ServiceLine>>;
    desk_.ask(
        this,
        [ids, at = desk_.outside().clock.wallMs()](session::Session& session) {
            Lines lines;
            for (const RecordId& id : ids)
                if (auto line = serviceLine(session, id, at)) lines.emplace_back(id, std::move(*line));
            return lines;
        },
        [this](Result<Lines> lines) {
            readingLines_ = false;
            if (lines) tookLines(*lines);
            if (!wantedLines_.empty()) linesDue_.start();
        },
        Urgency::Background);
}

void SearchResults::tookLines(const std::vector<std::pair<RecordId, ServiceLine>>& lines) {
    if (lines_.size() > linesKept) lines_.clear();
    for (const auto& [id, line] : lines)
        lines_.insert(idText(id), line);
    for (const auto& [id, line] : lines) {
        const int row = rowOf(idText(id));
        if (row >= 0) emit dataChanged(index(row), index(row));
    }
}

QHash<int, QByteArray> SearchResults::roleNames() const {
    return {{RecordRole, "record"},
            {TitleRole, "title"},
            {OrganizationRole, "organization"},
            {PhasesRole, "phases"},
            {DistanceRole, "distance"},
            {AssuredRole, "assured"},
            {LoadedRole, "loaded"},
            {LineRole, "lineLoaded"},
            {OpenStateRole, "openState"},
            {OpenTextRole, "openText"},
            {AudienceRole, "audience"},
            {StaleRole, "stale"},
            {ReferralsRole, "referrals"},
            {ReferralsTextRole, "referralsText"},
            {PendingRole, "pending"},
            {ConflictRole, "conflict"},
            {FavouriteRole, "favourite"}};
}

}  // namespace veldwijzer::app
