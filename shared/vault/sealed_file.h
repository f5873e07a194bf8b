// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <memory>

#include "vault/page_cipher.h"
#include "vault/wal_index.h"

namespace veldwijzer::vault {

/// What the files of one vault share. Every open file holds it, so a connection that outlives its vault finds
/// a wiped cipher and not freed memory.
struct SharedState {
    std::shared_ptr<PageCipher> cipher;
    WalIndex index;
    /// Written while nobody else may read the log (SQLite's locks see to that), read by whoever reads frames.
    LogRun run{};
    /// While a vault is made its main file may be empty; never afterwards.
    bool creating = false;
};

/// A file as SQLite sees it (plain) over a file as the disk sees it (sealed). Functions answer with SQLite's
/// result codes; offsets and sizes are the plain ones.
class SealedFile {
public:
    SealedFile(std::shared_ptr<SharedState> shared, sqlite3_file* lower)
        : shared_(std::move(shared)), lower_(lower) {}
    SealedFile(const SealedFile&) = delete;
    SealedFile& operator=(const SealedFile&) = delete;
    virtual ~SealedFile() = default;

    virtual int read(std::uint8_t* target, int amount, std::int64_t offset) = 0;
    virtual int write(const std::uint8_t* source, int amount, std::int64_t offset) = 0;
    virtual int truncate(std::int64_t size) = 0;
    virtual int size(std::int64_t* result) = 0;
    /// Writes what is still held back; before a sync and before closing.
    virtual int flush() = 0;
    /// Only the main file has one.
    virtual WalIndex::User* walIndexUser() = 0;
    [[nodiscard]] sqlite3_file* lower() const { return lower_; }

protected:
    int readLower(std::uint8_t* target, std::size_t amount, std::int64_t offset) {
        return lower_->pMethods->xRead(lower_, target, static_cast<int>(amount), offset);
    }
    int writeLower(const std::uint8_t* source, std::size_t amount, std::int64_t offset) {
        return lower_->pMethods->xWrite(lower_, source, static_cast<int>(amount), offset);
    }
    [[nodiscard]] PageCipher& cipher() const { return *shared_->cipher; }
    /// Why a piece would not open: the vault was locked meanwhile, or the bytes are not what was written.
    [[nodiscard]] int unsealFailure() const {
        return cipher().wiped() ? SQLITE_IOERR_AUTH : SQLITE_IOERR_DATA;
    }

    std::shared_ptr<SharedState> shared_;
    sqlite3_file* lower_;
};

}  // namespace veldwijzer::vault
