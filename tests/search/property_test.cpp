// SPDX-License-Identifier: EUPL-1.2
// Whatever happened to the records, a search says what a naive walk over them says, and what an index made
// anew says.
#include <array>
#include <catch2/catch.hpp>

#include "search/naive_search.h"
#include "store/device.h"
#include "store/toy_log.h"

using namespace veldwijzer;
using namespace veldwijzer::search;
using namespace veldwijzer::search::testing;
using namespace veldwijzer::store::testing;

namespace {

// Words none of which is near another, begins another or is part of one: the rules for those have tests of
// their own, and the oracle has none.
const std::vector<std::string> vocabulary = {"aardappel",  "bromfiets", "citroen", "dakgoot",  "emmertje",
                                             "fluitketel", "gordijn",   "hangmat", "inktvis",  "jampot",
                                             "koekoek",    "lantaarn",  "magneet", "nijptang", "olifant",
                                             "paraplu",    "quiche",    "rozijn",  "schommel", "trompet"};
const std::vector<std::string> phases = {"preventie", "hulp", "nazorg"};
const std::vector<std::string> audiences = {"slachtoffer", "pleger"};

/// People at work on one map: each record has its kind by its number.
class History {
public:
    explicit History(std::uint64_t seed) : random_(seed) {}

    static constexpr std::uint64_t records = 64;

    void step(Device& device) {
        const std::uint64_t number = below(records);
        const std::string kind = kindOf(number);
        std::vector<store::FieldEdit> edits;
        switch (below(10)) {
            case 0:
                edits = {whole(merge::Action::Delete)};
                break;
            case 1:
                edits = {whole(merge::Action::Restore)};
                break;
            case 2:
                if (below(6) == 0) edits = {whole(merge::Action::Erase)};
                break;
            default:
                edits = editsOf(kind);
        }
        if (!edits.empty()) device.write(recordOf(number), kind, edits);
    }

    store::RecordEdit someEdit() {
        const std::uint64_t number = below(records);
        return {recordOf(number), kindOf(number), editsOf(kindOf(number))};
    }

    std::uint64_t below(std::uint64_t limit) {
        std::array<std::uint8_t, 8> bytes{};
        random_.fill(bytes);
        std::uint64_t number = 0;
        for (const std::uint8_t byte : bytes)
            number = number << 8U | byte;
        return number % limit;
    }
    const std::string& anyOf(const std::vector<std::string>& words) { return words[below(words.size())]; }

private:
    static std::string kindOf(std::uint64_t number) {
        if (number < 25) return "service";
        if (number < 30) return "organization";
        if (number < 38) return "service-at-location";
        if (number < 45) return "location";
        if (number < 52) return "address";
        if (number < 60) return "contact";
        return "schedule";
    }
    std::string words(std::uint64_t most) {
        std::string text = anyOf(vocabulary);
        for (std::uint64_t i = below(most); i > 0; --i)
            text += " " + anyOf(vocabulary);
        return text;
    }
    merge::Value someOf(std::uint64_t from, std::uint64_t to) { return recordOf(from + below(to - from)); }
    store::FieldEdit addTo(std::string field, merge::Value value) {
        return {below(4) == 0 ? merge::Action::Remove : merge::Action::Add, std::move(field),
                std::move(value)};
    }

    std::vector<store::FieldEdit> editsOf(const std::string& kind) {
        if (kind == "service") {
            switch (below(7)) {
                case 0:
                    return {assign("description", words(8))};
                case 4:
                    return {addTo("schedules", someOf(60, 64))};
                case 1:
                    return {assign("organization", someOf(25, 30))};
                case 2:
                    return {addTo("service_at_locations", someOf(30, 38))};
                case 3:
                    return {addTo("phase", anyOf(phases)), addTo("audience", anyOf(audiences))};
                default:
                    return {assign("name", words(3)), addTo("phase", anyOf(phases))};
            }
        }
        if (kind == "schedule")
            return {assign("freq", std::string("WEEKLY")),
                    assign("byday", anyOf({"MO", "TU", "MO,TU,WE,TH,FR"})),
                    assign("opens_at", std::string("09:00")), assign("closes_at", anyOf({"12:00", "17:00"}))};
        if (kind == "service-at-location" && below(4) == 0) return {addTo("schedules", someOf(60, 64))};
        if (kind == "service-at-location") return {assign("location", someOf(38, 45))};
        if (kind == "location" && below(4) == 0) return {addTo("schedules", someOf(60, 64))};
        if (kind == "location" && below(2) == 0) return {addTo("addresses", someOf(45, 52))};
        if (kind == "address") return {assign("city", anyOf(vocabulary))};
        if (kind == "contact") return {assign("title", words(2)), assign("service", someOf(0, 25))};
        return {assign("name", words(2))};
    }

    SeededRandom random_;
};

/// Much at once, as an import or the merging of two records writes it.
void bulk(Device& device, History& history) {
    std::vector<store::RecordEdit> edits;
    for (int i = 0; i < 20; ++i)
        edits.push_back(history.someEdit());
    edits.push_back({recordOf(history.below(25)), "service", {whole(merge::Action::Delete)}});
    REQUIRE(device.store->writeBulk(theSpace, edits).ok());
}

/// The server refuses what waits first: it leaves the records again.
void refuse(Device& device, History& history) {
    freezeAll(device, 1 + history.below(4));
    const auto waiting = device.store->outgoing(theSpace, 100);
    if (waiting.empty()) return;
    device.store->reject(theSpace, waiting[history.below(waiting.size())].contentId, "forbidden");
}

/// The answer of the index as it grew, of the naive walk, and of an index made anew: all the same.
void checkSearch(Device& device, SearchIndex& grown, History& history, bool anew) {
    std::vector<RecordId> ids;
    for (std::uint64_t i = 0; i < History::records; ++i)
        ids.push_back(recordOf(i));
    Oracle oracle(*device.store, ids);
    Query query;
    query.limit = 1000;
    // Some hour of the week of 23 November 2026.
    query.at = 1'795'392'000'000 + static_cast<WallMs>(history.below(24 * 7)) * 3'600'000;
    query.openNow = history.below(3) == 0;
    if (history.below(4) > 0) query.text = history.anyOf(vocabulary);
    for (std::uint64_t i = history.below(4); i > 0; --i)
        query.filters.emplace_back(history.below(2) == 0 ? std::pair("phase", history.anyOf(phases))
                                                         : std::pair("audience", history.anyOf(audiences)));
    const Oracle::Says says = oracle.answer(query);
    const Answer answer = grown.search(query);
    INFO("asked \"" << query.text << "\" with " << query.filters.size() << " filters");
    CHECK(idsOf(answer) == says.found);
    CHECK(answer.total == says.found.size());
    CHECK(answer.openNow == says.open);
    CHECK(answer.facets == says.facets);
    if (!anew) return;
    query.text += " " + history.anyOf(vocabulary);
    const Answer before = grown.search(query);
    grown.discard();
    const Answer after = grown.search(query);
    CHECK(before.found == after.found);
    CHECK(before.facets == after.facets);
}

}  // namespace

TEST_CASE("Searches and counts equal a naive walk over the records, after any history", "[search]") {
    const std::uint64_t seed = fromEnvironment("VELDWIJZER_SEED", Catch::rngSeed());
    const std::uint64_t runs = fromEnvironment("VELDWIJZER_RUNS", 6);
    for (std::uint64_t run = 0; run < runs; ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run << " VELDWIJZER_RUNS=1");
        History history(seed + run);
        Device anna(1);
        Device bram(2);
        ToyLog log;
        SearchIndex annas(*anna.store);
        SearchIndex brams(*bram.store);
        for (int step = 0; step < 300; ++step) {
            Device& who = history.below(2) == 0 ? anna : bram;
            history.step(who);
            if (history.below(30) == 0) bulk(who, history);
            if (history.below(40) == 0) refuse(who, history);
            if (history.below(12) == 0) {
                sync(anna, log);
                sync(bram, log);
            }
            if (history.below(9) == 0) annas.keepUp();
            if (history.below(6) == 0) checkSearch(anna, annas, history, history.below(10) == 0);
            if (history.below(6) == 0) checkSearch(bram, brams, history, false);
        }
    }
}
