// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "store/tables.h"

namespace veldwijzer::store {

/// Records that a running transaction is merging into, in memory.
///
/// A sync brings the same record up again and again: an acknowledgement, a colleague's edit, another one on
/// the next page. Here each is read and decoded once, and written once, however many pages of the transaction
/// touch it: body, base, listing, history and digest.
///
/// What it holds is ahead of the tables. Whoever reads or writes records by another way calls `flush` first;
/// so does the transaction before it commits.
class Workbench {
public:
    explicit Workbench(Tables& tables) : tables_(tables) {}

    /// The state without our unacknowledged operations.
    struct Base {
        std::uint64_t lastSeq = 0;  ///< our newest change that touches the record
        /// In these it may differ from the record; none: in anything.
        std::vector<std::string> fields;
        std::optional<merge::PackedRecord> record;  ///< when it changed
    };
    struct Item {
        OpenRecord open;
        std::optional<Base> base;
        Bytes counted;  ///< the base as it was: what the space's digest counts for this record by now
        bool hadBase = false;
        bool adopted = false;  ///< its bytes came whole, and nothing more
        bool dirty = false;    ///< the record differs from its stored body
        bool relist = false;   ///< another of several values may be the one to show
        std::vector<merge::Superseded> history;

        /// Nothing was done to it but that it came.
        [[nodiscard]] bool isFresh() const { return adopted && !open.stored(); }
        /// Not stored, and nothing was done to it here.
        [[nodiscard]] bool isUntouched() const { return !open.stored() && !dirty; }
    };

    /// The record of these operations, as it is after all that was done to it so far. The reference lives
    /// until `flush` or `forget`.
    Item& item(const SpaceState& space, const merge::RecordOperations& target);

    /// Operations of others: into the base as well, where there is one.
    void take(const SpaceState& space, std::span<merge::RecordOperations*> targets);
    /// Our own operations of a change up to `lastSeq` were acknowledged.
    void acknowledge(const SpaceState& space, std::span<merge::RecordOperations*> targets,
                     std::uint64_t lastSeq, bool relist);

    /// Everything goes to the tables; the bench is empty.
    void flush();
    /// Records that are new here, and to which nothing else was done, go to the tables: a first sync has
    /// thousands on a page, and most are never heard of again.
    void flushFresh(const SpaceState& space);
    /// After a rollback.
    void forget();
    /// More than is good to hold.
    [[nodiscard]] bool full() const { return bytes_ > bytesHeld; }

private:
    /// Of bodies and what stands around them; to be changed, a record takes about as much again.
    static constexpr std::size_t bytesHeld = std::size_t{32} << 20U;

    struct Key {
        std::int64_t space;
        RecordId record;
        std::string kind;
        auto operator<=>(const Key&) const = default;
    };
    void load(const SpaceState& space, Item& item, const merge::RecordOperations& target);
    /// The item's base, which must be there, to be changed.
    static merge::PackedRecord& baseOf(Item& item);
    static bool isRefusable(Item& item);
    /// As stored; `scratch_` holds the base's bytes.
    [[nodiscard]] Bytes basePart(Item& item) const;
    void write(Item& item);
    /// The space's digest counts `after` for the record instead of `before`; empty is nothing.
    void count(const OpenRecord& open, ByteView before, ByteView after);

    Tables& tables_;
    std::map<Key, Item> items_;
    std::vector<std::map<Key, Item>::iterator> fresh_;  ///< what came on this page
    std::size_t bytes_ = 0;
    merge::ClampedTime clamped_;  ///< of the space that is being written
    Bytes scratch_;
    std::vector<merge::Superseded> superseded_;
    std::vector<merge::Superseded> supersededInBase_;
};

}  // namespace veldwijzer::store
