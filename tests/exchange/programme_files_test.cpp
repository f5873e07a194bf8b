// SPDX-License-Identifier: EUPL-1.2
#include <libical/ical.h>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <map>
#include <random>

#include "exchange/collector.h"
#include "exchange/programme_file.h"
#include "exchange/shelf.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::exchange;
using namespace veldwijzer::exchange::test;

namespace {

std::string programmeFixture(const std::string& name) {
    return textOfFile(std::filesystem::path(VELDWIJZER_SOURCE_DIR) / "tests/data/programme" / name);
}

Collector frab(std::string_view text, const std::string& name = "schedule.json") {
    Collector collector;
    const auto read = readFrab(text, name, collector);
    INFO((read ? std::string() : read.error().message));
    REQUIRE(read);
    return collector;
}

Collector ical(std::string_view text, const std::string& name = "netwerk.ics") {
    Collector collector;
    const auto read = readIcal(text, name, collector);
    INFO((read ? std::string() : read.error().message));
    REQUIRE(read);
    return collector;
}

RecordId eventOf(const Collector& collector) {
    REQUIRE(!collector.records.empty());
    REQUIRE(collector.records.back().kind == "event");
    return collector.records.back().id;
}

/// Out and in again: the same records.
void checkFrabRoundTrip(const Collector& first) {
    const Shelf shelf(first.records);
    const auto written = writeFrab(shelf, eventOf(first));
    REQUIRE(written);
    const Collector again = frab(*written, "again.json");
    INFO(*written);
    CHECK(shelf.differences(Shelf(again.records)).empty());
    CHECK(shelf.digest() == Shelf(again.records).digest());
}

std::string icalOf(const Collector& first) {
    const Shelf shelf(first.records);
    CalendarSelection selection{.name = registerText(*shelf.find(eventOf(first)), "title"),
                                .event = eventOf(first),
                                .items = shelf.recordsOf("session"),
                                .stamp = "20261128T120000Z"};
    selection.name = textField(*shelf.find(eventOf(first)), "title");
    const auto written = writeIcal(shelf, selection);
    REQUIRE(written);
    return *written;
}

void checkIcalRoundTrip(const Collector& first) {
    const Shelf shelf(first.records);
    const std::string written = icalOf(first);
    const Collector again = ical(written, "again.ics");
    INFO(written);
    CHECK(shelf.differences(Shelf(again.records)).empty());
    CHECK(shelf.digest() == Shelf(again.records).digest());
}

std::string calendarOf(const std::string& events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Proef//NL\r\nX-WR-CALNAME:Overleg\r\n" + events +
           "END:VCALENDAR\r\n";
}

}  // namespace

TEST_CASE("A frab schedule becomes an event with its rooms, tracks, speakers and sessions", "[frab]") {
    const Collector read = frab(programmeFixture("regiodag.json"));
    INFO(read.dump());
    CHECK(read.count("event") == 1);
    CHECK(read.count("session") == 5);
    CHECK(read.count("room") == 3);
    CHECK(read.count("track") == 2);
    CHECK(read.count("speaker") == 4);
    const IncomingRecord* session = read.find("session", "5c0e1d3e-0f6e-4d46-9f57-0d7d3fd6a001");
    REQUIRE(session != nullptr);
    CHECK(registerText(*session, "start") == "\"2026-11-26T11:00:00+01:00\"");
    CHECK(registerText(*session, "duration") == "\"01:15\"");
    CHECK(registerText(*session, "capacity") == "12");
    CHECK(registerText(*session, "description") == "\"Signalen herkennen en bespreken.\"");
    CHECK(elements(*session, "speakers").size() == 2);
    CHECK(registerText(read.records.back(), "time_zone") == "\"Europe/Amsterdam\"");
}

TEST_CASE("A frab schedule comes out again as it came in", "[frab]") {
    checkFrabRoundTrip(frab(programmeFixture("regiodag.json")));
    checkFrabRoundTrip(frab(programmeFixture("version2.json")));
    checkFrabRoundTrip(frab(programmeFixture("oud.xml"), "oud.xml"));
}

TEST_CASE("Version 2 is a flat list with participants and states", "[frab]") {
    const Collector read = frab(programmeFixture("version2.json"));
    INFO(read.dump());
    CHECK(read.count("session") == 2);
    CHECK(read.count("speaker") == 2);
    const IncomingRecord* off = read.find("session", "5c0e1d3e-0f6e-4d46-9f57-0d7d3fd6b002");
    REQUIRE(off != nullptr);
    CHECK(registerText(*off, "status") == "\"cancelled\"");
    CHECK(registerText(*off, "duration") == "\"00:45\"");
}

TEST_CASE("frab's XML gives what its JSON gives", "[frab]") {
    const Collector read = frab(programmeFixture("oud.xml"), "oud.xml");
    INFO(read.dump());
    CHECK(read.count("session") == 2);
    CHECK(read.count("speaker") == 2);
    const IncomingRecord* late = read.find("session", "12");
    REQUIRE(late != nullptr);
    // 00:30 on a day that begins at nine is the night after it.
    CHECK(registerText(*late, "start") == "\"2026-11-27T00:30:00+01:00\"");
}

TEST_CASE("An event without a guid is known by room, start and id, and a guid that comes twice is no guid",
          "[frab]") {
    const auto schedule = [](const std::string& events) {
        return R"({"schedule":{"version":"1","conference":{"acronym":"a","days":[{"date":"2026-11-26","rooms":{"Zaal 1":[)" +
               events + "]}}]}}}";
    };
    const Collector read =
        frab(schedule(R"({"id":1,"title":"a","date":"2026-11-26T09:00:00+01:00","duration":"00:30"},
                         {"id":1,"title":"b","date":"2026-11-26T10:00:00+01:00","duration":"00:30"},
                         {"guid":"g","title":"c","date":"2026-11-26T11:00:00+01:00","duration":"00:30"},
                         {"guid":"g","title":"d","date":"2026-11-26T12:00:00+01:00","duration":"00:30"})"));
    CHECK(read.count("session") == 4);
    CHECK(read.says(4, {"guid", "more than one"}));
    checkFrabRoundTrip(read);
}

TEST_CASE("No person is known by an e-mail address", "[frab]") {
    const auto one = [](const std::string& person) {
        return R"({"schedule":{"conference":{"acronym":"a","events":[{"guid":"x","title":"t","start":"2026-11-26T09:00:00+01:00","persons":[)" +
               person + "]}]}}}";
    };
    const Collector mail = frab(one("\"jan@example.org\""));
    const Collector name = frab(one("\"Jan\""));
    REQUIRE(mail.count("speaker") == 1);
    for (const IncomingRecord& record : mail.records)
        if (record.kind == "speaker") CHECK(findRegister(record, sourceIdField) == nullptr);
    CHECK(name.find("speaker", "Jan") != nullptr);
}

TEST_CASE("Bad items cost themselves alone", "[frab]") {
    const Collector read =
        frab(R"({"schedule":{"conference":{"title":"T","rooms":[{},{"name":"Z"},{"name":"Z"}],
        "days":[7,{"date":"2026-11-26","rooms":{"Z":[3,{"title":"goed","start":"09:00","duration":"x"},{"persons":[{}]}],"Y":9}}],
        "time_zone_name":"Mars/Phobos"}}})");
    INFO(read.dump());
    CHECK(read.count("session") == 2);
    CHECK(read.says(1, {"no object"}));
    CHECK(read.says(2, {"duration"}));
    CHECK(read.says(3, {"without a title"}));
    CHECK(read.says(0, {"Mars/Phobos"}));
    checkFrabRoundTrip(read);
}

TEST_CASE("What is no schedule is refused by name, and hostile files are bounded", "[frab]") {
    Collector collector;
    for (const std::string& text :
         {std::string(), std::string("hello"), std::string("%PDF-1.7"), std::string("{}"), std::string("[]"),
          std::string("{\"schedule\":[]}"), std::string("{\"schedule\":{\"conference\":3}}"),
          std::string("<html></html>"), std::string("<schedule>"), std::string("{\"schedule\":"),
          std::string(200'000, '['), "{\"schedule\":" + std::string(1'000'000, '{'),
          std::string(limits::programmeFileBytes + 1, ' ')})
        CHECK_FALSE(readFrab(text, "x", collector));
    CHECK(collector.records.empty());
    const Collector laughs = frab(
        R"(<!DOCTYPE s [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><schedule><conference><title>&b;</title></conference></schedule>)",
        "x.xml");
    CHECK(registerText(laughs.records.back(), "title").size() < 10);
    std::string many = R"({"schedule":{"conference":{"title":"T","events":[)";
    for (std::size_t i = 0; i < 1000; ++i)
        many += std::string(i == 0 ? "" : ",") + "{\"id\":" + std::to_string(i) + ",\"title\":\"" +
                std::string(i == 7 ? 70'000 : 3, 'x') + "\"}";
    const Collector large = frab(many + "]}}}");
    CHECK(large.says(8, {"longer than"}));
    CHECK(large.count("session") == 1000);
}

TEST_CASE("Reading mangled schedules ends, and what was read comes out again", "[frab][random]") {
    const std::uint64_t seed = veldwijzer::test::seedOf("frab");
    const std::vector<std::string> originals{programmeFixture("regiodag.json"), programmeFixture("oud.xml")};
    for (std::size_t run = 0; run < veldwijzer::test::runsOf(150); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run);
        std::mt19937_64 random(seed + run);
        std::string text = originals[random() % originals.size()];
        for (std::uint64_t i = 0; i <= random() % 4; ++i)
            text[random() % text.size()] = "\"{}[]<>:,0a\\\xff"[random() % 13];
        Collector collector;
        if (!readFrab(text, "schedule", collector)) continue;
        checkFrabRoundTrip(collector);
    }
}

TEST_CASE("A calendar becomes an event with a session for each VEVENT", "[ical]") {
    const Collector read = ical(programmeFixture("netwerk.ics"));
    INFO(read.dump());
    CHECK(read.count("session") == 4);
    const IncomingRecord* series = nullptr;
    const IncomingRecord* moved = nullptr;
    for (const IncomingRecord& record : read.records) {
        if (registerText(record, "uid") != "\"kerngroep@veenrivier.example\"") continue;
        (findRegister(record, "recurrence_id") != nullptr ? moved : series) = &record;
    }
    REQUIRE(series != nullptr);
    REQUIRE(moved != nullptr);
    CHECK(registerText(*series, "start") == "\"2026-01-06T09:00:00+01:00\"");
    CHECK(registerText(*series, "time_zone") == "\"Europe/Amsterdam\"");
    CHECK(registerText(*series, "rrule") == "\"FREQ=MONTHLY;BYDAY=1TU\"");
    CHECK(elements(*series, "exdates") == std::vector<std::string>{"\"2026-08-04T09:00:00+02:00\""});
    CHECK(registerText(*moved, "series_id") == reference(*series));
    CHECK(registerText(*moved, "recurrence_id") == "\"2026-05-05T09:00:00+02:00\"");
}

TEST_CASE("A calendar comes out again as it came in", "[ical]") {
    checkIcalRoundTrip(ical(programmeFixture("netwerk.ics")));
    checkIcalRoundTrip(ical(calendarOf("")));
    // What real files hold: no UID, a UID on many, no DTSTAMP, entities, a zone that nobody knows.
    const Collector odd = ical(
        "<!--BEGIN:VCALENDAR\n\nBEGIN:VEVENT\nSUMMARY:Thee &amp; "
        "koffie\nDTSTART:20261126T090000Z\nEND:VEVENT\n"
        "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Venus:20261126T090000\nDURATION:PT1H\nRRULE:FREQ=HOURLY\nEND:"
        "VEVENT\n"
        "BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20261127\nRDATE:20131210Z\nRDATE;VALUE=PERIOD:"
        "20261128T090000Z/PT1H\n"
        "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT5M\nDESCRIPTION:x\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n-"
        "->");
    INFO(odd.dump());
    CHECK(odd.count("session") == 3);
    CHECK(odd.says(1, {"without a UID"}));
    CHECK(odd.says(2, {"Venus"}));
    CHECK(odd.says(2, {"FREQ=HOURLY"}));
    CHECK(odd.says(3, {"more than one"}));
    checkIcalRoundTrip(odd);
}

TEST_CASE("Lines are folded at 75 octets between characters, and end in CRLF", "[ical]") {
    std::string title;
    for (int i = 0; i < 60; ++i)
        title += "geëvalueerd ";
    const std::string written = icalOf(ical(calendarOf("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:" + title +
                                                       "\r\nDTSTART:20261126T090000Z\r\nEND:VEVENT\r\n")));
    std::istringstream lines(written);
    for (std::string line; std::getline(lines, line);) {
        CHECK(line.size() <= 76);
        CHECK(line.ends_with('\r'));
        CHECK((static_cast<unsigned char>(line[line.starts_with(' ') ? 1 : 0]) & 0xc0U) != 0x80U);
    }
}

TEST_CASE("An edited field is written anew, and what was not edited as it stood", "[ical]") {
    Collector read =
        ical(calendarOf("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY;LANGUAGE=nl:Oud\r\nLOCATION;X-A=1:Hier\r\n"
                        "DTSTART;TZID=Europe/Amsterdam:20261126T090000\r\nEND:VEVENT\r\n"));
    for (IncomingRecord& record : read.records)
        for (auto& [name, value] : record.registers)
            if (record.kind == "session" && name == "title") value = std::string("Nieuw; met, tekens");
    const std::string written = icalOf(read);
    CHECK(written.find("SUMMARY:Nieuw\\; met\\, tekens\r\n") != std::string::npos);
    CHECK(written.find("LOCATION;X-A=1:Hier\r\n") != std::string::npos);
    CHECK(written.find("Oud") == std::string::npos);
}

TEST_CASE("libical accepts what we write, and its times are ours on both sides of a clock change", "[ical]") {
    const Collector read = frab(
        R"({"schedule":{"conference":{"acronym":"a","title":"Dag","time_zone_name":"Europe/Amsterdam","events":[
            {"guid":"1","title":"Winter; en, zo","start":"2026-03-28T09:00:00+01:00","duration":"01:00","room":"Zaal"},
            {"guid":"2","title":"Zomer","start":"2026-03-30T09:00:00+02:00","duration":"01:00"},
            {"guid":"3","title":"Weg","start":"2026-10-26T09:00:00+01:00","state":"cancelled"}]}}})");
    const std::string written = icalOf(read);
    INFO(written);
    icalcomponent* calendar = icalparser_parse_string(written.c_str());
    REQUIRE(calendar != nullptr);
    CHECK(icalcomponent_count_errors(calendar) == 0);
    CHECK(icalcomponent_count_components(calendar, ICAL_VTIMEZONE_COMPONENT) == 1);
    std::map<std::string, std::int64_t> starts;
    for (icalcomponent* each = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         each != nullptr; each = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        const icaltimetype start = icalcomponent_get_dtstart(each);
        // By the VTIMEZONE in the file, not by the system's.
        icaltimezone* zone = icalcomponent_get_timezone(calendar, "Europe/Amsterdam");
        REQUIRE(zone != nullptr);
        starts[icalcomponent_get_summary(each)] = icaltime_as_timet_with_zone(start, zone);
    }
    CHECK(starts == std::map<std::string, std::int64_t>{
                        {"Winter; en, zo", 1'774'684'800}, {"Zomer", 1'774'854'000}, {"Weg", 1'793'001'600}});
    icalcomponent_free(calendar);
}

TEST_CASE("Reading mangled calendars ends, and what was read comes out again", "[ical][random]") {
    const std::uint64_t seed = veldwijzer::test::seedOf("ical");
    const std::string original = programmeFixture("netwerk.ics");
    for (std::size_t run = 0; run < veldwijzer::test::runsOf(150); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run);
        std::mt19937_64 random(seed + run);
        std::string text = original;
        for (std::uint64_t i = 0; i <= random() % 4; ++i)
            text[random() % text.size()] = ":;,\\\n\r =0Z\"T"[random() % 12];
        Collector collector;
        if (!readIcal(text, "netwerk.ics", collector)) continue;
        checkIcalRoundTrip(collector);
    }
}

// Files of other organisations, for who has them: VELDWIJZER_SAMPLES=FOLDER … "[.samples]".
TEST_CASE("Files in the wild come out again as they came in", "[.samples]") {
    const char* folder = std::getenv("VELDWIJZER_SAMPLES");
    REQUIRE(folder != nullptr);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        const bool calendar = name.ends_with(".ics");
        if (!calendar && entry.path().parent_path().filename() != "frab") continue;
        const Collector read =
            calendar ? ical(textOfFile(entry.path()), name) : frab(textOfFile(entry.path()), name);
        std::cout << name << ": " << read.count("session") << " sessions, " << read.count("speaker")
                  << " speakers, " << read.count("room") << " rooms, " << read.problems.size()
                  << " problems\n";
        for (const Problem& problem : read.problems)
            std::cout << "  " << problem.row << ": " << problem.problem << " -> " << problem.action << "\n";
        if (calendar)
            checkIcalRoundTrip(read);
        else
            checkFrabRoundTrip(read);
    }
}
