// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/executor.h"
#include "store/tables.h"

namespace veldwijzer::store {

/// What a running transaction is to do to records, in memory.
///
/// A sync brings the same record up again and again: an acknowledgement, a colleague's edit, another one on
/// the next page. Here that is gathered, so that each record is read once, changed and written once, however
/// many pages of the transaction touch it: body, base, listing, history and digest. One after the other, so
/// that only one at a time takes the memory of a record that is being changed.
///
/// What becomes of a record follows from its bytes and what is to be done to it: that is worked out beside,
/// by whoever has a hand free, while the tables are written for the records before it.
///
/// What it holds is ahead of the tables. Whoever reads or writes records by another way calls `flush` first;
/// so does the transaction before it commits.
class Workbench {
public:
    Workbench(Tables& tables, Executor& helpers) : tables_(tables), helpers_(helpers) {}

    /// The state without our unacknowledged operations.
    struct Base {
        std::uint64_t lastSeq = 0;  ///< our newest change that touches the record
        /// In these it may differ from the record; none: in anything.
        std::vector<std::string> fields;
        std::optional<merge::PackedRecord> record;  ///< when it changed
        Bytes part;                                 ///< as it is stored
    };
    /// Something to be done to a record.
    struct Step {
        std::vector<merge::RecordOperations> targets;
        bool ours = false;          ///< an acknowledgement; else operations of others
        bool landed = false;        ///< of others, and shown already: they had come by hand
        std::uint64_t lastSeq = 0;  ///< acknowledged up to here
    };
    struct Item {
        // As of the first step.
        merge::ClampedTime clamped;
        bool pending = false;  ///< changes of ours waited
        bool carried = false;  ///< changes of others that came by hand waited in its space
        std::vector<Step> steps;

        // Once it is loaded.
        bool loaded = false;
        OpenRecord open;
        std::optional<Base> base;
        Bytes counted;  ///< the base as it was: what the space's digest counts for this record by now
        bool hadBase = false;
        bool adopted = false;  ///< its bytes came whole, and nothing more
        bool dirty = false;    ///< the record differs from its stored body
        bool relist = false;   ///< another of several values may be the one to show
        bool settles = false;  ///< nothing is shown beyond the base any more: the log has the last word
        bool gone = false;     ///< and says that there is no such record
        std::vector<merge::Superseded> history;

        // Once it is worked out.
        merge::StateDigest difference;  ///< to what the space's digest counts
        bool baseChanged = false;
        bool erased = false;  ///< for good: its past goes as well

        /// Nothing was done to it but that it came.
        [[nodiscard]] bool isFresh() const { return adopted && steps.empty(); }
    };

    /// Notes how things stand before something is done to the record of these operations.
    void note(const SpaceState& space, const merge::RecordOperations& target);

    /// Operations of others: into the base as well, where there is one. They move.
    void take(const SpaceState& space, std::span<merge::RecordOperations*> targets);
    /// Operations of others that came by hand before the log showed them: into the base only. They move.
    void land(const SpaceState& space, std::span<merge::RecordOperations*> targets, bool relist);
    /// Our own operations of a change up to `lastSeq` were acknowledged. They move.
    void acknowledge(const SpaceState& space, std::span<merge::RecordOperations*> targets,
                     std::uint64_t lastSeq, bool relist);

    /// Everything goes to the tables; the bench is empty.
    void flush();
    /// Records that are new here, and to which nothing else was done, go to the tables: a first sync has
    /// thousands on a page, and most are never heard of again.
    void flushFresh(const SpaceState& space);
    /// After a rollback.
    void forget();
    [[nodiscard]] Executor& helpers() const { return helpers_; }
    /// More than is good to hold.
    [[nodiscard]] bool full() const { return bytes_ > bytesHeld; }

private:
    /// Of operations and what stands around them.
    static constexpr std::size_t bytesHeld = std::size_t{32} << 20U;

    struct Key {
        std::int64_t space;
        RecordId record;
        std::string kind;
        auto operator<=>(const Key&) const = default;
    };
    using Items = std::map<Key, Item>;
    struct Batch;
    Items::iterator itemOf(const SpaceState& space, const merge::RecordOperations& target);
    /// A record that nobody here had gets its bytes; false for any other.
    bool adopt(Items::iterator at, merge::RecordOperations& target);
    Step& addStep(Item& item, std::span<merge::RecordOperations*> targets, bool ours, std::uint64_t lastSeq);
    void load(const Key& key, Item& item);
    /// Works out and writes each of these; `written` hears of it.
    void writeAll(const std::vector<Items::iterator>& items,
                  const std::function<void(Items::iterator)>& written);
    /// Nothing of ours and nothing that came by hand is shown beyond the base any more.
    [[nodiscard]] bool isSettled(const Item& item) const;
    std::unique_ptr<Batch> begin(std::span<const Items::iterator> items);

    // From bytes alone, on any thread.
    static void workOut(Item& item, const merge::ClampedTime& clamped);
    static void unfold(Item& item);
    static void run(Item& item);
    static void runTaken(Item& item, Step& step);
    static void runAcknowledged(Item& item, const Step& step);
    static void settle(Item& item);
    /// The item's base, which must be there, to be changed.
    static merge::PackedRecord& baseOf(Item& item);
    static bool isRefusable(Item& item);
    /// As stored; `bytes` are the base's.
    static Bytes basePart(Item& item, ByteView bytes);
    /// The space's digest counts `after` for the record instead of `before`; empty is nothing.
    static void count(Item& item, ByteView before, ByteView after);

    void write(Item& item);

    Tables& tables_;
    Executor& helpers_;
    Items items_;
    std::vector<Items::iterator> fresh_;  ///< what came on this page
    std::size_t bytes_ = 0;
};

}  // namespace veldwijzer::store
