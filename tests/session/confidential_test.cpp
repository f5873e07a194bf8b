// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>
#include <fstream>

#include "base/text.h"
#include "domain/kinds.h"
#include "roster/invitation_link.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

constexpr const char* street = "Geheimestraat";

/// A coordinator, an editor and a professional, each with a device.
struct ThreePeople {
    TemporaryFolder folder;
    FakeClock clock;
    SeededRandom random{1};
    session::Environment environment{clock, random};
    LocalRegion region{clock, random};
    std::unique_ptr<session::Session> anna =
        joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, environment);
    std::unique_ptr<session::Session> bram = join("Bram", roster::Role::Editor);
    std::unique_ptr<session::Session> carla = join("Carla", roster::Role::Professional);

    std::unique_ptr<session::Session> join(const char* name, roster::Role role) {
        const auto link = anna->invite(role, 1, 3'600'000);
        REQUIRE(link.ok());
        sync(*anna);
        return joinedSession(folder.path() / name, *roster::decodeLink(*link), name, region, environment);
    }
    void sync(session::Session& session) {
        const auto report = session.sync(region.wire());
        REQUIRE_FALSE(report.failure);
    }
    void settle() {
        for (int i = 0; i < 2; ++i)
            for (session::Session* each : {anna.get(), bram.get(), carla.get()})
                sync(*each);
    }
    std::filesystem::path file(const std::string& text) {
        const auto path = folder.path() / "kaart.json";
        std::ofstream(path) << text;
        return path;
    }
};

std::string shelter(const char* confidential) {
    return std::string(R"([{"id": "s1", "name": "Opvang De Haven", "status": "active", "service_at_locations":
      [{"id": "sal1", "location": {"id": "l1", "location_type": "physical", "name": "De Haven", )") +
           confidential + R"("latitude": 52.61, "longitude": 5.21,
        "addresses": [{"id": "a1", "address_1": "Geheimestraat 7", "city": "Veenmonde", "country": "NL"}],
        "accessibility": [{"id": "t1", "description": "Bel aan bij Geheimestraat 9."}]}}]}])";
}

/// Whether any record or its history on this device holds the text or the coordinates.
bool knowsWhere(const session::Session& session) {
    const store::Store& store = session.store();
    for (const auto& [kind, count] : store.kinds())
        for (const store::ListRow& row :
             store.list({.kind = kind, .facets = {}, .offset = 0, .limit = 1000}).rows)
            for (const store::HistoryEntry& entry : store.history(row.id)) {
                if (!entry.operation.value) continue;
                const std::string text = domain::displayText(*entry.operation.value);
                if (text.find(street) != std::string::npos || text == "52.61") return true;
            }
    return false;
}

RecordId only(const session::Session& session, const char* kind) {
    const auto rows = session.store().list({.kind = kind, .facets = {}, .offset = 0, .limit = 10}).rows;
    REQUIRE(rows.size() == 1);
    return rows.front().id;
}

std::uint64_t count(const session::Session& session, const char* kind) {
    return session.store().list({.kind = kind, .facets = {}, .offset = 0, .limit = 10}).total;
}

}  // namespace

TEST_CASE("The address of a location imported as confidential reaches coordinators and editors alone",
          "[session][confidential]") {
    ThreePeople three;
    const auto report = three.anna->importHsds(three.file(shelter(R"("confidential": true, )")));
    REQUIRE(report.ok());
    CHECK(report->created.at("address") == 1);
    three.settle();
    CHECK(knowsWhere(*three.anna));
    CHECK(knowsWhere(*three.bram));
    CHECK_FALSE(knowsWhere(*three.carla));
    CHECK(count(*three.carla, "location") == 0);
    CHECK(count(*three.carla, "address") == 0);
    // The service itself is there, and says that its place is not.
    CHECK(three.carla->serviceNow(only(*three.carla, "service"), 0)->locationsNotHere == 1);
    CHECK(three.bram->serviceNow(only(*three.bram, "service"), 0)->locationsNotHere == 0);
    // Again: nothing changes, and a file that no longer says so opens nothing.
    const auto again = three.anna->importHsds(three.file(shelter("")));
    REQUIRE(again.ok());
    CHECK(again->created.empty());
    CHECK(again->updated.empty());
    CHECK(three.anna->status().pending == 0);
}

TEST_CASE("Making an open location confidential takes it off the devices that may not have it",
          "[session][confidential]") {
    ThreePeople three;
    REQUIRE(three.bram->importHsds(three.file(shelter(""))).ok());
    three.settle();
    REQUIRE(knowsWhere(*three.carla));
    const RecordId location = only(*three.bram, "location");
    CHECK(three.carla->set(location, {{"confidential", "true"}}).error().code == ErrorCode::Forbidden);
    bool byHand = GENERATE(true, false);
    if (byHand)
        REQUIRE(three.bram->set(location, {{"confidential", "true"}}).ok());
    else
        REQUIRE(three.bram->importHsds(three.file(shelter(R"("confidential": true, )"))).ok());
    three.settle();
    CHECK_FALSE(knowsWhere(*three.carla));
    CHECK(count(*three.carla, "location") == 0);
    CHECK(knowsWhere(*three.anna));
    CHECK(only(*three.anna, "location") == location);
    CHECK(three.anna->store().find(location)->space != three.anna->spaceFor("location"));
    // Everybody's open map is still the same one.
    CHECK(three.anna->store().digest(three.anna->spaceFor("location")).text() ==
          three.carla->store().digest(three.carla->spaceFor("location")).text());

    SECTION("it does not come back by itself") {
        CHECK(three.bram->set(location, {{"confidential", "false"}}).error().code ==
              ErrorCode::InvalidArgument);
        CHECK(three.bram->set(location, {{"confidential", ""}}).error().code == ErrorCode::InvalidArgument);
        REQUIRE(three.bram->importHsds(three.file(shelter(R"("confidential": false, )"))).ok());
        const auto byProfessional = three.carla->importHsds(three.file(shelter("")));
        REQUIRE(byProfessional.ok());
        CHECK_FALSE(byProfessional->problems.empty());
        three.settle();
        CHECK_FALSE(knowsWhere(*three.carla));
    }
    SECTION("a new address of it goes where it is") {
        const auto address = three.bram->create(
            "address", {{"address_1", "Geheimestraat 8"}, {"location", toHex(location.view())}});
        REQUIRE(address.ok());
        REQUIRE(three.bram->addElement(location, "addresses", toHex(address->view())).ok());
        three.settle();
        CHECK_FALSE(knowsWhere(*three.carla));
        CHECK(count(*three.anna, "address") == 2);
    }
}

TEST_CASE("A professional who imports a confidential address keeps none of it", "[session][confidential]") {
    ThreePeople three;
    const auto report = three.carla->importHsds(three.file(shelter(R"("confidential": true, )")));
    REQUIRE(report.ok());
    CHECK(report->created.count("location") == 0);
    CHECK(report->created.count("address") == 0);
    CHECK(report->problems.size() == 3);
    CHECK_FALSE(knowsWhere(*three.carla));
    three.settle();
    CHECK_FALSE(knowsWhere(*three.anna));
}
