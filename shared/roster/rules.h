// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/limits.h"

/// Sizes and purposes of the membership log that both sides must agree on; PROTOCOL.md explains them.
namespace veldwijzer::roster {

inline constexpr std::size_t nonceBytes = 16;
/// A space's key sealed to a box key (crypto_box_seal), and sealed under the next epoch's key.
inline constexpr std::size_t sealedKeyBytes = 80;
inline constexpr std::size_t keyUnderKeyBytes = 72;
/// A name of `limits::memberNameBytes`, padded and sealed, has room to spare.
inline constexpr std::size_t sealedNameBytes = 512;
/// Live devices of one person.
inline constexpr std::size_t devicesPerMember = 16;
/// All devices that ever were in a region, and all spaces that are not personal.
inline constexpr std::size_t devicesPerRegion = 20'000;
inline constexpr std::size_t sharedSpacesPerRegion = limits::spacesPerRequest;

/// So many recipients fit in the entry of a new epoch, with room to spare.
inline constexpr std::size_t epochRecipients = 2'000;

inline constexpr std::string_view entryPurpose = "veldwijzer roster entry";
inline constexpr std::string_view bodyPurpose = "veldwijzer roster body";
inline constexpr std::string_view foundingPurpose = "veldwijzer founding";
inline constexpr std::string_view joiningPurpose = "veldwijzer joining";
inline constexpr std::string_view joinRequestPurpose = "veldwijzer join request";

}  // namespace veldwijzer::roster
