// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "base/error.h"

namespace httplib {
struct Request;
}

namespace veldwijzer::server {

struct GuardRefusal {
    int status = 400;
    ErrorCode reason{};
    std::string message;
};

/// What cpp-httplib would accept and must not: looked at before any body is read, and before a path meets a
/// regular expression.
[[nodiscard]] std::optional<GuardRefusal> guardRequest(const httplib::Request& request);

}  // namespace veldwijzer::server
