// SPDX-License-Identifier: EUPL-1.2
#include "vault/vault.h"

#include <new>
#include <optional>

#include "base/ensure.h"
#include "base/file.h"
#include "vault/check.h"
#include "vault/connection.h"
#include "vault/head_anchor.h"
#include "vault/internal.h"
#include "vault/key_file.h"
#include "vault/log_file.h"
#include "vault/sealed_vfs.h"
#include "vault/vault_folder.h"

namespace veldwijzer::vault {

namespace {

/// The log in frames, as SQLite tells after each commit. On the writer's thread.
struct LogSize {
    int frames = 0;
    int copied = 0;  ///< of these, by the last checkpoint
};

}  // namespace

// In order of construction; destroyed in reverse, so the connection closes before its VFS goes.
struct Vault::State {
    VaultFolder folder;
    FolderLock lock;
    std::shared_ptr<PageCipher> cipher;
    std::unique_ptr<HeadAnchor> anchor;  ///< none while the head is lost
    SealedVfs vfs;
    std::optional<Database> writer;
    std::mutex writeMutex;
    std::mutex keysMutex;
    LogSize log;

    State(const VaultFolder& where, FolderLock held, std::shared_ptr<PageCipher> sealing,
          std::unique_ptr<HeadAnchor> head)
        : folder(where),
          lock(std::move(held)),
          cipher(std::move(sealing)),
          anchor(std::move(head)),
          vfs(cipher, SealedVfs::Mode::Existing) {}

    static Result<std::unique_ptr<State>> open(const VaultFolder& folder, FolderLock lock, const VaultId& id,
                                               const DataKey& key, Random& random,
                                               LostHead lost = LostHead::Refuse);
};

namespace {

int noteLogSize(void* size, sqlite3*, const char*, int frames) {
    auto& log = *static_cast<LogSize*>(size);
    if (frames < log.frames) log.copied = 0;  // it started afresh
    log.frames = frames;
    return SQLITE_OK;
}

Result<void> makeFolder(const std::filesystem::path& directory) {
    std::error_code code;
    std::filesystem::create_directories(directory, code);
    if (!code) std::filesystem::permissions(directory, std::filesystem::perms::owner_all, code);
    if (!code) return {};
    return fail(ErrorCode::Storage, "cannot make the folder " + directory.string() + ": " + code.message() +
                                        ". Nothing was changed");
}

/// Everything of a new vault but its final name.
Result<void> writeUnfinished(const VaultFolder& folder, const DataKey& key, const KeyFile& keys,
                             Random& random) {
    if (Result<void> made = folder.makeUnfinished(); !made) return made.error();
    try {
        auto cipher = std::make_shared<PageCipher>(key, keys.id(), random);
        {
            const SealedVfs vfs(cipher, SealedVfs::Mode::Creating);
            createDatabase(folder.unfinished.string(), vfs.name());
        }
        HeadAnchor::make(folder.head, *cipher);
        return replaceFile(folder.keys, keys.serialize());
    } catch (const StorageError& error) {
        return fail(error.code(), error.what());
    }
}

}  // namespace

Vault::Vault(std::unique_ptr<State> state) : state_(std::move(state)) {}

Vault::~Vault() {
    {
        // Closing the last connection copies the log into the main file: a checkpoint like any other.
        const std::lock_guard guard(state_->writeMutex);
        state_->writer.reset();
    }
    state_->cipher->wipe();
}

Result<std::unique_ptr<Vault>> Vault::create(const std::filesystem::path& dir, std::string_view passphrase,
                                             KdfCost cost, Random& random) {
    const VaultFolder folder(dir);
    if (Result<void> may = folder.mayCreate(); !may) return may.error();
    DataKey key;
    random.fill(key.mutableView());
    Result<KeyFile> keys = KeyFile::make(random.id<VaultId>(), key, passphrase, cost, random);
    if (!keys) return keys.error();
    if (Result<void> made = makeFolder(folder.directory); !made) return made.error();
    Result<FolderLock> lock = FolderLock::take(folder.lock);
    if (!lock) return lock.error();
    // Again: another process may have been faster.
    if (Result<void> may = folder.mayCreate(); !may) return may.error();
    if (Result<void> cleared = folder.clearUnfinished(); !cleared) return cleared.error();
    if (Result<void> written = writeUnfinished(folder, key, *keys, random); !written) return written.error();
    if (Result<void> finished = folder.finish(); !finished) return finished.error();
    Result<std::unique_ptr<State>> state = State::open(folder, std::move(*lock), keys->id(), key, random);
    if (!state) return state.error();
    return std::unique_ptr<Vault>(new Vault(std::move(*state)));
}

Result<std::unique_ptr<Vault>> Vault::open(const std::filesystem::path& dir, std::string_view passphrase,
                                           Random& random, LostHead lost) {
    const VaultFolder folder(dir);
    if (Result<void> may = folder.mayOpen(); !may) return may.error();
    Result<FolderLock> lock = FolderLock::take(folder.lock);
    if (!lock) return lock.error();
    Result<KeyFile> keys = readKeyFile(folder.keys);
    if (!keys) return keys.error();
    Result<DataKey> key = keys->unlock(passphrase);
    if (!key) return key.error();
    Result<std::unique_ptr<State>> state =
        State::open(folder, std::move(*lock), keys->id(), *key, random, lost);
    if (!state) return state.error();
    return std::unique_ptr<Vault>(new Vault(std::move(*state)));
}

Result<std::unique_ptr<Vault::State>> Vault::State::open(const VaultFolder& folder, FolderLock lock,
                                                         const VaultId& id, const DataKey& key,
                                                         Random& random, LostHead lost) {
    folder.removeStaleKeys();
    auto cipher = std::make_shared<PageCipher>(key, id, random);
    Result<std::unique_ptr<HeadAnchor>> anchor = HeadAnchor::open(folder.head, cipher);
    const bool goOn = lost == LostHead::Accept && !anchor && anchor.error().code == ErrorCode::VaultDamaged;
    if (!anchor && !goOn) return anchor.error();
    auto state =
        std::make_unique<State>(folder, std::move(lock), cipher, anchor ? std::move(*anchor) : nullptr);
    try {
        state->writer = openWriter(folder.database.string(), state->vfs.name());
    } catch (const StorageError& error) {
        return fail(error.code(), error.what());
    }
    sqlite3_wal_hook(state->writer->handle(), noteLogSize, &state->log);
    return state;
}

Database& Vault::database() {
    return *state_->writer;
}

Database Vault::openReader() {
    return openReadOnly(state_->folder.database.string(), state_->vfs.name());
}

std::mutex& Vault::writeMutex() {
    return state_->writeMutex;
}

void Vault::checkpointIfLarge(std::size_t bytes) {
    const int frameBudget = static_cast<int>(bytes / static_cast<std::size_t>(sealedFrame));
    // A reader can keep the log from starting afresh for a while. Then every budget's worth is copied once,
    // rather than a little, with two syncs, after each transaction.
    LogSize& log = state_->log;
    if (log.frames - log.copied < frameBudget) return;
    const std::lock_guard guard(state_->writeMutex);
    sqlite3* handle = state_->writer->handle();
    ENSURE(!state_->writer->inTransaction());
    const int code = sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_BUSY) throwSqlite(handle, code, "copying the log into the vault");
    log.copied = log.frames;
}

Result<void> Vault::changePassphrase(std::string_view oldOne, std::string_view newOne, KdfCost cost,
                                     Random& random) {
    if (Result<void> good = checkPassphrase(newOne); !good) return good.error();
    const std::lock_guard guard(state_->keysMutex);
    Result<KeyFile> keys = readKeyFile(state_->folder.keys);
    if (!keys) return keys.error();
    Result<DataKey> key = keys->unlock(oldOne);
    if (!key) return key.error();
    Result<KeyFile> changed = keys->withPassphrase(*key, newOne, cost, random);
    if (!changed) return changed.error();
    // The new slot reaches the disk whole under another name; the rename puts it in force and takes the old
    // slot away in one step.
    if (Result<void> written = replaceFile(state_->folder.keys, changed->serialize()); !written)
        return fail(written.error().code,
                    written.error().message +
                        ". Nothing is lost: the vault opens with the old passphrase, or else with the "
                        "new one. Free some space or mend the folder's rights, and try again");
    return {};
}

void Vault::anchorHead(std::uint64_t head) noexcept {
    if (state_->anchor) state_->anchor->note(head);
}

std::uint64_t Vault::anchoredHead() const {
    return state_->anchor ? state_->anchor->found() : 0;
}

bool Vault::headLost() const {
    return state_->anchor == nullptr;
}

Result<void> Vault::renewHead(std::uint64_t head) {
    try {
        HeadAnchor::make(state_->folder.head, *state_->cipher, head);
    } catch (const StorageError& error) {
        return fail(error.code(), error.what());
    }
    Result<std::unique_ptr<HeadAnchor>> anchor = HeadAnchor::open(state_->folder.head, state_->cipher);
    if (!anchor) return anchor.error();
    state_->anchor = std::move(*anchor);
    return state_->folder.sync();
}

std::vector<std::string> Vault::notices() const {
    if (!state_->anchor) return {};
    const HeadAnchor::Condition condition = state_->anchor->condition();
    if (condition.whole == 2 || condition.readable == 0) return {};
    if (condition.readable == 2)
        return {
            "the file \"head\" of this vault was changed outside the program, where nothing stands. Nothing "
            "is lost, and the next changes mend it"};
    return {
        "one of the two slots of the vault's file \"head\" is damaged, by a power cut, the disk or "
        "somebody's hand. The other one is whole, so nothing is lost, and the next change mends it. Only "
        "whether the very last step was taken away as well cannot be told; look whether it is still there"};
}

Result<CheckReport> Vault::check() {
    CheckReport report;
    report.anchoredHead = anchoredHead();
    if (Result<KeyFile> keys = readKeyFile(state_->folder.keys); !keys)
        report.problems.push_back(keys.error().message);
    if (!state_->anchor || state_->anchor->condition().readable == 0)
        report.problems.emplace_back(
            "the file \"head\" is damaged: it would not be noticed if newer changes were lost");
    report.notices = notices();
    try {
        const std::lock_guard guard(state_->writeMutex);
        checkDatabase(state_->folder.database.string(), state_->vfs.name(), report);
    } catch (const StorageError& error) {
        if (error.code() != ErrorCode::VaultDamaged) return fail(error.code(), error.what());
        report.problems.emplace_back(error.what());
    }
    return report;
}

Result<DataKey> Access::dataKey(const std::filesystem::path& dir, std::string_view passphrase) {
    Result<KeyFile> keys = readKeyFile(VaultFolder(dir).keys);
    if (!keys) return keys.error();
    return keys->unlock(passphrase);
}

Result<std::unique_ptr<Vault>> Access::openWithKey(const std::filesystem::path& dir, const DataKey& key,
                                                   Random& random) {
    const VaultFolder folder(dir);
    if (Result<void> may = folder.mayOpen(); !may) return may.error();
    Result<FolderLock> lock = FolderLock::take(folder.lock);
    if (!lock) return lock.error();
    Result<KeyFile> keys = readKeyFile(folder.keys);
    if (!keys) return keys.error();
    Result<std::unique_ptr<Vault::State>> state =
        Vault::State::open(folder, std::move(*lock), keys->id(), key, random);
    if (!state) return state.error();
    return std::unique_ptr<Vault>(new Vault(std::move(*state)));
}

}  // namespace veldwijzer::vault
