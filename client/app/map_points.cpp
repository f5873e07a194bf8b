// SPDX-License-Identifier: EUPL-1.2
#include "app/map_points.h"

#include <algorithm>
#include <map>

#include "app/app.h"
#include "app/record_reading.h"
#include "app/words.h"
#include "base/ensure.h"

namespace veldwijzer::app {
namespace {

constexpr int calmMs = 2000;
constexpr double outlineRoom = 0.45 * mapUnitsPerKm;
constexpr std::size_t membersShown = 100;
/// Outlines of fewer offers would say more than is known.
constexpr std::size_t outlineFrom = 3;

std::optional<double> numberIn(const Reading& reading, const store::StoredRecord& record,
                               std::string_view field) {
    const merge::Value* value = reading.value(record, field);
    const auto* number = value != nullptr ? std::get_if<double>(value) : nullptr;
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

}  // namespace

MapPoints::MapPoints(QObject* parent)
    : QAbstractListModel(parent), desk_((ENSURE(App::instance() != nullptr), App::instance()->desk())) {
    again_.setSingleShot(true);
    again_.setInterval(calmMs);
    connect(&again_, &QTimer::timeout, this, &MapPoints::readAll);
    connect(&desk_, &Desk::changed, this, [this] { again_.start(); });
    readAll();
}

void MapPoints::setResults(SearchResults* results) {
    if (results == results_) return;
    if (results_ != nullptr) disconnect(results_, nullptr, this, nullptr);
    results_ = results;
    if (results_ != nullptr) connect(results_, &SearchResults::answered, this, &MapPoints::askWhich);
    emit resultsChanged();
    askWhich();
}

// ---- reading where everything is

MapPoints::Spots MapPoints::readSpots(const session::Session& session, std::size_t offset, bool& more) {
    const Reading reading(session);
    Spots spots;
    const auto rows =
        session.store().list({.kind = "service", .facets = {}, .offset = offset, .limit = servicesAtOnce});
    more = rows.rows.size() == servicesAtOnce;
    for (const store::ListRow& row : rows.rows) {
        const auto service = reading.present(row.id);
        if (!service) continue;
        for (const store::StoredRecord& at : reading.children(*service, "service_at_locations")) {
            const auto id = reading.referenceIn(at, "location");
            const auto location = id ? reading.present(*id) : std::nullopt;
            if (!location || reading.flag(*location, "confidential")) continue;
            const auto latitude = numberIn(reading, *location, "latitude");
            const auto longitude = numberIn(reading, *location, "longitude");
            if (!latitude || !longitude) continue;
            QString town;
            for (const store::StoredRecord& address : reading.children(*location, "addresses"))
                if (town.isEmpty()) town = reading.words(address, "city");
            spots.push_back({row.id, text(row.title), *latitude, *longitude, town});
        }
    }
    return spots;
}

void MapPoints::readAll() {
    ++run_;
    reading_ = true;
    emit progressChanged();
    readMore(0);
}

void MapPoints::readMore(std::size_t offset) {
    struct Part {
        Spots spots;
        bool more = false;
    };
    desk_.ask(
        this,
        [offset](session::Session& session) {
            Part part;
            part.spots = readSpots(session, offset, part.more);
            return part;
        },
        [this, run = run_, offset](Result<Part> part) {
            if (run != run_) return;
            if (part) {
                if (offset == 0) spots_.clear();
                std::move(part->spots.begin(), part->spots.end(), std::back_inserter(spots_));
            }
            if (part && part->more) return readMore(offset + servicesAtOnce);
            reading_ = false;
            drawOutlines();
            pick();
            emit progressChanged();
        },
        Urgency::Background);
}

void MapPoints::drawOutlines() {
    bounds_ = {};
    outlines_.clear();
    if (!spots_.empty()) {
        frame_ = {};
        for (const Spot& spot : spots_) {
            frame_.latitude += (spot.latitude - 52.2) / static_cast<double>(spots_.size());
            frame_.longitude += (spot.longitude - 5.3) / static_cast<double>(spots_.size());
        }
    }
    std::map<QString, std::vector<QPointF>> towns;
    for (const Spot& spot : spots_) {
        const QPointF at = frame_.place(spot.latitude, spot.longitude);
        bounds_ |= QRectF(at - QPointF(outlineRoom, outlineRoom), at + QPointF(outlineRoom, outlineRoom));
        if (!spot.town.isEmpty()) towns[spot.town].push_back(at);
    }
    for (const auto& [name, points] : towns) {
        if (points.size() < outlineFrom) continue;
        QPointF middle;
        double top = points.front().y();
        for (const QPointF& point : points) {
            middle += point / static_cast<double>(points.size());
            top = std::min(top, point.y());
        }
        outlines_ << QVariantMap{{QStringLiteral("name"), name},
                                 {QStringLiteral("path"), softOutline(points, outlineRoom)},
                                 {QStringLiteral("x"), middle.x()},
                                 {QStringLiteral("top"), top - outlineRoom}};
    }
    emit outlinesChanged();
}

// ---- which of them

void MapPoints::askWhich() {
    if (results_ == nullptr) return;
    if (results_->empty()) {
        all_ = true;
        found_.clear();
        return pick();
    }
    search::Query query = results_->query();
    query.limit = static_cast<std::size_t>(std::max(1, results_->total()));
    desk_.ask(
        this,
        [query](session::Session& session) -> Result<std::vector<RecordId>> {
            const auto answer = session.search(query);
            if (!answer) return answer.error();
            std::vector<RecordId> ids;
            for (const search::Found& each : answer->found)
                ids.push_back(each.id);
            return ids;
        },
        [this](Result<std::vector<RecordId>> ids) {
            if (!ids || results_ == nullptr || results_->empty()) return;
            all_ = false;
            found_ = {ids->begin(), ids->end()};
            pick();
        },
        Urgency::Background);
}

void MapPoints::pick() {
    shown_.clear();
    shownAt_.clear();
    std::unordered_set<RecordId, FixedBytesHash> placed;
    for (std::size_t i = 0; i < spots_.size(); ++i) {
        if (!all_ && !found_.contains(spots_[i].service)) continue;
        placed.insert(spots_[i].service);
        shown_.push_back(i);
        shownAt_.push_back(frame_.place(spots_[i].latitude, spots_[i].longitude));
    }
    const int total = results_ != nullptr ? results_->total() : 0;
    without_ = std::max(0, total - static_cast<int>(placed.size()));
    look(part_, scale_);
}

// ---- pins

void MapPoints::look(const QRectF& part, double pixelsPerUnit) {
    part_ = part;
    scale_ = pixelsPerUnit;
    std::vector<MapCluster> pins;
    if (scale_ > 0) pins = clustersOf(shownAt_, pinPixels / scale_);
    std::erase_if(pins, [&](const MapCluster& pin) { return !part_.contains(pin.at); });
    if (pins.size() > pinsAtMost) pins.resize(pinsAtMost);
    beginResetModel();
    pins_ = std::move(pins);
    endResetModel();
    emit pinsChanged();
}

QVariantList MapPoints::members(int row) const {
    QVariantList members;
    if (row < 0 || row >= rowCount()) return members;
    const MapCluster& pin = pins_[static_cast<std::size_t>(row)];
    for (std::size_t i = 0; i < std::min(pin.points.size(), membersShown); ++i) {
        const Spot& spot = spots_[shown_[pin.points[i]]];
        members << QVariantMap{{QStringLiteral("record"), idText(spot.service)},
                               {QStringLiteral("title"), spot.title}};
    }
    return members;
}

bool MapPoints::parts(int row) const {
    if (row < 0 || row >= rowCount()) return false;
    const MapCluster& pin = pins_[static_cast<std::size_t>(row)];
    const QPointF first = shownAt_[pin.points.front()];
    return std::any_of(pin.points.begin(), pin.points.end(), [&](std::size_t point) {
        return (shownAt_[point] - first).manhattanLength() > 0.02 * mapUnitsPerKm;
    });
}

int MapPoints::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(pins_.size());
}

QVariant MapPoints::data(const QModelIndex& index, int role) const {
    const auto row = static_cast<std::size_t>(index.row());
    if (!index.isValid() || row >= pins_.size()) return {};
    const MapCluster& pin = pins_[row];
    const Spot& first = spots_[shown_[pin.points.front()]];
    const auto count = static_cast<int>(pin.points.size());
    switch (role) {
        case XRole:
            return pin.at.x();
        case YRole:
            return pin.at.y();
        case CountRole:
            return count;
        case TitleRole:
            return count == 1 ? first.title : tr("%1 diensten bij elkaar").arg(count);
        case RecordRole:
            return count == 1 ? idText(first.service) : QString();
        default:
            return {};
    }
}

QHash<int, QByteArray> MapPoints::roleNames() const {
    return {{XRole, "pinX"},
            {YRole, "pinY"},
            {CountRole, "members"},
            {TitleRole, "title"},
            {RecordRole, "record"}};
}

}  // namespace veldwijzer::app
