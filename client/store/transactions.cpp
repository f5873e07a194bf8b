// SPDX-License-Identifier: EUPL-1.2
#include "store/transactions.h"

namespace veldwijzer::store {
namespace {

sqlite3_int64 changesMade(const Database& db) {
    return sqlite3_total_changes64(db.handle());
}

}  // namespace

void Transactions::run(const std::function<void()>& work) {
    if (open_) return runNested(work);
    const std::uint64_t before = tables_.spaces.head();
    open_ = true;
    broken_ = false;
    try {
        const std::lock_guard lock(ground_.writeMutex);
        runOutermost(work);
        open_ = false;
    } catch (...) {
        open_ = false;
        tables_.forget();
        throw;
    }
    if (const std::uint64_t head = tables_.spaces.head(); head != before && ground_.anchorHead)
        ground_.anchorHead(head);
    if (ground_.checkpoint) ground_.checkpoint();
}

void Transactions::runNested(const std::function<void()>& work) {
    try {
        work();
    } catch (...) {
        broken_ = true;
        throw;
    }
}

void Transactions::runOutermost(const std::function<void()>& work) {
    Transaction transaction(tables_.db);
    const sqlite3_int64 before = changesMade(tables_.db);
    work();
    if (broken_)
        throw StorageError(ErrorCode::Storage, "a part of a transaction failed; all of it was undone");
    tables_.flush();
    // Nothing to keep: no commit to wait for, and none to count.
    if (changesMade(tables_.db) == before) return;
    tables_.spaces.countCommit();
    tables_.flush();
    fault("before-commit");
    transaction.commit();
    fault("after-commit");
}

void Transactions::fault(const char* point) const {
    if (ground_.fault) ground_.fault(point);
}

}  // namespace veldwijzer::store
