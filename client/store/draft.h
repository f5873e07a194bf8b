// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <map>
#include <span>

#include "merge/plain_record.h"
#include "store/change_writer.h"
#include "store/tables.h"

namespace veldwijzer::store {

/// One local change in the making: edits become operations, applied to copies of their records in memory.
/// Nothing reaches the tables before `save`, so a draft that fails is simply dropped.
///
/// Lives within one transaction.
class Draft {
public:
    /// The space must exist.
    Draft(Tables& tables, const SpaceId& space, WallMs now);

    /// What the edits of one record come to. An error is the whole draft's.
    Result<void> add(const RecordId& record, const std::string& kind, std::span<const FieldEdit> edits);

    [[nodiscard]] bool empty() const { return operations_ == 0; }
    [[nodiscard]] std::size_t operations() const { return operations_; }
    [[nodiscard]] std::size_t records() const { return touched_.size(); }
    /// A little more than the change will take.
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

    /// Stores the records and the change, which becomes our newest: its seq. TooLarge leaves the tables
    /// alone.
    Result<std::uint64_t> save();

private:
    struct Touched {
        OpenRecord open;
        std::vector<merge::Superseded> superseded;
    };
    using Key = std::pair<RecordId, std::string>;

    Touched& touch(const Key& key, bool& fresh);
    static bool isPlain(std::span<const FieldEdit> edits);
    Result<void> addPlain(Touched& touched, std::span<const FieldEdit> edits);
    Result<void> addPlanned(Touched& touched, std::span<const FieldEdit> edits);
    Result<void> count(std::size_t bytes);
    Result<void> take(Touched& touched, merge::Operation&& operation);
    void store(Touched& touched, std::uint64_t seq);
    [[nodiscard]] Bytes basePart(OpenRecord& open) const;

    Tables& tables_;
    const SpaceState& space_;
    merge::ClampedTime clamped_;
    merge::Stamp stamp_;  ///< of all its operations
    ChangeWriter change_;
    std::vector<merge::PlainOperation> plain_;
    std::map<Key, std::size_t> index_;
    std::deque<Touched> touched_;
    std::vector<merge::Operation> plan_;
    std::size_t operations_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace veldwijzer::store
