// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QStringList>
#include <memory>

#include "app/desk.h"
#include "domain/taxonomies.h"

namespace veldwijzer::app {

/// The facets in the region's own words, read once and again when records changed. GUI thread; the value it
/// gives out may go to any.
class TermBook final : public QObject {
    Q_OBJECT
public:
    /// The one of this desk, which owns it.
    static TermBook& of(Desk& desk);

    [[nodiscard]] std::shared_ptr<const domain::Taxonomies> taxonomies() const { return taxonomies_; }
    [[nodiscard]] QString label(const QString& facet, const QString& code) const;
    [[nodiscard]] QStringList labels(const QString& facet, const QStringList& codes) const;

signals:
    void changed();

private:
    explicit TermBook(Desk& desk);
    void read();

    Desk& desk_;
    std::shared_ptr<const domain::Taxonomies> taxonomies_;
    QTimer again_;  ///< a sync changes much at once
};

/// The label of a code; "ja" and "nee" for facets that are a yes or a no.
[[nodiscard]] QString termLabel(const domain::Taxonomies& taxonomies, const QString& facet,
                                const QString& code);
/// "Voor wie" for `audience`: what a facet is called above its chips.
[[nodiscard]] QString facetTitle(const QString& facet);
/// The facets of the social map in the order in which people narrow down; others come behind them.
[[nodiscard]] const QStringList& facetOrder();

}  // namespace veldwijzer::app
