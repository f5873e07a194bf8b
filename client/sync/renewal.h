// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "base/random.h"
#include "roster/roster.h"
#include "sync/identity.h"
#include "sync/keyring.h"
#include "veldwijzer.pb.h"

namespace veldwijzer::sync {

/// Somebody joined or left, or a key became current, after this device made `entry` and before it reached the
/// server: the same deed once more, with the keys of `upcoming` sealed to the devices of `upcoming`, and
/// signed as having seen `atServer`. Nothing for a deed that comes with no keys of others.
[[nodiscard]] std::optional<wire::RosterEntry> madeAnew(const wire::RosterEntry& entry,
                                                        const roster::Roster& upcoming,
                                                        const roster::Roster& atServer,
                                                        const Identity& identity, const Keyring& keyring,
                                                        Random& random);

}  // namespace veldwijzer::sync
