// SPDX-License-Identifier: EUPL-1.2
#include "app/passphrase_change.h"

#include "app/app.h"
#include "app/passphrase_strength.h"

namespace veldwijzer::app {

void PassphraseChange::change(const QString& oldOne, const QString& newOne) {
    if (working_) return;
    if (strengthOf(newOne) < Strength::Fair) {
        finish(wordsFor({ErrorCode::WeakPassphrase, {}}));
        return;
    }
    working_ = true;
    problem_ = {};
    emit changed();
    Desk& desk = App::instance()->desk();
    desk.ask(
        this,
        [oldOne = utf8(oldOne), newOne = utf8(newOne), cost = desk.outside().kdfCost](
            session::Session& session) { return session.changePassphrase(oldOne, newOne, cost()); },
        [this](const Result<void>& result) {
            finish(result ? Words{} : wordsFor(result.error()));
            if (result) emit done();
        });
}

void PassphraseChange::finish(const Words& problem) {
    working_ = false;
    problem_ = problem;
    emit changed();
}

}  // namespace veldwijzer::app
