// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/text.h"
#include "domain/kinds.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

struct OneDevice {
    TemporaryFolder folder;
    FakeClock clock{*domain::instantFrom("2026-11-23T10:00")};  // a Monday
    SeededRandom random{1};
    session::Environment environment{clock, random};
    LocalRegion region{clock, random};
    std::unique_ptr<session::Session> anna =
        joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, environment);

    std::string make(const char* kind, const std::vector<session::Assignment>& fields) {
        const auto id = anna->create(kind, fields);
        REQUIRE(id.ok());
        return toHex(id->view());
    }
    static RecordId idOf(const std::string& hex) { return *RecordId::from(*fromHex(hex)); }
    session::ServiceNow now(const std::string& service) {
        const auto found = anna->serviceNow(idOf(service), clock.wallMs());
        REQUIRE(found.ok());
        return *found;
    }
};

}  // namespace

TEST_CASE("A service tells whether it is open, by its own hours or by those of where it is",
          "[session][care]") {
    OneDevice one;
    const std::string service = one.make("service", {{"name", "Inloop"}});
    CHECK_FALSE(one.now(service).open);
    const std::string hours = one.make(
        "schedule", {{"freq", "WEEKLY"}, {"byday", "MO"}, {"opens_at", "09:00"}, {"closes_at", "12:00"}});
    const std::string location = one.make("location", {{"name", "Buurthuis"}, {"schedules", hours}});
    const std::string at = one.make("service-at-location", {{"location", location}});
    REQUIRE(one.anna->addElement(OneDevice::idOf(service), "service_at_locations", at).ok());
    REQUIRE(one.now(service).open);
    CHECK(one.now(service).open->open);
    CHECK(one.anna->openServices(one.clock.wallMs()).open.size() == 1);
    const std::string own = one.make(
        "schedule", {{"freq", "WEEKLY"}, {"byday", "TU"}, {"opens_at", "09:00"}, {"closes_at", "12:00"}});
    REQUIRE(one.anna->addElement(OneDevice::idOf(service), "schedules", own).ok());
    CHECK_FALSE(one.now(service).open->open);
    CHECK(one.now(service).open->nextChange == domain::instantFrom("2026-11-24T09:00"));
    const auto all = one.anna->openServices(one.clock.wallMs());
    CHECK((all.services == 1 && all.unknown == 0 && all.open.empty()));
}

TEST_CASE("Who looked and when is kept, and what nobody looked at for long comes first", "[session][care]") {
    OneDevice one;
    const std::string never = one.make("service", {{"name", "Nooit"}});
    const std::string old = one.make("service", {{"name", "Oud"}, {"assured_date", "2025-01-31"}});
    const std::string fresh = one.make("service", {{"name", "Vers"}, {"assured_date", "2026-09-01"}});
    auto stale = one.anna->staleServices(one.clock.wallMs());
    REQUIRE(stale.stale.size() == 2);
    CHECK(stale.stale[0].title == "Nooit");
    CHECK(stale.stale[1].title == "Oud");
    CHECK(stale.stale[1].days == 661);
    // Half past midnight in Amsterdam is still yesterday in UTC.
    one.clock.setWall(*domain::instantFrom("2026-11-24T00:30"));
    CHECK(*one.anna->assure(OneDevice::idOf(never)) == "2026-11-24");
    const auto record = one.anna->store().find(OneDevice::idOf(never))->record;
    CHECK(domain::displayText(*merge::shownValue(record, "assurer")) == "Anna");
    CHECK(one.anna->staleServices(one.clock.wallMs()).stale.size() == 1);
    REQUIRE(one.anna->setStaleAfterMonths(2).ok());
    CHECK(one.anna->staleAfterMonths() == 2);
    CHECK(one.anna->staleServices(one.clock.wallMs()).stale.size() == 2);
    CHECK_FALSE(one.anna->setStaleAfterMonths(0).ok());
    const std::string phone = one.make("phone", {{"number", "0990-55 00 12"}});
    CHECK(one.anna->assure(OneDevice::idOf(phone)).error().code == ErrorCode::InvalidArgument);
    CHECK(one.anna->assure(RecordId{}).error().code == ErrorCode::NotFound);
}

TEST_CASE("A service warns of agreements to review, its own and its organisation's", "[session][care]") {
    OneDevice one;
    const std::string due = one.make("agreement", {{"name", "Convenant"}, {"review_by", "2026-11-01"}});
    const std::string soon = one.make("agreement", {{"name", "Werkafspraak"}, {"review_by", "2026-12-31"}});
    const std::string later = one.make("agreement", {{"name", "Overeenkomst"}, {"review_by", "2028-12-31"}});
    const std::string organization = one.make("organization", {{"name", "Stichting"}, {"agreements", due}});
    const std::string service = one.make(
        "service",
        {{"name", "Inloop"}, {"organization", organization}, {"agreements", soon}, {"agreements", later}});
    const auto now = one.now(service);
    REQUIRE(now.reviews.size() == 2);
    CHECK(now.reviews[0].review == domain::Review::Soon);
    CHECK(now.reviews[1].title == "Convenant");
    CHECK(now.reviews[1].review == domain::Review::Due);
}

TEST_CASE("Whether referrals are taken comes with its day", "[session][care]") {
    OneDevice one;
    const std::string capacity = one.make(
        "service-capacity", {{"available", "0"}, {"updated", "2026-11-20"}, {"description", "Wachtlijst."}});
    const std::string service = one.make("service", {{"name", "Inloop"}, {"capacities", capacity}});
    REQUIRE(one.now(service).referrals);
    CHECK_FALSE(one.now(service).referrals->taken);
    CHECK(one.now(service).referrals->updated == "2026-11-20");
    CHECK_FALSE(one.anna->create("indicator", {{"name", "Meldingen"}, {"count", "9"}}).ok());
}
