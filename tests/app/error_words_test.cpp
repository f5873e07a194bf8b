// SPDX-License-Identifier: EUPL-1.2
#include <QStringList>
#include <catch2/catch.hpp>

#include "app/app_world.h"
#include "app/error_words.h"
#include "app/onboarding.h"
#include "app/words.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

constexpr int lastCode = static_cast<int>(ErrorCode::Storage);

}  // namespace

TEST_CASE("Whatever goes wrong, the app says what happened, what is safe and what to do", "[app][words]") {
    application();
    for (int code = 0; code <= lastCode; ++code) {
        const Error error{static_cast<ErrorCode>(code), "english text for the log"};
        CAPTURE(errorName(error.code));
        checkWords(app::wordsFor(error));
        checkWords(app::syncWordsFor(error));
        checkWords(app::joinWordsFor(error));
    }
}

TEST_CASE("What a server said wrong is not called a mistake of the person", "[app][words]") {
    application();
    for (const ErrorCode code : {ErrorCode::Malformed, ErrorCode::TooLarge, ErrorCode::InvalidArgument})
        CHECK_FALSE(app::syncWordsFor({code, {}}).explanation.contains("ingevuld"));
}
