// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/result.h"
#include "ops/data_folder.h"

namespace veldwijzer::server {

struct ServeOptions {
    std::string listen = "127.0.0.1:8080";  ///< HOST:PORT; port 0 picks one
    bool behindProxy = false;
    bool exposedWithoutProxy = false;  ///< allows an address that other machines reach
};

/// Prints `listening on HOST:PORT` and serves until SIGTERM or SIGINT; then answers what has arrived, folds
/// the log and returns. Call it before any other thread is started: it blocks those signals.
[[nodiscard]] Result<void> serve(const DataFolder& folder, const ServeOptions& options);

}  // namespace veldwijzer::server
