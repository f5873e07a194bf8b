// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "cli/context.h"
#include "session/people.h"

/// What the commands about people, teams and devices share.
namespace veldwijzer::cli {

/// Opens the vault, does a deed of membership and syncs once. `deed` gives the document to answer with; it is
/// judged and kept before anything is sent, so without a network it waits. `done` is what a person reads.
Result<ExitCode> membershipDeed(Context& context,
                                const std::function<Result<Json>(session::Session&, session::People&)>& deed,
                                std::string_view done);

/// "unknown" when this device cannot know.
[[nodiscard]] std::string seenText(const std::optional<WallMs>& lastSeenMs);
[[nodiscard]] Json jsonOf(const session::PersonDevice& device);

/// `role`: coordinator, editor, professional or attendee.
[[nodiscard]] CLI::Validator isRole();

}  // namespace veldwijzer::cli
