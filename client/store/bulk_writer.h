// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "base/clock.h"
#include "store/draft.h"
#include "store/store.h"

namespace veldwijzer::store {

/// Many edits as as few changes as their limits allow; a record's edits stay in one change where they fit.
/// The caller runs each `writeSome` in a transaction of its own, so that an interruption loses little, and
/// may begin again from the start: what is written already changes nothing.
class BulkWriter {
public:
    /// `edits` must outlive the writer.
    BulkWriter(Tables& tables, const SpaceId& space, const Clock& clock, std::span<const RecordEdit> edits)
        : tables_(tables), space_(space), clock_(clock), edits_(edits) {}

    /// Writes up to so many changes. After an error what earlier calls wrote stands.
    Result<void> writeSome(std::size_t changes);
    [[nodiscard]] bool done() const { return next_ == edits_.size(); }
    [[nodiscard]] const BulkProgress& progress() const { return progress_; }

private:
    [[nodiscard]] std::span<const FieldEdit> nextPiece() const;
    Result<void> fill(Draft& draft);

    Tables& tables_;
    SpaceId space_;
    const Clock& clock_;
    std::span<const RecordEdit> edits_;
    std::size_t next_ = 0;       ///< record edit
    std::size_t nextField_ = 0;  ///< within it, when it is cut in pieces
    BulkProgress progress_;
};

}  // namespace veldwijzer::store
