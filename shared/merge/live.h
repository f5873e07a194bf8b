// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "merge/record.h"

/// What record.cpp and conflicts.cpp both need to ask of live operations. Not for other rooms.
namespace veldwijzer::merge {

/// Whether the author of some live Delete had seen the operation.
bool wasSeenByADelete(const Record& record, const OperationId& id);

/// The order in which values are shown: latest clamped time first, then the greater id.
bool shownBefore(const LiveOperation& a, const LiveOperation& b, const ClampedTime& clamped);

}  // namespace veldwijzer::merge
