// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/random.h"
#include "log/log.h"
#include "roster/invitation_link.h"
#include "roster/roster.h"
#include "signing/keys.h"

namespace veldwijzer::server {

/// How long a bootstrap invitation may be redeemed.
inline constexpr std::int64_t bootstrapLifeMs = 14LL * 24 * 3600 * 1000;

/// Makes a region in an empty log: its id, the server's epoch, a bootstrap invitation. Returns the link for
/// the first coordinator, the only place where the bootstrap secret exists. `url` is how devices reach this
/// server.
[[nodiscard]] roster::InvitationLink foundRegion(Log& log, const SigningKey& serverKey, std::string name,
                                                 std::string url, Random& random, WallMs now);

/// What the membership log of this region must begin with.
[[nodiscard]] roster::Anchor anchorOf(const Log& log, const Region& region);

/// For so long after a restore members' devices may give the membership log back.
inline constexpr std::int64_t refillMs = 90LL * 24 * 3600 * 1000;

/// A fresh bootstrap invitation that voids the one before. Forbidden when the region has its first
/// coordinator already: from then on coordinators invite, and a server that could would be a back door.
[[nodiscard]] Result<roster::InvitationLink> renewBootstrap(Log& log, Random& random, WallMs now);

}  // namespace veldwijzer::server
