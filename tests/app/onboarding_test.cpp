// SPDX-License-Identifier: EUPL-1.2
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QUrl>
#include <catch2/catch.hpp>
#include <qrcodegen.hpp>

#include "app/app_world.h"
#include "app/onboarding.h"
#include "app/passphrase_strength.h"
#include "app/qr_picture.h"
#include "app/words.h"
#include "roster/invitation_link.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::App;
using app::Onboarding;
using app::Strength;

namespace {

const QString goodPassphrase = QStringLiteral("kale kraai fietst morgen omhoog");

QImage pictureOf(const std::string& text) {
    const auto code = qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    const int module = 5, border = 20, side = code.getSize() * module + 2 * border;
    QImage picture(side, side, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    for (int y = 0; y < code.getSize(); ++y)
        for (int x = 0; x < code.getSize(); ++x)
            if (code.getModule(x, y))
                painter.fillRect(border + x * module, border + y * module, module, module, Qt::black);
    return picture;
}

bool settled(const Onboarding& onboarding) {
    return waitFor([&] { return !onboarding.joining() && !onboarding.reading(); });
}

}  // namespace

TEST_CASE("An invitation, a name and a passphrase make this device a member", "[app][onboarding]") {
    AppWorld world;
    Onboarding onboarding;
    CHECK(onboarding.step() == Onboarding::Step::Invitation);
    onboarding.readLink("Hoi! " + app::text(roster::encodeLink(world.region.bootstrap())) + " groet");
    CHECK(onboarding.step() == Onboarding::Step::Person);
    CHECK(onboarding.regionName() == "Regio Proef");
    CHECK(onboarding.founding());
    onboarding.join("Anna", "wachtwoord1");
    CHECK_FALSE(onboarding.joining());
    CHECK_FALSE(onboarding.problemTitle().isEmpty());
    onboarding.join("Anna", goodPassphrase);
    REQUIRE(
        waitFor([&] { return world.app.phase() == App::Phase::Open && world.app.memberName() == "Anna"; }));
    CHECK(onboarding.problemTitle().isEmpty());
    CHECK(waitFor([&] { return world.app.syncLook() == App::SyncLook::Fine; }));
    world.app.lock();
    CHECK(world.app.phase() == App::Phase::Locked);
}

TEST_CASE("A join without a network is kept, and goes on after the next unlock", "[app][onboarding]") {
    AppWorld world;
    world.road.online = false;
    {
        Onboarding onboarding;
        onboarding.readLink(app::text(roster::encodeLink(world.region.bootstrap())));
        onboarding.join("Anna", goodPassphrase);
        REQUIRE(waitFor([&] { return !onboarding.problemTitle().isEmpty(); }));
        CHECK(onboarding.step() == Onboarding::Step::Joining);
        CHECK(world.app.phase() == App::Phase::Joining);
        CHECK(onboarding.retrying());
        CHECK_FALSE(onboarding.linkSpent());
    }
    world.app.lock();
    CHECK(world.app.phase() == App::Phase::Locked);
    world.road.online = true;
    world.app.unlock(goodPassphrase);
    REQUIRE(waitFor([&] { return world.app.phase() == App::Phase::Joining; }));
    const Onboarding again;  // as the page does that shows it
    REQUIRE(
        waitFor([&] { return world.app.phase() == App::Phase::Open && !world.app.memberName().isEmpty(); }));
    CHECK(world.app.memberName() == "Anna");
    const auto kept = ask(world.desk, [](session::Session& session) {
        const auto link = session.store().setting("app/joining-link");
        return !link || link->empty();
    });
    CHECK(*kept);
}

TEST_CASE("A used invitation asks for another one, for the same vault", "[app][onboarding]") {
    AppWorld world;
    // Anna founds the region on a device of hers; her first invitation is used by Bert.
    const auto anna = world.colleague(world.region.bootstrap(), "Anna");
    const auto used = invited(*anna, world.region, roster::Role::Professional);
    const auto bert = world.colleague(used, "Bert");
    const auto fresh = invited(*anna, world.region, roster::Role::Professional);

    Onboarding onboarding;
    onboarding.readLink(app::text(roster::encodeLink(used)));
    onboarding.join("Cor", goodPassphrase);
    REQUIRE(waitFor([&] { return onboarding.linkSpent(); }));
    CHECK(world.app.phase() == App::Phase::Joining);
    CHECK_FALSE(onboarding.retrying());
    onboarding.joinWith("geen link", {});
    CHECK_FALSE(onboarding.joining());
    onboarding.joinWith(app::text(roster::encodeLink(fresh)));
    REQUIRE(
        waitFor([&] { return world.app.phase() == App::Phase::Open && !world.app.memberName().isEmpty(); }));
    CHECK(world.app.memberName() == "Cor");
}

TEST_CASE("Garbage from the server is said in words and loses nothing", "[app][onboarding]") {
    AppWorld world;
    world.road.instead = [](const sync::Request&) {
        sync::Response garbage;
        garbage.status = 200;
        garbage.body = "<html>hotel wifi</html>";
        return Result<sync::Response>(garbage);
    };
    Onboarding onboarding;
    onboarding.readLink(app::text(roster::encodeLink(world.region.bootstrap())));
    onboarding.join("Anna", goodPassphrase);
    REQUIRE(waitFor([&] { return !onboarding.problemTitle().isEmpty(); }));
    CHECK(onboarding.problemTitle() == app::joinWordsFor({ErrorCode::ServerChanged, {}}).title);
    REQUIRE(settled(onboarding));
    world.road.instead = {};
    onboarding.retry();
    CHECK(waitFor([&] { return world.app.phase() == App::Phase::Open; }));
}

TEST_CASE("Every failure of a join has words that say what to do", "[app][onboarding]") {
    application();
    for (const ErrorCode code :
         {ErrorCode::Offline, ErrorCode::Busy, ErrorCode::ServerError, ErrorCode::ServerChanged,
          ErrorCode::InvitationExpired, ErrorCode::InvitationUsed, ErrorCode::InvitationRevoked,
          ErrorCode::InvitationUnknown, ErrorCode::ClockSkew, ErrorCode::Storage, ErrorCode::InvalidArgument,
          ErrorCode::Malformed, ErrorCode::ChainBroken, ErrorCode::UnsupportedVersion,
          ErrorCode::VaultExists}) {
        CAPTURE(errorName(code));
        const app::Words words = app::joinWordsFor({code, {}});
        CHECK(words.title != app::wordsFor({ErrorCode::Replayed, {}}).title);
        CHECK_FALSE(words.explanation.isEmpty());
    }
}

TEST_CASE("A link that is offered from outside opens the flow", "[app][onboarding]") {
    AppWorld world;
    Onboarding onboarding;
    world.app.offerLink(app::text(roster::encodeLink(world.region.bootstrap())));
    CHECK(onboarding.step() == Onboarding::Step::Person);
    onboarding.forgetLink();
    CHECK(onboarding.step() == Onboarding::Step::Invitation);
    world.app.offerLink("veldwijzer:join/half");
    CHECK(onboarding.step() == Onboarding::Step::Invitation);
    CHECK_FALSE(onboarding.problemTitle().isEmpty());
}

TEST_CASE("An invitation is read out of a photo of its QR code", "[app][qr]") {
    AppWorld world;
    const std::string link = roster::encodeLink(world.region.bootstrap());
    const QImage code = pictureOf(link);
    // Askew and in a larger, greyish picture, as a phone takes it.
    QImage photo(1200, 900, QImage::Format_RGB32);
    photo.fill(QColor(200, 196, 190));
    {
        QPainter painter(&photo);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(250, 120);
        painter.rotate(8);
        painter.drawImage(0, 0, code);
    }
    const QString file = app::text((world.folder.path() / "photo.png").string());
    REQUIRE(photo.save(file));
    Onboarding onboarding;
    onboarding.readPicture(QUrl::fromLocalFile(file));
    REQUIRE(settled(onboarding));
    CHECK(onboarding.step() == Onboarding::Step::Person);
    CHECK(onboarding.regionName() == "Regio Proef");
}

TEST_CASE("A picture without a code, no picture, and one that is too large are told apart", "[app][qr]") {
    application();
    const TemporaryFolder folder;
    QImage empty(300, 300, QImage::Format_RGB32);
    empty.fill(Qt::white);
    CHECK(app::qrTextIn(empty).error().code == ErrorCode::NotFound);
    const QString text = app::text((folder.path() / "text.png").string());
    QFile file(text);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("no picture at all");
    file.close();
    CHECK(app::qrTextInFile(text).error().code == ErrorCode::InvalidArgument);
    REQUIRE(file.resize(app::pictureFileBytes + 1));
    CHECK(app::qrTextInFile(text).error().code == ErrorCode::TooLarge);
}

TEST_CASE("The strength of a passphrase is judged by what others would try first", "[app][passphrase]") {
    using app::strengthOf;
    CHECK(strengthOf("kort") == Strength::TooShort);
    CHECK(strengthOf("ééééééééé") == Strength::TooShort);
    for (const char* weak :
         {"wachtwoord123", "Welkom2026!", "aaaaaaaaaaaaaaaa", "qwertyuiop123", "1234567890",
          "zomer zomer zomer", "correct horse battery staple", "Veldwijzer2026"}) {
        CAPTURE(weak);
        CHECK(strengthOf(weak) == Strength::Weak);
    }
    CHECK(strengthOf("kale kraai fietst morgen") >= Strength::Fair);
    CHECK(strengthOf(goodPassphrase) >= Strength::Good);
    CHECK(strengthOf("kale kraai fietst morgen omhoog zonder jas") == Strength::Strong);
    CHECK(strengthOf("xK9#vQ2!mZ7$pL4") >= Strength::Good);
    // More never hurts.
    CHECK(app::guessBits("kale kraai") < app::guessBits("kale kraai fietst"));
}
