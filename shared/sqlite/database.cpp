// SPDX-License-Identifier: EUPL-1.2
#include "sqlite/database.h"

#include <utility>

#include "base/ensure.h"

namespace veldwijzer {
namespace {

void check(sqlite3* db, int code, std::string_view doing) {
    if (code != SQLITE_OK) throwSqlite(db, code, doing);
}

}  // namespace

void throwSqlite(sqlite3* db, int code, std::string_view doing) {
    const int extended = db != nullptr ? sqlite3_extended_errcode(db) : code;
    const int primary = extended & 0xff;
    const std::string what = std::string(" while ") + std::string(doing) + ": " +
                             (db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code)) + " (" +
                             std::to_string(extended) + ")";
    if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || extended == SQLITE_IOERR_DATA)
        throw StorageError(
            ErrorCode::VaultDamaged,
            "the database is damaged, or was changed outside the program" + what +
                ". Nothing was written over it. Close the program, keep a copy of the folder, and put "
                "it back from a backup");
    if (primary == SQLITE_FULL)
        throw StorageError(ErrorCode::Storage,
                           "the disk is full" + what +
                               ". This change was not saved; everything before it is safe. Free "
                               "some space and try again");
    throw StorageError(ErrorCode::Storage,
                       "storage failed" + what +
                           ". This change was not saved; everything before it is safe. Check the "
                           "disk and try again");
}

Statement::Statement(sqlite3* db, sqlite3_stmt* statement, bool* borrowed)
    : db_(db), statement_(statement), borrowed_(borrowed) {}

Statement::Statement(Statement&& other) noexcept
    : db_(other.db_), statement_(std::exchange(other.statement_, nullptr)), borrowed_(other.borrowed_) {}

Statement::~Statement() {
    if (statement_ == nullptr) return;
    if (borrowed_ == nullptr) {
        sqlite3_finalize(statement_);
        return;
    }
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    *borrowed_ = false;
}

Statement& Statement::bind(int index, std::int64_t value) {
    check(db_, sqlite3_bind_int64(statement_, index, value), "binding");
    return *this;
}

Statement& Statement::bind(int index, double value) {
    check(db_, sqlite3_bind_double(statement_, index, value), "binding");
    return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
    const char* data = text.data() != nullptr ? text.data() : "";
    check(db_, sqlite3_bind_text64(statement_, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8),
          "binding");
    return *this;
}

Statement& Statement::bind(int index, ByteView blob) {
    const void* data = blob.data() != nullptr ? static_cast<const void*>(blob.data()) : "";
    check(db_, sqlite3_bind_blob64(statement_, index, data, blob.size(), SQLITE_STATIC), "binding");
    return *this;
}

Statement& Statement::bindNull(int index) {
    check(db_, sqlite3_bind_null(statement_, index), "binding");
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) throwSqlite(db_, code, "reading or writing");
    return false;
}

void Statement::run() {
    ENSURE(!step());
    reset();
}

Statement& Statement::reset() {
    // The failure of the last step was thrown by that step already.
    sqlite3_reset(statement_);
    return *this;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}
double Statement::number(int column) const {
    return sqlite3_column_double(statement_, column);
}

std::string_view Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

ByteView Statement::blob(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

Database::Database(sqlite3* handle) : handle_(handle) {
    ENSURE(handle != nullptr);
    sqlite3_extended_result_codes(handle_, 1);
}

Database Database::open(const std::string& path, int flags, const char* vfs) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, vfs);
    if (code != SQLITE_OK) {
        const std::string message = "cannot open " + path + ": " +
                                    (handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
        sqlite3_close_v2(handle);
        throw StorageError(ErrorCode::Storage, message);
    }
    return Database(handle);
}

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), cache_(std::move(other.cache_)) {
    other.cache_.clear();
}

Database& Database::operator=(Database&& other) noexcept {
    if (this != &other) {
        close();
        handle_ = std::exchange(other.handle_, nullptr);
        cache_ = std::move(other.cache_);
        other.cache_.clear();
    }
    return *this;
}

Database::~Database() {
    close();
}

void Database::close() noexcept {
    for (const auto& [sql, kept] : cache_)
        sqlite3_finalize(kept.statement);
    cache_.clear();
    if (handle_ != nullptr) sqlite3_close_v2(handle_);
    handle_ = nullptr;
}

void Database::execute(const char* sql) {
    check(handle_, sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr), sql);
}

sqlite3_stmt* Database::compile(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    check(handle_,
          sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                             &statement, nullptr),
          sql);
    return statement;
}

Statement Database::prepare(std::string_view sql) {
    auto found = cache_.find(sql);
    if (found == cache_.end()) {
        if (cache_.size() >= statementsKept) return {handle_, compile(sql), nullptr};
        found = cache_.emplace(std::string(sql), Kept{compile(sql)}).first;
    }
    Kept& kept = found->second;
    if (kept.borrowed) return {handle_, compile(sql), nullptr};
    kept.borrowed = true;
    return {handle_, kept.statement, &kept.borrowed};
}

std::int64_t Database::lastInsertRowid() const {
    return sqlite3_last_insert_rowid(handle_);
}
int Database::changes() const {
    return sqlite3_changes(handle_);
}
bool Database::inTransaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}

Transaction::Transaction(Database& db) : db_(db) {
    db_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    // SQLite rolls back by itself on some errors (a full disk); a second ROLLBACK would fail.
    if (open_ && db_.inTransaction()) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    db_.execute("COMMIT");
    open_ = false;
}

}  // namespace veldwijzer
