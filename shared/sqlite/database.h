// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/bytes.h"
#include "base/error.h"

namespace veldwijzer {

/// Thin RAII over sqlite3. Every failure throws StorageError: Storage for a full disk or an I/O error,
/// VaultDamaged for SQLITE_CORRUPT, SQLITE_NOTADB and SQLITE_IOERR_DATA.

/// A prepared statement, borrowed from its Database's cache; reset (and unbound) when it goes away, which
/// must be before its Database does. Borrowed from prepare() to destruction, whether it is being stepped or
/// not: a nested second use of the same SQL gets a copy of its own.
class Statement {
public:
    /// With `borrowed` it belongs to a cache, and the flag is lowered when it is given back; without, it is
    /// finalized.
    Statement(sqlite3* db, sqlite3_stmt* statement, bool* borrowed);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    // Parameters count from 1. Text and blobs are NOT copied: they must outlive the step that uses them.
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, ByteView blob);
    Statement& bindNull(int index);

    /// True while there is a row.
    bool step();
    /// For statements without rows.
    void run();
    /// Ready to be bound and stepped again.
    Statement& reset();

    // Columns count from 0. Views are valid until the next step, reset or destruction.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double number(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] ByteView blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    sqlite3* db_;
    sqlite3_stmt* statement_;
    bool* borrowed_;
};

/// One connection. Not thread-safe: one thread at a time.
class Database {
public:
    /// Takes ownership of an open connection.
    explicit Database(sqlite3* handle);
    /// Opens a file (or ":memory:") with SQLite's own VFS or the named one.
    static Database open(const std::string& path, int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                         const char* vfs = nullptr);
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    ~Database();

    void execute(const char* sql);
    /// Prepared once and kept, the first `statementsKept` of them.
    Statement prepare(std::string_view sql);
    static constexpr std::size_t statementsKept = 256;
    [[nodiscard]] std::int64_t lastInsertRowid() const;
    [[nodiscard]] int changes() const;
    [[nodiscard]] sqlite3* handle() const { return handle_; }
    [[nodiscard]] bool inTransaction() const;

private:
    struct Kept {
        sqlite3_stmt* statement = nullptr;
        bool borrowed = false;
    };
    /// So that a lookup copies no SQL.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>{}(text);
        }
    };
    void close() noexcept;
    sqlite3_stmt* compile(std::string_view sql);

    sqlite3* handle_ = nullptr;
    // Statements point at the flags in here: a map keeps its elements in place, moved or grown.
    std::unordered_map<std::string, Kept, TextHash, std::equal_to<>> cache_;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back when it goes away uncommitted (also by an exception).
class Transaction {
public:
    explicit Transaction(Database& db);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    /// Durable when this returns (synchronous=FULL).
    void commit();

private:
    Database& db_;
    bool open_ = true;
};

/// Throws the StorageError that fits a result code of SQLite. The message says what became of the work.
[[noreturn]] void throwSqlite(sqlite3* db, int code, std::string_view doing);

}  // namespace veldwijzer
