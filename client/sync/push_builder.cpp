// SPDX-License-Identifier: EUPL-1.2
#include "sync/push_builder.h"

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

/// Sealed and signed: what travels.
wire::Envelope sealBatch(const wire::Header& header, ByteView batch, const SealingKey& key,
                         const Identity& identity, Random& random) {
    const std::string headerBytes = wire::encodeHeader(header);
    Sealed sealed = seal(key, wire::pack(batch), viewOf(headerBytes), random);
    return wire::signEnvelope(header, std::move(sealed.bytes), identity.signing);
}

}  // namespace

bool PushBuilder::full() const {
    return bytes_ >= limits::pushTargetBytes || envelopes_ >= limits::envelopesPerRequest;
}

std::vector<PushedEnvelope> PushBuilder::fill(wire::SyncRequest& request) {
    std::vector<PushedEnvelope> pushed;
    for (const store::SpaceRow& row : store_.spaces()) {
        if (full()) break;
        fillSpace(row, request, pushed);
    }
    return pushed;
}

void PushBuilder::fillSpace(const store::SpaceRow& row, wire::SyncRequest& request,
                            std::vector<PushedEnvelope>& pushed) {
    const roster::Space* space = roster_.space(row.id);
    if (space == nullptr) return;
    if (keyring_.find(row.id, space->epoch) == nullptr) return fillLocked(row, *space, request, pushed);
    addFrozen(row, *space, request, pushed);
    while (!full() && sealNext(row.id, *space)) {
        const auto fresh = store_.space(row.id);
        addFrozen(*fresh, *space, request, pushed);
    }
}

void PushBuilder::fillLocked(const store::SpaceRow& row, const roster::Space& space,
                             wire::SyncRequest& request, std::vector<PushedEnvelope>& pushed) {
    // Whoever may write gets the key by the membership log; until then the work waits in the outbox.
    const auto allowed = roster_.mayWrite(identity_.device(), row.id);
    if (allowed) return;
    // The right was lost, and with it the key of every later epoch: neither would ever come. What was
    // offered before is offered as it was, since the server may have it; the rest is refused here. Sealed
    // under an older key it would only be refused there, by then readable for people who were put out.
    addFrozen(row, space, request, pushed);
    if (store_.outgoing(row.id, 1).empty())
        refused_ += store_.rejectUnsealed(row.id, errorName(allowed.error().code));
}

void PushBuilder::addFrozen(const store::SpaceRow& row, const roster::Space& space,
                            wire::SyncRequest& request, std::vector<PushedEnvelope>& pushed) {
    const SealingKey* key = keyring_.find(row.id, space.epoch);
    const std::uint64_t after = pushed.empty() || pushed.back().space != row.id ? 0 : pushed.back().lastSeq;
    for (store::OutgoingEnvelope& outgoing : store_.outgoing(row.id, limits::envelopesPerRequest)) {
        if (outgoing.firstSeq <= after) continue;
        if (full()) return;
        wire::Envelope envelope;
        ENSURE(envelope.ParseFromArray(outgoing.envelope.data(), static_cast<int>(outgoing.envelope.size())));
        if (outgoing.epoch != space.epoch && key != nullptr) {
            auto header = wire::openHeader(envelope);
            ENSURE(header.ok());
            header->epoch = space.epoch;
            envelope = sealBatch(*header, outgoing.batch, *key, identity_, random_);
            outgoing.epoch = space.epoch;
            outgoing.envelope = toBytesOf(envelope);
            store_.refreeze(row.id, outgoing);
        }
        bytes_ += outgoing.envelope.size();
        ++envelopes_;
        pushed.push_back({row.id, outgoing.contentId, outgoing.firstSeq, outgoing.lastSeq});
        *request.add_envelopes() = std::move(envelope);
    }
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

bool PushBuilder::sealNext(const SpaceId& id, const roster::Space& space) {
    const auto row = store_.space(id);
    const auto changes = store_.pendingChanges(id, limits::changesPerEnvelope, limits::envelopePlainTarget);
    if (changes.empty()) return false;

    store::OutgoingEnvelope outgoing;
    outgoing.firstSeq = changes.front().seq;
    outgoing.lastSeq = changes.back().seq;
    outgoing.epoch = space.epoch;
    outgoing.batch = toBytesOf(batchOf(*row, changes));
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
    return true;
}

}  // namespace veldwijzer::sync
