// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/random.h"
#include "roster/roster.h"
#include "store/store.h"
#include "sync/identity.h"
#include "sync/keyring.h"
#include "veldwijzer.pb.h"

namespace veldwijzer::sync {

/// An envelope in a request, and where it came from: outcomes come back in the same order.
struct PushedEnvelope {
    SpaceId space;
    Hash contentId;
    std::uint64_t firstSeq = 0;
    std::uint64_t lastSeq = 0;
};

/// Seals waiting changes into envelopes and puts them in a request, until it is full. What it seals it
/// freezes in the store first, durably, so that a retry after any crash sends the same bytes.
class PushBuilder {
public:
    PushBuilder(store::Store& store, const Identity& identity, const roster::Roster& roster,
                const Keyring& keyring, Random& random)
        : store_(store), identity_(identity), roster_(roster), keyring_(keyring), random_(random) {}

    /// Adds to `request`; returns what was added, in order.
    std::vector<PushedEnvelope> fill(wire::SyncRequest& request);
    /// Changes that went to the tray meanwhile, because this device lost the right to send them and the key
    /// to seal them with.
    [[nodiscard]] std::uint64_t refused() const { return refused_; }

private:
    void fillSpace(const store::SpaceRow& row, wire::SyncRequest& request,
                   std::vector<PushedEnvelope>& pushed);
    /// The same for a space whose present key this device does not hold.
    void fillLocked(const store::SpaceRow& row, const roster::Space& space, wire::SyncRequest& request,
                    std::vector<PushedEnvelope>& pushed);
    /// Envelopes frozen earlier; sealed again where the epoch has moved on and its key is here.
    void addFrozen(const store::SpaceRow& row, const roster::Space& space, wire::SyncRequest& request,
                   std::vector<PushedEnvelope>& pushed);
    /// False when nothing was waiting.
    bool sealNext(const SpaceId& id, const roster::Space& space);
    [[nodiscard]] wire::ChangeBatch batchOf(const store::SpaceRow& row,
                                            const std::vector<store::PendingChange>& changes);
    [[nodiscard]] bool full() const;

    store::Store& store_;
    const Identity& identity_;
    const roster::Roster& roster_;
    const Keyring& keyring_;
    Random& random_;
    std::size_t bytes_ = 0;
    std::size_t envelopes_ = 0;
    std::uint64_t refused_ = 0;
};

}  // namespace veldwijzer::sync
