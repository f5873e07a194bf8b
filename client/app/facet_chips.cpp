// SPDX-License-Identifier: EUPL-1.2
#include "app/facet_chips.h"

#include <algorithm>

#include "app/term_book.h"

namespace veldwijzer::app {

void FacetChips::show(std::vector<FacetChip> chips) {
    const bool same = std::equal(
        chips.begin(), chips.end(), chips_.begin(), chips_.end(),
        [](const FacetChip& a, const FacetChip& b) { return a.facet == b.facet && a.code == b.code; });
    if (!same) {
        beginResetModel();
        chips_ = std::move(chips);
        endResetModel();
        emit lengthChanged();
        return;
    }
    for (std::size_t i = 0; i < chips.size(); ++i) {
        if (chips[i] == chips_[i]) continue;
        chips_[i] = std::move(chips[i]);
        const QModelIndex at = index(static_cast<int>(i));
        emit dataChanged(at, at);
    }
}

int FacetChips::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : length();
}

QVariant FacetChips::data(const QModelIndex& index, int role) const {
    const auto row = static_cast<std::size_t>(index.row());
    if (!index.isValid() || row >= chips_.size()) return {};
    const FacetChip& chip = chips_[row];
    switch (role) {
        case FacetRole:
            return chip.facet;
        case FacetTitleRole:
            return facetTitle(chip.facet);
        case CodeRole:
            return chip.code;
        case LabelRole:
            return chip.label;
        case CountRole:
            return chip.count;
        case ChosenRole:
            return chip.chosen;
        default:
            return {};
    }
}

QHash<int, QByteArray> FacetChips::roleNames() const {
    return {{FacetRole, "facet"}, {FacetTitleRole, "facetTitle"}, {CodeRole, "code"},
            {LabelRole, "label"}, {CountRole, "available"},       {ChosenRole, "chosen"}};
}

}  // namespace veldwijzer::app
