// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <QStringList>

#include "session/session.h"

namespace veldwijzer::app {

enum class OpenState { Unknown, Open, Closed };

/// What a card says of a service beside what the search already knows. A value.
struct ServiceLine {
    OpenState open = OpenState::Unknown;
    QString openText;  ///< "Nu open, tot 17:00"
    bool stale = true;
    QString assuredText;  ///< "Gecontroleerd op 3 maart 2026"
    int referrals = -1;   ///< 1 takes them, 0 does not, -1: nobody said
    QString referralsText;
    QStringList audience;  ///< codes
    bool pending = false;  ///< has work that is not sent yet
    bool conflict = false;
};

/// On the store thread. NotFound.
[[nodiscard]] Result<ServiceLine> serviceLine(const session::Session& session, const RecordId& id, WallMs at);

/// "Nu open, tot 17:00", "Gesloten, open morgen om 09:00"; empty when nobody said when it is open.
[[nodiscard]] QString openWords(const std::optional<domain::Openness>& open, WallMs at);
[[nodiscard]] OpenState openState(const std::optional<domain::Openness>& open);
/// "Gecontroleerd op 3 maart 2026", "Nog nooit gecontroleerd".
[[nodiscard]] QString assuredWords(const std::optional<std::chrono::sys_days>& assured);
/// "maandag".
[[nodiscard]] QString weekdayWords(std::chrono::sys_days day);

}  // namespace veldwijzer::app
