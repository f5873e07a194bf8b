// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <unordered_map>

#include "search/catalogue.h"
#include "search/vocabulary.h"

namespace veldwijzer::search {

/// Of the tables and of everything that words them: raise it when documents, folding, marks or columns
/// change, and every device makes its index anew.
inline constexpr std::int64_t indexVersion = 4;

/// Numbers of documents in lists that are kept in memory: 8 MB.
inline constexpr std::size_t listedNumbersKept = std::size_t{2} << 20U;

/// The index in the vault: an FTS5 table without content that lists documents by word, one row a document
/// beside it, and the words and facet codes that occur.
///
/// FTS5 is used as what it is best at, an inverted index that takes small updates cheaply: `detail=none`,
/// because marks before words tell where they stand; `content=''`, because the records are the content;
/// `columnsize=0`, because ranking is done here. A changed document takes a new number; its old words stay
/// under the old one, which no document has any more, until so much is dead that the index is made anew.
///
/// Written inside Store::transact. After an exception call `forget`. VaultDamaged: make it anew.
class IndexTables {
public:
    explicit IndexTables(Database& db) : db_(db) {}

    /// Nothing has to be made anew: the tables are there and of this version.
    [[nodiscard]] bool usable();
    /// Empty tables, whatever was there.
    void make();
    /// Reads catalogue and vocabulary, once.
    void load();
    void forget();
    /// Until `forget`, reading answers as an empty index would: the tables cannot be read or written.
    void doWithout();

    void put(const Document& document);
    void drop(std::int64_t row);
    /// Called before the commit: words and codes that are new.
    void flush();
    /// The child in `row` hangs itself under the record with this key.
    void putChild(std::uint64_t parent, std::int64_t row);

    [[nodiscard]] std::vector<std::int64_t> childrenOf(std::uint64_t parent) const;
    /// Rows of documents that were made from a record with this key.
    [[nodiscard]] std::vector<std::int64_t> madeFrom(std::uint64_t key);
    /// Numbers of the documents that hold this word, mark included, or one that begins so; ascending, dead
    /// ones among them. Lists that were read are kept in memory, so that the next letter that is typed reads
    /// little or nothing; valid until the next `put` or `trim`.
    [[nodiscard]] const std::vector<std::uint32_t>& documentsWith(const std::string& word, bool prefix);
    /// Lists in memory go when they are more than `listedNumbersKept`.
    void trim();
    struct Shown {
        std::string title;
        std::string organization;
    };
    [[nodiscard]] Shown shown(std::uint32_t document) const;
    /// Of every live document, by number, as lists sort them. Read when first asked for.
    [[nodiscard]] const std::vector<std::string>& titleKeys();
    /// Every place of every live document.
    void forPlaces(const std::function<void(const Place&)>& use) const;

    [[nodiscard]] Catalogue& catalogue() { return catalogue_; }
    [[nodiscard]] Vocabulary& vocabulary() { return vocabulary_; }
    /// More dead documents than living ones, and enough of both to care.
    [[nodiscard]] bool mostlyDead() const;

private:
    void dropTables();
    void dropTable(const std::string& name);
    void noteSource(std::uint64_t key, std::int64_t row);

    Database& db_;
    Catalogue catalogue_;
    Vocabulary vocabulary_;
    std::string newWords_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> listed_;  ///< by word
    std::unordered_map<std::string, std::vector<std::uint32_t>> listedBeginnings_;
    std::size_t listedNumbers_ = 0;
    std::optional<std::vector<std::string>> titleKeys_;
    bool loaded_ = false;
    bool absent_ = false;
    std::optional<std::unordered_multimap<std::uint64_t, std::int64_t>> sources_;  ///< read when first asked
};

}  // namespace veldwijzer::search
