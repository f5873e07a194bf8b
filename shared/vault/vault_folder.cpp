// SPDX-License-Identifier: EUPL-1.2
#include "vault/vault_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace veldwijzer::vault {
namespace {

bool there(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

Error storageError(const std::string& doing, int code) {
    return fail(ErrorCode::Storage,
                doing + ": " + std::strerror(code) +
                    ". Nothing was changed. Check the disk and the rights of the folder, and try again");
}

Result<void> syncDirectory(const std::filesystem::path& directory) {
    const int file = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    const int code = errno;
    if (file >= 0) ::close(file);
    if (!synced) return storageError("cannot save the vault's folder", code);
    return {};
}

Error databaseMissing() {
    return fail(
        ErrorCode::VaultDamaged,
        "the vault's database (vault.db) is missing while its keys are there. Nothing was changed. Put back "
        "\"vault.db\" from a backup, or move this folder aside and join again: what was synchronised is "
        "still "
        "on your other devices");
}

}  // namespace

VaultFolder::VaultFolder(const std::filesystem::path& dir)
    : directory(std::filesystem::absolute(dir)),
      database(directory / "vault.db"),
      unfinished(directory / "vault.db.new"),
      keys(directory / "keys"),
      head(directory / "head"),
      lock(directory / "lock") {}

Result<void> VaultFolder::mayOpen() const {
    // Not to be taken for a folder without a vault: it may be the right one.
    std::error_code hidden;
    (void)std::filesystem::symlink_status(database, hidden);
    if (hidden && hidden != std::errc::no_such_file_or_directory && hidden != std::errc::not_a_directory)
        return fail(ErrorCode::Storage,
                    "cannot look into " + directory.string() + ": " + hidden.message() +
                        ". Nothing was changed. Check the rights of the folder, and whether the "
                        "disk is there");
    if (there(database)) return {};
    if (there(keys) && !there(unfinished)) return databaseMissing();
    return fail(ErrorCode::VaultMissing,
                "there is no vault in " + directory.string() +
                    ". Join with an invitation to make one, or check the folder's name");
}

Result<void> VaultFolder::mayCreate() const {
    if (there(database))
        return fail(ErrorCode::VaultExists,
                    "there is a vault in " + directory.string() +
                        " already. Nothing was changed. Choose another folder, or open this one");
    if (there(keys) && !there(unfinished)) return databaseMissing();
    return {};
}

Result<void> VaultFolder::clearUnfinished() const {
    // The unfinished database goes last: as long as it is there, keys beside it are known to be leftovers.
    const std::filesystem::path leftovers[] = {
        keys,      keys.string() + ".new", head, unfinished.string() + "-wal", database.string() + "-wal",
        unfinished};
    for (const auto& path : leftovers)
        if (::unlink(path.c_str()) != 0 && errno != ENOENT)
            return storageError("cannot remove what an unfinished vault left behind", errno);
    return syncDirectory(directory);
}

Result<void> VaultFolder::makeUnfinished() const {
    const int file = ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return storageError("cannot make the vault's database", errno);
    ::close(file);
    return {};
}

void VaultFolder::removeStaleKeys() const noexcept {
    std::error_code ignored;
    std::filesystem::remove(keys.string() + ".new", ignored);
}

Result<void> VaultFolder::finish() const {
    if (::rename(unfinished.c_str(), database.c_str()) != 0)
        return storageError("cannot finish the new vault", errno);
    return syncDirectory(directory);
}

Result<void> VaultFolder::destroy() const {
    for (const std::string& path : {keys.string(), keys.string() + ".new"})
        if (::unlink(path.c_str()) != 0 && errno != ENOENT)
            return storageError("cannot delete the vault's keys", errno);
    if (auto durable = syncDirectory(directory); !durable) return durable;
    std::error_code ignored;
    for (const std::string& path : {database.string(), database.string() + "-wal", unfinished.string(),
                                    unfinished.string() + "-wal", head.string(), lock.string()})
        std::filesystem::remove(path, ignored);
    return {};
}

Result<void> VaultFolder::sync() const {
    return syncDirectory(directory);
}

Result<FolderLock> FolderLock::take(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return storageError("cannot open the vault's lock file", errno);
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) return FolderLock(file);
    const int code = errno;
    ::close(file);
    if (code != EWOULDBLOCK) return storageError("cannot lock the vault", code);
    return fail(
        ErrorCode::VaultInUse,
        "this vault is open in another program. Nothing was changed. Close that program and try again");
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace veldwijzer::vault
