// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/ids.h"
#include "merge/operation.h"

namespace veldwijzer::store {

/// Takes out of `change` what every replica refuses, and says why; empty when nothing was wrong. The ids of
/// the operations that stay are as they were. `ownRecordsOf`: operations on records of anybody else are
/// refused. `known`: whether the named operation stands before this change.
[[nodiscard]] std::string takeOutInvalid(merge::Change& change, const std::optional<MemberId>& ownRecordsOf,
                                         const std::function<bool(const merge::OperationId&)>& known);

}  // namespace veldwijzer::store
