// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "sqlite/database.h"
#include "store/types.h"

namespace veldwijzer::store {

/// Local changes that the server has not acknowledged, oldest first, and the envelopes that hold the oldest
/// of them.
///
/// A change enters in the transaction that changes its records, so a crash loses both or neither. Changes
/// stay until they are acknowledged, in an envelope or not: a rejection needs them to author the rest again.
class Outbox {
public:
    explicit Outbox(Database& db) : db_(db) {}

    void add(std::int64_t space, std::uint64_t seq, ByteView change);
    /// Those after `seq` and up to `last`, at most so many and so many bytes, but one if there is one.
    [[nodiscard]] std::vector<PendingChange> changes(std::int64_t space, std::uint64_t after,
                                                     std::uint64_t last, std::size_t limit,
                                                     std::size_t bytes) const;
    [[nodiscard]] std::vector<PendingChange> all(std::int64_t space) const;

    void addEnvelope(std::int64_t space, const OutgoingEnvelope& envelope);
    /// False when there is no envelope with this content.
    bool replaceSealed(std::int64_t space, const OutgoingEnvelope& envelope);
    /// Those that end after `seq`, oldest first, until there are `limit` or their sealed bytes reach `bytes`.
    [[nodiscard]] std::vector<OutgoingEnvelope> envelopes(std::int64_t space, std::uint64_t seq,
                                                          std::size_t limit, std::size_t bytes) const;
    /// How much of them there is, and whether one is not of `epoch`.
    [[nodiscard]] SealedAhead sealedAhead(std::int64_t space, std::uint64_t seq, std::uint32_t epoch) const;

    /// The seqs of the envelope with this content.
    struct Range {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
    };
    [[nodiscard]] std::optional<Range> find(std::int64_t space, const Hash& contentId) const;

    /// The server has everything up to `seq`: the changes go; of the envelopes the newest `archivedBytes`
    /// stay.
    void acknowledge(std::int64_t space, std::uint64_t seq);
    /// The first seq that an envelope holds, waiting or acknowledged.
    [[nodiscard]] std::optional<std::uint64_t> firstHeld(std::int64_t space) const;
    /// The log that they were sealed for is no more; see sealedForLostLog.
    void markSealedForLostLog(std::int64_t space);
    /// Forgets the envelopes up to `seq`.
    void dropArchive(std::int64_t space, std::uint64_t seq);
    void clear(std::int64_t space);

private:
    Database& db_;
};

}  // namespace veldwijzer::store
