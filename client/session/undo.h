// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "session/session.h"

namespace veldwijzer::session {

struct UndoReport {
    std::vector<RecordId> records;  ///< that were put back
    std::uint64_t undone = 0;       ///< fields, and whole records deleted or restored
    /// Left as they are, as FIELD or KIND: somebody wrote there since, or it only ever goes up.
    std::vector<std::string> left;
};

/// Takes back this device's last change, wherever it was written: as a change of its own, so that history
/// shows both and a second undo takes the undoing back. NotFound when there is none that this device still
/// has in full (it keeps the newest); what colleagues wrote since is never undone. Erasing cannot be taken
/// back: InvalidArgument.
Result<UndoReport> undoLast(Session& session);

}  // namespace veldwijzer::session
