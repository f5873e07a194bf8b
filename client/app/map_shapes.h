// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QPointF>
#include <QString>
#include <vector>

/// Geometry of the offline map. Pure; any thread.
namespace veldwijzer::app {

/// East and south of a point of reference, in units of `mapUnitsPerKm`: flat enough for a region (an error
/// below one in a thousand within 50 km).
struct MapFrame {
    double latitude = 52.2;
    double longitude = 5.3;
    [[nodiscard]] QPointF place(double latitude, double longitude) const;
};
inline constexpr double mapUnitsPerKm = 100;

/// The corners of the smallest convex shape around the points, in order around it; fewer than three points
/// give those.
[[nodiscard]] std::vector<QPointF> hullOf(std::vector<QPointF> points);
/// Around the hull with so much room, as an SVG path of quadratic curves: round, never through a point.
[[nodiscard]] QString softOutline(const std::vector<QPointF>& points, double room);

struct MapCluster {
    QPointF at;                       ///< the mean of its points
    std::vector<std::size_t> points;  ///< numbers of points
};
/// Points that lie in one square of a grid with this side, which stands still: what is together stays
/// together while the map is moved. Squares whose means are nearer to each other than `nearest` of a side are
/// one, so that pins do not cover each other.
[[nodiscard]] std::vector<MapCluster> clustersOf(const std::vector<QPointF>& points, double side);

}  // namespace veldwijzer::app
