// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <map>
#include <optional>

#include "app/checklist_row.h"
#include "session/checklists.h"

/// What the session knows of a list, in words; and what waits beside it on this device.
namespace veldwijzer::app {

/// "Nog 12 dagen bewaard", "Wordt morgen gewist", "Wordt vandaag gewist".
[[nodiscard]] QString retentionText(std::int64_t daysLeft);
/// "3 maart 2027" of "2027-03-03".
[[nodiscard]] QString isoDayText(const std::string& day);
[[nodiscard]] QString listStateText(session::ListState state);
/// A name; of oneself "u".
[[nodiscard]] QString personText(const std::string& name);
/// "Alleen u", "Team Noord".
[[nodiscard]] QString audienceText(const std::string& team);

/// Answers in conflict by field, in words.
[[nodiscard]] ChecklistClashes clashesOf(const session::Checklist& list, WallMs now);

/// The services that contact cards of a template mean, by the card's code. Store thread.
using CardLines = std::map<std::string, CallLine>;
[[nodiscard]] CardLines serviceCards(const session::Session& session,
                                     const checklist::Questionnaire& questionnaire);
/// National lines, then these.
[[nodiscard]] CardFinder cardsWith(CardLines services);

/// What was typed in a list and is no answer yet, by key. Lists that are gone leave nothing. Store thread.
[[nodiscard]] std::map<QString, QString> keptUnfinished(const session::Session& session,
                                                        const RecordId& list);
void keepUnfinishedIn(session::Session& session, const RecordId& list,
                      const std::map<QString, QString>& typed);

}  // namespace veldwijzer::app
