// SPDX-License-Identifier: EUPL-1.2
#include "ops/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/file.h"
#include "base/text.h"

namespace veldwijzer::server {
namespace {

constexpr std::string_view keyHead = "veldwijzer server key 1\n";

Error noRegion(const DataFolder& folder) {
    return fail(ErrorCode::NotFound, "There is no region in " + folder.path().string() +
                                         ". Make one with `veldwijzer-server init`.");
}

}  // namespace

Result<SigningKey> DataFolder::readKey() const {
    return readServerKey(keyFile());
}

Result<SigningKey> readServerKey(const std::filesystem::path& file) {
    const auto bytes = readFile(file, 1024);
    if (!bytes) return bytes.error();
    std::string_view text = textOf(*bytes);
    const Error malformed{ErrorCode::Malformed,
                          file.string() + " is not a server's key file. Put back the one of the backup."};
    if (!text.starts_with(keyHead)) return malformed;
    text.remove_prefix(keyHead.size());
    if (text.ends_with('\n')) text.remove_suffix(1);
    const auto seed = fromBase64Url(text);
    if (!seed || seed->size() != 32) return malformed;
    return SigningKey::fromSeed(std::span<const std::uint8_t, 32>(seed->data(), 32));
}

Result<void> DataFolder::writeKey(const SigningKey& key) const {
    const std::string text = std::string(keyHead) + toBase64Url(key.seed().view()) + "\n";
    return replaceFile(keyFile(), viewOf(text));
}

Result<FolderLock> FolderLock::take(const DataFolder& folder) {
    const std::filesystem::path path = folder.path() / "lock";
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) return fail(ErrorCode::Storage, "cannot open " + path.string() + ": " + std::strerror(errno));
    FolderLock lock(fd);
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorCode::VaultInUse, "Another veldwijzer-server is using " + folder.path().string() +
                                               ". Nothing was changed; stop it first.");
    return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FolderLock::~FolderLock() {
    if (fd_ >= 0) ::close(fd_);
}

Result<OpenFolder> openFolder(const DataFolder& folder) {
    if (!std::filesystem::exists(folder.logFile())) return noRegion(folder);
    auto lock = FolderLock::take(folder);
    if (!lock) return lock.error();
    auto key = folder.readKey();
    if (!key) return key.error();
    auto log = SqliteLog::open(folder.logFile());
    const auto region = log->region();
    if (!region) return noRegion(folder);
    if (region->serverKey != key->publicKey())
        return fail(ErrorCode::ServerChanged, folder.keyFile().string() +
                                                  " does not belong to this region: devices would refuse the "
                                                  "server. Put back the key file of the same backup.");
    return OpenFolder{*std::move(lock), std::move(log), *std::move(key)};
}

}  // namespace veldwijzer::server
