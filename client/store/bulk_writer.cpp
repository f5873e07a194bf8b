// SPDX-License-Identifier: EUPL-1.2
#include "store/bulk_writer.h"

#include <algorithm>

#include "base/limits.h"
#include "store/schema.h"

namespace veldwijzer::store {
namespace {

// A piece leaves room in the change for what an edit may come to: a Delete of a large record is several
// operations, each with its list.
constexpr std::size_t pieceEdits = limits::operationsPerChange / 2;
constexpr std::size_t pieceBytes = 2 * limits::valueBytes;
constexpr std::size_t editBytes = 64;

std::size_t sizeOf(const FieldEdit& edit) {
    return editBytes + edit.field.size() + (edit.value ? merge::sizeOf(*edit.value) : 0);
}

std::size_t sizeOf(std::span<const FieldEdit> edits) {
    std::size_t bytes = 0;
    for (const FieldEdit& edit : edits)
        bytes += sizeOf(edit);
    return bytes;
}

}  // namespace

/// What is left of the present record's edits, or as much of it as one change takes for certain.
std::span<const FieldEdit> BulkWriter::nextPiece() const {
    const std::span<const FieldEdit> left = std::span(edits_[next_].edits).subspan(nextField_);
    std::size_t count = 0;
    std::size_t bytes = 0;
    while (count < left.size() && count < pieceEdits) {
        bytes += sizeOf(left[count]);
        if (count > 0 && bytes > pieceBytes) break;
        ++count;
    }
    return left.first(count);
}

Result<void> BulkWriter::fill(Draft& draft) {
    while (!done()) {
        const RecordEdit& edit = edits_[next_];
        const auto piece = nextPiece();
        const bool fits =
            draft.operations() + piece.size() + pieceEdits / 10 <= limits::operationsPerChange &&
            draft.bytes() + sizeOf(piece) <= bulkChangeBytes;
        if (!draft.empty() && !fits) return {};
        if (auto added = draft.add(edit.record, edit.kind, piece); !added) return added;
        nextField_ += piece.size();
        if (nextField_ < edit.edits.size()) continue;
        nextField_ = 0;
        ++next_;
    }
    return {};
}

Result<void> BulkWriter::writeSome(std::size_t changes) {
    for (std::size_t i = 0; i < changes && !done(); ++i) {
        Draft draft(tables_, space_, clock_.wallMs());
        if (auto filled = fill(draft); !filled) return filled;
        const Result<std::uint64_t> seq = draft.save();
        if (!seq) return seq.error();
        if (*seq == 0) continue;
        progress_.records += draft.records();
        progress_.operations += draft.operations();
        ++progress_.changes;
    }
    return {};
}

}  // namespace veldwijzer::store
