// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "merge/operation.h"

namespace veldwijzer::store {

/// The operations of several changes, brought together by record, so that each record is read and written
/// once however many changes touch it. Within a record they keep the order of the changes.
class OperationGroups {
public:
    /// The changes must outlive the groups. Called in the order of the log.
    void add(merge::Change& change) {
        for (merge::RecordOperations& target : change.records)
            targets_.push_back(&target);
    }

    /// Calls `visit(std::span<merge::RecordOperations*>)` once for each record, ordered by id and kind.
    template <typename Visit>
    void forEach(Visit visit) {
        const auto less = [](const merge::RecordOperations* a, const merge::RecordOperations* b) {
            return a->record != b->record ? a->record < b->record : a->kind < b->kind;
        };
        std::stable_sort(targets_.begin(), targets_.end(), less);
        for (std::size_t first = 0; first < targets_.size();) {
            std::size_t end = first + 1;
            while (end < targets_.size() && !less(targets_[first], targets_[end]))
                ++end;
            visit(std::span(targets_).subspan(first, end - first));
            first = end;
        }
    }

private:
    std::vector<merge::RecordOperations*> targets_;
};

}  // namespace veldwijzer::store
