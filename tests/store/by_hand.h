// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <vector>

#include "toy_log.h"

/// Envelopes that go from device to device without the toy's server.
namespace veldwijzer::store::testing {

inline CarriedEnvelope carriedFrom(const Device& author, const OutgoingEnvelope& envelope) {
    const ToyLog::Offer offer = offerOf(author, envelope);
    CarriedEnvelope carried;
    carried.opened.device = offer.device;
    carried.opened.actor = offer.actor;
    carried.opened.contentId = offer.contentId;
    carried.opened.firstSeq = offer.firstSeq;
    carried.opened.changes = offer.changes;
    for (const ActorHead& head : offer.dependencies)
        carried.dependencies.push_back({head.actor, head.seq});
    carried.envelope = envelope.envelope;
    return carried;
}

/// All that `from` holds goes to `to`; how many envelopes were new there.
inline std::size_t carry(Device& from, Device& to) {
    freezeAll(from);
    std::vector<CarriedEnvelope> bundle;
    for (const OutgoingEnvelope& envelope : from.store->heldEnvelopes(theSpace))
        bundle.push_back(carriedFrom(from, envelope));
    for (CarriedEnvelope& envelope : from.store->carried(theSpace))
        bundle.push_back(std::move(envelope));
    std::size_t taken = 0;
    for (bool more = true; std::exchange(more, false);)
        for (const CarriedEnvelope& envelope : bundle) {
            if (envelope.opened.device == *to.store->device() && envelope.opened.actor == to.space().actor)
                continue;
            const auto result = to.store->takeByHand(theSpace, envelope);
            if (!result || !*result) continue;
            ++taken;
            more = true;
        }
    return taken;
}

/// Offers the server what came by hand; it refuses what devices of `refused` wrote.
inline void pushCarried(Device& device, ToyLog& log, const std::set<DeviceId>& refused = {}) {
    for (const CarriedEnvelope& carried : device.store->carriedToOffer(theSpace, 1, 256, 1 << 20)) {
        const IncomingEnvelope& opened = carried.opened;
        ToyLog::Offer offer{opened.actor,     opened.device,  opened.firstSeq,
                            opened.contentId, opened.changes, {}};
        for (const SeenHead& seen : carried.dependencies)
            offer.dependencies.push_back({seen.actor, {}, seen.seq, {}});
        if (refused.contains(opened.device) && !log.holds(opened.actor, opened.firstSeq)) {
            device.store->dropCarried(theSpace, opened.actor, opened.firstSeq, "forbidden");
            return;
        }
        switch (log.append(offer)) {
            case ToyLog::Answer::Accepted:
            case ToyLog::Answer::Duplicate:
                device.store->noteCarriedOffered(theSpace, opened.contentId);
                break;
            case ToyLog::Answer::Fork:
                device.store->dropCarried(theSpace, opened.actor, opened.firstSeq, "sequence-fork");
                return;
            default:
                break;
        }
    }
}

}  // namespace veldwijzer::store::testing
