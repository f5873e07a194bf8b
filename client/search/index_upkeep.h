// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <unordered_map>

#include "search/document_builder.h"
#include "search/index_tables.h"
#include "search/lexicon.h"
#include "search/matching.h"

namespace veldwijzer::search {

/// Reads what changed in the records: into the index, in batches, and, for what the index has not read yet,
/// into a tail in memory. Knows when the index has to be made anew, and what to do without one.
///
/// After an exception call `forget`.
class IndexUpkeep {
public:
    explicit IndexUpkeep(store::Store& records) : store(records), tables(records.database()) {}

    /// True while there is more.
    bool readBatch();
    /// Index, tail and lexicon are as of now.
    void prepare();
    /// The index cannot be read or written: every document is made for this one search.
    void prepareWithoutIndex();
    /// Inside a transaction: the index is empty, and every record is changed.
    void startOver();
    void forget();

    store::Store& store;
    IndexTables tables;
    Lexicon lexicon;
    Tail tail;

private:
    using ChangedRow = store::Store::ChangedRow;

    bool readBatchInside();
    void putAll(const std::set<std::int64_t>& documents);
    bool erasesWhatWasRead(const std::vector<ChangedRow>& rows);
    template <typename PutChild>
    std::set<std::int64_t> touched(const std::vector<ChangedRow>& rows, const PutChild& putChild);
    static bool concernsLexicon(const std::vector<ChangedRow>& rows);
    void loadLexicon();
    bool readTail();
    void fillTail(const std::set<std::int64_t>& documents);
    void dropTail();

    bool lexiconLoaded_ = false;
    std::optional<std::int64_t> tailState_;  ///< writes of the connection so far, when the tail was read
    std::unordered_multimap<std::uint64_t, std::int64_t> tailChildren_;
    std::unique_ptr<DocumentBuilder> building_;
};

}  // namespace veldwijzer::search
