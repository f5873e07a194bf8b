// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QTranslator>

namespace veldwijzer::app {

class Settings;

/// The translators of the running app. The source texts are Dutch; `:/i18n/veldwijzer_en.qm` is English. Qt's
/// own words (buttons of file dialogs) come from its package. GUI thread.
class Languages {
public:
    /// Installs what the settings say; again after they changed. Dates follow.
    void use(const Settings& settings);

private:
    QTranslator ours_;
    QTranslator qts_;
};

}  // namespace veldwijzer::app
