// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "session/state.h"

/// Answers that this device wrote into a list which another device of the same person moved meanwhile. The
/// move ends the old list, so without care they would end with it, and nobody would be told. Private to this
/// room.
namespace veldwijzer::session {

/// Before a sync: remembers the answers that the server has not acknowledged.
void noteUnsentAnswers(Session::State& state);
/// After a complete one: those of lists that were moved go into the moved list, as late answers; others are
/// forgotten, because they have arrived or because their list was erased. True when something was written.
bool carryAnswersOver(Session::State& state);

}  // namespace veldwijzer::session
