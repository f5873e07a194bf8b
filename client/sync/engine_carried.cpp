// SPDX-License-Identifier: EUPL-1.2
// What the engine does with changes of others that came by hand.
#include <algorithm>

#include "sync/engine.h"
#include "wire/envelope.h"

namespace veldwijzer::sync {

namespace {

/// What the log does not hold by now, of authors who lost the right to write there, it never will: the server
/// would say so, but what is sealed under an older key is not even offered.
void dropWhatNobodyWillTake(store::Store& store, const roster::Roster& roster, const store::SpaceRow& row) {
    if (row.position < row.headPosition) return;
    for (const store::CarriedEnvelope& carried : store.carried(row.id))
        if (const auto may = roster.mayWrite(carried.opened.device, row.id); !may)
            store.dropCarried(row.id, carried.opened.actor, carried.opened.firstSeq,
                              errorName(may.error().code));
}

}  // namespace

void Engine::takeCarriedOutcomes(const wire::SyncResponse& answer) {
    const std::size_t first = underWay_->envelopes.size();
    const auto answered = static_cast<std::size_t>(answer.outcomes_size());
    for (std::size_t i = 0; i < underWay_->carried.size() && first + i < answered; ++i) {
        const CarriedPush& pushed = underWay_->carried[i];
        const wire::Outcome& outcome = answer.outcomes(static_cast<int>(first + i));
        switch (static_cast<wire::OutcomeStatus>(outcome.status())) {
            case wire::OutcomeStatus::Accepted:
            case wire::OutcomeStatus::Duplicate:
                store_.noteCarriedOffered(pushed.space, pushed.contentId);
                moreToDo_ = true;  // ours may have waited for it, and there may be more of it
                break;
            case wire::OutcomeStatus::Rejected:
                // Ours that the log holds must be known to be there, before the rest is authored again.
                if (const auto row = store_.space(pushed.space); row->position == row->headPosition)
                    store_.dropCarried(pushed.space, pushed.actor, pushed.firstSeq, outcome.reason());
                moreToDo_ = true;
                break;
            default:
                break;
        }
    }
    if (store_.carriedCount() == 0) return;
    for (const store::SpaceRow& row : store_.spaces())
        if (keeper_.roster().mayRead(identity_.device(), row.id))
            dropWhatNobodyWillTake(store_, keeper_.roster(), row);
}

void Engine::dropOvertaken(const SpaceId& space, const std::vector<store::IncomingEnvelope>& page) {
    if (store_.carriedCount() == 0) return;
    for (const store::CarriedEnvelope& carried : store_.carried(space)) {
        const auto overtakes = [&](const store::IncomingEnvelope& envelope) {
            return envelope.device == carried.opened.device && envelope.actor != carried.opened.actor &&
                   envelope.epoch > carried.epoch;
        };
        if (std::any_of(page.begin(), page.end(), overtakes))
            store_.dropCarried(space, carried.opened.actor, carried.opened.firstSeq,
                               errorName(ErrorCode::EpochOld));
    }
}

}  // namespace veldwijzer::sync
