// SPDX-License-Identifier: EUPL-1.2
#include "paper/paper_words.h"

namespace veldwijzer::paper {

Words dutch() {
    return {.caseCode = "Zaakcode",
            .version = "versie",
            .status = "Stand",
            .completedBy = "Afgerond door",
            .retainUntil = "Bewaard tot en met",
            .printedAt = "Afgedrukt",
            .seal = "Zegel",
            .page = "blad",
            .of = "van",
            .notAnswered = "niet beantwoord",
            .yes = "Ja",
            .no = "Nee",
            .score = "Score",
            .late = "Later geschreven, niet in wat is afgerond",
            .row = "nummer",
            .inProgress = "niet afgerond",
            .completed = "afgerond",
            .amending = "afgerond; een correctie is nog niet klaar",
            .amended = "afgerond en daarna gecorrigeerd"};
}

Words english() {
    return {.caseCode = "Case code",
            .version = "version",
            .status = "Status",
            .completedBy = "Completed by",
            .retainUntil = "Kept until",
            .printedAt = "Printed",
            .seal = "Seal",
            .page = "page",
            .of = "of",
            .notAnswered = "not answered",
            .yes = "Yes",
            .no = "No",
            .score = "Score",
            .late = "Written later, not in what was completed",
            .row = "number",
            .inProgress = "in progress",
            .completed = "completed",
            .amending = "completed; a correction is not finished",
            .amended = "completed, and corrected since"};
}

}  // namespace veldwijzer::paper
