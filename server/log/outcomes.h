// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"
#include "log/log.h"

namespace veldwijzer::server {

[[nodiscard]] wire::Outcome outcomeOf(wire::OutcomeStatus status);
/// What the log made of an envelope.
[[nodiscard]] wire::Outcome outcomeOf(const AppendOutcome& stored);
/// RetryLater where the same content can be taken another time, Rejected otherwise; see SyncService.
[[nodiscard]] wire::Outcome envelopeRefusal(ErrorCode code);
/// Rejected, but for a storage fault.
[[nodiscard]] wire::Outcome rosterRefusal(ErrorCode code);

}  // namespace veldwijzer::server
