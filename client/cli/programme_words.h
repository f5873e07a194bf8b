// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "cli/context.h"
#include "session/programme.h"

/// The programme in the shapes that `--json` promises, and in words.
namespace veldwijzer::cli {

/// {"id","title","start","end","room","track","event","cancelled","favourite"}; times with their offset.
[[nodiscard]] Json jsonOf(const session::ItemView& view);
/// {"session","title","kinds","before","now","favourite"}; before and now {"start","end","room","capacity"}
/// or null.
[[nodiscard]] Json jsonOf(const session::ChangeView& view);
/// {"session","state","number","capacity","signed_up","news"}
[[nodiscard]] Json jsonOf(const session::Standing& standing);

/// "not-signed-up", "waiting-to-be-sent", "received", "confirmed", "waiting-list"
[[nodiscard]] std::string stateName(domain::Place::State state);
/// For people: "on the waiting list, number 3 (12 places)".
[[nodiscard]] std::string wordsOf(const session::Standing& standing);
[[nodiscard]] std::string wordsOf(domain::PlaceNews news);
/// "moved, other-room"
[[nodiscard]] std::string kindsOf(const session::ChangeView& view);
/// "2026-11-26 13:30–14:45"
[[nodiscard]] std::string timesOf(WallMs start, WallMs end);

}  // namespace veldwijzer::cli
