// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <catch2/catch.hpp>

#include "app/words.h"

namespace veldwijzer::test {

/// Three parts, in Dutch: what happened, what is safe, what to do. The words by which the last two are known
/// are those that the app uses; a new way of saying it is added here.
inline void checkWords(const QString& title, const QString& explanation) {
    CAPTURE(title.toStdString(), explanation.toStdString());
    const auto says = [&](std::initializer_list<const char*> any) {
        for (const char* each : any)
            if (explanation.contains(QLatin1String(each), Qt::CaseInsensitive)) return true;
        return false;
    };
    CHECK_FALSE(title.isEmpty());
    CHECK_FALSE(title.endsWith('.'));
    CHECK(says({"veilig", "bewaard", "niets veranderd", "niets aan veranderd", "nog niets vastgelegd",
                "blijft geldig", "staat nog op dit toestel", "komt terug bij", "niets gewist", "kwijt is"}));
    CHECK(
        says({"probeer", "vraag", "bel ", "bel dan", "zet d", "sluit", "maak ", "kies", "kijk", "hoeft niets",
              "vanzelf", "werk de app", "meld dit", "open die", "begin", "neem contact", "vul ", "zoek"}));
    // Nothing of the core's own English, and nothing technical.
    for (const char* word : {" the ", " is safe", "sqlite", "error", "protobuf", "exception", "%1"})
        CHECK_FALSE(
            (title + QLatin1Char(' ') + explanation).contains(QLatin1String(word), Qt::CaseInsensitive));
}
inline void checkWords(const app::Words& words) {
    checkWords(words.title, words.explanation);
}

}  // namespace veldwijzer::test
