// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "checklist/questionnaire.h"

namespace veldwijzer::checklist {

/// Finds conditions that wait for each other (A shows when B is answered, B when A is) and marks them, so
/// that enabling ends and does not depend on where one begins. Not for other rooms.
void markCircles(Questionnaire& questionnaire);

}  // namespace veldwijzer::checklist
