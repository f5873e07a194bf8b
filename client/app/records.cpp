// SPDX-License-Identifier: EUPL-1.2
#include "app/records.h"

#include "app/app.h"
#include "app/record_reading.h"
#include "app/words.h"

namespace veldwijzer::app {

void Records::restore(const QString& record) {
    const auto id = idFrom(record);
    if (!id || App::instance() == nullptr) return;
    App::instance()->desk().change(
        this, [id = *id](session::Session& session) { return session.restore(id); },
        [this](const Result<void>& result) {
            if (result) return;
            const Words words = wordsFor(result.error());
            emit failed(words.title, words.explanation);
        });
}

}  // namespace veldwijzer::app
