// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>

#include "base/executor.h"
#include "store/acknowledgement.h"
#include "store/log_heads.h"
#include "store/workbench.h"

namespace veldwijzer::store {

/// A page of a space's log on its way into the records.
///
/// `plan` looks at the envelopes against the heads and touches nothing, so that a page that does not fit is
/// refused whole. `apply` then brings the operations together by record, on the bench, envelope by envelope:
/// later ones are decoded meanwhile. Both within one transaction.
///
/// What came by hand before (CarriedTable) is shown already and goes into the bases. Where an actor's changes
/// in the log are other ones than those that came by hand, the latter are taken out first.
///
/// Our own envelopes come back too. One that the outbox still holds is thereby acknowledged. One under our
/// present name that we know nothing of was written by a copy of this device (or by this device before its
/// vault was restored): those changes are then like anybody's, and we go on under a new name.
class Page {
public:
    /// `incarnation` makes a fresh one of ours.
    Page(Tables& tables, Workbench& bench, Executor& helpers, const SpaceId& space, const DeviceId& device,
         std::function<Incarnation()> incarnation);

    /// ChainBroken when a change is missing. The envelopes must outlive `apply`.
    Result<void> plan(std::span<const IncomingEnvelope> envelopes);
    void apply();

private:
    /// Changes of an envelope that are new to us: those from `first` on.
    struct Fresh {
        const IncomingEnvelope* envelope = nullptr;
        std::size_t first = 0;
        bool landed = false;                 ///< it came by hand before
        std::size_t acknowledgedBefore = 0;  ///< so many of ours stand before it
    };

    bool planOwn(const IncomingEnvelope& envelope);
    /// True when it came by hand before. Notes where what came by hand is another than the log's.
    bool planCarried(const IncomingEnvelope& envelope);
    ActorHead& headOf(const IncomingEnvelope& envelope);
    /// A change of a fresh envelope.
    struct Arrival {
        std::uint64_t seq = 0;
        ByteView bytes;
        std::optional<Result<merge::Change>> change;  ///< once it is decoded
    };
    void acknowledge(std::size_t from, std::size_t to);
    void land(const Fresh& fresh);
    void applyFresh();
    /// True when its clock is clamped.
    bool takeChange(const IncomingEnvelope& envelope, Arrival& arrival);

    Tables& tables_;
    Workbench& bench_;
    Executor& helpers_;
    const SpaceState& space_;
    DeviceId device_;
    std::function<Incarnation()> incarnation_;

    LogHeads logHeads_;
    std::map<ActorId, ActorHead> heads_;
    std::set<ActorId> moved_;
    std::vector<AcknowledgedUpTo> acknowledged_;
    std::vector<Fresh> fresh_;
    std::uint64_t ownAcked_ = 0;
    std::uint64_t offeredSeq_ = 0;
    WallMs lastTimeMs_ = 0;
    std::map<ActorId, std::uint64_t> forks_;  ///< from where on what came by hand is not what the log holds
    bool copied_ = false;                     ///< somebody else wrote under our name
};

}  // namespace veldwijzer::store
