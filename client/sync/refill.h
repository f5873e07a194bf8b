// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "base/error.h"
#include "refill.pb.h"
#include "roster/roster.h"
#include "store/store.h"

namespace veldwijzer::sync {

/// Gives a server that lost its memory the membership log back, as far as this device has it.
///
/// Tried whenever the server knows less of it than we do, or does not know us at all. It fails at once where
/// the server lacks nothing, so whoever was really removed asks once more with each of the timer's tries.
class Refill {
public:
    /// Wanted from now on. `otherwise` is what is wrong if it does not help.
    void begin(const Error& otherwise);
    [[nodiscard]] bool wanted() const { return otherwise_.has_value(); }
    /// What to ask next: first how far the server's log reaches, then entries behind that.
    [[nodiscard]] wire::RefillRequest request(const roster::Roster& roster, const store::Store& store) const;
    enum class Step { Again, Done, Failed };
    /// Failed: `failure` says what is wrong.
    Step take(const wire::RefillResponse& answer, const roster::Roster& roster);
    [[nodiscard]] const Error& failure() const { return failure_; }
    /// No more of it for now.
    void stop() { otherwise_.reset(); }

private:
    Step fail(const Error& error);

    std::optional<Error> otherwise_;
    Error failure_{};
    std::optional<std::uint64_t> reaches_;  ///< the server's log, as it last said
};

}  // namespace veldwijzer::sync
