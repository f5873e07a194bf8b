// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace veldwijzer {

/// Ends the program with a message: what only we can do wrong meets ENSURE.
[[noreturn]] void ensureFailed(const char* condition, const char* file, int line) noexcept;

}  // namespace veldwijzer

/// A programmer's promise, checked in every build. Never used on bytes from outside.
#define ENSURE(condition) \
    ((condition) ? static_cast<void>(0) : ::veldwijzer::ensureFailed(#condition, __FILE__, __LINE__))
