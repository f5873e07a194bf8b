// SPDX-License-Identifier: EUPL-1.2
#include "app/rows.h"

#include <algorithm>

namespace veldwijzer::app {

QVariantMap Rows::get(int row) const {
    return row >= 0 && row < count_ ? row_(row) : QVariantMap();
}

int Rows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count_;
}

QVariant Rows::data(const QModelIndex& index, int role) const {
    if (role != Qt::UserRole || !index.isValid()) return {};
    return get(index.row());
}

QHash<int, QByteArray> Rows::roleNames() const {
    return {{Qt::UserRole, "item"}};
}

void Rows::reset(int count, std::function<QVariantMap(int)> row) {
    // Not a model reset: that would take a list back to its beginning whenever a sync brings news.
    const int before = count_;
    if (count < before) {
        beginRemoveRows({}, count, before - 1);
        count_ = count;
        row_ = std::move(row);
        endRemoveRows();
    } else if (count > before) {
        beginInsertRows({}, before, count - 1);
        count_ = count;
        row_ = std::move(row);
        endInsertRows();
    } else {
        row_ = std::move(row);
    }
    const int kept = std::min(before, count);
    if (kept > 0) emit dataChanged(index(0), index(kept - 1));
    if (before != count) emit countChanged();
}

}  // namespace veldwijzer::app
