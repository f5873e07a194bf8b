// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <string>

#include "session/session.h"

/// Words that need the records themselves. Store thread.
namespace veldwijzer::app {

/// All its digits; `Session::recordFrom` takes it back.
[[nodiscard]] std::string idText(const RecordId& id);
/// "u", "Anna", or a short id.
[[nodiscard]] QString authorWords(const session::Session& session, const ActorId& actor);
/// The record's title; a short id when it is not on this device.
[[nodiscard]] QString titleWords(const session::Session& session, const RecordId& id);
/// As valueLabel, with the title of what a reference points at.
[[nodiscard]] QString shownText(const session::Session& session, std::string_view kind,
                                std::string_view field, const merge::Value& value);

}  // namespace veldwijzer::app
