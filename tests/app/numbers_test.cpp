// SPDX-License-Identifier: EUPL-1.2
#include <QFile>
#include <catch2/catch.hpp>

#include "app/app_world.h"
#include "app/numbers.h"
#include "app/words.h"
#include "base/text.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::Numbers;

namespace {

QString fileText(const AppWorld& world) {
    QFile file(app::text((world.folder.path() / "vault.numbers.json").string()));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool has(const Numbers& numbers, const QString& name) {
    for (int row = 0; row < numbers.rowCount(); ++row)
        if (numbers.data(numbers.index(row), Numbers::NameRole) == name) return true;
    return false;
}

/// An urgent service with a telephone of its own.
void addUrgent(AppWorld& world, const std::string& name, const std::string& number) {
    bool done = false;
    world.desk.change(
        &world.desk,
        [name, number](session::Session& session) -> Result<RecordId> {
            const auto phone =
                session.create("phone", {{"number", number}, {"description", "Dag en nacht."}});
            if (!phone) return phone.error();
            const auto service = session.create("service", {{"name", name}});
            if (!service) return service.error();
            if (auto added = session.addElement(*service, "phones", toHex(phone->view())); !added)
                return added.error();
            if (auto added = session.addElement(*service, "urgency", "nu"); !added) return added.error();
            return *service;
        },
        [&](const Result<RecordId>& made) {
            if (!made) FAIL(made.error().message);
            done = true;
        });
    REQUIRE(waitFor([&] { return done; }));
}

}  // namespace

TEST_CASE("The national numbers are there before anything is, dated and with their source",
          "[app][numbers]") {
    AppWorld world;
    const Numbers& numbers = *world.app.numbers();
    REQUIRE(numbers.rowCount() >= 8);
    CHECK(numbers.data(numbers.index(0), Numbers::DialRole) == "112");
    CHECK_FALSE(numbers.takenOver().isEmpty());
    for (int row = 0; row < numbers.rowCount(); ++row) {
        const auto index = numbers.index(row);
        CAPTURE(numbers.data(index, Numbers::NameRole).toString().toStdString());
        CHECK_FALSE(numbers.data(index, Numbers::DialRole).toString().isEmpty());
        // Without a source it is marked as not checked.
        CHECK(numbers.data(index, Numbers::SourceRole).toString().isEmpty() ==
              !numbers.data(index, Numbers::ConfirmedRole).toBool());
    }
}

TEST_CASE("The region's urgent numbers stay to be seen after locking, and nothing else does",
          "[app][numbers]") {
    AppWorld world;
    world.foundAndUnlock("Anna de Vries");
    addUrgent(world, "Crisisdienst Veenrivier", "0512 - 123 456");
    REQUIRE(waitFor([&] { return has(*world.app.numbers(), "Crisisdienst Veenrivier"); }));
    world.app.lock();
    CHECK(has(*world.app.numbers(), "Crisisdienst Veenrivier"));
    const QString written = fileText(world);
    CHECK(written.contains("0512 - 123 456"));
    CHECK_FALSE(written.contains("Anna"));
    CHECK_FALSE(written.contains("Regio Proef"));

    world.app.settings().setKeepNumbers(false);
    CHECK(fileText(world).isEmpty());
    world.unlock();
    REQUIRE(waitFor([&] { return has(*world.app.numbers(), "Crisisdienst Veenrivier"); }));
    world.app.lock();
    CHECK_FALSE(has(*world.app.numbers(), "Crisisdienst Veenrivier"));
    CHECK(fileText(world).isEmpty());
}

TEST_CASE("The sample's numbers are gone with it; a national line is shown once", "[app][numbers]") {
    AppWorld world;
    const int national = world.app.numbers()->rowCount();
    world.app.openSample();
    REQUIRE(waitFor([&] { return world.app.numbers()->rowCount() > national; }));
    QStringList dials;
    for (int row = 0; row < world.app.numbers()->rowCount(); ++row)
        dials.append(
            world.app.numbers()->data(world.app.numbers()->index(row), Numbers::DialRole).toString());
    CHECK(dials.removeDuplicates() == 0);
    world.app.lock();
    CHECK(world.app.numbers()->rowCount() == national);
    CHECK(fileText(world).isEmpty());
}

TEST_CASE("A numbers file that is damaged or far too large counts as none", "[app][numbers]") {
    for (const QByteArray& content : {QByteArray("{\"lines\":[{\"name\":"), QByteArray("[1,2]"),
                                      QByteArray(2 * Numbers::fileBytes, ' ')}) {
        application();
        const TemporaryFolder folder;
        const ShiftedClock clock(1'700'000'000'000);
        SystemRandom random;
        QFile file(app::text((folder.path() / "vault.numbers.json").string()));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        app::Desk desk({.clock = clock,
                        .random = random,
                        .transportTo = [](const std::string&) -> Result<std::unique_ptr<sync::Transport>> {
                            return fail(ErrorCode::Offline, "nobody");
                        },
                        .kdfCost = [] { return vault::kdfFloor; }});
        const app::App app(desk, folder.path() / "vault");
        CHECK(const_cast<app::App&>(app).numbers()->rowCount() == 9);
    }
}

TEST_CASE("What a telephone dials is read from what people write", "[app][numbers]") {
    CHECK(app::dialOf("0900-111 3 111") == "09001113111");
    CHECK(app::dialOf("+31 (0)20 123 4567") == "+310201234567");
    CHECK(app::dialOf("112") == "112");
    CHECK(app::dialOf("geheim").isEmpty());
    CHECK(app::dialOf("12").isEmpty());
    CHECK(app::dialOf("javascript:112").isEmpty());
    CHECK(app::dialOf("1234567890123456").isEmpty());
}
