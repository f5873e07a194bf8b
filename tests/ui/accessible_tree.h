// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QAccessible>
#include <functional>

#include "ui/stage.h"

namespace veldwijzer::test {

using ElementVisitor = std::function<void(const QAccessibleInterface& element, int depth)>;

/// As a screen reader that begins to listen; before anything is looked for.
void listen(Stage& stage);

/// What a screen reader finds in the window, parents before children; what is not shown is left out.
void forEveryElement(Stage& stage, const ElementVisitor& visit);

/// Role, name and, where there are any, value, description and states, on one line.
[[nodiscard]] QString describe(const QAccessibleInterface& element);

/// All of it, a line an element, two blanks a depth.
[[nodiscard]] QString accessibleTree(Stage& stage);

}  // namespace veldwijzer::test
