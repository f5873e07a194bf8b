// SPDX-License-Identifier: EUPL-1.2
#include "log/outcomes.h"

namespace veldwijzer::server {
namespace {

using wire::OutcomeStatus;

wire::Outcome refusal(bool later, ErrorCode code) {
    wire::Outcome outcome = outcomeOf(later ? OutcomeStatus::RetryLater : OutcomeStatus::Rejected);
    outcome.set_reason(std::string(errorName(code)));
    return outcome;
}

wire::Outcome fromVerdict(Verdict verdict) {
    switch (verdict) {
        case Verdict::Accepted:
            return outcomeOf(OutcomeStatus::Accepted);
        case Verdict::Duplicate:
            return outcomeOf(OutcomeStatus::Duplicate);
        case Verdict::SequenceGap:
            return envelopeRefusal(ErrorCode::SequenceGap);
        case Verdict::SequenceFork:
            return envelopeRefusal(ErrorCode::SequenceFork);
        case Verdict::SeenElsewhere:
            // Sealed again once its author has heard of it, it will be taken.
            return refusal(true, ErrorCode::ServerRestored);
        case Verdict::DependenciesMissing:
            break;
    }
    return envelopeRefusal(ErrorCode::DependenciesMissing);
}

}  // namespace

wire::Outcome outcomeOf(OutcomeStatus status) {
    wire::Outcome outcome;
    outcome.set_status(static_cast<std::uint32_t>(status));
    return outcome;
}

wire::Outcome outcomeOf(const AppendOutcome& stored) {
    wire::Outcome outcome = fromVerdict(stored.verdict);
    if (stored.position > 0) {
        outcome.set_position(stored.position);
        outcome.set_server_time_ms(stored.serverTimeMs);
    }
    if (stored.head.seq > 0) {
        outcome.set_head_seq(stored.head.seq);
        outcome.set_head_content_id(toString(stored.head.contentId.view()));
    }
    return outcome;
}

wire::Outcome envelopeRefusal(ErrorCode code) {
    const bool later = code == ErrorCode::SequenceGap || code == ErrorCode::DependenciesMissing ||
                       code == ErrorCode::EpochOld || code == ErrorCode::EpochUnknown ||
                       code == ErrorCode::Storage;
    return refusal(later, code);
}

wire::Outcome rosterRefusal(ErrorCode code) {
    return refusal(code == ErrorCode::Storage, code);
}

}  // namespace veldwijzer::server
