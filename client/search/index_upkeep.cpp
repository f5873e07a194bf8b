// SPDX-License-Identifier: EUPL-1.2
#include "search/index_upkeep.h"

#include <algorithm>
#include <utility>

#include "base/executor.h"
#include "search/search_index.h"

namespace veldwijzer::search {

bool IndexUpkeep::readBatch() {
    try {
        bool more = false;
        store.transact([&] { more = readBatchInside(); });
        return more;
    } catch (...) {
        forget();
        throw;
    }
}

bool IndexUpkeep::readBatchInside() {
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
    putAll(documents);
    tables.flush();
    store.settleChanged(rows.back().row);
    dropTail();
    lexiconLoaded_ = lexiconLoaded_ && !concernsLexicon(rows);
    building_.reset();
    return rows.size() == batchRecords;
}

/// While the tables are written for some documents, the words of the next are told apart.
void IndexUpkeep::putAll(const std::set<std::int64_t>& documents) {
    constexpr std::size_t together = 64;
    struct Some {
        std::vector<std::int64_t> rows;
        std::vector<std::optional<DocumentBuilder::Gathered>> gathered;
        std::vector<Document> finished;
        std::optional<Pieces> finishing;  // goes first
    };
    auto at = documents.begin();
    const auto next = [&]() -> std::unique_ptr<Some> {
        if (at == documents.end()) return nullptr;
        auto some = std::make_unique<Some>();
        for (; at != documents.end() && some->rows.size() < together; ++at) {
            some->rows.push_back(*at);
            some->gathered.push_back(building_->gather(*at));
        }
        some->finished.resize(some->rows.size());
        some->finishing.emplace(store.helpers(), some->rows.size(), [&some = *some](std::size_t i) {
            if (some.gathered[i]) some.finished[i] = DocumentBuilder::finish(*std::move(some.gathered[i]));
        });
        return some;
    };
    for (auto ahead = next(); ahead != nullptr;) {
        const std::unique_ptr<Some> some = std::exchange(ahead, nullptr);
        ahead = next();
        for (std::size_t i = 0; i < some->rows.size(); ++i) {
            some->finishing->await(i);
            if (some->gathered[i])
                tables.put(some->finished[i]);
            else
                tables.drop(some->rows[i]);
        }
    }
}

bool IndexUpkeep::erasesWhatWasRead(const std::vector<ChangedRow>& rows) {
    return std::any_of(rows.begin(), rows.end(), [&](const ChangedRow& row) {
        if (!hasDocument(row.kind) && !isFolded(row.kind)) return false;
        if (!tables.catalogue().documentAt(row.row) && tables.madeFrom(keyOf(row.id)).empty()) return false;
        const auto* record = building_->read(row.row);
        return record != nullptr && record->record.erased();
    });
}

void IndexUpkeep::startOver() {
    tables.make();
    store.unsettleAll();
    dropTail();
}

/// Rows whose documents the changed rows touch. Their records stay in `building_` for making these.
template <typename PutChild>
std::set<std::int64_t> IndexUpkeep::touched(const std::vector<ChangedRow>& rows, const PutChild& putChild) {
    building_ = std::make_unique<DocumentBuilder>(store, [this](std::uint64_t key) {
        std::vector<std::int64_t> children = tables.childrenOf(key);
        const auto [first, last] = tailChildren_.equal_range(key);
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
        const auto* record = building_->read(row.row);
        if (record == nullptr) continue;
        for (const RecordId& parent : parentsOf(record->record, record->clamped)) {
            putChild(keyOf(parent), row.row);
            madeFrom(keyOf(parent));
        }
    }
    return documents;
}

bool IndexUpkeep::concernsLexicon(const std::vector<ChangedRow>& rows) {
    return std::any_of(rows.begin(), rows.end(),
                       [](const ChangedRow& row) { return row.gone != 0 || Lexicon::holds(row.kind); });
}

void IndexUpkeep::prepare() {
    if (!tables.usable()) readBatch();
    tables.load();
    while (!readTail())
        while (readBatch()) {
        }
    loadLexicon();
}

void IndexUpkeep::loadLexicon() {
    if (!lexiconLoaded_) lexicon.load(store);
    lexiconLoaded_ = true;
}

/// False when there is too much of it: then the index has to read it first.
bool IndexUpkeep::readTail() {
    // Asking brings to the tables what a sync under way still holds back; only then do its writes count.
    const bool anything = store.changedCount(1) > 0;
    const std::int64_t state = sqlite3_total_changes64(store.database().handle());
    if (tailState_ == state) return true;
    const std::vector<ChangedRow> rows =
        anything ? store.changedRows(tailRecords + 1) : std::vector<ChangedRow>();
    if (rows.size() > tailRecords) return false;
    dropTail();
    const std::set<std::int64_t> documents =
        touched(rows, [this](std::uint64_t parent, std::int64_t row) { tailChildren_.emplace(parent, row); });
    if (documents.size() > tailDocuments) return false;
    fillTail(documents);
    if (concernsLexicon(rows)) lexiconLoaded_ = false;
    tailState_ = state;
    return true;
}

void IndexUpkeep::fillTail(const std::set<std::int64_t>& documents) {
    std::vector<std::string> words;
    for (const std::int64_t row : documents) {
        tail.stale.push_back(row);
        auto document = building_->build(row);
        if (!document) continue;
        for (const std::string& word : document->words)
            if (!word.starts_with(nameMark) && !word.starts_with(tagMark) && !tables.vocabulary().has(word))
                words.push_back(word);
        tail.entries.push_back(tables.catalogue().entryOf(*document));
        tail.documents.push_back(*std::move(document));
    }
    tables.vocabulary().setPassing(words);
    building_.reset();
}

void IndexUpkeep::prepareWithoutIndex() {
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
    fillTail(touched(rows,
                     [this](std::uint64_t parent, std::int64_t row) { tailChildren_.emplace(parent, row); }));
    loadLexicon();
}

void IndexUpkeep::dropTail() {
    tail = {};
    tailState_.reset();
    tailChildren_.clear();
    building_.reset();
    tables.vocabulary().setPassing({});
}

void IndexUpkeep::forget() {
    tables.forget();
    dropTail();
    lexiconLoaded_ = false;
}

}  // namespace veldwijzer::search
