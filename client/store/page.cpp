// SPDX-License-Identifier: EUPL-1.2
#include "store/page.h"

#include <algorithm>

#include "merge/plain_record.h"
#include "signing/identity.h"
#include "store/change_codec.h"
#include "store/operation_groups.h"
#include "store/own_records.h"
#include "store/reauthoring.h"

namespace veldwijzer::store {
namespace {

/// Long enough to find the cause; a hostile change cannot fill the vault with reasons.
constexpr std::size_t reasonBytes = 200;

/// Of changes that are decoded in one go.
constexpr std::size_t pieceBytes = std::size_t{16} << 10U;

/// Takes out of `change` what every replica refuses, and says why; empty when nothing was wrong. The ids of
/// the operations that stay are as they were.
std::string takeOutInvalid(merge::Change& change, const IncomingEnvelope& envelope, LogHeads& logHeads) {
    std::string reasons;
    const auto refuse = [&](std::uint32_t index, std::string_view why) {
        if (reasons.size() < reasonBytes) reasons += std::to_string(index) + ": " + std::string(why) + "; ";
    };
    for (merge::RecordOperations& target : change.records) {
        const bool foreign = envelope.ownRecordsOf && !isOwnRecord(target.record, *envelope.ownRecordsOf);
        // What is plain is valid, unless somebody else's.
        if (!foreign && !target.plain.empty()) continue;
        merge::takeApart(target);
        std::erase_if(target.operations, [&](const merge::Operation& operation) {
            if (foreign) {
                refuse(operation.id.index, "a record of another member");
                return true;
            }
            auto why = merge::whyInvalid(target, operation);
            const auto inLog = [&](const merge::OperationId& named) {
                return logHeads.holds(named, envelope);
            };
            if (!why && !std::all_of(operation.replaces.begin(), operation.replaces.end(), inLog))
                why = "it names an operation that the log does not hold yet";
            if (why) refuse(operation.id.index, *why);
            return why.has_value();
        });
    }
    std::erase_if(change.records, [](const merge::RecordOperations& target) {
        return target.operations.empty() && target.plain.empty();
    });
    return reasons;
}

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
        if (envelope.actor == space_.row.actor && !copied_ && planOwn(envelope)) continue;
        ActorHead& head = headOf(envelope);
        if (envelope.firstSeq == 0 || envelope.firstSeq > head.seq + 1)
            return fail(ErrorCode::ChainBroken,
                        "a change is missing from the server's log. What is on this device is safe");
        if (lastSeqOf(envelope) <= head.seq) continue;
        fresh_.push_back({&envelope, static_cast<std::size_t>(head.seq + 1 - envelope.firstSeq)});
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

ActorHead& Page::headOf(const IncomingEnvelope& envelope) {
    const auto known = heads_.find(envelope.actor);
    if (known != heads_.end()) return known->second;
    const auto stored = tables_.actors.head(space_.key, envelope.actor);
    return heads_[envelope.actor] = stored ? *stored : ActorHead{envelope.actor, envelope.device, 0, {}};
}

// Acknowledgements go first, whatever the order in the log: what stands before one of ours there is either
// known here, because we had seen it, or concurrent with it, and then the order does not matter.
void Page::apply() {
    tables_.spaces.edit(space_.row.id).offeredSeq = std::min(offeredSeq_, space_.row.ackedSeq);
    acknowledgeEnvelopes(tables_, bench_, space_.row.id, acknowledged_);
    if (copied_) {
        bench_.flush();
        reauthor(tables_, space_.row.id, device_, incarnation_(), nullptr);
    }
    applyFresh();
    for (const ActorId& actor : moved_)
        tables_.actors.setHead(space_.key, heads_.at(actor));
    logHeads_.save();
}

void Page::applyFresh() {
    std::vector<Arrival> arrivals;
    std::vector<const IncomingEnvelope*> from;
    for (const auto& [envelope, first] : fresh_) {
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

void Page::takeChange(const IncomingEnvelope& envelope, Arrival& arrival) {
    Result<merge::Change>& change = *arrival.change;
    if (!change) {
        // Every replica meets the same bytes and comes to the same verdict: the log goes on without it.
        tables_.tray.addQuarantined(space_.key, envelope.actor, arrival.seq, change.error().message,
                                    arrival.bytes);
        return;
    }
    if (const std::string reasons = takeOutInvalid(*change, envelope, logHeads_); !reasons.empty())
        tables_.tray.addQuarantined(space_.key, envelope.actor, arrival.seq, reasons, arrival.bytes);
    tables_.clamps.note(space_.key, envelope.actor, arrival.seq, change->wallMs, envelope.serverTimeMs);
}

}  // namespace veldwijzer::store
