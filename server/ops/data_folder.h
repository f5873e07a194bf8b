// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "log/sqlite_log.h"
#include "signing/keys.h"

namespace veldwijzer::server {

/// Where the server keeps everything: `log.sqlite` (sealed bytes and the membership log), `server.key` (mode
/// 0600), `lock`.
class DataFolder {
public:
    explicit DataFolder(std::filesystem::path path) : path_(std::move(path)) {}

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path logFile() const { return path_ / "log.sqlite"; }
    [[nodiscard]] std::filesystem::path keyFile() const { return path_ / "server.key"; }

    /// NotFound, Malformed.
    [[nodiscard]] Result<SigningKey> readKey() const;
    [[nodiscard]] Result<void> writeKey(const SigningKey& key) const;

private:
    std::filesystem::path path_;
};

/// A server's key file. NotFound, Malformed.
[[nodiscard]] Result<SigningKey> readServerKey(const std::filesystem::path& file);

/// One process for one data folder: held until it goes away, or the process ends in whatever way.
class FolderLock {
public:
    /// VaultInUse when another process has it.
    [[nodiscard]] static Result<FolderLock> take(const DataFolder& folder);
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int fd) : fd_(fd) {}
    int fd_;
};

/// A data folder opened for work: locked, with its log and key, which belong together.
struct OpenFolder {
    FolderLock lock;
    std::unique_ptr<SqliteLog> log;
    SigningKey key;
};
/// NotFound when there is no region in it.
[[nodiscard]] Result<OpenFolder> openFolder(const DataFolder& folder);

}  // namespace veldwijzer::server
