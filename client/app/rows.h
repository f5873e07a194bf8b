// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QVariantMap>
#include <functional>
#include <memory>
#include <vector>

namespace veldwijzer::app {

/// Rows for a list on screen: values kept as they came, put into words when a row is shown. So tens of
/// thousands cost no more than their values. A row's delegate has them as `item`.
class Rows : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("given by a view model")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
public:
    using QAbstractListModel::QAbstractListModel;

    /// Takes the place of what was there.
    template <typename T, typename InWords>
    void show(std::vector<T> values, InWords inWords) {
        const auto kept = std::make_shared<const std::vector<T>>(std::move(values));
        reset(static_cast<int>(kept->size()), [kept, inWords = std::move(inWords)](int row) -> QVariantMap {
            return inWords((*kept)[static_cast<std::size_t>(row)]);
        });
    }
    void clear() { reset(0, {}); }
    [[nodiscard]] int count() const { return count_; }
    /// Empty past the end.
    Q_INVOKABLE QVariantMap get(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    void reset(int count, std::function<QVariantMap(int)> row);

    int count_ = 0;
    std::function<QVariantMap(int)> row_;
};

}  // namespace veldwijzer::app
