// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "store/store.h"
#include "store/tables.h"

namespace veldwijzer::store {

/// Write transactions over all tables: begun, counted, committed, anchored; or undone in the database and in
/// memory alike.
class Transactions {
public:
    Transactions(Ground& ground, Tables& tables) : ground_(ground), tables_(tables) {}

    /// Runs `work` and makes it durable. A nested call joins the outer one. An exception undoes all of it,
    /// and an outer caller that swallows the exception of a nested call gets a StorageError at its end.
    void run(const std::function<void()>& work);

private:
    void runNested(const std::function<void()>& work);
    void runOutermost(const std::function<void()>& work);
    void fault(const char* point) const;

    Ground& ground_;
    Tables& tables_;
    bool open_ = false;
    bool broken_ = false;
};

}  // namespace veldwijzer::store
