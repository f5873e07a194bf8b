// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "base/result.h"

namespace veldwijzer::vault {

/// The names in a vault's folder, and what their presence says.
///
/// A vault exists from the moment its database has its own name, which is the last step of making one.
struct VaultFolder {
    explicit VaultFolder(const std::filesystem::path& dir);

    std::filesystem::path directory;
    std::filesystem::path database;
    std::filesystem::path unfinished;  ///< the database while the vault is being made
    std::filesystem::path keys;
    std::filesystem::path head;
    std::filesystem::path lock;

    /// VaultMissing, VaultDamaged (keys without a database) or well.
    [[nodiscard]] Result<void> mayOpen() const;
    /// VaultExists, VaultDamaged (keys without a database: it may be put back) or well.
    [[nodiscard]] Result<void> mayCreate() const;
    /// Removes what a create() that crashed left behind; call after mayCreate.
    [[nodiscard]] Result<void> clearUnfinished() const;
    /// An empty file for the unfinished database, readable by its owner only; SQLite gives its log the same
    /// rights.
    [[nodiscard]] Result<void> makeUnfinished() const;
    /// Removes the new key file of a passphrase change that crashed before it was in force.
    void removeStaleKeys() const noexcept;
    /// Renames the unfinished database, durably: from now on there is a vault.
    [[nodiscard]] Result<void> finish() const;
    /// Takes the vault away: the keys first, and durably, for without them nobody can open what is left. What
    /// cannot be deleted after that stays, unreadable. Storage when the keys could not be deleted.
    [[nodiscard]] Result<void> destroy() const;
    /// Makes the names in it durable.
    [[nodiscard]] Result<void> sync() const;
};

/// An exclusive flock on the vault's lock file, until destroyed.
class FolderLock {
public:
    /// VaultInUse or Storage.
    static Result<FolderLock> take(const std::filesystem::path& path);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int file) : file_(file) {}
    int file_;
};

}  // namespace veldwijzer::vault
