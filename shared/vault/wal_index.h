// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace veldwijzer::vault {

/// SQLite's WAL-index (which frame holds which page, and the eight locks over it) in this process's memory.
///
/// SQLite's own VFS keeps it in a file that is mapped by every process and holds page numbers in the clear.
/// One process has a vault open, so memory does: nothing to seal, and no fcntl call for each transaction.
/// Gone with its last user, and rebuilt from the log by the next: exactly what SQLite does after a crash.
class WalIndex {
public:
    static constexpr int lockCount = 8;    // SQLITE_SHM_NLOCK
    static constexpr int recoverLock = 2;  // WAL_RECOVER_LOCK in SQLite's wal.c; part of its file format

    /// One connection's share. Not thread-safe by itself, as a connection isn't.
    class User {
    public:
        explicit User(WalIndex& index) : index_(index) {}
        User(const User&) = delete;
        User& operator=(const User&) = delete;
        ~User() { leave(); }

        /// xShmMap, xShmLock, xShmUnmap: SQLite's result codes.
        int map(int region, int size, bool extend, void volatile** memory);
        int lock(int first, int count, int flags);
        void leave() noexcept;
        /// What one connection wrote into the regions before its barrier, another sees after its own.
        void barrier() noexcept { const std::lock_guard guard(index_.mutex_); }
        /// While it holds the recover lock, the connection is reading the log after a crash.
        [[nodiscard]] bool recovering() const { return exclusive_[recoverLock]; }

    private:
        void join();
        int unlock(int first, int count);
        int lockShared(int first, int count);
        int lockExclusive(int first, int count);

        WalIndex& index_;
        bool joined_ = false;
        std::array<bool, lockCount> shared_{};
        std::array<bool, lockCount> exclusive_{};
    };

private:
    struct Lock {
        int sharedBy = 0;
        bool exclusive = false;
    };
    std::mutex mutex_;  // also orders the memory of the regions between connections
    int users_ = 0;
    std::vector<std::unique_ptr<std::uint32_t[]>> regions_;
    std::array<Lock, lockCount> locks_{};
};

}  // namespace veldwijzer::vault
