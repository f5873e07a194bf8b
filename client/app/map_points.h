// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QRectF>
#include <QTimer>
#include <QVariantList>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "app/map_shapes.h"
#include "app/search_results.h"

namespace veldwijzer::app {

/// What a search found, on a map without a network: outlines of the municipalities from where their offers
/// are, and pins, near ones together with how many they are. Where every offer is, is read once, in the
/// background, `servicesAtOnce` at a time; then a search only tells which of them to show.
///
/// Confidential locations are left out, also for those who may read them: a map is looked at over shoulders.
class MapPoints : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(veldwijzer::app::SearchResults* results READ results WRITE setResults NOTIFY resultsChanged)
    /// [{name, path, x, y}], in map units.
    Q_PROPERTY(QVariantList outlines READ outlines NOTIFY outlinesChanged)
    Q_PROPERTY(QRectF bounds READ bounds NOTIFY outlinesChanged)
    Q_PROPERTY(bool reading READ reading NOTIFY progressChanged)
    Q_PROPERTY(int shown READ shown NOTIFY pinsChanged)
    Q_PROPERTY(int without READ without NOTIFY pinsChanged)

public:
    enum Role { XRole = Qt::UserRole + 1, YRole, CountRole, TitleRole, RecordRole };
    static constexpr std::size_t servicesAtOnce = 200;
    static constexpr std::size_t pinsAtMost = 400;
    static constexpr double pinPixels = 64;

    explicit MapPoints(QObject* parent = nullptr);
    [[nodiscard]] SearchResults* results() const { return results_; }
    void setResults(SearchResults* results);
    [[nodiscard]] QVariantList outlines() const { return outlines_; }
    [[nodiscard]] QRectF bounds() const { return bounds_; }
    [[nodiscard]] bool reading() const { return reading_; }
    [[nodiscard]] int shown() const { return static_cast<int>(shown_.size()); }
    /// Found, but without a place on the map.
    [[nodiscard]] int without() const { return without_; }
    /// The pins of this part of the map, at so many pixels to a map unit.
    Q_INVOKABLE void look(const QRectF& part, double pixelsPerUnit);
    /// What stands together in a pin: [{record, title}], at most 100.
    Q_INVOKABLE QVariantList members(int row) const;
    /// Whether coming closer would part them.
    Q_INVOKABLE bool parts(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void resultsChanged();
    void outlinesChanged();
    void pinsChanged();
    void progressChanged();

private:
    struct Spot {
        RecordId service;
        QString title;
        double latitude = 0;
        double longitude = 0;
        QString town;
    };
    using Spots = std::vector<Spot>;
    static Spots readSpots(const session::Session& session, std::size_t offset, bool& more);

    void readAll();
    void readMore(std::size_t offset);
    void drawOutlines();
    void askWhich();
    void pick();

    Desk& desk_;
    SearchResults* results_ = nullptr;
    bool reading_ = false;
    std::uint64_t run_ = 0;
    Spots spots_;
    std::unordered_set<RecordId, FixedBytesHash> found_;
    bool all_ = true;  ///< the search asks nothing: everything is found
    MapFrame frame_;
    std::vector<std::size_t> shown_;
    std::vector<QPointF> shownAt_;
    int without_ = 0;
    QRectF bounds_;
    QVariantList outlines_;
    QRectF part_;
    double scale_ = 0;
    std::vector<MapCluster> pins_;
    QTimer again_;
};

}  // namespace veldwijzer::app
