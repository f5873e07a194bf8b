// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <mutex>
#include <optional>

#include "store/store.h"
#include "store/workbench.h"

namespace veldwijzer::store {

/// Write transactions over all tables: begun, counted, committed, anchored; or undone in the database and in
/// memory alike.
class Transactions {
public:
    Transactions(Ground& ground, Tables& tables, Workbench& bench)
        : ground_(ground), tables_(tables), bench_(bench) {}

    /// Runs `work` and makes it durable, what was deferred before it first. A nested call joins the outer
    /// one. An exception undoes all of it, and an outer caller that swallows the exception of a nested call
    /// gets a StorageError at its end.
    void run(const std::function<void()>& work);

    /// Runs `work` and leaves its transaction open for more of the kind: durable after `settle`, or once it
    /// has grown large; gone when the program ends before. An exception undoes everything that was deferred.
    ///
    /// For what a server would tell again: answers to a sync come in by the dozen, touch the same pages, and
    /// need not be durable one by one. Never for what a person was told is kept.
    void defer(const std::function<void()>& work);
    /// Commits what was deferred, if anything.
    void settle();
    /// The tables catch up with the bench, so that they can be read; nothing becomes durable.
    void flushBench();

private:
    void begin();
    void runNested(const std::function<void()>& work);
    void perform(const std::function<void()>& work);
    void commit();
    void abandon();
    void flush();
    void fault(const char* point) const;

    Ground& ground_;
    Tables& tables_;
    Workbench& bench_;
    std::unique_lock<std::mutex> lock_;
    std::optional<Transaction> transaction_;
    std::uint64_t headBefore_ = 0;
    std::int64_t changesBefore_ = 0;
    bool running_ = false;
    bool broken_ = false;
};

}  // namespace veldwijzer::store
