// SPDX-License-Identifier: EUPL-1.2
#include "sync/push_builder.h"

#include <limits>

#include "base/hash.h"
#include "base/limits.h"
#include "sync/state_reach.h"
#include "wire/envelope.h"

namespace veldwijzer::sync {
namespace {

Bytes toBytesOf(const google::protobuf::MessageLite& message) {
    Bytes bytes(message.ByteSizeLong());
    ENSURE(message.SerializeToArray(bytes.data(), static_cast<int>(bytes.size())));
    return bytes;
}

/// Sealed and signed: what travels. `packed` is a batch as `wire::pack` gives it.
wire::Envelope sealBatch(const wire::Header& header, ByteView packed, const SealingKey& key,
                         const Identity& identity, Random& random) {
    const std::string headerBytes = wire::encodeHeader(header);
    Sealed sealed = veldwijzer::seal(key, packed, viewOf(headerBytes), random);
    return wire::signEnvelope(header, std::move(sealed.bytes), identity.signing);
}

/// A person's change is a few hundred bytes; an import's is tens of thousands.
constexpr std::size_t importedChangeBytes = 8 * limits::kib;

/// Sealed ahead at a time.
constexpr std::size_t sealedAheadBytes = 16 * limits::pushTargetBytes;

}  // namespace

PushBuilder::Standing PushBuilder::standing(const SpaceId& id, const roster::Space& space) const {
    if (held_.contains(id)) return Standing::Waiting;
    if (keyring_.find(id, space.epoch) != nullptr) return Standing::Open;
    return roster_.mayWrite(identity_.device(), id) ? Standing::Waiting : Standing::Lost;
}

bool PushBuilder::mustRefuse(const store::SpaceRow& row) const {
    return row.lastSeq > row.frozenSeq && store_.outgoing(row.id, 1).empty();
}

bool PushBuilder::mustSeal() const {
    for (const store::SpaceRow& row : store_.spaces()) {
        const roster::Space* space = roster_.space(row.id);
        if (space == nullptr) continue;
        const Standing here = standing(row.id, *space);
        if (here == Standing::Lost && mustRefuse(row)) return true;
        if (here != Standing::Open) continue;
        const store::SealedAhead ahead = store_.sealedAhead(row.id, space->epoch);
        if (ahead.olderEpoch) return true;
        if (row.lastSeq > row.frozenSeq && ahead.bytes < limits::pushTargetBytes) return true;
    }
    return false;
}

void PushBuilder::seal() {
    std::size_t bytes = 0;
    for (const store::SpaceRow& row : store_.spaces()) {
        const roster::Space* space = roster_.space(row.id);
        if (space == nullptr) continue;
        const Standing here = standing(row.id, *space);
        if (here == Standing::Lost && mustRefuse(row))
            refused_ += store_.rejectUnsealed(
                row.id, errorName(roster_.mayWrite(identity_.device(), row.id).error().code));
        if (here != Standing::Open) continue;
        if (store_.sealedAhead(row.id, space->epoch).olderEpoch) sealAgain(row.id, *space);
        while (bytes < sealedAheadBytes) {
            const std::size_t more = sealNext(row.id, *space);
            if (more == 0) break;
            bytes += more;
        }
    }
}

void PushBuilder::sealAll() {
    store_.transact([&] {
        seal();
        for (const store::SpaceRow& row : store_.spaces()) {
            const roster::Space* space = roster_.space(row.id);
            if (space == nullptr || standing(row.id, *space) != Standing::Open) continue;
            while (sealNext(row.id, *space) > 0) {
            }
        }
    });
}

void PushBuilder::sealAgain(const SpaceId& id, const roster::Space& space) {
    constexpr auto all = std::numeric_limits<std::size_t>::max();
    for (store::OutgoingEnvelope& outgoing : store_.outgoing(id, all, all)) {
        if (outgoing.epoch == space.epoch) continue;
        wire::Envelope envelope;
        ENSURE(envelope.ParseFromArray(outgoing.envelope.data(), static_cast<int>(outgoing.envelope.size())));
        auto header = wire::openHeader(envelope);
        ENSURE(header.ok());
        header->epoch = space.epoch;
        // The log that its author had seen is no more.
        if (outgoing.epoch == store::sealedForLostLog) {
            header->seenPosition = 0;
            header->seenHash = {};
        }
        outgoing.epoch = space.epoch;
        outgoing.envelope = toBytesOf(
            sealBatch(*header, outgoing.batch, *keyring_.find(id, space.epoch), identity_, random_));
        store_.refreeze(id, outgoing);
    }
}

std::vector<PushedEnvelope> PushBuilder::fill(wire::SyncRequest& request) {
    std::vector<PushedEnvelope> pushed;
    std::size_t bytes = 0;
    for (const store::SpaceRow& row : store_.spaces()) {
        const roster::Space* space = roster_.space(row.id);
        // What was offered before the right was lost is offered as it was: the server may have it.
        if (space == nullptr || standing(row.id, *space) == Standing::Waiting) continue;
        if (bytes >= limits::pushTargetBytes || pushed.size() >= limits::envelopesPerRequest) break;
        for (const store::OutgoingEnvelope& outgoing : store_.outgoing(
                 row.id, limits::envelopesPerRequest - pushed.size(), limits::pushTargetBytes - bytes)) {
            ENSURE(request.add_envelopes()->ParseFromArray(outgoing.envelope.data(),
                                                           static_cast<int>(outgoing.envelope.size())));
            bytes += outgoing.envelope.size();
            pushed.push_back({row.id, outgoing.contentId, outgoing.firstSeq, outgoing.lastSeq});
        }
    }
    return pushed;
}

std::vector<CarriedPush> PushBuilder::fillCarried(wire::SyncRequest& request) {
    std::vector<CarriedPush> pushed;
    if (store_.carriedCount() == 0) return pushed;
    auto count = static_cast<std::size_t>(request.envelopes_size());
    std::size_t bytes = 0;
    for (const wire::Envelope& envelope : request.envelopes())
        bytes += envelope.ByteSizeLong();
    for (const store::SpaceRow& row : store_.spaces()) {
        const roster::Space* space = roster_.space(row.id);
        if (space == nullptr || count >= limits::envelopesPerRequest || bytes >= limits::pushTargetBytes)
            continue;
        for (const store::CarriedEnvelope& carried :
             store_.carriedToOffer(row.id, space->epoch, limits::envelopesPerRequest - count,
                                   limits::pushTargetBytes - bytes)) {
            ENSURE(request.add_envelopes()->ParseFromArray(carried.envelope.data(),
                                                           static_cast<int>(carried.envelope.size())));
            bytes += carried.envelope.size();
            ++count;
            pushed.push_back(
                {row.id, carried.opened.actor, carried.opened.firstSeq, carried.opened.contentId});
        }
    }
    return pushed;
}

wire::ChangeBatch PushBuilder::batchOf(const store::SpaceRow& row,
                                       const std::vector<store::PendingChange>& changes) {
    wire::ChangeBatch batch;
    Bytes blinder(16);
    random_.fill(blinder);
    batch.set_blinder(blinder.data(), blinder.size());
    batch.set_first_seq(changes.front().seq);
    for (const store::PendingChange& change : changes)
        batch.add_changes(change.change.data(), change.change.size());
    // Only where the state is exactly that of a position of the log can a reader compare it.
    const bool readable = roster_.mayRead(identity_.device(), row.id).ok();
    const bool exact =
        row.position == row.headPosition && row.ackedSeq == row.frozenSeq && stateIsThatOfCursor(store_, row);
    if (readable && exact) {
        const Bytes digest = store_.digest(row.id).bytes();
        batch.set_state_digest(digest.data(), digest.size());
        batch.set_digest_position(row.position);
    }
    return batch;
}

std::size_t PushBuilder::sealNext(const SpaceId& id, const roster::Space& space) {
    const auto row = store_.space(id);
    const auto changes = store_.pendingChanges(id, limits::changesPerEnvelope, limits::envelopePlainTarget);
    if (changes.empty()) return 0;

    store::OutgoingEnvelope outgoing;
    outgoing.firstSeq = changes.front().seq;
    outgoing.lastSeq = changes.back().seq;
    outgoing.epoch = space.epoch;
    const Bytes batch = toBytesOf(batchOf(*row, changes));
    outgoing.batch =
        wire::pack(batch, batch.size() / changes.size() > importedChangeBytes ? wire::Effort::Thorough
                                                                              : wire::Effort::Quick);
    outgoing.contentId = hashOf("veldwijzer batch", {outgoing.batch});

    wire::Header header;
    header.region = roster_.anchor().region;
    header.space = id;
    header.epoch = space.epoch;
    header.device = identity_.device();
    header.incarnation = row->incarnation;
    header.firstSeq = outgoing.firstSeq;
    header.lastSeq = outgoing.lastSeq;
    header.contentId = outgoing.contentId;
    header.previousContentId = row->lastContentId;
    for (const store::ActorHead& head : store_.unsentDependencies(id))
        header.dependencies.push_back({head.actor, head.seq});
    header.rosterPosition = roster_.position();
    header.rosterHash = roster_.head();
    header.seenPosition = row->position;
    header.seenHash = row->chain;
    outgoing.envelope =
        toBytesOf(sealBatch(header, outgoing.batch, *keyring_.find(id, space.epoch), identity_, random_));
    store_.freeze(id, outgoing);
    return outgoing.envelope.size();
}

}  // namespace veldwijzer::sync
