// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>

#include "store/workbench.h"

namespace veldwijzer::store {

struct AcknowledgedUpTo {
    std::uint64_t lastSeq = 0;
    Hash contentId;  ///< of the envelope that ends there
    WallMs serverTimeMs = 0;
};

/// The server holds our changes up to the last of these, which ascend: the outbox forgets them
/// and the bases of their records move on. A record with nothing more of ours pending has no base any more:
/// what is shown is what the server knows.
///
/// An acknowledgement of one envelope acknowledges those before it: the server takes our changes in order.
void acknowledgeEnvelopes(Tables& tables, Workbench& bench, const SpaceId& space,
                          std::span<const AcknowledgedUpTo> envelopes);

}  // namespace veldwijzer::store
