// SPDX-License-Identifier: EUPL-1.2
#include "search/search_index.h"

#include <catch2/catch.hpp>

#include "search/words.h"
#include "store/device.h"

using namespace veldwijzer;
using namespace veldwijzer::search;
using namespace veldwijzer::store::testing;

namespace {

/// A map of services, each known by its name.
struct Map {
    Device device{1};
    SearchIndex index{*device.store};
    std::uint64_t next = 1;

    RecordId service(const std::string& name, std::vector<store::FieldEdit> edits = {}) {
        const RecordId id = recordOf(next++);
        edits.push_back(assign("name", name));
        device.write(id, "service", std::move(edits));
        return id;
    }
    RecordId record(const std::string& kind, std::vector<store::FieldEdit> edits) {
        const RecordId id = recordOf(next++);
        device.write(id, kind, std::move(edits));
        return id;
    }
    std::vector<std::string> find(const std::string& text) {
        Query query;
        query.text = text;
        return titles(index.search(query));
    }
    static std::vector<std::string> titles(const Answer& answer) {
        std::vector<std::string> names;
        for (const Found& found : answer.found)
            names.push_back(found.title);
        return names;
    }
    /// As it is found in the tail, and once the index has read it.
    void checkFinds(const std::string& text, const std::vector<std::string>& names) {
        INFO("asked \"" << text << '"');
        CHECK(find(text) == names);
        index.keepUp();
        CHECK(find(text) == names);
    }
};

using Names = std::vector<std::string>;

store::FieldEdit element(std::string field, merge::Value value) {
    return {merge::Action::Add, std::move(field), std::move(value)};
}

}  // namespace

TEST_CASE("Words are folded: case, accents, apostrophes, the ij", "[search]") {
    CHECK(wordsOf("Één-op-één, foto's \xC4\xB2sland") == Names{"een", "op", "een", "fotos", "ijsland"});
    CHECK(wordsOf("0800-0188 \xE2\x80\x93 Caf\xC3\xA9") == Names{"0800", "0188", "cafe"});
    CHECK(wordsOf("") == Names{});
    CHECK(wordsOf(std::string(1000, 'a')).front().size() == wordBytes);
    CHECK(wordsOf("a b c d", 3).size() == 3);
}

TEST_CASE("Plurals and verbs lead back to the word", "[search]") {
    const auto has = [](const std::string& word, const std::string& form) {
        const auto forms = formsOf(word);
        return std::find(forms.begin(), forms.end(), form) != forms.end();
    };
    CHECK(has("psychologen", "psycholoog"));
    CHECK(has("vrouwen", "vrouw"));
    CHECK(has("kinderen", "kind"));
    CHECK(has("misdrijven", "misdrijf"));
    CHECK(has("scholen", "school"));
    CHECK(formsOf("nu").empty());
}

TEST_CASE("Edit distance counts letters more, less, other and swapped", "[search]") {
    CHECK(distanceBetween("veilig", "veilig", 2) == 0);
    CHECK(distanceBetween("tuis", "thuis", 2) == 1);
    CHECK(distanceBetween("behandleing", "behandeling", 2) == 1);
    CHECK(distanceBetween("opvang", "tolk", 2) == 3);
}

TEST_CASE("What is typed finds beginnings, compounds, parts and mistakes", "[search]") {
    Map map;
    map.service("Slachtofferhulp");
    map.service("Opvang voor mannen");
    map.service("Gynaecologie");
    map.checkFinds("slacht", {"Slachtofferhulp"});
    map.checkFinds("hulp", {"Slachtofferhulp"});
    map.checkFinds("mannenopvang", {"Opvang voor mannen"});
    map.checkFinds("gynecologie", {"Gynaecologie"});
    map.checkFinds("S", {"Slachtofferhulp"});
    map.checkFinds("voor", {"Opvang voor mannen"});
}

TEST_CASE("The name weighs more than a tag, and a tag more than the text", "[search]") {
    Map map;
    map.service("Alfa", {assign("description", std::string("over wandelen en meer"))});
    map.service("Beta", {add("tags", "wandelen")});
    map.service("Wandelen");
    map.checkFinds("wandelen", {"Wandelen", "Beta", "Alfa"});
}

TEST_CASE("When few match all words, those that match some follow", "[search]") {
    Map map;
    map.service("Tolk Arabisch");
    map.service("Tolk Pools");
    map.service("Koken");
    const auto answer = map.index.search({.text = "tolk arabisch"});
    CHECK(Map::titles(answer) == Names{"Tolk Arabisch", "Tolk Pools"});
    CHECK_FALSE(answer.allWords);
    CHECK(map.index.search({.text = "tolk qqqqqqq"}).unknownWords == Names{"qqqqqqq"});
    CHECK(map.find("tolk qqqqqqq").size() == 2);
    CHECK(map.find("qqqqqqq").empty());
}

TEST_CASE("Synonyms are records: they count at once, and so does their removal", "[search]") {
    Map map;
    map.service("Plegerhulp");
    CHECK(map.find("dader").empty());
    const RecordId id =
        map.record("synonym", {assign("term", std::string("dader")), add("stands_for", "plegerhulp")});
    map.checkFinds("dader", {"Plegerhulp"});
    map.device.write(id, "synonym", {whole(merge::Action::Delete)});
    map.checkFinds("dader", {});
}

TEST_CASE("A compound nobody wrote is found by its parts, and a synonym by a word that is nearly it",
          "[search]") {
    Map map;
    map.service("Steun voor jongens");
    map.service("Chemsex en verslaving");
    map.record("synonym", {assign("term", std::string("homo")), add("stands_for", "steun")});
    map.record("synonym", {assign("term", std::string("gokverslaving")), add("stands_for", "verslaving")});
    map.checkFinds("homojongens ", {"Steun voor jongens"});
    map.checkFinds("gokverslaafing ", {"Chemsex en verslaving"});
    // Another form of a synonym stands for the same.
    map.record("synonym", {assign("term", std::string("zoon")), add("stands_for", "jongens")});
    map.checkFinds("zoontje ", {"Steun voor jongens"});
}

TEST_CASE("A facet code is found by the name that the region gives it, from the moment it does", "[search]") {
    Map map;
    map.service("Alfa", {add("audience", "x1")});
    CHECK(map.find("naaste").empty());
    map.record("taxonomy-term", {assign("taxonomy", std::string("audience")),
                                 assign("code", std::string("x1")), assign("name", std::string("Naaste"))});
    map.checkFinds("naaste", {"Alfa"});
}

TEST_CASE("A change of an organisation or a location is a change of its services", "[search]") {
    Map map;
    const RecordId organization = map.record("organization", {assign("name", std::string("De Zwaan"))});
    const RecordId address = map.record("address", {assign("city", std::string("Veendorp"))});
    const RecordId location = map.record("location", {element("addresses", address)});
    const RecordId at = map.record("service-at-location", {assign("location", location)});
    map.service("Inloop", {assign("organization", organization), element("service_at_locations", at)});
    map.checkFinds("zwaan", {"Inloop"});
    map.checkFinds("veendorp", {"Inloop"});
    map.device.write(organization, "organization", {assign("name", std::string("De Gans"))});
    map.device.write(address, "address", {assign("city", std::string("Rietoord"))});
    map.checkFinds("zwaan", {});
    map.checkFinds("gans", {"Inloop"});
    map.checkFinds("rietoord", {"Inloop"});
    map.device.write(location, "location", {whole(merge::Action::Delete)});
    map.checkFinds("rietoord", {});
}

TEST_CASE("A record that hangs itself under a service is found with it", "[search]") {
    Map map;
    const RecordId service = map.service("Inloop");
    map.index.keepUp();
    map.record("contact",
               {assign("title", std::string("Zorgco\xC3\xB6rdinator")), assign("service", service)});
    map.checkFinds("zorgcoordinator", {"Inloop"});
}

TEST_CASE("What lies in another space is in nobody's index", "[search]") {
    Map map;
    map.device.store->addSpace(otherSpace, 2, "confidential");
    const RecordId address = recordOf(900);
    const RecordId location = map.record("location", {element("addresses", address)});
    map.service("Schuilplek", {element("locations", location)});
    const std::vector<store::RecordEdit> secret = {
        {address,
         "address",
         {assign("address_1", std::string("Geheimlaan")), assign("city", std::string("Nergens"))}}};
    REQUIRE(map.device.store->write(otherSpace, secret).ok());
    map.checkFinds("geheimlaan", {});
    map.checkFinds("nergens", {});
    CHECK_FALSE(map.index.placeOf("Nergens").has_value());
}

TEST_CASE("What was erased leaves the index too", "[search]") {
    Map map;
    const RecordId id = map.service("Verdwijnwoord");
    map.service("Blijft");
    map.index.keepUp();
    map.device.write(id, "service", {whole(merge::Action::Erase)});
    CHECK(map.find("verdwijnwoord").empty());
    while (map.index.keepUp()) {
    }
    CHECK(map.find("blijft") == Names{"Blijft"});
    Statement words = map.device.db.prepare("SELECT count(*) FROM search_word WHERE words LIKE '%verdwijn%'");
    REQUIRE(words.step());
    CHECK(words.integer(0) == 0);
}

TEST_CASE("An age narrows down, and what is for others comes last", "[search]") {
    Map map;
    map.service("Groep ouder", {assign("minimum_age", std::int64_t{18})});
    map.service("Groep jong",
                {assign("minimum_age", std::int64_t{12}), assign("maximum_age", std::int64_t{17})});
    map.checkFinds("groep 14", {"Groep jong", "Groep ouder"});
}

TEST_CASE("Near a place, what is close comes first and says how far it is", "[search]") {
    Map map;
    const auto at = [&](const std::string& name, const std::string& city, double latitude) {
        const RecordId address =
            map.record("address", {assign("city", city), assign("postal_code", std::string("1234 AB"))});
        const RecordId location = map.record(
            "location",
            {assign("latitude", latitude), assign("longitude", 5.0), element("addresses", address)});
        map.service(name, {element("locations", location)});
    };
    at("Groep ver", "Verdorp", 53.0);
    at("Groep dichtbij", "Dichtdorp", 52.0);
    const auto place = map.index.placeOf("DICHTDORP");
    REQUIRE(place.has_value());
    CHECK_FALSE(map.index.placeOf("Onbekend").has_value());
    CHECK(map.index.placeOf("1234ab").has_value());
    const auto answer = map.index.search({.text = "groep", .near = place});
    CHECK(Map::titles(answer) == Names{"Groep dichtbij", "Groep ver"});
    CHECK(*answer.found[0].distanceKm < 1);
    CHECK(*answer.found[1].distanceKm == Approx(111).margin(2));
}

TEST_CASE("Chips of one facet add up, facets narrow down, and counts leave their own facet out", "[search]") {
    Map map;
    map.service("Alfa", {add("phase", "hulp"), add("audience", "pleger")});
    map.service("Beta", {add("phase", "nazorg"), add("audience", "pleger")});
    map.service("Gamma", {add("phase", "hulp"), add("audience", "naaste")});
    Query query;
    query.filters = {{"phase", "hulp"}};
    auto answer = map.index.search(query);
    CHECK(answer.total == 2);
    CHECK(answer.facets["phase"] == std::map<std::string, std::uint64_t>{{"hulp", 2}, {"nazorg", 1}});
    CHECK(answer.facets["audience"] == std::map<std::string, std::uint64_t>{{"naaste", 1}, {"pleger", 1}});
    query.filters = {{"phase", "hulp"}, {"phase", "nazorg"}, {"audience", "pleger"}};
    answer = map.index.search(query);
    CHECK(answer.total == 2);
    query.filters = {{"phase", "onbekend"}};
    CHECK(map.index.search(query).total == 0);
}

TEST_CASE("What is open now is counted, and may be all that is asked for", "[search]") {
    Map map;
    const RecordId hours = map.record(
        "schedule", {assign("freq", std::string("WEEKLY")), assign("byday", std::string("MO")),
                     assign("opens_at", std::string("09:00")), assign("closes_at", std::string("17:00"))});
    map.service("Groep open", {element("schedules", hours), add("phase", "hulp")});
    map.service("Groep onbekend", {add("phase", "nazorg")});
    Query query{.text = "groep", .at = *domain::instantFrom("2026-11-23T10:00")};
    auto answer = map.index.search(query);
    CHECK(answer.total == 2);
    CHECK(answer.openNow == 1);
    query.openNow = true;
    answer = map.index.search(query);
    REQUIRE(Map::titles(answer) == Names{"Groep open"});
    CHECK(answer.found[0].open->nextChange == domain::instantFrom("2026-11-23T17:00"));
    CHECK(answer.facets["phase"] == std::map<std::string, std::uint64_t>{{"hulp", 1}});
    query.at = *domain::instantFrom("2026-11-23T18:00");
    CHECK(map.index.search(query).total == 0);
    // A change of the hours is a change of the service, in the tail and in the index.
    map.index.keepUp();
    map.device.write(hours, "schedule", {assign("closes_at", std::string("19:00"))});
    CHECK(map.index.search(query).total == 1);
    map.index.keepUp();
    CHECK(map.index.search(query).total == 1);
    SearchIndex later(*map.device.store);
    CHECK(later.search(query).total == 1);
}

TEST_CASE("Answers are sorted by name, distance or who was looked at last too", "[search]") {
    Map map;
    const auto add = [&](const std::string& name, double latitude, const std::string& assured) {
        const RecordId location =
            map.record("location", {assign("latitude", latitude), assign("longitude", 5.0)});
        map.service(name, {element("locations", location), assign("assured_date", assured)});
    };
    add("Groep \xC3\x89\xC3\xA9n", 52.5, "2026-01-01");
    add("Groep Aap", 53.0, "2025-01-01");
    map.index.keepUp();
    add("groep Beer", 52.0, "2026-03-01");
    Query query{.text = "groep", .near = Point{52.0F, 5.0F}};
    const auto sorted = [&](Sort sort) {
        query.sort = sort;
        return Map::titles(map.index.search(query));
    };
    CHECK(sorted(Sort::Name) == Names{"Groep Aap", "groep Beer", "Groep \xC3\x89\xC3\xA9n"});
    CHECK(sorted(Sort::Distance) == Names{"groep Beer", "Groep \xC3\x89\xC3\xA9n", "Groep Aap"});
    CHECK(sorted(Sort::Assured) == Names{"groep Beer", "Groep \xC3\x89\xC3\xA9n", "Groep Aap"});
    map.index.keepUp();
    CHECK(sorted(Sort::Name) == Names{"Groep Aap", "groep Beer", "Groep \xC3\x89\xC3\xA9n"});
}

TEST_CASE("A damaged index is made anew, and nobody notices", "[search]") {
    const char* damage = GENERATE("UPDATE search_text_data SET block = x'00'", "DELETE FROM search_text_data",
                                  "DROP TABLE search_text_config", "UPDATE search_document SET entry = x'01'",
                                  "DROP TABLE search_document", "UPDATE search_version SET version = 999",
                                  "DELETE FROM search_code");
    Map map;
    map.service("Slachtofferhulp", {add("tags", "steun")});
    map.service("Opvang");
    map.index.keepUp();
    REQUIRE(map.find("hulp") == Names{"Slachtofferhulp"});
    map.device.db.execute(damage);
    INFO(damage);
    SearchIndex later(*map.device.store);
    CHECK(Map::titles(later.search({.text = "hulp"})) == Names{"Slachtofferhulp"});
    CHECK(Map::titles(later.search({.text = "steun"})) == Names{"Slachtofferhulp"});
    SearchIndex again(*map.device.store);
    CHECK(Map::titles(again.search({.text = "opvang"})) == Names{"Opvang"});
}

TEST_CASE("Without an index that can be written, the records are searched", "[search]") {
    Map map;
    map.service("Slachtofferhulp");
    map.device.db.execute("PRAGMA query_only = ON");
    CHECK(map.find("hulp") == Names{"Slachtofferhulp"});
    CHECK_THROWS_AS(map.index.keepUp(), StorageError);
    map.device.db.execute("PRAGMA query_only = OFF");
    map.checkFinds("hulp", {"Slachtofferhulp"});
}

TEST_CASE("An index that is there is used after the program starts again", "[search]") {
    Map map;
    for (int i = 0; i < 20; ++i)
        map.service("Groep " + std::to_string(i), {add("phase", "hulp")});
    map.index.keepUp();
    map.service("Groep nieuw");
    SearchIndex later(*map.device.store);
    CHECK(later.search({.text = "groep"}).total == 21);
    CHECK(later.search({.text = "groep"}).facets == map.index.search({.text = "groep"}).facets);
}

TEST_CASE("More than a tail's worth of changes is read into the index first", "[search]") {
    Map map;
    for (std::size_t i = 0; i <= tailRecords; ++i)
        map.service("Groep " + std::to_string(i));
    CHECK(map.index.search({.text = "groep"}).total == tailRecords + 1);
    CHECK(map.device.store->changedCount(1) == 0);
}
