// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sqlite/database.h"

namespace veldwijzer::bench {

/// The baseline for a real map: plain SQLite (WAL, synchronous=FULL) that keeps each service of an HSDS file
/// as text under its id, and FTS5 with bm25 over name, organisation, tags and texts. No references between
/// records, no checking, no facets, no synonyms, no mistakes forgiven: every word must stand there as typed,
/// the last as a beginning.
class PlainSearch {
public:
    explicit PlainSearch(const std::filesystem::path& file);

    /// One transaction.
    void import(const std::filesystem::path& hsdsJson);
    void makeSearchIndex();
    /// The best twenty; how many came.
    [[nodiscard]] std::size_t search(const std::string& typed);

private:
    Database db_;
};

}  // namespace veldwijzer::bench
