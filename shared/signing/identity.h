// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/ids.h"

namespace veldwijzer {

/// Fresh for each installation of a device, and again after a restore or a clone.
using Incarnation = FixedBytes<struct IncarnationTag, 8>;

// Ids are hashes of what they name: nobody can swap the key behind one.
[[nodiscard]] DeviceId deviceIdOf(const SigningPublicKey& key);
[[nodiscard]] InvitationId invitationIdOf(const SigningPublicKey& key);
[[nodiscard]] ServerId serverIdOf(const SigningPublicKey& key);
/// One actor writes one gapless sequence of changes in each space.
[[nodiscard]] ActorId actorOf(const DeviceId& device, const Incarnation& incarnation);

/// The link after `previous` in a hash chain; `previous` is all zero before the first entry.
[[nodiscard]] Hash nextInChain(const Hash& previous, ByteView entry);

}  // namespace veldwijzer
