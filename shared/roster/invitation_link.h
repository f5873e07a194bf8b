// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/ids.h"
#include "base/result.h"

namespace veldwijzer::roster {

/// What an invitation carries, as a link and in a QR code: `veldwijzer:join/<base64url of
/// wire::InvitationLink and 4 bytes of its hash>`.
struct InvitationLink {
    std::string url;  ///< of the server, "https://…" ("http://" for a machine of one's own)
    SigningPublicKey serverKey;
    RegionId region;
    std::string regionName;
    std::optional<Hash> rootFingerprint;  ///< nothing: this one founds the region
    std::array<std::uint8_t, 16> secret{};
};

[[nodiscard]] std::string encodeLink(const InvitationLink& link);
/// Finds the link in whatever was pasted: text around it, line breaks and spaces inside it don't matter.
/// InvalidArgument with a message for people: not a link of ours, cut off, changed, made by a newer version.
[[nodiscard]] Result<InvitationLink> decodeLink(std::string_view text);

}  // namespace veldwijzer::roster
