// SPDX-License-Identifier: EUPL-1.2
#include "vault/connection.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "base/ensure.h"
#include "vault/page_cipher.h"

namespace veldwijzer::vault {
namespace {

// What a vault rests on; a statement that would change one is refused. The first group would put pages
// outside the vault's files or keep erased content, the second would lose commits or race a checkpoint.
constexpr std::array<std::string_view, 11> settledPragmas{
    "temp_store",   "temp_store_directory", "data_store_directory", "mmap_size",      "secure_delete",
    "journal_mode", "synchronous",          "wal_autocheckpoint",   "wal_checkpoint", "locking_mode",
    "page_size"};

bool sameName(std::string_view one, std::string_view other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

int authorise(void*, int action, const char* first, const char* second, const char*, const char*) {
    if (action == SQLITE_ATTACH) {
        // VACUUM attaches a nameless temporary database, which is in memory here. Anything with a name would
        // be written in the clear or under the wrong keys.
        return first != nullptr && *first == '\0' ? SQLITE_OK : SQLITE_DENY;
    }
    if (action == SQLITE_PRAGMA && first != nullptr) {
        const bool settled = std::any_of(settledPragmas.begin(), settledPragmas.end(),
                                         [first](std::string_view name) { return sameName(name, first); });
        const bool checkpoint = sameName("wal_checkpoint", first);
        if (settled && (second != nullptr || checkpoint)) return SQLITE_DENY;
    }
    return SQLITE_OK;
}

Database openAt(const std::string& path, int flags, const char* vfs) {
    sqlite3* handle = nullptr;
    // A connection belongs to one thread: SQLite need not lock it at every column.
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, vfs);
    if (handle == nullptr) throwSqlite(nullptr, code, "opening the vault");
    Database database(handle);
    if (code != SQLITE_OK) throwSqlite(handle, code, "opening the vault");
    database.execute("PRAGMA temp_store=MEMORY");
    database.execute("PRAGMA mmap_size=0");
    database.execute("PRAGMA secure_delete=ON");
    database.execute("PRAGMA wal_autocheckpoint=0");
    // Every page that leaves the cache is unsealed again when it is wanted again: 32 MiB keep a region of
    // some 5,000 services at hand. SQLite takes them only as it needs them.
    database.execute("PRAGMA cache_size=-32768");
    return database;
}

void requireWal(Database& database) {
    Statement mode = database.prepare("PRAGMA journal_mode=WAL");
    if (!mode.step() || mode.text(0) != "wal")
        throw StorageError(ErrorCode::VaultDamaged, "the vault's database does not take a write-ahead log");
}

}  // namespace

void createDatabase(const std::string& path, const char* vfs) {
    Database database = openAt(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs);
    int reserved = static_cast<int>(reservedSize);
    const int code = sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    if (code != SQLITE_OK) throwSqlite(database.handle(), code, "making the vault");
    database.execute(("PRAGMA page_size=" + std::to_string(pageSize)).c_str());
    // No rollback journal may exist; a crash here leaves a file nobody takes for a vault.
    database.execute("PRAGMA journal_mode=MEMORY");
    database.execute("PRAGMA synchronous=FULL");
    database.execute("PRAGMA application_id=1448564311");  // "VWVW"
    requireWal(database);
}

Database openWriter(const std::string& path, const char* vfs, Durability durability) {
    Database database = openAt(path, SQLITE_OPEN_READWRITE, vfs);
    database.execute(durability == Durability::Full ? "PRAGMA synchronous=FULL"
                                                    : "PRAGMA synchronous=NORMAL");
    requireWal(database);
    database.execute("SELECT count(*) FROM sqlite_schema");
    sqlite3_set_authorizer(database.handle(), authorise, nullptr);
    return database;
}

Database openReadOnly(const std::string& path, const char* vfs) {
    Database database = openAt(path, SQLITE_OPEN_READONLY, vfs);
    // The last connection to close copies the log and removes it; that is the writer's to do, under its
    // mutex.
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    database.execute("SELECT count(*) FROM sqlite_schema");
    sqlite3_set_authorizer(database.handle(), authorise, nullptr);
    return database;
}

}  // namespace veldwijzer::vault
