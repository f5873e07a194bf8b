// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "store/types.h"

namespace veldwijzer::session {

/// All that a record shows, as edits that make it again. Private to this room.
[[nodiscard]] store::RecordEdit copyOf(const merge::Record& record, const merge::ClampedTime& clamped);

}  // namespace veldwijzer::session
