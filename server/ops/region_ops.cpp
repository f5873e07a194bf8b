// SPDX-License-Identifier: EUPL-1.2
#include "ops/region_ops.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "log/founding.h"

namespace veldwijzer::server {
namespace {

constexpr std::size_t urlBytes = 512;

Result<void> checkName(const std::string& name) {
    const bool printable = std::all_of(
        name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
    if (name.empty() || name.size() > limits::memberNameBytes || !isUtf8(name) || !printable)
        return fail(ErrorCode::InvalidArgument, "A region's name is one line of 1 to 200 bytes of UTF-8.");
    return {};
}

/// The host of "host[:port]/…".
std::string hostOf(std::string_view rest) {
    if (rest.starts_with('[')) return std::string(rest.substr(1, rest.find(']') - 1));
    return std::string(rest.substr(0, rest.find_first_of(":/")));
}

Result<void> checkUrl(const std::string& url) {
    const bool plain = std::all_of(url.begin(), url.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    const bool secure = url.starts_with("https://");
    const std::size_t schemeSize = secure ? 8 : url.starts_with("http://") ? 7 : 0;
    const std::string host = hostOf(std::string_view(url).substr(schemeSize));
    if (!plain || schemeSize == 0 || host.empty() || url.size() > urlBytes)
        return fail(ErrorCode::InvalidArgument,
                    "The url is how devices reach this server, such as https://kaart.example.org");
    if (!secure && host != "localhost" && host != "::1" && !host.starts_with("127."))
        return fail(
            ErrorCode::InvalidArgument,
            "Devices reach a server over https; http is for this machine only (http://127.0.0.1:8080).");
    return {};
}

Result<void> makeFolder(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) return fail(ErrorCode::Storage, "cannot make " + path.string() + ": " + error.message());
    std::filesystem::permissions(path, std::filesystem::perms::owner_all, error);
    return {};
}

Result<void> syncPath(const std::filesystem::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0) ::close(fd);
    if (!synced) return fail(ErrorCode::Storage, "cannot save " + path.string());
    return {};
}

Result<void> syncFolder(const DataFolder& folder) {
    for (const auto& path : {folder.logFile(), folder.path()})
        if (auto synced = syncPath(path); !synced) return synced;
    return {};
}

/// The log of `from` copied into `to`, and its key.
Result<void> copyFolder(const DataFolder& from, const DataFolder& to) {
    const auto key = from.readKey();
    if (!key) return key.error();
    if (auto made = makeFolder(to.path()); !made) return made;
    if (auto written = to.writeKey(*key); !written) return written;
    SqliteLog::openReadOnly(from.logFile())->copyTo(to.logFile());
    return syncFolder(to);
}

Error regionExists(const DataFolder& folder) {
    return fail(ErrorCode::VaultExists,
                "There is a region in " + folder.path().string() + " already. Nothing was changed.");
}

}  // namespace

Result<std::string> initialise(const DataFolder& folder, const std::string& name, const std::string& url,
                               Random& random, WallMs now) {
    if (auto good = checkName(name); !good) return good.error();
    if (auto good = checkUrl(url); !good) return good.error();
    if (auto made = makeFolder(folder.path()); !made) return made.error();
    const auto lock = FolderLock::take(folder);
    if (!lock) return lock.error();
    const auto log = SqliteLog::open(folder.logFile());
    if (log->region()) return regionExists(folder);
    // The key first: a log that names a key which was never saved would be a region that nobody can serve.
    const SigningKey key = SigningKey::generate(random);
    if (auto written = folder.writeKey(key); !written) return written.error();
    const auto link = foundRegion(*log, key, name, url, random, now);
    log->checkpoint();
    if (auto synced = syncFolder(folder); !synced) return synced.error();
    return roster::encodeLink(link);
}

Result<std::string> inviteAgain(const DataFolder& folder, Random& random, WallMs now) {
    const auto open = openFolder(folder);
    if (!open) return open.error();
    const auto link = renewBootstrap(*open->log, random, now);
    if (!link) return link.error();
    return roster::encodeLink(*link);
}

Result<void> backUp(const DataFolder& folder, const std::filesystem::path& target) {
    if (!std::filesystem::exists(folder.logFile()))
        return fail(ErrorCode::NotFound, "There is no region in " + folder.path().string() + ".");
    if (std::filesystem::exists(target))
        return fail(ErrorCode::VaultExists, target.string() + " exists already. Nothing was written.");
    return copyFolder(folder, DataFolder(target));
}

Result<void> adopt(const DataFolder& folder, const std::string& link, const std::filesystem::path& keyFile,
                   Random& random, WallMs now) {
    const auto region = roster::decodeLink(link);
    if (!region) return region.error();
    if (!region->rootFingerprint)
        return fail(ErrorCode::InvalidArgument,
                    "This link founds a region; it does not lead to one. Ask a member for theirs: "
                    "`veldwijzer-cli region`.");
    const auto key = readServerKey(keyFile);
    if (!key) return key.error();
    if (key->publicKey() != region->serverKey)
        return fail(ErrorCode::ServerChanged,
                    keyFile.string() + " is not the key of this region's server: devices would refuse it.");
    if (auto made = makeFolder(folder.path()); !made) return made;
    const auto lock = FolderLock::take(folder);
    if (!lock) return lock.error();
    const auto log = SqliteLog::open(folder.logFile());
    if (log->region()) return regionExists(folder);
    if (auto written = folder.writeKey(*key); !written) return written;
    log->adopt({region->region, region->regionName, region->url, region->serverKey}, random.id<ServerEpoch>(),
               *region->rootFingerprint);
    log->setRefillUntilMs(now + refillMs);
    log->checkpoint();
    return syncFolder(folder);
}

Result<void> restore(const DataFolder& folder, const std::filesystem::path& backup, Random& random,
                     WallMs now) {
    if (std::filesystem::exists(folder.logFile())) return regionExists(folder);
    if (!std::filesystem::exists(DataFolder(backup).logFile()))
        return fail(ErrorCode::NotFound, "There is no backup in " + backup.string() + ".");
    if (auto copied = copyFolder(DataFolder(backup), folder); !copied) return copied;
    const auto open = openFolder(folder);
    if (!open) return open.error();
    open->log->setEpoch(random.id<ServerEpoch>());
    open->log->setRefillUntilMs(now + refillMs);
    open->log->checkpoint();
    return {};
}

}  // namespace veldwijzer::server
