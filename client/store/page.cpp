// SPDX-License-Identifier: EUPL-1.2
#include "store/page.h"

#include <algorithm>

#include "signing/identity.h"
#include "store/change_codec.h"
#include "store/change_verdict.h"
#include "store/operation_groups.h"
#include "store/reauthoring.h"

namespace veldwijzer::store {
namespace {

/// Of changes that are decoded in one go.
constexpr std::size_t pieceBytes = std::size_t{16} << 10U;

std::uint64_t lastSeqOf(const IncomingEnvelope& envelope) {
    return envelope.firstSeq + envelope.changes.size() - 1;
}

}  // namespace

Page::Page(Tables& tables, Workbench& bench, Executor& helpers, const SpaceId& space, const DeviceId& device,
           std::function<Incarnation()> incarnation)
    : tables_(tables),
      bench_(bench),
      helpers_(helpers),
      space_(*tables.spaces.find(space)),
      device_(device),
      incarnation_(std::move(incarnation)),
      logHeads_(tables, space_),
      ownAcked_(space_.row.ackedSeq),
      offeredSeq_(space_.offeredSeq) {}

Result<void> Page::plan(std::span<const IncomingEnvelope> envelopes) {
    for (const IncomingEnvelope& envelope : envelopes) {
        if (envelope.changes.empty()) continue;
        logHeads_.pass(envelope);
        lastTimeMs_ = envelope.serverTimeMs;
        if (envelope.actor == space_.row.actor && !copied_ && planOwn(envelope)) continue;
        ActorHead& head = headOf(envelope);
        if (envelope.firstSeq == 0 || envelope.firstSeq > head.seq + 1)
            return fail(ErrorCode::ChainBroken,
                        "a change is missing from the server's log. What is on this device is safe");
        if (lastSeqOf(envelope) <= head.seq) continue;
        const bool landed = tables_.carried.any(space_.key) && planCarried(envelope);
        fresh_.push_back({&envelope, static_cast<std::size_t>(head.seq + 1 - envelope.firstSeq), landed,
                          acknowledged_.size()});
        head.seq = lastSeqOf(envelope);
        head.contentId = envelope.contentId;
        moved_.insert(envelope.actor);
    }
    return {};
}

/// True when the envelope is ours and tells nothing new.
bool Page::planOwn(const IncomingEnvelope& envelope) {
    if (lastSeqOf(envelope) <= ownAcked_) {
        // Seen again in the log of a server that had lost its memory: this much it has.
        offeredSeq_ = std::max(offeredSeq_, lastSeqOf(envelope));
        return true;
    }
    const auto waiting = tables_.outbox.find(space_.key, envelope.contentId);
    if (waiting && waiting->first == envelope.firstSeq && waiting->last == lastSeqOf(envelope)) {
        acknowledged_.push_back({waiting->last, envelope.contentId, envelope.serverTimeMs});
        ownAcked_ = waiting->last;
        return true;
    }
    copied_ = true;
    const Hash& content = acknowledged_.empty() ? space_.ackedContentId : acknowledged_.back().contentId;
    heads_[envelope.actor] = {envelope.actor, device_, ownAcked_, content};
    return false;
}

bool Page::planCarried(const IncomingEnvelope& envelope) {
    if (forks_.contains(envelope.actor)) return false;
    const auto content = tables_.carried.contentOf(space_.key, envelope.actor, envelope.firstSeq);
    if (content == envelope.contentId) return true;
    const auto head = tables_.carried.head(space_.key, envelope.actor);
    if (head && head->seq >= envelope.firstSeq) forks_[envelope.actor] = envelope.firstSeq;
    return false;
}

ActorHead& Page::headOf(const IncomingEnvelope& envelope) {
    const auto known = heads_.find(envelope.actor);
    if (known != heads_.end()) return known->second;
    const auto stored = tables_.actors.head(space_.key, envelope.actor);
    return heads_[envelope.actor] = stored ? *stored : ActorHead{envelope.actor, envelope.device, 0, {}};
}

// What is here already goes first: acknowledgements, and what came by hand. What stands before one of these
// in the log is either known here, because its author or we had seen it, or concurrent with it, and then the
// order does not matter. Among themselves they keep the order of the log: they may build on each other.
void Page::apply() {
    tables_.spaces.edit(space_.row.id).offeredSeq = std::min(offeredSeq_, space_.row.ackedSeq);
    std::size_t acknowledged = 0;
    for (const Fresh& fresh : fresh_) {
        if (!fresh.landed) continue;
        acknowledge(acknowledged, fresh.acknowledgedBefore);
        acknowledged = fresh.acknowledgedBefore;
        land(fresh);
    }
    acknowledge(acknowledged, acknowledged_.size());
    if (copied_ || !forks_.empty()) {
        bench_.flush();
        const LostByHand lost{forks_, errorName(ErrorCode::SequenceFork), lastTimeMs_};
        reauthor(tables_, space_.row.id, device_, incarnation_(), nullptr, lost);
    }
    applyFresh();
    for (const ActorId& actor : moved_)
        tables_.actors.setHead(space_.key, heads_.at(actor));
    logHeads_.save();
}

void Page::acknowledge(std::size_t from, std::size_t to) {
    acknowledgeEnvelopes(tables_, bench_, space_.row.id, std::span(acknowledged_).subspan(from, to - from));
}

void Page::land(const Fresh& fresh) {
    const IncomingEnvelope& envelope = *fresh.envelope;
    std::vector<Arrival> arrivals;
    bool clamped = false;
    OperationGroups groups;
    for (std::size_t i = fresh.first; i < envelope.changes.size(); ++i) {
        const std::uint64_t seq = envelope.firstSeq + i;
        arrivals.push_back({seq, envelope.changes[i],
                            decodeChange(envelope.actor, seq, envelope.changes[i], Plain::AsBytes)});
    }
    for (Arrival& arrival : arrivals) {
        // On the bench whatever the log says of them: what was shown by hand and is refused here has to go.
        if (*arrival.change)
            for (const merge::RecordOperations& target : (*arrival.change)->records)
                bench_.note(space_, target);
        clamped = takeChange(envelope, arrival) || clamped;
        if (*arrival.change) groups.add(**arrival.change);
    }
    tables_.carried.drop(space_.key, envelope.actor, envelope.firstSeq);
    groups.forEach(
        [&](std::span<merge::RecordOperations*> targets) { bench_.land(space_, targets, clamped); });
}

void Page::applyFresh() {
    std::vector<Arrival> arrivals;
    std::vector<const IncomingEnvelope*> from;
    for (const auto& [envelope, first, landed, acknowledgedBefore] : fresh_) {
        if (landed) continue;
        for (std::size_t i = first; i < envelope->changes.size(); ++i) {
            arrivals.push_back({envelope->firstSeq + i, envelope->changes[i], std::nullopt});
            from.push_back(envelope);
        }
    }
    // Small changes go together: a handful of records is worth handing over, a single edit is not.
    std::vector<std::size_t> pieceOf(arrivals.size());
    std::vector<std::size_t> firsts;
    for (std::size_t i = 0, bytes = pieceBytes; i < arrivals.size(); ++i) {
        if (bytes >= pieceBytes) {
            firsts.push_back(i);
            bytes = 0;
        }
        bytes += arrivals[i].bytes.size();
        pieceOf[i] = firsts.size() - 1;
    }
    Pieces decoding(helpers_, firsts.size(), [&](std::size_t piece) {
        for (std::size_t i = firsts[piece]; i < arrivals.size() && pieceOf[i] == piece; ++i)
            arrivals[i].change =
                decodeChange(from[i]->actor, arrivals[i].seq, arrivals[i].bytes, Plain::AsBytes);
    });
    for (std::size_t i = 0; i < arrivals.size();) {
        const IncomingEnvelope& envelope = *from[i];
        OperationGroups groups;
        for (; i < arrivals.size() && from[i] == &envelope; ++i) {
            decoding.await(pieceOf[i]);
            takeChange(envelope, arrivals[i]);
            if (*arrivals[i].change) groups.add(**arrivals[i].change);
        }
        groups.forEach([this](std::span<merge::RecordOperations*> targets) { bench_.take(space_, targets); });
        bench_.flushFresh(space_);
    }
}

bool Page::takeChange(const IncomingEnvelope& envelope, Arrival& arrival) {
    Result<merge::Change>& change = *arrival.change;
    if (!change) {
        // Every replica meets the same bytes and comes to the same verdict: the log goes on without it.
        tables_.tray.addQuarantined(space_.key, envelope.actor, arrival.seq, change.error().message,
                                    arrival.bytes);
        return false;
    }
    const auto inLog = [&](const merge::OperationId& named) { return logHeads_.holds(named, envelope); };
    if (const std::string reasons = takeOutInvalid(*change, envelope.ownRecordsOf, inLog); !reasons.empty())
        tables_.tray.addQuarantined(space_.key, envelope.actor, arrival.seq, reasons, arrival.bytes);
    return tables_.clamps.note(space_.key, envelope.actor, arrival.seq, change->wallMs,
                               envelope.serverTimeMs);
}

}  // namespace veldwijzer::store
