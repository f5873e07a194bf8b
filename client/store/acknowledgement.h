// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store/workbench.h"

namespace veldwijzer::store {

/// The server holds our changes up to `lastSeq`, the end of the envelope `contentId`: the outbox forgets them
/// and the bases of their records move on. A record with nothing more of ours pending has no base any more:
/// what is shown is what the server knows.
///
/// An acknowledgement of one envelope acknowledges those before it: the server takes our changes in order.
void acknowledgeUpTo(Tables& tables, Workbench& bench, const SpaceId& space, std::uint64_t lastSeq,
                     const Hash& contentId, WallMs serverTimeMs);

}  // namespace veldwijzer::store
