// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>

#include "log/log.h"

namespace veldwijzer::server::test {

/// Makes a fresh, empty log.
using MakeLog = std::function<std::unique_ptr<Log>()>;

/// What every store must do. Called from a TEST_CASE with sections of its own, once for each store.
void checkLogContract(const MakeLog& make);

}  // namespace veldwijzer::server::test
