// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>

#include "store/tables.h"

namespace veldwijzer::store {

/// Changes of ours that are taken out, by seq; `reason` stands in the tray beside each.
struct Removal {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::string_view reason;
    WallMs at = 0;
};

/// Changes of others that came by hand and are taken out, by actor: from that seq on. They go to the tray.
struct LostByHand {
    std::map<ActorId, std::uint64_t> from{};
    std::string_view reason{};
    WallMs at = 0;  ///< for the tray
};

/// Authors everything unacknowledged again under a new actor of ours, without the changes that `removal`
/// names (null: all of them stay). Numbers start at one; an id is never used again with other content.
///
/// An operation that replaced a removed one replaces what that one had replaced, transitively: with the
/// removed change gone, that is what its author would have seen. Every touched record becomes its base plus
/// what is left. Envelopes go with their changes; the digest, being over the bases, stays.
///
/// What came by hand goes as far as `lost` says, and so does, with the reason
/// dependencies-missing, whatever of it builds on that or on unacknowledged changes of ours, whose ids are no
/// more: it comes again from its author, through the log.
void reauthor(Tables& tables, const SpaceId& space, const DeviceId& device, const Incarnation& incarnation,
              const Removal* removal, const LostByHand& lost);

}  // namespace veldwijzer::store
