// SPDX-License-Identifier: EUPL-1.2
// The way in by the camera, with frames from the test instead of one.
#include <catch2/catch.hpp>

#include "app/invitations.h"
#include "app/words.h"
#include "roster/invitation_link.h"
#include "ui/hands.h"
#include "ui/person.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

TEST_CASE("Whoever shows the camera an invitation goes on to their name", "[ui][camera]") {
    Stage stage(Stage::Region::None);
    Person person(stage);
    person.press(QStringLiteral("QR-code scannen"));
    person.see(QStringLiteral("Scan de QR-code"), QAccessible::Dialog);
    showToCamera(stage, app::qrImage(QStringLiteral("https://example.org/menu")));
    person.seeText(QStringLiteral("geen uitnodiging"));
    roster::InvitationLink link;
    link.url = "https://veenrivier.example";
    link.regionName = "Veenrivier";
    link.rootFingerprint = Hash{};
    showToCamera(stage, app::qrImage(app::text(roster::encodeLink(link))));
    person.see(QStringLiteral("Uw naam"), QAccessible::EditableText);
    person.gone(QStringLiteral("Scan de QR-code"));
}

TEST_CASE("Without a camera the way in is a picture or the link, and the app says so", "[ui][camera]") {
    Stage stage(Stage::Region::None);
    Person person(stage);
    person.press(QStringLiteral("QR-code scannen"));
    person.seeText(QStringLiteral("Geen camera gevonden"));
    person.see(QStringLiteral("Kies een foto"), QAccessible::Button);
    person.key(Qt::Key_Escape);
    person.gone(QStringLiteral("Geen camera gevonden"));
    person.see(QStringLiteral("Uw uitnodiging"), QAccessible::EditableText);
}

TEST_CASE("The quick exit covers a sheet that is open before anything is unlocked", "[ui][exit]") {
    Stage stage(Stage::Region::None);
    Person person(stage);
    person.press(QStringLiteral("QR-code scannen"));
    person.seeText(QStringLiteral("Geen camera gevonden"));
    person.key(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    person.gone(QStringLiteral("Geen camera gevonden"));
    person.gone(QStringLiteral("Veldwijzer"));
}
