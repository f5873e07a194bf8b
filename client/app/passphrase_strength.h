// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

namespace veldwijzer::app {

/// How hard a passphrase is to guess, for somebody who has the vault's files and tries the likely ones first.
enum class Strength {
    TooShort,  ///< the vault refuses it: limits::passphraseMinCharacters
    Weak,      ///< days or less; the app asks for more
    Fair,      ///< months to years
    Good,
    Strong,
};

/// An estimate in bits, and a careful one: words count as words from a list of a few thousand however long
/// they are, what follows from what stands before it (repeats, rows of a keyboard, alphabets, years) nearly
/// nothing, and what everybody chooses almost nothing. It cannot know what others know about the person.
[[nodiscard]] double guessBits(const QString& passphrase);
[[nodiscard]] Strength strengthOf(const QString& passphrase);

/// At a thousand guesses a second, each at the least cost the vault allows, on many machines.
inline constexpr double fairBits = 40;
inline constexpr double goodBits = 52;
inline constexpr double strongBits = 66;

}  // namespace veldwijzer::app
