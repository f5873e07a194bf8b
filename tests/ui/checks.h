// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ui/stage.h"

namespace veldwijzer::test {

/// What must hold in every state of the app. Each reports through Catch and leaves the window as it likes:
/// the next one resizes it.

/// Every control has a name; nothing secret is read out; at least one control is there.
void checkNames(Stage& stage);
/// Tab alone reaches every control in sight, from top to bottom within what belongs together, and each shows
/// a ring when it is reached.
void checkKeyboard(Stage& stage);
/// Nothing to be pressed is smaller than 44 by 44, on the narrowest phone.
void checkTouch(Stage& stage);
/// At twice the size on the narrowest phone no text is cut off.
void checkClipping(Stage& stage);

}  // namespace veldwijzer::test
