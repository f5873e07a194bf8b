// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include <fstream>

#include "session/programme.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using session::Programme;
using State = domain::Place::State;

namespace {

struct World {
    FakeClock clock{1'795'000'000'000};
    SeededRandom random{7};
    TemporaryFolder folder;
    LocalRegion region{clock, random};
    std::unique_ptr<session::Session> anna =
        joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, {clock, random});

    std::unique_ptr<session::Session> join(const std::string& name, roster::Role role) {
        return joinedSession(folder.path() / name, invited(*anna, region, role), name, region,
                             {clock, random});
    }
    std::filesystem::path write(const std::string& name, const std::string& text) const {
        std::ofstream(folder.path() / name, std::ios::binary) << text;
        return folder.path() / name;
    }
    void sync(session::Session& session) {
        clock.advance(1000);
        const auto report = session.sync(region.wire());
        INFO((report.failure ? report.failure->message : std::string()));
        REQUIRE(report.complete);
    }
};

std::string eventText(const std::string& guid, const std::string& title, const std::string& start,
                      const std::string& room, const std::string& more = {}) {
    return R"({"guid":")" + guid + R"(","title":")" + title + R"(","date":"2026-11-26T)" + start +
           R"(:00+01:00","duration":"01:00","room":")" + room + "\"" + more + "}";
}
std::string scheduleText(const std::string& version, const std::string& events) {
    return R"({"schedule":{"version":")" + version +
           R"(","conference":{"acronym":"dag","title":"Regio-dag","time_zone_name":"Europe/Amsterdam","events":[)" +
           events + "]}}}";
}
RecordId idOfSession(session::Session& session, const std::string& title) {
    for (const auto& row : session.store().list({.kind = "session", .limit = 100}).rows)
        if (row.title == title) return row.id;
    FAIL("no session " << title);
    return {};
}
std::vector<domain::ChangeKind> kindsOf(const std::vector<session::ChangeView>& changes,
                                        const std::string& title) {
    for (const auto& view : changes)
        if (view.title == title) return view.change.kinds;
    return {};
}
using Kinds = std::vector<domain::ChangeKind>;

}  // namespace

TEST_CASE("A newer programme moves and cancels, and favourites and sign-ups stand", "[programme]") {
    World world;
    Programme programme(*world.anna);
    const auto first = programme.importFrab(world.write(
        "a.json", scheduleText("1", eventText("g1", "Signaleren", "11:00", "Zaal 1", R"(,"capacity":12)") +
                                        "," + eventText("g2", "Jeugd", "13:00", "Zaal 2"))));
    REQUIRE(first);
    CHECK(first->report.created.at("session") == 2);
    const RecordId event = *first->event;
    const RecordId signalling = idOfSession(*world.anna, "Signaleren");
    REQUIRE(programme.toggleFavourite(signalling));
    REQUIRE(programme.signUp(signalling));
    world.sync(*world.anna);
    REQUIRE(world.anna->set(signalling, {{"capacity", "10"}}));
    const std::string second =
        scheduleText("2", eventText("g1", "Signaleren", "14:00", "Zaal 2", R"(,"capacity":12)") + "," +
                              eventText("g3", "Hulp", "15:00", "Zaal 1"));
    const auto preview = programme.importFrab(world.write("b.json", second), {.preview = true, .source = {}});
    REQUIRE(preview);
    CHECK(kindsOf(preview->changes, "Signaleren") ==
          Kinds{domain::ChangeKind::Moved, domain::ChangeKind::OtherRoom, domain::ChangeKind::OtherCapacity});
    CHECK(kindsOf(preview->changes, "Jeugd") == Kinds{domain::ChangeKind::Cancelled});
    CHECK(kindsOf(preview->changes, "Hulp") == Kinds{domain::ChangeKind::Added});
    CHECK(world.anna->store().list({.kind = "session"}).total == 2);
    REQUIRE(programme.importFrab(world.write("b.json", second)));
    const auto again = programme.importFrab(world.write("b.json", second));
    REQUIRE(again);
    CHECK(again->report.updated.empty());
    CHECK(again->changes.empty());
    world.sync(*world.anna);

    CHECK(idOfSession(*world.anna, "Signaleren") == signalling);
    const auto mine = programme.mine(0, 1'900'000'000'000);
    REQUIRE(mine.size() == 1);
    CHECK(mine[0].favourite);
    CHECK(mine[0].room == "Zaal 2");
    CHECK(domain::textOf(mine[0].item.start, domain::Zone::amsterdam()) == "2026-11-26T14:00:00+01:00");
    CHECK(programme.signUps().standingOf(signalling).place.state == State::Confirmed);

    const auto since = programme.changes(event, "1");
    REQUIRE(since);
    CHECK(kindsOf(*since, "Signaleren") == Kinds{domain::ChangeKind::Moved, domain::ChangeKind::OtherRoom});
    CHECK(kindsOf(*since, "Jeugd") == Kinds{domain::ChangeKind::Cancelled});
    CHECK(kindsOf(*since, "Hulp") == Kinds{domain::ChangeKind::Added});
    CHECK(programme.changes(event, "2")->empty());
    CHECK_FALSE(programme.changes(event, "9"));
    // The session comes back: it is no longer cancelled.
    REQUIRE(programme.importFrab(
        world.write("c.json", scheduleText("3", eventText("g2", "Jeugd", "13:00", "Zaal 2")))));
    CHECK(kindsOf(*programme.changes(event, "2"), "Jeugd") == Kinds{domain::ChangeKind::Back});
}

TEST_CASE("An attendee who was offline hears of the change and keeps the favourite", "[programme]") {
    World world;
    Programme programme(*world.anna);
    REQUIRE(programme.importFrab(
        world.write("a.json", scheduleText("1", eventText("g1", "Signaleren", "11:00", "Zaal 1")))));
    world.sync(*world.anna);
    auto bo = world.join("Bo", roster::Role::Attendee);
    world.sync(*bo);
    Programme bos(*bo);
    const RecordId id = idOfSession(*bo, "Signaleren");
    REQUIRE(bos.toggleFavourite(id));
    const auto event = bo->store().list({.kind = "event"}).rows.at(0).id;
    world.clock.advance(60'000);
    const std::string lookedAt = domain::textOf(world.clock.wallMs(), domain::Zone::amsterdam());
    world.clock.advance(60'000);
    REQUIRE(world.anna->set(id, {{"start", "2026-11-26T16:00:00+01:00"}}));
    world.sync(*world.anna);
    CHECK(bos.changes(event, lookedAt)->empty());
    world.sync(*bo);
    const auto changes = bos.changes(event, lookedAt);
    REQUIRE(changes);
    CHECK(kindsOf(*changes, "Signaleren") == Kinds{domain::ChangeKind::Moved});
    CHECK(changes->at(0).favourite);
    CHECK_FALSE(bos.importFrab(world.folder.path() / "a.json"));  // attendees read
}

TEST_CASE("A place is confirmed when the log's order is known, and not before", "[programme]") {
    World world;
    Programme programme(*world.anna);
    REQUIRE(programme.importFrab(world.write(
        "a.json", scheduleText("1", eventText("g1", "Signaleren", "11:00", "Zaal 1", R"(,"capacity":1)")))));
    world.sync(*world.anna);
    auto bo = world.join("Bo", roster::Role::Attendee);
    auto cas = world.join("Cas", roster::Role::Attendee);
    world.sync(*bo);
    world.sync(*cas);
    const RecordId id = idOfSession(*bo, "Signaleren");
    REQUIRE(Programme(*bo).signUp(id));
    REQUIRE(Programme(*cas).signUp(id));
    const auto stateOf = [&](session::Session& who) { return Programme(who).signUps().standingOf(id).place; };
    CHECK(stateOf(*bo).state == State::Waiting);
    world.sync(*cas);
    CHECK(stateOf(*cas).state == State::Received);
    world.sync(*bo);
    world.sync(*world.anna);
    world.sync(*bo);
    world.sync(*cas);
    CHECK(stateOf(*cas) == domain::Place{State::Confirmed, 1});
    CHECK(stateOf(*bo) == domain::Place{State::Queued, 1});
    // Names: for coordinators, and nobody else.
    const auto attendees = Programme(*world.anna).signUps().attendees(id);
    REQUIRE(attendees);
    REQUIRE(attendees->size() == 2);
    CHECK(attendees->at(0).name == "Cas");
    CHECK(attendees->at(1).name == "Bo");
    CHECK_FALSE(Programme(*bo).signUps().attendees(id));
    auto ed = world.join("Ed", roster::Role::Editor);
    world.sync(*ed);
    CHECK_FALSE(Programme(*ed).signUps().attendees(id));
    for (const auto& row : ed->store().list({.kind = "sign-up"}).rows) {
        const auto stored = ed->store().find(row.id);
        REQUIRE(stored);
        for (const merge::Value* sealed : merge::elementsOf(stored->record, "sealed_names")) {
            const Bytes& bytes = std::get<Bytes>(*sealed);
            CHECK(std::string(textOf(bytes)).find("Cas") == std::string::npos);
            CHECK(std::string(textOf(bytes)).find("Bo") == std::string::npos);
        }
    }
    // An attendee holds nothing of others' sign-ups.
    CHECK(bo->store().list({.kind = "sign-up"}).total == 1);
    // Whoever signs off makes room.
    REQUIRE(Programme(*cas).signUps().signOff(id));
    CHECK(stateOf(*cas).state == State::None);
    world.sync(*cas);
    world.sync(*ed);  // an editor's device will do
    world.sync(*bo);
    const auto standing = Programme(*bo).signUps().standingOf(id);
    CHECK(standing.place == domain::Place{State::Confirmed, 1});
    CHECK(standing.news == domain::PlaceNews::GotPlace);
    Programme(*bo).signUps().noteTold(standing);
    // Fewer places: told, and why.
    REQUIRE(world.anna->set(id, {{"capacity", "0"}}));
    world.sync(*world.anna);
    world.sync(*bo);
    CHECK(Programme(*bo).signUps().standingOf(id).news == domain::PlaceNews::CapacityLowered);
}

TEST_CASE("Who signs up twice has one place, and nobody signs up for what is cancelled", "[programme]") {
    World world;
    Programme programme(*world.anna);
    REQUIRE(programme.importFrab(world.write(
        "a.json", scheduleText("1", eventText("g1", "Aan", "11:00", "Z") + "," +
                                        eventText("g2", "Uit", "12:00", "Z", R"(,"state":"cancelled")")))));
    const RecordId on = idOfSession(*world.anna, "Aan");
    REQUIRE(programme.signUp(on));
    REQUIRE(programme.signUp(on));
    world.sync(*world.anna);
    CHECK(programme.signUps().listOf(on).tickets.size() == 1);
    CHECK_FALSE(programme.signUp(idOfSession(*world.anna, "Uit")));
    CHECK_FALSE(programme.signUp(RecordId{}));
    REQUIRE(programme.signUps().signOff(on));
    REQUIRE(programme.signUp(on));
    world.sync(*world.anna);
    CHECK(programme.signUps().standingOf(on).place.state == State::Confirmed);
}

TEST_CASE("Now and next look through all events, and a series meets again", "[programme]") {
    World world;
    Programme programme(*world.anna);
    REQUIRE(programme.importFrab(
        world.write("a.json", scheduleText("1", eventText("g1", "Signaleren", "11:00", "Zaal 1")))));
    REQUIRE(programme.importIcal(world.write(
        "b.ics",
        "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Netwerk\r\nBEGIN:VEVENT\r\nUID:k\r\nSUMMARY:Kerngroep\r\n"
        "DTSTART;TZID=Europe/Amsterdam:20260106T090000\r\nDURATION:PT1H\r\n"
        "RRULE:FREQ=WEEKLY;BYDAY=TU\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")));
    const auto at = [](const char* text) {
        return domain::momentFrom(text)->instantIn(domain::Zone::amsterdam());
    };
    const auto day = programme.nowAndNext(at("2026-11-26T11:30"));
    REQUIRE(day.now.size() == 1);
    CHECK(day.now[0].item.title == "Signaleren");
    CHECK(day.now[0].event == "Regio-dag");
    REQUIRE(day.next.size() == 1);
    CHECK(domain::textOf(day.next[0].item.start, domain::Zone::amsterdam()) == "2026-12-01T09:00:00+01:00");
    // Out, and into another region: the same.
    const auto event = world.anna->store().list({.kind = "event"}).rows.at(0).id;
    REQUIRE(programme.exportFrab(event, world.folder.path() / "out.json"));
    World other;
    Programme elsewhere(*other.anna);
    const auto taken = elsewhere.importFrab(world.folder.path() / "out.json");
    REQUIRE(taken);
    CHECK(taken->event == event);
    CHECK(*elsewhere.digestOf(event) == *programme.digestOf(event));
}
