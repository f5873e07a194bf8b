// SPDX-License-Identifier: EUPL-1.2
// What comes before the region: welcome to joining, and unlocking; and the pages that everybody has.
#include <QPainter>
#include <stdexcept>

#include "app/invitations.h"
#include "app/onboarding.h"
#include "roster/invitation_link.h"
#include "ui/hands.h"
#include "ui/scenes.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

constexpr const char* strong = "zwaluw trommel vijver kastanje lepel";

QString invitation() {
    roster::InvitationLink link;
    link.url = "https://veenrivier.example";
    link.regionName = "Veenrivier";
    link.rootFingerprint = Hash{};
    return app::text(roster::encodeLink(link));
}

void welcome(Stage& stage) {
    auto* onboarding = shownModel<app::Onboarding>(stage);
    if (onboarding == nullptr) throw std::runtime_error("the welcome page is not shown");
    onboarding->forgetLink();
    stage.settle();
}
void welcomeWrong(Stage& stage) {
    welcome(stage);
    fill(stage, QStringLiteral("Uw uitnodiging"), QStringLiteral("veldwijzer:join/abc"));
    press(stage, QStringLiteral("Verder"));
}
void noCamera(Stage& stage) {
    welcome(stage);
    press(stage, QStringLiteral("QR-code scannen"));
    stage.settle(300);
}
/// A table with a card of a restaurant on it.
void scanning(Stage& stage) {
    noCamera(stage);
    QImage seen(1280, 720, QImage::Format_RGB32);
    seen.fill(QColor(150, 120, 92));
    QPainter(&seen).drawImage(490, 210, app::qrImage(QStringLiteral("https://example.org/menu"), 9));
    showToCamera(stage, seen);
}
void person(Stage& stage) {
    welcome(stage);
    fill(stage, QStringLiteral("Uw uitnodiging"), invitation());
    press(stage, QStringLiteral("Verder"));
}
void weak(Stage& stage) {
    person(stage);
    fill(stage, QStringLiteral("Uw naam"), QStringLiteral("Samira el Amrani"));
    fill(stage, QStringLiteral("Wachtzin"), QStringLiteral("welkom2026"));
    fill(stage, QStringLiteral("Nog een keer"), QStringLiteral("wilkom"));
}
void good(Stage& stage) {
    person(stage);
    fill(stage, QStringLiteral("Uw naam"), QStringLiteral("Samira el Amrani"));
    fill(stage, QStringLiteral("Wachtzin"), QLatin1String(strong));
    fill(stage, QStringLiteral("Nog een keer"), QLatin1String(strong));
}
void joining(Stage& stage) {
    good(stage);
    stage.hold();
    press(stage, QStringLiteral("Meedoen"));
    stage.await([&] { return stage.app().phase() == app::App::Phase::Joining; });
    stage.settle();
}
void joiningOffline(Stage& stage) {
    joining(stage);
    stage.release();
    stage.await([&] { return stage.named(QStringLiteral("Probeer opnieuw")) != nullptr; });
}
/// Nothing is on this device any more.
void startAgain(Stage& stage) {
    stage.release();
    lock(stage);
    stage.app().setVaultAside();
    stage.settle();
}

void unlockPage(Stage& stage) {
    lock(stage);
}
void wrongPassphrase(Stage& stage) {
    lock(stage);
    fill(stage, QStringLiteral("Wachtzin"), QStringLiteral("paard nietje wolk"));
    press(stage, QStringLiteral("Openen"));
    stage.await([&] { return !stage.app().busy(); });
    stage.settle();
}
void lostPassphrase(Stage& stage) {
    lock(stage);
    openSheet(stage, QStringLiteral("Wachtzin kwijt?"));
}
void numbersLocked(Stage& stage) {
    lock(stage);
    press(stage, QStringLiteral("Nu bellen"));
    stage.settle(300);
}
void hidden(Stage& stage) {
    QMetaObject::invokeMethod(&stage.singleton("nav"), "hide");
    stage.settle();
}
void back(Stage& stage) {
    closeSheets(stage);
    QMetaObject::invokeMethod(&stage.window(), "show");
    unlock(stage);
}

void keys(Stage& stage) {
    stage.go(QStringLiteral("today"));
    openSheet(stage, QStringLiteral("Sneltoetsen"));
}
void numbers(Stage& stage) {
    stage.go(QStringLiteral("today"));
    QMetaObject::invokeMethod(&stage.singleton("nav"), "call");
    stage.settle(300);
}
void notice(Stage& stage) {
    stage.go(QStringLiteral("more"));
    stage.push(QStringLiteral("SynonymsPage"));
    QMetaObject::invokeMethod(&stage.singleton("nav"), "tell", Q_ARG(QString, QStringLiteral("Weggehaald")),
                              Q_ARG(QString, QStringLiteral("Ongedaan maken")), Q_ARG(QVariant, QVariant()));
    stage.settle();
}
void unsaid(Stage& stage) {
    shownOf(stage, "Notice").setProperty("visible", false);
}

}  // namespace

std::vector<Scene> startScenes() {
    return {
        {"welcome", Region::None, welcome, {}},
        {"welcome-wrong", Region::None, welcomeWrong, {}},
        {"scan-no-camera", Region::None, noCamera, closeSheets},
        {"scan", Region::None, scanning, closeSheets},
        {"person", Region::None, person, {}},
        {"passphrase-weak", Region::None, weak, {}},
        {"passphrase-good", Region::None, good, {}},
        {"joining", Region::None, joining, startAgain},
        {"joining-offline", Region::None, joiningOffline, startAgain},
        {"gallery", Region::Sample, page("GalleryPage"), {}},
        {"today", Region::Sample, destination("today"), {}},
        {"more", Region::Sample, destination("more"), {}},
        {"settings", Region::Sample, page("SettingsPage"), {}},
        {"about", Region::Sample, page("AboutPage"), {}},
        {"keys", Region::Sample, keys, closeSheets},
        {"numbers", Region::Sample, numbers, closeSheets},
        {"notice", Region::Sample, notice, unsaid},
        {"today-empty", Region::Empty, destination("today"), {}},
        {"first-sync", Region::Joined, destination("today"), {}},
        {"passphrase-change", Region::Shared, page("PassphrasePage"), {}},
        {"unlock", Region::Shared, unlockPage, back},
        {"unlock-wrong", Region::Shared, wrongPassphrase, back},
        {"unlock-lost", Region::Shared, lostPassphrase, back},
        {"unlock-numbers", Region::Shared, numbersLocked, back},
        {"hidden", Region::Shared, hidden, back},
    };
}

}  // namespace veldwijzer::test
