// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "log/log.h"
#include "sqlite/database.h"

namespace veldwijzer::server {

/// Judges and stores one candidate inside the open transaction of `db`.
[[nodiscard]] AppendOutcome appendOne(Database& db, const Candidate& candidate, WallMs now);

/// See Log::find and Log::actorHead.
[[nodiscard]] std::optional<AppendOutcome> findStored(Database& db, const SpaceId& space,
                                                      const ActorId& actor, std::uint64_t firstSeq,
                                                      const Hash& contentId);
[[nodiscard]] ActorHead storedHead(Database& db, const SpaceId& space, const ActorId& actor);

}  // namespace veldwijzer::server
