// SPDX-License-Identifier: EUPL-1.2
#include "store/transactions.h"

namespace veldwijzer::store {
namespace {

/// Of records; with their listing and indexes they fit in SQLite's cache. A transaction that does not writes
/// some pages twice and has every frame behind those read and checked again before it commits.
constexpr std::size_t deferredBytes = std::size_t{12} << 20U;

std::int64_t changesMade(const Database& db) {
    return sqlite3_total_changes64(db.handle());
}

}  // namespace

void Transactions::run(const std::function<void()>& work) {
    if (running_) return runNested(work);
    settle();
    perform(work);
    settle();
}

void Transactions::defer(const std::function<void()>& work) {
    if (running_) return runNested(work);
    perform([&] {
        work();
        fault("deferred");
    });
    if (tables_.records.bytesWritten() > deferredBytes) settle();
}

void Transactions::runNested(const std::function<void()>& work) {
    try {
        work();
    } catch (...) {
        broken_ = true;
        throw;
    }
}

void Transactions::begin() {
    if (transaction_) return;
    headBefore_ = tables_.spaces.head();
    lock_ = std::unique_lock(ground_.writeMutex);
    try {
        transaction_.emplace(tables_.db);
    } catch (...) {
        lock_ = {};
        throw;
    }
    changesBefore_ = changesMade(tables_.db);
    tables_.records.countFromHere();
}

void Transactions::perform(const std::function<void()>& work) {
    begin();
    running_ = true;
    broken_ = false;
    try {
        work();
        if (broken_)
            throw StorageError(ErrorCode::Storage, "a part of a transaction failed; all of it was undone");
        if (bench_.full()) bench_.flush();
        running_ = false;
    } catch (...) {
        abandon();
        throw;
    }
}

void Transactions::settle() {
    if (!transaction_ || running_) return;
    try {
        commit();
    } catch (...) {
        abandon();
        throw;
    }
    transaction_.reset();
    lock_ = {};
    if (const std::uint64_t head = tables_.spaces.head(); head != headBefore_ && ground_.anchorHead)
        ground_.anchorHead(head);
    if (ground_.checkpoint) ground_.checkpoint();
}

void Transactions::flushBench() {
    try {
        bench_.flush();
    } catch (...) {
        if (!running_) abandon();
        throw;
    }
}

void Transactions::commit() {
    flush();
    // Nothing to keep: no commit to wait for, and none to count.
    if (changesMade(tables_.db) == changesBefore_) return;
    tables_.spaces.countCommit();
    flush();
    fault("before-commit");
    transaction_->commit();
    fault("after-commit");
}

/// What was written goes, in the database and in memory alike.
void Transactions::abandon() {
    running_ = false;
    bench_.forget();
    transaction_.reset();
    lock_ = {};
    tables_.forget();
}

void Transactions::flush() {
    bench_.flush();
    tables_.flush();
}

void Transactions::fault(const char* point) const {
    if (ground_.fault) ground_.fault(point);
}

}  // namespace veldwijzer::store
