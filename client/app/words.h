// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <chrono>
#include <string_view>

#include "base/clock.h"
#include "base/error.h"

/// Words for the screen that the core has no words for: it speaks of codes and instants.
namespace veldwijzer::app {

[[nodiscard]] QString text(std::string_view utf8);
[[nodiscard]] std::string utf8(const QString& text);

/// What happened, what is safe and what to do, in the language of the app. The core's own message is English
/// and for the log.
struct Words {
    QString title;
    QString explanation;
};
[[nodiscard]] Words wordsFor(const Error& error);

/// The same for what went wrong between this device and the server.
[[nodiscard]] Words syncWordsFor(const Error& error);

/// "zojuist", "13:16", "gisteren 13:16", "3 maart 13:16", "3 maart 2025": as short as is clear at `now`. In
/// Europe/Amsterdam.
[[nodiscard]] QString momentText(WallMs at, WallMs now);
/// "3 maart 2026".
[[nodiscard]] QString dayWords(std::chrono::sys_days day);

}  // namespace veldwijzer::app
