// SPDX-License-Identifier: EUPL-1.2
#include "vault/check.h"

#include <array>

#include "vault/connection.h"
#include "vault/page_cipher.h"

namespace veldwijzer::vault {
namespace {

// SQLite locks bytes at 1 GiB and never writes the page that holds them.
constexpr std::uint64_t lockBytePage = 0x40000000 / pageSize + 1;
constexpr std::size_t problemsShown = 20;

void addProblem(CheckReport& report, const std::string& problem) {
    if (report.problems.size() < problemsShown) report.problems.push_back(problem);
}

/// True when nothing of the log is left to copy. Otherwise a reader is in the way, and pages whose newer
/// version still stands in the log may rightly be torn.
bool copyLog(sqlite3* handle) {
    int frames = 0;
    int copied = 0;
    const int code = sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_PASSIVE, &frames, &copied);
    if (code != SQLITE_OK && code != SQLITE_BUSY) throwSqlite(handle, code, "copying the log into the vault");
    return code == SQLITE_OK && frames == copied;
}

void readEveryPage(sqlite3* handle, bool complete, CheckReport& report) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    sqlite3_int64 size = 0;
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        throw StorageError(ErrorCode::Storage, "the size of the vault's database cannot be read");
    if (complete && size % static_cast<sqlite3_int64>(pageSize) != 0)
        addProblem(report, "the vault's database ends in the middle of a page");
    std::array<std::uint8_t, pageSize> page{};
    const auto pages = static_cast<std::uint64_t>(size) / pageSize;
    for (std::uint64_t number = 1; number <= pages; ++number) {
        if (number == lockBytePage) continue;
        const auto offset = static_cast<sqlite3_int64>((number - 1) * pageSize);
        const int code = file->pMethods->xRead(file, page.data(), static_cast<int>(pageSize), offset);
        ++report.pagesRead;
        if (code == SQLITE_OK || !complete) continue;
        addProblem(report, "page " + std::to_string(number) + " of " + std::to_string(pages) +
                               (code == SQLITE_IOERR_DATA ? " was changed outside the program or is damaged"
                                                          : " cannot be read"));
    }
}

void integrityCheck(Database& database, CheckReport& report) {
    Statement statement = database.prepare("PRAGMA integrity_check(20)");
    while (statement.step())
        if (statement.text(0) != "ok")
            addProblem(report, "the database is damaged inside: " + std::string(statement.text(0)));
}

}  // namespace

void checkDatabase(const std::string& path, const char* vfs, CheckReport& report) {
    // A connection of its own with an empty cache, so that everything is read from the disk.
    Database database = openWriter(path, vfs);
    sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    const bool complete = copyLog(database.handle());
    readEveryPage(database.handle(), complete, report);
    integrityCheck(database, report);
}

}  // namespace veldwijzer::vault
