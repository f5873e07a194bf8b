// SPDX-License-Identifier: EUPL-1.2
#include "app/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

#include "app/settings.h"

namespace veldwijzer::app {

void Languages::use(const Settings& settings) {
    const QString language = settings.languageInUse();
    const bool english = language == QLatin1String("en");
    QLocale::setDefault(english ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                : QLocale(QLocale::Dutch, QLocale::Netherlands));
    QCoreApplication::removeTranslator(&ours_);
    QCoreApplication::removeTranslator(&qts_);
    // Dutch has one too: plurals ("1 wijziging", "2 wijzigingen") are written there.
    if (ours_.load(QStringLiteral(":/i18n/veldwijzer_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&ours_);
    if (qts_.load(QStringLiteral("qtbase_%1").arg(language),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qts_);
}

}  // namespace veldwijzer::app
