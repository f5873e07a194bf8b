// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "session/recovery_code.h"
#include "session/three.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using session::People;

namespace {

std::unique_ptr<session::Session> emptyVault(Three& three, const std::string& name) {
    auto made =
        session::Session::create(three.folder.path() / name, passphrase, vault::kdfFloor, three.environment);
    REQUIRE(made.ok());
    return std::move(*made);
}

}  // namespace

TEST_CASE("A recovery code is what was written, however it is typed, and a slip is noticed", "[recovery]") {
    SeededRandom random{Catch::rngSeed()};
    for (int run = 0; run < 50; ++run) {
        session::RecoverySecret secret;
        random.fill(secret);
        const std::string code = session::recoveryCodeOf(secret);
        REQUIRE(code.size() == 35);
        CHECK(session::recoverySecretFrom(code).value() == secret);
        std::string sloppy;
        for (const char sign : code)
            sloppy += sign == '-'   ? ' '
                      : sign == '0' ? 'o'
                      : sign == '1' ? 'l'
                                    : static_cast<char>(tolower(sign));
        CHECK(session::recoverySecretFrom(sloppy).value() == secret);
        for (std::size_t i = 0; i < code.size(); ++i) {
            if (code[i] == '-') continue;
            std::string slip = code;
            slip[i] = slip[i] == '7' ? '8' : '7';
            CHECK_FALSE(session::recoverySecretFrom(slip).ok());
        }
        CHECK_FALSE(session::recoverySecretFrom(code.substr(0, 30)).ok());
        CHECK_FALSE(session::recoverySecretFrom(code + "7").ok());
    }
    CHECK_FALSE(session::recoverySecretFrom("").ok());
}

TEST_CASE("With the code alone a new phone gets the person's own space and teams back", "[recovery]") {
    Three three;
    three.syncAll();
    People carla(*three.carla);
    const auto sheet = carla.newRecovery();
    REQUIRE(sheet.ok());
    CHECK(carla.hasRecovery());
    Three::requireDone(three.sync(*three.carla));
    // After the code was made: a team, a note, and new keys for everything.
    const RecordId note = *three.carla->create("note", {{"text", "alleen van mij"}});
    REQUIRE(People(*three.anna).newTeam("Noord").ok());
    Three::requireDone(three.sync(*three.anna));
    REQUIRE(
        People(*three.anna).addToTeam(*People(*three.anna).teamFrom("Noord"), three.member("Carla")).ok());
    REQUIRE(People(*three.anna).remove(three.member("Bram")).ok());
    for (int i = 0; i < 2; ++i)
        for (session::Session* who : {three.anna.get(), three.carla.get()})
            Three::requireDone(three.sync(*who));
    const DeviceId lost = three.carla->store().device().value();
    three.carla.reset();
    // A coordinator was told first: the lost phone is out already.
    REQUIRE(People(*three.anna).removeDevice(lost).ok());
    Three::requireDone(three.sync(*three.anna));

    const auto phone = emptyVault(three, "phone");
    const auto link = roster::decodeLink(sheet->link);
    REQUIRE(link.ok());
    REQUIRE(phone->recover(*link, sheet->code, three.region.wire()).ok());
    Three::requireDone(three.sync(*phone));
    CHECK(phone->status().member == "Carla");
    CHECK(phone->status().role == "professional");
    CHECK(phone->store().find(note).has_value());
    CHECK(spaceNamed(*phone, "team/Noord").has_value());
    REQUIRE(phone->create("service", {{"name", "Weer terug"}}).ok());
    Three::requireDone(three.sync(*phone));
    CHECK_FALSE(People(*phone).hasRecovery());

    // Once: whoever finds the sheet later finds nothing.
    const auto finder = emptyVault(three, "finder");
    CHECK(finder->recover(*link, sheet->code, three.region.wire()).error().code == ErrorCode::InvitationUsed);
    CHECK_FALSE(finder->joined());
}

TEST_CASE("A code that was replaced, made up or mistyped opens nothing and tells nothing", "[recovery]") {
    Three three;
    const auto old = People(*three.carla).newRecovery();
    Three::requireDone(three.sync(*three.carla));
    const auto sheet = People(*three.carla).newRecovery();
    REQUIRE(sheet.ok());
    Three::requireDone(three.sync(*three.carla));
    const auto link = roster::decodeLink(sheet->link);
    const auto phone = emptyVault(three, "phone");
    CHECK(phone->recover(*link, old->code, three.region.wire()).error().code == ErrorCode::InvitationRevoked);
    session::RecoverySecret guess{};
    CHECK(phone->recover(*link, session::recoveryCodeOf(guess), three.region.wire()).error().code ==
          ErrorCode::InvitationUnknown);
    const auto spent = three.region.wire().bytesUp;
    CHECK(phone->recover(*link, "7K3QF", three.region.wire()).error().code == ErrorCode::InvalidArgument);
    CHECK(three.region.wire().bytesUp == spent);  // nobody was asked
    CHECK_FALSE(phone->joined());
    REQUIRE(phone->recover(*link, sheet->code, three.region.wire()).ok());
}

TEST_CASE("The code of somebody who was removed opens nothing", "[recovery]") {
    Three three;
    const auto sheet = People(*three.bram).newRecovery();
    Three::requireDone(three.sync(*three.bram));
    Three::requireDone(three.sync(*three.anna));
    REQUIRE(People(*three.anna).remove(three.member("Bram")).ok());
    Three::requireDone(three.sync(*three.anna));
    const auto phone = emptyVault(three, "phone");
    CHECK(phone->recover(*roster::decodeLink(sheet->link), sheet->code, three.region.wire()).error().code ==
          ErrorCode::InvitationRevoked);
}
