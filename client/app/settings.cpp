// SPDX-License-Identifier: EUPL-1.2
#include "app/settings.h"

#include <QEvent>
#include <QGuiApplication>
#include <QJSEngine>
#include <QLocale>
#include <QPalette>
#include <QRect>
#include <algorithm>

#include "app/app.h"
#include "app/words.h"

namespace veldwijzer::app {
namespace {

const QString languageKey = QStringLiteral("language");
const QString lookKey = QStringLiteral("look");
const QString textScaleKey = QStringLiteral("textScale");
const QString reducedMotionKey = QStringLiteral("reducedMotion");
const QString lockIdleKey = QStringLiteral("lockIdleMinutes");
const QString lockHiddenKey = QStringLiteral("lockHiddenMinutes");
const QString oneByOneKey = QStringLiteral("oneByOne");
const QString keepNumbersKey = QStringLiteral("keepNumbers");
const QString windowKey = QStringLiteral("window");

}  // namespace

Settings::Settings(const std::filesystem::path& file, QObject* parent)
    : QObject(parent), file_(text(file.string()), QSettings::IniFormat) {
    qGuiApp->installEventFilter(this);
}

Settings* Settings::create(QQmlEngine*, QJSEngine*) {
    Settings* settings = &App::instance()->settings();
    QJSEngine::setObjectOwnership(settings, QJSEngine::CppOwnership);
    return settings;
}

template <typename Signal>
void Settings::keep(const QString& key, const QVariant& value, Signal changed) {
    if (file_.value(key) == value) return;
    file_.setValue(key, value);
    emit(this->*changed)();
}

QString Settings::language() const {
    const QString code = file_.value(languageKey).toString();
    return code == QLatin1String("nl") || code == QLatin1String("en") ? code : QString();
}

void Settings::setLanguage(const QString& code) {
    keep(languageKey, code, &Settings::languageChanged);
}

QString Settings::languageInUse() const {
    if (!language().isEmpty()) return language();
    return QLocale::system().language() == QLocale::English ? QStringLiteral("en") : QStringLiteral("nl");
}

Settings::Look Settings::look() const {
    const QString word = file_.value(lookKey).toString();
    return word == QLatin1String("dark")    ? Look::Dark
           : word == QLatin1String("light") ? Look::Light
                                            : Look::System;
}

void Settings::setLook(Look look) {
    const QString word = look == Look::Dark    ? QStringLiteral("dark")
                         : look == Look::Light ? QStringLiteral("light")
                                               : QStringLiteral("system");
    keep(lookKey, word, &Settings::lookChanged);
}

bool Settings::dark() const {
    if (look() != Look::System) return look() == Look::Dark;
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

double Settings::textScale() const {
    const double scale = file_.value(textScaleKey, 1.0).toDouble();
    return scale >= 1 ? std::min(scale, 2.0) : 1.0;
}

void Settings::setTextScale(double scale) {
    keep(textScaleKey, scale, &Settings::textScaleChanged);
}

bool Settings::reducedMotion() const {
    return file_.value(reducedMotionKey, false).toBool();
}

void Settings::setReducedMotion(bool reduced) {
    keep(reducedMotionKey, reduced, &Settings::reducedMotionChanged);
}

int Settings::minutes(const QString& key, int usual, int least) const {
    bool number = false;
    const int kept = file_.value(key, usual).toInt(&number);
    return number ? std::clamp(kept, least, lockMinutesMax) : usual;
}

int Settings::lockIdleMinutes() const {
    return minutes(lockIdleKey, lockIdleMinutesUsual, 1);
}

void Settings::setLockIdleMinutes(int minutes) {
    keep(lockIdleKey, minutes, &Settings::lockTimesChanged);
}

int Settings::lockHiddenMinutes() const {
    return minutes(lockHiddenKey, lockHiddenMinutesUsual, 0);
}

void Settings::setLockHiddenMinutes(int minutes) {
    keep(lockHiddenKey, minutes, &Settings::lockTimesChanged);
}

bool Settings::oneByOne() const {
    return file_.value(oneByOneKey, false).toBool();
}

void Settings::setOneByOne(bool oneByOne) {
    keep(oneByOneKey, oneByOne, &Settings::oneByOneChanged);
}

bool Settings::keepNumbers() const {
    return file_.value(keepNumbersKey, true).toBool();
}

void Settings::setKeepNumbers(bool keepThem) {
    keep(keepNumbersKey, keepThem, &Settings::keepNumbersChanged);
}

QRect Settings::window() const {
    return file_.value(windowKey).toRect();
}

void Settings::keepWindow(const QRect& window) {
    file_.setValue(windowKey, window);
}

bool Settings::eventFilter(QObject* watched, QEvent* event) {
    if (watched == qGuiApp && event->type() == QEvent::ApplicationPaletteChange) emit lookChanged();
    return QObject::eventFilter(watched, event);
}

}  // namespace veldwijzer::app
