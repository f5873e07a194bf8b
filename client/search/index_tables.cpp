// SPDX-License-Identifier: EUPL-1.2
#include "search/index_tables.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/text.h"
#include "store/title_key.h"

namespace veldwijzer::search {
namespace {

constexpr std::size_t deadKept = 256;
constexpr const char* textTable = "search_text";

// A page of the vault leaves its b-trees a little less room than SQLite's own: FTS5's pages must fit into one
// whole, or each would take a second page.
constexpr const char* tables = R"sql(
CREATE VIRTUAL TABLE search_text USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO search_text(search_text, rank) VALUES ('pgsz', 7900);
INSERT INTO search_text(search_text, rank) VALUES ('hashsize', 8388608);
CREATE TABLE search_document(
    document INTEGER PRIMARY KEY AUTOINCREMENT,
    row INTEGER NOT NULL,
    entry BLOB NOT NULL,
    title TEXT NOT NULL,
    organization TEXT NOT NULL,
    places TEXT NOT NULL,
    sources BLOB NOT NULL);
CREATE TABLE search_word(batch INTEGER PRIMARY KEY, words TEXT NOT NULL);
CREATE TABLE search_code(number INTEGER PRIMARY KEY, facet TEXT NOT NULL, code TEXT NOT NULL);
CREATE TABLE search_hours(number INTEGER PRIMARY KEY, hours BLOB NOT NULL);
CREATE TABLE search_child(parent INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY(parent, row)) WITHOUT ROWID;
CREATE TABLE search_version(version INTEGER PRIMARY KEY);
)sql";

[[noreturn]] void throwDamagedIndex() {
    throw StorageError(ErrorCode::VaultDamaged, "the search index cannot be read");
}

std::int64_t toColumn(std::uint64_t key) {
    return static_cast<std::int64_t>(key);
}

ByteView bytesOf(const std::vector<std::uint64_t>& keys) {
    return {reinterpret_cast<const std::uint8_t*>(keys.data()), keys.size() * sizeof(std::uint64_t)};
}

std::vector<std::uint64_t> keysIn(ByteView bytes) {
    std::vector<std::uint64_t> keys(bytes.size() / sizeof(std::uint64_t));
    if (!keys.empty()) std::memcpy(keys.data(), bytes.data(), keys.size() * sizeof(std::uint64_t));
    return keys;
}

/// One line a place: latitude, longitude (or two dashes), postcode, city; tabs between.
std::string textOf(const std::vector<Place>& places) {
    std::string text;
    const auto part = [&](std::string_view value) {
        for (const char c : value)
            text += c == '\t' || c == '\n' ? ' ' : c;
    };
    for (const Place& place : places) {
        part(place.point ? std::to_string(place.point->latitude) : "-");
        text += '\t';
        part(place.point ? std::to_string(place.point->longitude) : "-");
        text += '\t';
        part(place.postcode);
        text += '\t';
        part(place.city);
        text += '\n';
    }
    return text;
}

std::string_view takeUntil(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

std::optional<float> numberIn(std::string_view text) {
    float value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool tableExists(Database& db, std::string_view name) {
    Statement row = db.prepare("SELECT 1 FROM sqlite_master WHERE name = ?");
    return row.bind(1, name).step();
}

}  // namespace

bool IndexTables::usable() {
    if (loaded_) return true;
    if (!tableExists(db_, "search_version")) return false;
    Statement row = db_.prepare("SELECT version FROM search_version");
    return row.step() && row.integer(0) == indexVersion;
}

void IndexTables::dropTables() {
    for (const std::string& name :
         std::initializer_list<std::string>{"search_document", "search_word", "search_code", "search_hours",
                                            "search_child", "search_version", textTable})
        if (tableExists(db_, name)) dropTable(name);
}

void IndexTables::dropTable(const std::string& name) {
    try {
        db_.execute(("DROP TABLE " + name).c_str());
    } catch (const StorageError&) {
        // FTS5 cannot even open it: then out of the schema with it, its tables with the data first.
        if (name != textTable) throw;
        for (const char* part : {"_data", "_idx", "_docsize", "_config"})
            if (tableExists(db_, name + part)) db_.execute(("DROP TABLE " + name + part).c_str());
        db_.execute("PRAGMA writable_schema = ON");
        db_.execute("DELETE FROM sqlite_master WHERE name = 'search_text'");
        db_.execute("PRAGMA writable_schema = RESET");
    }
}

void IndexTables::make() {
    forget();
    dropTables();
    db_.execute(tables);
    db_.prepare("INSERT INTO search_version(version) VALUES (?)").bind(1, indexVersion).run();
    loaded_ = true;
    sources_.emplace();
}

void IndexTables::forget() {
    catalogue_.clear();
    vocabulary_.clear();
    newWords_.clear();
    listed_.clear();
    listedBeginnings_.clear();
    listedNumbers_ = 0;
    titleKeys_.reset();
    sources_.reset();
    loaded_ = false;
    absent_ = false;
}

void IndexTables::doWithout() {
    forget();
    absent_ = true;
    sources_.emplace();
}

void IndexTables::load() {
    if (loaded_) return;
    forget();
    Statement codes = db_.prepare("SELECT facet, code FROM search_code ORDER BY number");
    while (codes.step())
        catalogue_.addStoredCode({std::string(codes.text(0)), std::string(codes.text(1))});
    Statement hours = db_.prepare("SELECT hours FROM search_hours ORDER BY number");
    while (hours.step())
        if (!catalogue_.hours().addStored(hours.blob(0))) throwDamagedIndex();
    Statement documents = db_.prepare("SELECT document, row, entry FROM search_document");
    while (documents.step()) {
        std::optional<Entry> entry = unpackEntry(documents.blob(2));
        if (!entry) throwDamagedIndex();
        for (const std::uint32_t code : entry->codes)
            if (code >= catalogue_.codes().size()) throwDamagedIndex();
        if (entry->hours >= catalogue_.hours().size()) throwDamagedIndex();
        entry->row = documents.integer(1);
        catalogue_.put(static_cast<std::uint32_t>(documents.integer(0)), *std::move(entry));
    }
    // A number that was used once is never used again: its words are still in the lists.
    Statement last = db_.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'search_document'");
    if (last.step()) catalogue_.use(static_cast<std::uint32_t>(last.integer(0)));
    Statement words = db_.prepare("SELECT words FROM search_word ORDER BY batch");
    while (words.step())
        vocabulary_.append(words.text(0));
    loaded_ = true;
}

void IndexTables::put(const Document& document) {
    drop(document.row);
    listedBeginnings_.clear();
    const auto number = static_cast<std::uint32_t>(catalogue_.entries().size());
    std::string text;
    for (const std::string& word : document.words) {
        text += word;
        text += ' ';
        if (vocabulary_.add(word)) newWords_ += word + '\n';
        if (const auto known = listed_.find(word); known != listed_.end()) known->second.push_back(number);
    }
    db_.prepare("INSERT INTO search_text(rowid, words) VALUES (?, ?)")
        .bind(1, std::int64_t{number})
        .bind(2, std::string_view(text))
        .run();
    Entry entry = catalogue_.entryOf(document);
    const Bytes packed = packEntry(entry);
    const std::string places = textOf(document.places);
    db_.prepare(
           "INSERT INTO search_document(document, row, entry, title, organization, places, sources)"
           " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(1, std::int64_t{number})
        .bind(2, document.row)
        .bind(3, packed)
        .bind(4, std::string_view(document.title))
        .bind(5, std::string_view(document.organization))
        .bind(6, std::string_view(places))
        .bind(7, bytesOf(document.sources))
        .run();
    if (sources_)
        for (const std::uint64_t key : document.sources)
            noteSource(key, document.row);
    catalogue_.put(number, std::move(entry));
    if (titleKeys_) titleKeys_->push_back(store::titleKey(document.title));
}

void IndexTables::noteSource(std::uint64_t key, std::int64_t row) {
    const auto [first, last] = sources_->equal_range(key);
    const bool known = std::any_of(first, last, [&](const auto& pair) { return pair.second == row; });
    if (!known) sources_->emplace(key, row);
}

void IndexTables::drop(std::int64_t row) {
    const auto number = catalogue_.documentAt(row);
    if (!number) return;
    db_.prepare("DELETE FROM search_document WHERE document = ?").bind(1, std::int64_t{*number}).run();
    catalogue_.drop(*number);
}

void IndexTables::flush() {
    if (!newWords_.empty()) {
        db_.prepare("INSERT INTO search_word(words) VALUES (?)").bind(1, std::string_view(newWords_)).run();
        newWords_.clear();
    }
    const auto& codes = catalogue_.codes();
    for (std::size_t i = catalogue_.storedCodes(); i < codes.size(); ++i)
        db_.prepare("INSERT INTO search_code(number, facet, code) VALUES (?, ?, ?)")
            .bind(1, static_cast<std::int64_t>(i))
            .bind(2, std::string_view(codes[i].facet))
            .bind(3, std::string_view(codes[i].code))
            .run();
    catalogue_.codesStored();
    Hours& hours = catalogue_.hours();
    for (std::uint32_t number = hours.stored(); number < hours.size(); ++number) {
        const Bytes packed = hours.packed(number);
        db_.prepare("INSERT INTO search_hours(number, hours) VALUES (?, ?)")
            .bind(1, std::int64_t{number})
            .bind(2, ByteView(packed))
            .run();
    }
    hours.allStored();
}

void IndexTables::putChild(std::uint64_t parent, std::int64_t row) {
    db_.prepare("INSERT OR IGNORE INTO search_child(parent, row) VALUES (?, ?)")
        .bind(1, toColumn(parent))
        .bind(2, row)
        .run();
}

std::vector<std::int64_t> IndexTables::childrenOf(std::uint64_t parent) const {
    std::vector<std::int64_t> rows;
    if (absent_) return rows;
    Statement found = db_.prepare("SELECT row FROM search_child WHERE parent = ?");
    found.bind(1, toColumn(parent));
    while (found.step())
        rows.push_back(found.integer(0));
    return rows;
}

std::vector<std::int64_t> IndexTables::madeFrom(std::uint64_t key) {
    if (!sources_) {
        sources_.emplace();
        Statement documents = db_.prepare("SELECT row, sources FROM search_document");
        while (documents.step())
            for (const std::uint64_t source : keysIn(documents.blob(1)))
                sources_->emplace(source, documents.integer(0));
    }
    std::vector<std::int64_t> rows;
    const auto [first, last] = sources_->equal_range(key);
    for (auto at = first; at != last; ++at)
        rows.push_back(at->second);
    return rows;
}

const std::vector<std::uint32_t>& IndexTables::documentsWith(const std::string& word, bool prefix) {
    auto& lists = prefix ? listedBeginnings_ : listed_;
    if (const auto known = lists.find(word); known != lists.end()) return known->second;
    std::vector<std::uint32_t> documents;
    if (!absent_) {
        const std::string expression = '"' + word + (prefix ? "\" *" : "\"");
        Statement found = db_.prepare("SELECT rowid FROM search_text WHERE search_text MATCH ?");
        found.bind(1, std::string_view(expression));
        while (found.step())
            documents.push_back(static_cast<std::uint32_t>(found.integer(0)));
    }
    constexpr std::size_t ofTheListItself = 32;
    listedNumbers_ += documents.size() + ofTheListItself;
    return lists[word] = std::move(documents);
}

void IndexTables::trim() {
    if (listedNumbers_ <= listedNumbersKept) return;
    listed_.clear();
    listedBeginnings_.clear();
    listedNumbers_ = 0;
}

IndexTables::Shown IndexTables::shown(std::uint32_t document) const {
    Statement row = db_.prepare("SELECT title, organization FROM search_document WHERE document = ?");
    if (!row.bind(1, std::int64_t{document}).step()) throwDamagedIndex();
    return {std::string(row.text(0)), std::string(row.text(1))};
}

const std::vector<std::string>& IndexTables::titleKeys() {
    if (!titleKeys_) {
        titleKeys_.emplace(catalogue_.entries().size());
        if (absent_) return *titleKeys_;
        Statement documents = db_.prepare("SELECT document, title FROM search_document");
        while (documents.step())
            titleKeys_->at(static_cast<std::size_t>(documents.integer(0))) =
                store::titleKey(documents.text(1));
    }
    return *titleKeys_;
}

void IndexTables::forPlaces(const std::function<void(const Place&)>& use) const {
    if (absent_) return;
    Statement documents = db_.prepare("SELECT places FROM search_document");
    while (documents.step()) {
        std::string_view text = documents.text(0);
        while (!text.empty()) {
            std::string_view line = takeUntil(text, '\n');
            const auto latitude = numberIn(takeUntil(line, '\t'));
            const auto longitude = numberIn(takeUntil(line, '\t'));
            Place place;
            place.postcode = takeUntil(line, '\t');
            place.city = line;
            if (latitude && longitude) place.point = Point{*latitude, *longitude};
            use(place);
        }
    }
}

bool IndexTables::mostlyDead() const {
    const std::size_t dead = catalogue_.entries().size() - 1 - catalogue_.live();
    return dead > deadKept && dead > catalogue_.live();
}

}  // namespace veldwijzer::search
