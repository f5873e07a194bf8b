// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/ids.h"
#include "base/result.h"

namespace veldwijzer::roster {

/// What an invitation carries, as a link and in a QR code: `veldwijzer:join/<base64url of
/// wire::InvitationLink>`.
struct InvitationLink {
    std::string url;  ///< of the server, "https://…" ("http://" for a machine of one's own)
    SigningPublicKey serverKey;
    RegionId region;
    std::string regionName;
    std::optional<Hash> rootFingerprint;  ///< nothing: this one founds the region
    std::array<std::uint8_t, 16> secret{};
};

[[nodiscard]] std::string encodeLink(const InvitationLink& link);
/// InvalidArgument with a message for people: not a link of ours, cut off, made by a newer version.
[[nodiscard]] Result<InvitationLink> decodeLink(std::string_view text);

}  // namespace veldwijzer::roster
