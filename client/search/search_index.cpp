// SPDX-License-Identifier: EUPL-1.2
#include "search/search_index.h"

#include <algorithm>
#include <limits>

#include "search/counting.h"
#include "search/index_upkeep.h"
#include "search/ranking.h"
#include "search/words.h"
#include "store/title_key.h"

namespace veldwijzer::search {

struct SearchIndex::Parts {
    explicit Parts(store::Store& records)
        : upkeep(records), tables(upkeep.tables), tail(upkeep.tail), lexicon(upkeep.lexicon) {}

    /// `work` with the index; where that fails with a new one; where that fails too without.
    template <typename Work>
    auto withWhatThereIs(const Work& work) {
        try {
            upkeep.prepare();
            return work();
        } catch (const StorageError&) {
            upkeep.forget();
        }
        try {
            upkeep.store.transact([&] { upkeep.startOver(); });
            upkeep.prepare();
            return work();
        } catch (const StorageError&) {
            upkeep.prepareWithoutIndex();
        }
        const auto result = work();
        upkeep.forget();
        return result;
    }

    struct Ranked {
        float score = 0;
        std::uint32_t document = 0;
        std::optional<double> kilometres;
    };

    Answer answer(const Query& query) {
        const auto kind = documentKind(query.kind);
        if (!kind) return {};
        Answer answer;
        tables.trim();
        Matching matching(tables, tail, lexicon, *kind);
        const auto found = textMatches(query, matching, answer);
        FacetCounts counts(tables.catalogue().codes(), query.filters);
        const std::vector<float> standings = codeStandings(tables.catalogue().codes());
        std::vector<Ranked> ranked;
        for (const Scored& one : found) {
            const Entry& entry = *matching.entry(one.document);
            const bool open = isOpen(entry, query.at);
            if ((query.openNow && !open) || !counts.add(entry)) continue;
            if (open) ++answer.openNow;
            const auto kilometres = kilometresTo(entry, query.near);
            ranked.push_back(
                {one.score * standing(entry, query, kilometres, standings), one.document, kilometres});
        }
        answer.total = ranked.size();
        answer.facets = counts.byFacet();
        const std::size_t end = std::min(ranked.size(), query.offset + query.limit);
        sortFirst(ranked, end, query.sort, matching);
        for (std::size_t i = query.offset; i < end; ++i)
            answer.found.push_back(shownOf(ranked[i], query.at, matching));
        return answer;
    }

    bool isOpen(const Entry& entry, const std::optional<WallMs>& at) {
        if (!at) return false;
        const auto openness = tables.catalogue().hours().openness(entry.hours, *at);
        return openness && openness->open;
    }

    /// The first `end` in their order; what is equal by relevance, and then by id.
    void sortFirst(std::vector<Ranked>& ranked, std::size_t end, Sort sort, const Matching& matching) {
        const auto better = [&](const Ranked& a, const Ranked& b) {
            if (a.score != b.score) return a.score > b.score;
            return matching.entry(a.document)->id < matching.entry(b.document)->id;
        };
        const auto sortBy = [&](const auto& valueOf) {
            std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(end), ranked.end(),
                              [&](const Ranked& a, const Ranked& b) {
                                  const auto& first = valueOf(a);
                                  const auto& second = valueOf(b);
                                  return first != second ? first < second : better(a, b);
                              });
        };
        switch (sort) {
            case Sort::Relevance:
                return sortBy([](const Ranked&) { return 0; });
            case Sort::Name:
                return sortByName(ranked, end, matching);
            case Sort::Distance:
                return sortBy([](const Ranked& one) {
                    return one.kilometres.value_or(std::numeric_limits<double>::infinity());
                });
            case Sort::Assured:
                return sortBy([&](const Ranked& one) { return -matching.entry(one.document)->assuredDay; });
        }
    }

    /// As lists have it.
    void sortByName(std::vector<Ranked>& ranked, std::size_t end, const Matching& matching) {
        const std::vector<std::string>& keys = tables.titleKeys();
        std::vector<std::string> ofTail;
        for (const Document& document : tail.documents)
            ofTail.push_back(store::titleKey(document.title));
        const auto keyOfOne = [&](const Ranked& one) -> const std::string& {
            return one.document < matching.firstOfTail() ? keys[one.document]
                                                         : ofTail[one.document - matching.firstOfTail()];
        };
        std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(end), ranked.end(),
                          [&](const Ranked& a, const Ranked& b) {
                              const int order = keyOfOne(a).compare(keyOfOne(b));
                              if (order != 0) return order < 0;
                              return matching.entry(a.document)->id < matching.entry(b.document)->id;
                          });
    }

    std::vector<Overview> overview(std::string_view kind, const std::optional<WallMs>& at) {
        std::vector<Overview> all;
        const auto number = documentKind(kind);
        if (!number) return all;
        const Matching matching(tables, tail, lexicon, *number);
        for (std::uint32_t document = 0; document < matching.size(); ++document)
            if (const Entry* entry = matching.entry(document))
                all.push_back({entry->id, entry->assuredDay,
                               at ? tables.catalogue().hours().openness(entry->hours, *at) : std::nullopt});
        return all;
    }

    std::vector<Scored> textMatches(const Query& query, Matching& matching, Answer& answer) {
        const std::vector<Asked> asked = ask(query.text, lexicon, tables.vocabulary());
        if (!asked.empty()) {
            Scoring scoring(matching, asked);
            answer.allWords = scoring.allWords();
            answer.unknownWords = scoring.unknownWords();
            return scoring.found();
        }
        std::vector<Scored> all;
        for (std::uint32_t document = 0; document < matching.size(); ++document)
            if (matching.entry(document) != nullptr) all.push_back({document, 1});
        return all;
    }

    Found shownOf(const Ranked& ranked, const std::optional<WallMs>& at, const Matching& matching) {
        const Entry& entry = *matching.entry(ranked.document);
        Found found;
        found.id = entry.id;
        found.distanceKm = ranked.kilometres;
        found.score = double{ranked.score};
        found.assuredDay = entry.assuredDay;
        if (at) found.open = tables.catalogue().hours().openness(entry.hours, *at);
        for (const std::uint32_t code : entry.codes)
            if (tables.catalogue().codes()[code].facet == "phase")
                found.phases.push_back(tables.catalogue().codes()[code].code);
        if (const Document* document = matching.inTail(ranked.document)) {
            found.title = document->title;
            found.organization = document->organization;
        } else {
            auto shown = tables.shown(ranked.document);
            found.title = std::move(shown.title);
            found.organization = std::move(shown.organization);
        }
        return found;
    }

    std::optional<Point> place(std::string_view text) {
        const std::vector<std::string> asked = wordsOf(text);
        if (asked.empty()) return std::nullopt;
        double latitude = 0;
        double longitude = 0;
        double count = 0;
        const auto look = [&](const Place& place) {
            if (!place.point || !isPlace(place, asked)) return;
            latitude += double{place.point->latitude};
            longitude += double{place.point->longitude};
            ++count;
        };
        tables.forPlaces(look);
        for (const Document& document : tail.documents)
            std::for_each(document.places.begin(), document.places.end(), look);
        if (count == 0) return std::nullopt;
        return Point{static_cast<float>(latitude / count), static_cast<float>(longitude / count)};
    }

    /// The very city, or a postcode that begins so ("1234" and "1234AB" are asked for 1234 AB).
    static bool isPlace(const Place& place, const std::vector<std::string>& asked) {
        if (wordsOf(place.city) == asked) return true;
        const auto joined = [](const std::vector<std::string>& words) {
            std::string all;
            for (const std::string& word : words)
                all += word;
            return all;
        };
        const std::string code = joined(asked);
        constexpr std::size_t digits = 4;
        return code.size() >= digits && code.front() >= '0' && code.front() <= '9' &&
               joined(wordsOf(place.postcode)).starts_with(code);
    }

    IndexUpkeep upkeep;
    IndexTables& tables;
    const Tail& tail;
    Lexicon& lexicon;
};

SearchIndex::SearchIndex(store::Store& store) : parts_(std::make_unique<Parts>(store)) {}
SearchIndex::~SearchIndex() = default;

Answer SearchIndex::search(const Query& query) {
    return parts_->withWhatThereIs([&] { return parts_->answer(query); });
}

std::optional<Point> SearchIndex::placeOf(std::string_view cityOrPostcode) {
    return parts_->withWhatThereIs([&] { return parts_->place(cityOrPostcode); });
}

std::vector<Overview> SearchIndex::overview(std::string_view kind, const std::optional<WallMs>& at) {
    return parts_->withWhatThereIs([&] { return parts_->overview(kind, at); });
}

bool SearchIndex::keepUp() {
    return parts_->upkeep.readBatch();
}

void SearchIndex::discard() {
    try {
        parts_->upkeep.store.transact([&] { parts_->upkeep.startOver(); });
    } catch (...) {
        parts_->upkeep.forget();
        throw;
    }
}

}  // namespace veldwijzer::search
