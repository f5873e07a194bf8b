// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QVariantList>

#include "app/listing.h"

namespace veldwijzer::app {

/// What is useful now, from what is on this device: open services for what cannot wait (`rows`: id, title,
/// until), entries to look at again, agreements whose review is due. Empty when there is nothing to say.
class Today : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList stale READ stale NOTIFY loadedChanged)
    Q_PROPERTY(int staleCount READ staleCount NOTIFY loadedChanged)
    Q_PROPERTY(QVariantList reviews READ reviews NOTIFY loadedChanged)
    Q_PROPERTY(int services READ services NOTIFY loadedChanged)
    Q_PROPERTY(int openCount READ openCount NOTIFY loadedChanged)
    Q_PROPERTY(QString day READ day NOTIFY loadedChanged)
public:
    explicit Today(QObject* parent = nullptr) : Listing(parent) {}
    static constexpr std::size_t urgentShown = 6;
    static constexpr std::size_t staleShown = 4;
    static constexpr std::size_t reviewsShown = 4;
    static constexpr std::size_t agreementsRead = 2000;

    /// id, title, text.
    [[nodiscard]] QVariantList stale() const { return stale_; }
    [[nodiscard]] int staleCount() const { return staleCount_; }
    /// id, title, text.
    [[nodiscard]] QVariantList reviews() const { return reviews_; }
    [[nodiscard]] int services() const { return services_; }
    [[nodiscard]] int openCount() const { return openCount_; }
    /// "maandag 23 november".
    [[nodiscard]] QString day() const;

protected:
    void reload() override;

private:
    QVariantList stale_;
    QVariantList reviews_;
    int staleCount_ = 0;
    int services_ = 0;
    int openCount_ = 0;
};

}  // namespace veldwijzer::app
