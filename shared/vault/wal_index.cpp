// SPDX-License-Identifier: EUPL-1.2
#include "vault/wal_index.h"

#include <sqlite3.h>

#include <new>

namespace veldwijzer::vault {

static_assert(WalIndex::lockCount == SQLITE_SHM_NLOCK);

void WalIndex::User::join() {
    if (joined_) return;
    ++index_.users_;
    joined_ = true;
}

int WalIndex::User::map(int region, int size, bool extend, void volatile** memory) {
    *memory = nullptr;
    const std::lock_guard guard(index_.mutex_);
    join();
    const auto wanted = static_cast<std::size_t>(region);
    try {
        while (extend && index_.regions_.size() <= wanted)
            index_.regions_.push_back(
                std::make_unique<std::uint32_t[]>(static_cast<std::size_t>(size) / sizeof(std::uint32_t)));
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
    if (wanted < index_.regions_.size()) *memory = index_.regions_[wanted].get();
    return SQLITE_OK;
}

int WalIndex::User::lock(int first, int count, int flags) {
    const std::lock_guard guard(index_.mutex_);
    join();
    if ((flags & SQLITE_SHM_UNLOCK) != 0) return unlock(first, count);
    return (flags & SQLITE_SHM_SHARED) != 0 ? lockShared(first, count) : lockExclusive(first, count);
}

int WalIndex::User::unlock(int first, int count) {
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(first + count); ++i) {
        if (shared_[i]) --index_.locks_[i].sharedBy;
        if (exclusive_[i]) index_.locks_[i].exclusive = false;
        shared_[i] = exclusive_[i] = false;
    }
    return SQLITE_OK;
}

int WalIndex::User::lockShared(int first, int count) {
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(first + count); ++i)
        if (index_.locks_[i].exclusive && !exclusive_[i]) return SQLITE_BUSY;
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(first + count); ++i) {
        if (shared_[i] || exclusive_[i]) continue;
        ++index_.locks_[i].sharedBy;
        shared_[i] = true;
    }
    return SQLITE_OK;
}

int WalIndex::User::lockExclusive(int first, int count) {
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(first + count); ++i) {
        const Lock& held = index_.locks_[i];
        const int others = held.sharedBy - (shared_[i] ? 1 : 0);
        if (others > 0 || (held.exclusive && !exclusive_[i])) return SQLITE_BUSY;
    }
    for (auto i = static_cast<std::size_t>(first); i < static_cast<std::size_t>(first + count); ++i) {
        index_.locks_[i].exclusive = true;
        exclusive_[i] = true;
    }
    return SQLITE_OK;
}

void WalIndex::User::leave() noexcept {
    const std::lock_guard guard(index_.mutex_);
    if (!joined_) return;
    unlock(0, lockCount);
    joined_ = false;
    // Kept any longer it would describe a log that the next opening may find changed.
    if (--index_.users_ == 0) index_.regions_.clear();
}

}  // namespace veldwijzer::vault
