// SPDX-License-Identifier: EUPL-1.2
#include "app/map_shapes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace veldwijzer::app {
namespace {

constexpr double kmPerDegree = 111.32;

double turn(const QPointF& from, const QPointF& over, const QPointF& to) {
    return (over.x() - from.x()) * (to.y() - from.y()) - (over.y() - from.y()) * (to.x() - from.x());
}

QString pair(const QPointF& point) {
    return QStringLiteral("%1 %2").arg(point.x(), 0, 'f', 1).arg(point.y(), 0, 'f', 1);
}

}  // namespace

QPointF MapFrame::place(double atLatitude, double atLongitude) const {
    const double across = std::cos(latitude * std::numbers::pi / 180) * kmPerDegree;
    return {(atLongitude - longitude) * across * mapUnitsPerKm,
            (latitude - atLatitude) * kmPerDegree * mapUnitsPerKm};
}

// Andrew's monotone chain.
std::vector<QPointF> hullOf(std::vector<QPointF> points) {
    std::sort(points.begin(), points.end(), [](const QPointF& a, const QPointF& b) {
        return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
    });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < 3) return points;
    std::vector<QPointF> hull;
    const auto half = [&](auto from, auto to) {
        const std::size_t base = hull.size();
        for (auto each = from; each != to; ++each) {
            while (hull.size() >= base + 2 && turn(hull[hull.size() - 2], hull.back(), *each) <= 0)
                hull.pop_back();
            hull.push_back(*each);
        }
        hull.pop_back();
    };
    half(points.begin(), points.end());
    half(points.rbegin(), points.rend());
    return hull;
}

QString softOutline(const std::vector<QPointF>& points, double room) {
    // Each point as a small ring: the hull of all rings is the hull with room around it, its corners cut.
    constexpr int corners = 12;
    std::vector<QPointF> around;
    around.reserve(points.size() * corners);
    for (const QPointF& point : points)
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * i / corners;
            around.emplace_back(point.x() + room * std::cos(angle), point.y() + room * std::sin(angle));
        }
    const std::vector<QPointF> hull = hullOf(std::move(around));
    if (hull.size() < 3) return {};
    // From the middle of each side to the middle of the next, bent towards the corner between them.
    QString path = QStringLiteral("M %1").arg(pair((hull.back() + hull.front()) / 2));
    for (std::size_t i = 0; i < hull.size(); ++i)
        path +=
            QStringLiteral(" Q %1 %2").arg(pair(hull[i]), pair((hull[i] + hull[(i + 1) % hull.size()]) / 2));
    return path + QStringLiteral(" Z");
}

namespace {

constexpr double nearest = 0.7;
using Squares = std::map<std::pair<long, long>, MapCluster>;

/// Of those before it in the order of squares, the one that its pin would cover; null if there is none.
MapCluster* coveredBy(Squares& squares, const Squares::value_type& square, double side) {
    const auto& [row, column] = square.first;
    MapCluster* found = nullptr;
    double distance = nearest * side;
    for (const auto& [down, right] : {std::pair{-1, -1}, {-1, 0}, {-1, 1}, {0, -1}}) {
        const auto other = squares.find({row + down, column + right});
        if (other == squares.end()) continue;
        const QPointF between = other->second.at - square.second.at;
        if (const double here = std::hypot(between.x(), between.y()); here < distance) {
            distance = here;
            found = &other->second;
        }
    }
    return found;
}

}  // namespace

std::vector<MapCluster> clustersOf(const std::vector<QPointF>& points, double side) {
    Squares squares;
    for (std::size_t i = 0; i < points.size(); ++i) {
        MapCluster& square = squares[{std::lround(std::floor(points[i].y() / side)),
                                      std::lround(std::floor(points[i].x() / side))}];
        square.at += points[i];
        square.points.push_back(i);
    }
    for (auto& [where, cluster] : squares)
        cluster.at /= static_cast<double>(cluster.points.size());
    for (auto square = squares.begin(); square != squares.end();) {
        MapCluster* const other = coveredBy(squares, *square, side);
        if (other == nullptr) {
            ++square;
            continue;
        }
        const auto mine = static_cast<double>(square->second.points.size());
        const auto theirs = static_cast<double>(other->points.size());
        other->at = (other->at * theirs + square->second.at * mine) / (theirs + mine);
        other->points.insert(other->points.end(), square->second.points.begin(), square->second.points.end());
        square = squares.erase(square);
    }
    std::vector<MapCluster> clusters;
    clusters.reserve(squares.size());
    for (auto& [where, cluster] : squares)
        clusters.push_back(std::move(cluster));
    return clusters;
}

}  // namespace veldwijzer::app
