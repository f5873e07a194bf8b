// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <vector>

#include "session/session.h"

namespace veldwijzer::app {

/// "Klopt niet meer": what somebody said about an entry, in a record of the kind "suggestion" that only they
/// can write. Open until somebody finds the entry right (`Session::assure`) later than it was written, or its
/// author takes it back: nobody else could mark it.
struct Remark {
    RecordId id;
    RecordId about;
    QString title;  ///< of what it is about
    QString words;
    QString by;  ///< "u" for one's own
    WallMs at = 0;
    bool mine = false;
};

/// Newest first; of one record only, if given. Reads every suggestion, at most `remarksAtMost`. Store thread.
[[nodiscard]] std::vector<Remark> openRemarks(const session::Session& session,
                                              std::optional<RecordId> about = std::nullopt);
inline constexpr std::size_t remarksAtMost = 5000;

}  // namespace veldwijzer::app
