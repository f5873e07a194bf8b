// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/ids.h"
#include "sealing/sealed.h"

namespace veldwijzer {

/// Names in the membership log are sealed with the key of a space: a member's with that of the map, a team's
/// with the team's own. (An attendee holds no key of the map: their name is empty.) In front stand the space
/// and the epoch, so that a reader knows which key it needs. All have one size, so that none tells its
/// length.
struct NameSealedWith {
    SpaceId space;
    std::uint32_t epoch = 1;
};

/// `about` is the member's or team's id: a server can't put one person's name on another. At most
/// `limits::memberNameBytes`; a longer one is cut between two characters.
[[nodiscard]] Bytes sealName(const NameSealedWith& with, const SealingKey& key, ByteView about,
                             std::string_view name, Random& random);
/// Nothing if malformed.
[[nodiscard]] std::optional<NameSealedWith> nameSealedWith(ByteView sealedName);
/// Malformed or UnsealFailed.
[[nodiscard]] Result<std::string> unsealName(const SealingKey& key, ByteView about, ByteView sealedName);

}  // namespace veldwijzer
