// SPDX-License-Identifier: EUPL-1.2
#include "app/passphrase_strength.h"

#include <QSet>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

#include "base/limits.h"

namespace veldwijzer::app {
namespace {

/// What a word out of everyday language is worth: one of some four thousand.
constexpr double wordBits = 12;
/// A year, a name of a month, one of the favourites below.
constexpr double favouriteBits = 5;

/// Whatever stands high in published lists of passwords of Dutch people, and what this app suggests itself.
bool isFavourite(const QString& word) {
    static const QSet<QString> favourites = {
        "wachtwoord", "wachtzin", "welkom",    "password",  "passphrase", "qwerty",    "azerty",
        "geheim",     "admin",    "letmein",   "iloveyou",  "ikhouvan",   "voetbal",   "ajax",
        "feyenoord",  "psv",      "amsterdam", "rotterdam", "nederland",  "zomer",     "winter",
        "lente",      "herfst",   "maandag",   "dinsdag",   "woensdag",   "donderdag", "vrijdag",
        "zaterdag",   "zondag",   "januari",   "februari",  "maart",      "april",     "mei",
        "juni",       "juli",     "augustus",  "september", "oktober",    "november",  "december",
        "veldwijzer", "gemeente", "wijkteam",  "vakantie",  "schatje",    "lieverd",   "hallo",
        "hello",      "welcome",  "monkey",    "dragon",    "master",     "test",      "abc",
        "correct",    "horse",    "battery",   "staple",    "paard",      "batterij",  "nietje"};
    return favourites.contains(word);
}

bool follows(QChar before, QChar after) {
    static const std::array<QString, 4> rows = {"qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop"};
    if (before == after) return true;
    const int step = after.unicode() - before.unicode();
    if (step == 1 || step == -1) return before.isLetterOrNumber() && after.isLetterOrNumber();
    return std::any_of(rows.begin(), rows.end(), [&](const QString& row) {
        const auto at = row.indexOf(before);
        return at >= 0 && (row.indexOf(after) == at + 1 || (at > 0 && row.indexOf(after) == at - 1));
    });
}

double bitsOf(QChar character) {
    if (character.isDigit()) return std::log2(10);
    if (character.isLetter()) return character.isUpper() ? 5.2 : 4.1;  // letters of a language are not alike
    return 5;
}

/// As if every character were chosen by itself.
double bitsOfCharacters(const QString& part) {
    double bits = 0;
    QSet<QChar> seen;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const bool known = (i > 0 && follows(part[i - 1].toLower(), part[i].toLower()));
        bits += known ? 0.5 : seen.contains(part[i]) ? std::min(2.5, bitsOf(part[i])) : bitsOf(part[i]);
        seen.insert(part[i]);
    }
    return bits;
}

double bitsOfPart(const QString& part) {
    const QString small = part.toLower();
    if (isFavourite(small)) return favouriteBits;
    const bool letters = std::all_of(part.begin(), part.end(), [](QChar c) { return c.isLetter(); });
    const bool digits = std::all_of(part.begin(), part.end(), [](QChar c) { return c.isDigit(); });
    if (digits && part.size() == 4 && (part.startsWith("19") || part.startsWith("20"))) return favouriteBits;
    const double characters = bitsOfCharacters(part);
    // A capital in front is what everybody does.
    return letters ? std::min(characters, wordBits + (part.mid(1) == small.mid(1) ? 0 : 2)) : characters;
}

/// Runs of letters, of digits, and of the rest.
QStringList partsOf(const QString& passphrase) {
    const auto kind = [](QChar c) { return c.isLetter() ? 0 : c.isDigit() ? 1 : 2; };
    QStringList parts;
    for (const QChar character : passphrase) {
        if (parts.isEmpty() || kind(parts.last().back()) != kind(character)) parts.append(QString());
        parts.last().append(character);
    }
    return parts;
}

}  // namespace

double guessBits(const QString& passphrase) {
    double bits = 0;
    QSet<QString> seen;
    QString lastGap;
    for (const QString& part : partsOf(passphrase.left(static_cast<int>(limits::passphraseMaxBytes)))) {
        const bool gap = !part.front().isLetterOrNumber();
        if (gap && part == lastGap) continue;  // the same sign between all words says nothing more
        if (gap) lastGap = part;
        if (part.trimmed().isEmpty()) continue;
        bits += seen.contains(part.toLower()) ? 1 : bitsOfPart(part);
        seen.insert(part.toLower());
    }
    return bits;
}

Strength strengthOf(const QString& passphrase) {
    if (passphrase.toUcs4().size() < static_cast<qsizetype>(limits::passphraseMinCharacters))
        return Strength::TooShort;
    const double bits = guessBits(passphrase);
    return bits < fairBits     ? Strength::Weak
           : bits < goodBits   ? Strength::Fair
           : bits < strongBits ? Strength::Good
                               : Strength::Strong;
}

}  // namespace veldwijzer::app
