// SPDX-License-Identifier: EUPL-1.2
#include "search/search_index.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "search/counting.h"
#include "search/document_builder.h"
#include "search/ranking.h"
#include "search/words.h"

namespace veldwijzer::search {
namespace {

using ChangedRow = store::Store::ChangedRow;

}  // namespace

struct SearchIndex::Parts {
    explicit Parts(store::Store& records) : store(records), tables(records.database()) {}

    // ---- writing

    /// True while there is more.
    bool readBatch() {
        try {
            bool more = false;
            store.transact([&] { more = readBatchInside(); });
            return more;
        } catch (...) {
            forget();
            throw;
        }
    }

    bool readBatchInside() {
        if (!tables.usable()) startOver();
        tables.load();
        const std::vector<ChangedRow> rows = store.changedRows(batchRecords);
        if (rows.empty()) return false;
        std::set<std::int64_t> documents =
            touched(rows, [this](std::uint64_t parent, std::int64_t row) { tables.putChild(parent, row); });
        // With most of it dead, the lists of the words are longer than what they find. And what was erased
        // must not stay in them under a dead number.
        if (tables.mostlyDead() || erasesWhatWasRead(rows)) {
            startOver();
            return true;
        }
        DocumentBuilder& builder = *building;
        for (const std::int64_t row : documents) {
            if (const auto document = builder.build(row))
                tables.put(*document);
            else
                tables.drop(row);
        }
        tables.flush();
        store.settleChanged(rows.back().row);
        dropTail();
        lexiconLoaded = lexiconLoaded && !concernsLexicon(rows);
        building.reset();
        return rows.size() == batchRecords;
    }

    bool erasesWhatWasRead(const std::vector<ChangedRow>& rows) {
        return std::any_of(rows.begin(), rows.end(), [&](const ChangedRow& row) {
            if (!hasDocument(row.kind) && !isFolded(row.kind)) return false;
            if (!tables.catalogue().documentAt(row.row) && tables.madeFrom(keyOf(row.id)).empty())
                return false;
            const auto* record = building->read(row.row);
            return record != nullptr && record->record.erased();
        });
    }

    void startOver() {
        tables.make();
        store.unsettleAll();
        dropTail();
    }

    /// Rows whose documents the changed rows touch. Their records stay in `building` for making these.
    template <typename PutChild>
    std::set<std::int64_t> touched(const std::vector<ChangedRow>& rows, const PutChild& putChild) {
        building = std::make_unique<DocumentBuilder>(store, [this](std::uint64_t key) {
            std::vector<std::int64_t> children = tables.childrenOf(key);
            const auto [first, last] = tailChildren.equal_range(key);
            for (auto at = first; at != last; ++at)
                children.push_back(at->second);
            return children;
        });
        std::set<std::int64_t> documents;
        const auto madeFrom = [&](std::uint64_t key) {
            const auto made = tables.madeFrom(key);
            documents.insert(made.begin(), made.end());
        };
        for (const ChangedRow& row : rows) {
            if (row.gone != 0) madeFrom(row.gone);
            if (hasDocument(row.kind) || tables.catalogue().documentAt(row.row)) documents.insert(row.row);
            if (row.kind == "organization" || isFolded(row.kind)) madeFrom(keyOf(row.id));
            if (!isFolded(row.kind)) continue;
            const auto* record = building->read(row.row);
            if (record == nullptr) continue;
            for (const RecordId& parent : parentsOf(record->record, record->clamped)) {
                putChild(keyOf(parent), row.row);
                madeFrom(keyOf(parent));
            }
        }
        return documents;
    }

    static bool concernsLexicon(const std::vector<ChangedRow>& rows) {
        return std::any_of(rows.begin(), rows.end(),
                           [](const ChangedRow& row) { return row.gone != 0 || Lexicon::holds(row.kind); });
    }

    // ---- reading

    /// Index, tail and lexicon as of now.
    void prepare() {
        if (!tables.usable()) readBatch();
        tables.load();
        while (!readTail())
            while (readBatch()) {
            }
        loadLexicon();
    }

    void loadLexicon() {
        if (!lexiconLoaded) lexicon.load(store);
        lexiconLoaded = true;
    }

    /// False when there is too much of it: then the index has to read it first.
    bool readTail() {
        // Asking brings to the tables what a sync under way still holds back; only then do its writes count.
        const bool anything = store.changedCount(1) > 0;
        const std::int64_t state = sqlite3_total_changes64(store.database().handle());
        if (tailState == state) return true;
        const std::vector<ChangedRow> rows =
            anything ? store.changedRows(tailRecords + 1) : std::vector<ChangedRow>();
        if (rows.size() > tailRecords) return false;
        dropTail();
        const std::set<std::int64_t> documents = touched(
            rows, [this](std::uint64_t parent, std::int64_t row) { tailChildren.emplace(parent, row); });
        if (documents.size() > tailDocuments) return false;
        fillTail(documents);
        if (concernsLexicon(rows)) lexiconLoaded = false;
        tailState = state;
        return true;
    }

    void fillTail(const std::set<std::int64_t>& documents) {
        std::vector<std::string> words;
        for (const std::int64_t row : documents) {
            tail.stale.push_back(row);
            auto document = building->build(row);
            if (!document) continue;
            for (const std::string& word : document->words)
                if (!word.starts_with(nameMark) && !word.starts_with(tagMark) &&
                    !tables.vocabulary().has(word))
                    words.push_back(word);
            tail.entries.push_back(tables.catalogue().entryOf(*document));
            tail.documents.push_back(*std::move(document));
        }
        tables.vocabulary().setPassing(words);
        building.reset();
    }

    /// The index cannot be read or written: every document is made for this one search.
    void prepareWithoutIndex() {
        forget();
        tables.doWithout();
        std::vector<ChangedRow> rows;
        for (const auto& [kind, count] : store.kinds()) {
            if (!hasDocument(kind) && !isFolded(kind)) continue;
            const auto listed = store.list({.kind = kind, .facets = {}, .offset = 0, .limit = count});
            for (const store::ListRow& row : listed.rows)
                for (const std::int64_t number : store.rowsOf(row.id))
                    rows.push_back({number, row.id, kind, 0});
        }
        fillTail(touched(
            rows, [this](std::uint64_t parent, std::int64_t row) { tailChildren.emplace(parent, row); }));
        loadLexicon();
    }

    /// `work` with the index; where that fails with a new one; where that fails too without.
    template <typename Work>
    auto withWhatThereIs(const Work& work) {
        try {
            prepare();
            return work();
        } catch (const StorageError&) {
            forget();
        }
        try {
            store.transact([&] { startOver(); });
            prepare();
            return work();
        } catch (const StorageError&) {
            prepareWithoutIndex();
        }
        const auto result = work();
        forget();
        return result;
    }

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
            if (!counts.add(entry)) continue;
            const auto kilometres = kilometresTo(entry, query.near);
            ranked.push_back(
                {one.score * standing(entry, query, kilometres, standings), one.document, kilometres});
        }
        answer.total = ranked.size();
        answer.facets = counts.byFacet();
        const std::size_t end = std::min(ranked.size(), query.offset + query.limit);
        std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(end), ranked.end(),
                          [&](const Ranked& a, const Ranked& b) {
                              if (a.score != b.score) return a.score > b.score;
                              return matching.entry(a.document)->id < matching.entry(b.document)->id;
                          });
        for (std::size_t i = query.offset; i < end; ++i)
            answer.found.push_back(shownOf(ranked[i], matching));
        return answer;
    }

    struct Ranked {
        float score = 0;
        std::uint32_t document = 0;
        std::optional<double> kilometres;
    };

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

    Found shownOf(const Ranked& ranked, const Matching& matching) {
        const Entry& entry = *matching.entry(ranked.document);
        Found found;
        found.id = entry.id;
        found.distanceKm = ranked.kilometres;
        found.score = double{ranked.score};
        found.assuredDay = entry.assuredDay;
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

    void dropTail() {
        tail = {};
        tailState.reset();
        tailChildren.clear();
        building.reset();
        tables.vocabulary().setPassing({});
    }

    void forget() {
        tables.forget();
        dropTail();
        lexiconLoaded = false;
    }

    store::Store& store;
    IndexTables tables;
    Lexicon lexicon;
    bool lexiconLoaded = false;
    Tail tail;
    std::optional<std::int64_t> tailState;  ///< writes of the connection so far, when the tail was read
    std::unordered_multimap<std::uint64_t, std::int64_t> tailChildren;
    std::unique_ptr<DocumentBuilder> building;
};

SearchIndex::SearchIndex(store::Store& store) : parts_(std::make_unique<Parts>(store)) {}
SearchIndex::~SearchIndex() = default;

Answer SearchIndex::search(const Query& query) {
    return parts_->withWhatThereIs([&] { return parts_->answer(query); });
}

std::optional<Point> SearchIndex::placeOf(std::string_view cityOrPostcode) {
    return parts_->withWhatThereIs([&] { return parts_->place(cityOrPostcode); });
}

bool SearchIndex::keepUp() {
    return parts_->readBatch();
}

void SearchIndex::discard() {
    try {
        parts_->store.transact([&] { parts_->startOver(); });
    } catch (...) {
        parts_->forget();
        throw;
    }
}

}  // namespace veldwijzer::search
