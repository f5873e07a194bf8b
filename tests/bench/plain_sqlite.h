// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bench/bench_data.h"
#include "sqlite/database.h"

namespace veldwijzer::bench {

/// The baseline: plain SQLite (WAL, synchronous=FULL), no encryption, no signatures, last-writer-wins by
/// field, and the bare minimum a sync needs: a clock for each field that was edited and a list of changes.
class PlainSqlite {
public:
    explicit PlainSqlite(const std::filesystem::path& file);

    /// Frames as a server would send them, ready in memory.
    static std::string framesOf(const std::vector<Service>& services);
    static std::string framesOf(const std::vector<Edit>& edits, std::int64_t site);

    /// One transaction: all rows, then the indexes.
    void firstSync(const std::string& frames);
    /// FTS5 over the fields that ours searches too, for beginnings of words and bm25.
    void makeSearchIndex();
    /// One durable transaction for each edit.
    void editOneByOne(const std::vector<Edit>& edits, std::int64_t site);
    void editTogether(const std::vector<Edit>& edits, std::int64_t site);
    /// One transaction for all of them; returns how many values were thrown away.
    std::size_t applyEdits(const std::string& frames);
    /// Everything in the list of changes since `from`.
    std::string changesSince(std::int64_t from);
    [[nodiscard]] std::vector<std::string> firstNames(std::size_t count);
    void checkpoint();

private:
    bool apply(const Edit& edit, std::int64_t clock, std::int64_t site);
    Database db_;
};

}  // namespace veldwijzer::bench
