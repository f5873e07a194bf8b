// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
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

/// An envelope of somebody else in a request: it came by hand.
struct CarriedPush {
    SpaceId space;
    ActorId actor;
    std::uint64_t firstSeq = 0;
    Hash contentId;
};

/// Seals waiting changes into envelopes, and puts envelopes in a request until it is full.
///
/// What is sealed is frozen in the store, durably before it is first offered, so that a retry after any crash
/// sends the same bytes. Many requests' worth is sealed at a time, for one commit.
class PushBuilder {
public:
    /// Nothing goes into the spaces `held`: they are about to get a new key.
    PushBuilder(store::Store& store, const Identity& identity, const roster::Roster& roster,
                const Keyring& keyring, Random& random, std::set<SpaceId> held = {})
        : store_(store),
          identity_(identity),
          roster_(roster),
          keyring_(keyring),
          random_(random),
          held_(std::move(held)) {}

    /// Less is sealed than a request takes, or under an epoch of the past, or some can never be sealed.
    [[nodiscard]] bool mustSeal() const;
    /// Seals what waits, several requests' worth at most, and what an old epoch sealed once more; refuses
    /// what can never be sealed. To be called in a transaction that is durable before `fill`.
    void seal();
    /// All of it, in a transaction of its own: for what goes by hand.
    void sealAll();
    /// Adds sealed envelopes to `request`; returns what was added, in order.
    std::vector<PushedEnvelope> fill(wire::SyncRequest& request);
    /// Adds what came by hand and the server was not given, behind our own: so it takes no room that an
    /// envelope had which was offered before. Another epoch's stays: only its author can seal it again.
    std::vector<CarriedPush> fillCarried(wire::SyncRequest& request);
    /// Changes that went to the tray meanwhile, because this device lost the right to send them and the key
    /// to seal them with.
    [[nodiscard]] std::uint64_t refused() const { return refused_; }

private:
    enum class Standing {
        Open,     ///< this device holds the space's present key
        Waiting,  ///< it does not, or not for long, and the membership log will bring the next
        Lost,     ///< it never will: the right to write was lost, and with it the key of every later epoch
    };
    [[nodiscard]] Standing standing(const SpaceId& id, const roster::Space& space) const;
    /// Nothing of ours is on its way, so what no envelope holds yet can be refused here. Sealed under an
    /// older key it would only be refused by the server, by then readable for people who were put out.
    [[nodiscard]] bool mustRefuse(const store::SpaceRow& row) const;
    void sealAgain(const SpaceId& id, const roster::Space& space);
    /// The sealed size; 0 when nothing was waiting.
    std::size_t sealNext(const SpaceId& id, const roster::Space& space);
    [[nodiscard]] wire::ChangeBatch batchOf(const store::SpaceRow& row,
                                            const std::vector<store::PendingChange>& changes);
    store::Store& store_;
    const Identity& identity_;
    const roster::Roster& roster_;
    const Keyring& keyring_;
    Random& random_;
    std::set<SpaceId> held_;
    std::uint64_t refused_ = 0;
};

}  // namespace veldwijzer::sync
