// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "sqlite/database.h"
#include "store/types.h"

namespace veldwijzer::store {

/// Envelopes of others that came by hand and that the log has not shown yet: sealed as they came, to be
/// carried further, and their changes, which stand in the records and not in the bases.
///
/// They have an order, in which they came. One that came when our own newest change was `afterSeq` may build
/// on that one and no later one; what we wrote since may build on it.
class CarriedTable {
public:
    explicit CarriedTable(Database& db) : db_(db) {}

    struct Row {
        std::int64_t arrival = 0;
        std::uint64_t afterSeq = 0;
        bool offered = false;  ///< the server has it; its page will come
        CarriedEnvelope envelope;
    };

    /// Whether the space has any: most never do, and pay nothing for the question.
    [[nodiscard]] bool any(std::int64_t space) const;
    void add(std::int64_t space, const CarriedEnvelope& envelope, std::uint64_t afterSeq);
    /// A change of that envelope touches the record.
    void touch(std::int64_t space, const RecordId& record, const ActorId& actor, std::uint64_t seq);
    [[nodiscard]] bool touches(std::int64_t space, const RecordId& record) const;

    /// The newest of that actor's.
    [[nodiscard]] std::optional<ActorHead> head(std::int64_t space, const ActorId& actor) const;
    /// The content of the actor's envelope that begins there.
    [[nodiscard]] std::optional<Hash> contentOf(std::int64_t space, const ActorId& actor,
                                                std::uint64_t firstSeq) const;
    /// In the order in which they came.
    [[nodiscard]] std::vector<Row> all(std::int64_t space) const;
    [[nodiscard]] std::uint64_t count() const;

    void drop(std::int64_t space, const ActorId& actor, std::uint64_t firstSeq);
    /// Our changes have other numbers now.
    void moveAfter(std::int64_t space, std::int64_t arrival, std::uint64_t afterSeq);

    /// Heads that no envelope of ours has named; at most so many.
    [[nodiscard]] std::vector<ActorHead> unnamed(std::int64_t space, std::size_t limit) const;
    void markNamed(std::int64_t space);
    void forgetNamed(std::int64_t space);
    void markOffered(std::int64_t space, const Hash& contentId);
    /// The server may have lost them.
    void forgetOffered(std::int64_t space);

    /// After a rollback.
    void forget() { known_.reset(); }

private:
    Database& db_;
    mutable std::optional<std::set<std::int64_t>> known_;  ///< the spaces that have some
};

}  // namespace veldwijzer::store
