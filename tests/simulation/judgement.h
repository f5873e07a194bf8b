// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "simulation/world.h"

namespace veldwijzer::simulation {

/// Judges what a finished history came to, from the ledger and the server's log alone:
///
/// - convergence: every device's records of a space that it reads are, byte for byte, those of the naive
/// model
///   (tests/merge/oracle.h) of the log; digests are equal and equal to the model's;
/// - no silent loss: every operation of a deed that a person was told is safe stands in the log, once, naming
///   what its author saw and nothing else, and is then current, replaced by one that named it, outdone,
///   erased, or in the conflict inbox of every device; or its change lies in its author's tray with a reason;
/// - the log verifies, and no number of an actor stands in it twice;
/// - the history of every record tells every value that was superseded.
[[nodiscard]] std::optional<Failure> judge(World& world);

}  // namespace veldwijzer::simulation
