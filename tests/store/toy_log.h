// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "device.h"

namespace veldwijzer::store::testing {

/// A server's log of one space without sealing, signatures or a network: it keeps the server's rules of
/// order (gapless sequences, dependencies present), so that what the store sends can be judged.
class ToyLog {
public:
    struct Offer {
        ActorId actor;
        DeviceId device;
        std::uint64_t firstSeq = 0;
        Hash contentId;
        std::vector<Bytes> changes;
        std::vector<ActorHead> dependencies;
    };
    enum class Answer { Accepted, Duplicate, Gap, Fork, DependenciesMissing };

    Answer append(const Offer& offer) {
        const std::uint64_t last = offer.firstSeq + offer.changes.size() - 1;
        std::uint64_t& head = heads_[offer.actor];
        for (const IncomingEnvelope& known : entries_)
            if (known.actor == offer.actor && known.contentId == offer.contentId) return Answer::Duplicate;
        if (offer.firstSeq <= head) return Answer::Fork;
        if (offer.firstSeq != head + 1) return Answer::Gap;
        for (const ActorHead& needed : offer.dependencies)
            if (heads_[needed.actor] < needed.seq) return Answer::DependenciesMissing;
        head = last;
        IncomingEnvelope& entry = entries_.emplace_back();
        entry.position = entries_.size();
        entry.serverTimeMs = timeMs;
        entry.device = offer.device;
        entry.actor = offer.actor;
        entry.contentId = offer.contentId;
        entry.firstSeq = offer.firstSeq;
        entry.changes = offer.changes;
        entry.chain = chainAt(entry.position);
        return Answer::Accepted;
    }

    [[nodiscard]] std::vector<IncomingEnvelope> after(std::uint64_t position, std::size_t limit) const {
        std::vector<IncomingEnvelope> page;
        for (std::size_t i = position; i < entries_.size() && page.size() < limit; ++i)
            page.push_back(entries_[i]);
        return page;
    }
    [[nodiscard]] bool holds(const ActorId& actor, std::uint64_t seq) const {
        const auto head = heads_.find(actor);
        return head != heads_.end() && head->second >= seq;
    }
    [[nodiscard]] std::uint64_t size() const { return entries_.size(); }
    static Hash chainAt(std::uint64_t position) {
        return position == 0 ? Hash{} : hashOf("toy chain", {viewOf(std::to_string(position))});
    }

    /// Back to an earlier state, as from a backup.
    void restore(std::uint64_t position) {
        entries_.resize(position);
        heads_.clear();
        for (const IncomingEnvelope& entry : entries_)
            heads_[entry.actor] = entry.firstSeq + entry.changes.size() - 1;
    }

    WallMs timeMs = 1'700'000'000'000;

private:
    std::vector<IncomingEnvelope> entries_;
    std::map<ActorId, std::uint64_t> heads_;
};

/// Freezes what waits into envelopes of at most `changes` changes.
inline void freezeAll(Device& device, std::size_t changes = 4) {
    for (;;) {
        const auto pending = device.store->pendingChanges(theSpace, changes, 1 << 20);
        if (pending.empty()) return;
        OutgoingEnvelope envelope;
        envelope.firstSeq = pending.front().seq;
        envelope.lastSeq = pending.back().seq;
        // The toy's batch is the list of changes, each with its length, and a blinder.
        Bytes batch(16);
        device.random.fill(batch);
        for (const PendingChange& change : pending) {
            for (unsigned shift = 0; shift < 32; shift += 8)
                batch.push_back(static_cast<std::uint8_t>(change.change.size() >> shift));
            append(batch, change.change);
        }
        envelope.contentId = hashOf("toy batch", {batch});
        envelope.batch = batch;
        // And its envelope the names of the dependencies.
        for (const ActorHead& head : device.store->unsentDependencies(theSpace)) {
            append(envelope.envelope, head.actor.view());
            for (unsigned shift = 0; shift < 64; shift += 8)
                envelope.envelope.push_back(static_cast<std::uint8_t>(head.seq >> shift));
        }
        device.store->freeze(theSpace, envelope);
    }
}

inline std::uint64_t numberAt(const Bytes& bytes, std::size_t at, std::size_t size) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < size; ++i)
        number |= static_cast<std::uint64_t>(bytes[at + i]) << (8 * i);
    return number;
}

inline ToyLog::Offer offerOf(const Device& device, const OutgoingEnvelope& envelope) {
    ToyLog::Offer offer;
    offer.actor = device.space().actor;
    offer.device = *device.store->device();
    offer.firstSeq = envelope.firstSeq;
    offer.contentId = envelope.contentId;
    for (std::size_t at = 16; at < envelope.batch.size();) {
        const std::size_t size = numberAt(envelope.batch, at, 4);
        const auto begin = envelope.batch.begin() + static_cast<std::ptrdiff_t>(at + 4);
        offer.changes.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(size));
        at += 4 + size;
    }
    for (std::size_t at = 0; at < envelope.envelope.size(); at += 24) {
        ActorHead head;
        std::copy_n(envelope.envelope.begin() + static_cast<std::ptrdiff_t>(at), 16,
                    head.actor.bytes.begin());
        head.seq = numberAt(envelope.envelope, at + 16, 8);
        offer.dependencies.push_back(head);
    }
    return offer;
}

/// Offers what is frozen; the outcome of each is told to the store unless the answer is lost.
inline void push(Device& device, ToyLog& log, bool answerLost = false) {
    for (const OutgoingEnvelope& envelope : device.store->outgoing(theSpace, 256)) {
        switch (log.append(offerOf(device, envelope))) {
            case ToyLog::Answer::Accepted:
            case ToyLog::Answer::Duplicate:
                if (!answerLost) device.store->acknowledge(theSpace, envelope.contentId, log.timeMs);
                break;
            case ToyLog::Answer::Fork:
                device.store->reincarnate(theSpace);
                return;
            case ToyLog::Answer::Gap:
            case ToyLog::Answer::DependenciesMissing:
                return;
        }
    }
}

/// One page of at most so many entries.
inline Result<void> pull(Device& device, const ToyLog& log, std::size_t limit = 1000) {
    const std::uint64_t from = device.space().position;
    const auto page = log.after(from, limit);
    return device.store->applyPage(theSpace, page, from + page.size(), ToyLog::chainAt(from + page.size()),
                                   log.size());
}

inline void sync(Device& device, ToyLog& log) {
    freezeAll(device);
    push(device, log);
    const auto pulled = pull(device, log);
    if (!pulled) throw std::runtime_error(pulled.error().message);
}

}  // namespace veldwijzer::store::testing
