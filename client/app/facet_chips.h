// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>
#include <vector>

namespace veldwijzer::app {

/// One thing to narrow down by.
struct FacetChip {
    QString facet;
    QString code;
    QString label;
    int count = 0;
    bool chosen = false;
    bool operator==(const FacetChip&) const = default;
};

/// Chips with counts, kept where they are while only counts change, so that what has the focus keeps it.
class FacetChips : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by SearchResults")
    Q_PROPERTY(int length READ length NOTIFY lengthChanged)

public:
    enum Role { FacetRole = Qt::UserRole + 1, FacetTitleRole, CodeRole, LabelRole, CountRole, ChosenRole };

    explicit FacetChips(QObject* parent) : QAbstractListModel(parent) {}
    void show(std::vector<FacetChip> chips);
    [[nodiscard]] const std::vector<FacetChip>& chips() const { return chips_; }
    [[nodiscard]] int length() const { return static_cast<int>(chips_.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void lengthChanged();

private:
    std::vector<FacetChip> chips_;
};

}  // namespace veldwijzer::app
