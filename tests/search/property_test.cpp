// SPDX-License-Identifier: EUPL-1.2
// Whatever happened to the records, a search says what a naive walk over them says, and what an index made
// anew says.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <set>

#include "search/search_index.h"
#include "search/words.h"
#include "store/device.h"
#include "store/toy_log.h"

using namespace veldwijzer;
using namespace veldwijzer::search;
using namespace veldwijzer::store::testing;

namespace {

using Counts = std::map<std::string, std::map<std::string, std::uint64_t>>;

// Words none of which is near another, begins another or is part of one: the rules for those have tests of
// their own, and the oracle has none.
const std::vector<std::string> vocabulary = {"aardappel",  "bromfiets", "citroen", "dakgoot",  "emmertje",
                                             "fluitketel", "gordijn",   "hangmat", "inktvis",  "jampot",
                                             "koekoek",    "lantaarn",  "magneet", "nijptang", "olifant",
                                             "paraplu",    "quiche",    "rozijn",  "schommel", "trompet"};
const std::vector<std::string> phases = {"preventie", "hulp", "nazorg"};
const std::vector<std::string> audiences = {"slachtoffer", "pleger"};

std::string textOf(const merge::Record& record, std::string_view field) {
    const merge::Value* value = merge::shownValue(record, field);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return text == nullptr ? std::string() : *text;
}
std::optional<RecordId> linkOf(const merge::Record& record, std::string_view field) {
    const merge::Value* value = merge::shownValue(record, field);
    const auto* id = value == nullptr ? nullptr : std::get_if<RecordId>(value);
    return id == nullptr ? std::nullopt : std::optional(*id);
}
bool isThere(const std::optional<store::StoredRecord>& stored, std::string_view kind) {
    return stored && stored->record.kind == kind &&
           (stored->visibility == merge::Visibility::Present ||
            stored->visibility == merge::Visibility::PresentDespiteDelete);
}

/// Reads every record there may be, every time.
class Oracle {
public:
    Oracle(const store::Store& records, std::uint64_t count) : store_(records), count_(count) {}

    struct Says {
        std::set<RecordId> found;
        Counts facets;
    };

    Says answer(const std::string& word, const std::vector<std::pair<std::string, std::string>>& filters) {
        Says says;
        for (std::uint64_t i = 0; i < count_; ++i) {
            const auto stored = store_.find(recordOf(i));
            if (!isThere(stored, "service") || !hasWord(stored->record, word)) continue;
            const auto codes = domain::facetsOf(stored->record);
            if (meets(codes, filters, "")) says.found.insert(stored->record.id);
            for (const domain::FacetCode& code : codes)
                if (meets(codes, filters, code.facet)) ++says.facets[code.facet][code.code];
        }
        return says;
    }

private:
    static bool meets(const std::vector<domain::FacetCode>& codes,
                      const std::vector<std::pair<std::string, std::string>>& filters,
                      const std::string& exceptFacet) {
        return std::all_of(filters.begin(), filters.end(), [&](const auto& filter) {
            return filter.first == exceptFacet ||
                   std::any_of(filters.begin(), filters.end(), [&](const auto& other) {
                       return other.first == filter.first &&
                              std::find(codes.begin(), codes.end(),
                                        domain::FacetCode{other.first, other.second}) != codes.end();
                   });
        });
    }

    bool hasWord(const merge::Record& service, const std::string& word) const {
        std::string text = textOf(service, "name") + " " + textOf(service, "description");
        if (const auto id = linkOf(service, "organization")) {
            const auto organization = store_.find(*id);
            if (isThere(organization, "organization")) text += " " + textOf(organization->record, "name");
        }
        for (const merge::Value* element : merge::elementsOf(service, "service_at_locations"))
            text += " " + atLocation(std::get<RecordId>(*element));
        for (std::uint64_t i = 0; i < count_; ++i) {
            const auto contact = store_.find(recordOf(i));
            if (isThere(contact, "contact") && linkOf(contact->record, "service") == service.id)
                text += " " + textOf(contact->record, "title");
        }
        return word.empty() || (" " + text + " ").find(" " + word + " ") != std::string::npos;
    }

    std::string atLocation(const RecordId& id) const {
        const auto at = store_.find(id);
        if (!isThere(at, "service-at-location")) return {};
        const auto location = linkOf(at->record, "location");
        const auto stored = location ? store_.find(*location) : std::nullopt;
        if (!isThere(stored, "location")) return {};
        std::string text = textOf(stored->record, "name");
        for (const merge::Value* element : merge::elementsOf(stored->record, "addresses")) {
            const auto address = store_.find(std::get<RecordId>(*element));
            if (isThere(address, "address")) text += " " + textOf(address->record, "city");
        }
        return text;
    }

    const store::Store& store_;
    std::uint64_t count_;
};

/// People at work on one map: each record has its kind by its number.
class History {
public:
    explicit History(std::uint64_t seed) : random_(seed) {}

    static constexpr std::uint64_t records = 60;

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
        return "contact";
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
            switch (below(6)) {
                case 0:
                    return {assign("description", words(8))};
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
        if (kind == "service-at-location") return {assign("location", someOf(38, 45))};
        if (kind == "location" && below(2) == 0) return {addTo("addresses", someOf(45, 52))};
        if (kind == "address") return {assign("city", anyOf(vocabulary))};
        if (kind == "contact") return {assign("title", words(2)), assign("service", someOf(0, 25))};
        return {assign("name", words(2))};
    }

    SeededRandom random_;
};

std::set<RecordId> idsOf(const Answer& answer) {
    std::set<RecordId> ids;
    for (const Found& found : answer.found)
        ids.insert(found.id);
    return ids;
}

/// The answer of the index as it grew, of the naive walk, and of an index made anew: all the same.
void checkSearch(Device& device, SearchIndex& grown, History& history, bool anew) {
    Oracle oracle(*device.store, History::records);
    Query query;
    query.limit = 1000;
    if (history.below(4) > 0) query.text = history.anyOf(vocabulary);
    for (std::uint64_t i = history.below(4); i > 0; --i)
        query.filters.emplace_back(history.below(2) == 0 ? std::pair("phase", history.anyOf(phases))
                                                         : std::pair("audience", history.anyOf(audiences)));
    const Oracle::Says says = oracle.answer(query.text, query.filters);
    const Answer answer = grown.search(query);
    INFO("asked \"" << query.text << "\" with " << query.filters.size() << " filters");
    CHECK(idsOf(answer) == says.found);
    CHECK(answer.total == says.found.size());
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
            history.step(history.below(2) == 0 ? anna : bram);
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
