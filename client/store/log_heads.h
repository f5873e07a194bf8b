// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <vector>

#include "store/tables.h"

namespace veldwijzer::store {

/// How far each actor's changes stand in the log before a given entry of a page. An operation may name only
/// what stands there: its author cannot have seen more. One that names what comes later would count here,
/// where that was known already, and not on another device; or a Delete would have seen what nobody had.
///
/// Of others we know what the log showed. Of ourselves we may know more: what the server acknowledged before
/// its page came here. So our own head in the log is kept apart, in a setting. While the log of a server that
/// lost its memory is read again, others may be thought further than that log is.
class LogHeads {
public:
    /// Before anything of the page was applied.
    LogHeads(Tables& tables, const SpaceState& space);

    /// An envelope of the page, ours too; in the log's order. It must stay where it is.
    void pass(const IncomingEnvelope& envelope);
    /// Whether the log holds it before `entry`, which was passed.
    [[nodiscard]] bool holds(const merge::OperationId& named, const IncomingEnvelope& entry);
    /// Keeps our own head, when the page moved it.
    void save();

private:
    struct Passed {
        const IncomingEnvelope* entry = nullptr;
        std::uint64_t lastSeq = 0;
    };
    [[nodiscard]] std::uint64_t ownHeadIn(const SpaceState& space) const;
    [[nodiscard]] std::uint64_t before(const ActorId& actor);

    Tables& tables_;
    std::int64_t space_;
    std::string setting_;
    ActorId own_;
    std::uint64_t ownHead_;
    std::map<ActorId, std::uint64_t> before_;  ///< as the page began
    std::map<ActorId, std::vector<Passed>> passed_;
};

}  // namespace veldwijzer::store
