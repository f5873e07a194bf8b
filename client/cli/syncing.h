// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>

#include "cli/context.h"
#include "transport/http_transport.h"

namespace veldwijzer::cli {

/// Where a sync stands, on stderr: rewritten in place at a terminal, else a line now and then.
[[nodiscard]] std::function<void(const session::SyncReport&)> progressLine(const Context& context);

/// Syncs with the server of the vault's region. The Error is for a vault without one.
[[nodiscard]] Result<session::SyncReport> syncOnce(const Context& context, session::Session& session);

/// What a person must know about a sync that did not simply succeed.
[[nodiscard]] std::optional<Error> troubleOf(const session::SyncReport& report);

}  // namespace veldwijzer::cli
