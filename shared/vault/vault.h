// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "sqlite/database.h"

namespace veldwijzer::vault {

/// What Argon2id costs. Kept in the key file and authenticated there.
struct KdfCost {
    unsigned passes = 0;
    std::size_t memoryBytes = 0;
};

/// Never cheaper, whether a vault is made or opened: a key file that asks for less was tampered with.
inline constexpr KdfCost kdfFloor{3, std::size_t{64} * 1024 * 1024};
/// Never dearer: a tampered key file must not eat the memory of the device.
inline constexpr KdfCost kdfCeiling{64, std::size_t{1024} * 1024 * 1024};
/// The log is copied into the main file, when nobody waits, once it has grown past this.
inline constexpr std::size_t walCheckpointBytes = std::size_t{32} * 1024 * 1024;
/// However busy it is, the log is copied once it has grown past this: a first sync of a large region fits.
inline constexpr std::size_t walMostBytes = std::size_t{128} * 1024 * 1024;

/// The cost that takes this device about a second; never below the floor. Takes about half a second itself.
KdfCost calibrate(const Clock& clock);

/// What `Vault::check` found.
struct CheckReport {
    std::uint64_t pagesRead = 0;        ///< pages of the main file that were read and unsealed
    std::uint64_t anchoredHead = 0;     ///< as found when the vault was opened
    std::vector<std::string> problems;  ///< for people; no content in them
    std::vector<std::string> notices;   ///< something was found that takes nothing away and mends itself
    [[nodiscard]] bool sound() const { return problems.empty(); }
};

/// What to do when the head kept outside the database cannot be read.
enum class LostHead {
    Refuse,  ///< VaultDamaged
    /// Opens without one, so that a rollback goes unnoticed this once. The caller makes the vault safe
    /// against having been rolled back and then calls `renewHead`; until that the next open refuses again.
    Accept,
};

/// A folder with one SQLite database, sealed page by page, and the keys that open it.
///
/// The object is the unlocked state: destroying it closes the write connection and wipes the keys. One
/// process has a vault open at a time (VaultInUse). See FORMAT.md beside this file for the bytes.
///
/// What survives: a commit that returned survives kill -9 and a power cut. Everything in the folder is
/// ciphertext, apart from the KDF's parameters, the vault's random id and the sizes.
///
/// Threads: `database()` belongs to one thread (the store's). `openReader`, `anchorHead` and `check` may be
/// called from any thread. StorageErrors of SQLite are thrown by Database and Statement; the functions here
/// that return a Result catch their own.
class Vault {
public:
    /// Makes the folder if need be. A crash half way leaves nothing that open() takes for a vault, and
    /// create() may simply be called again. VaultExists, WeakPassphrase, InvalidArgument, TooLarge, Storage.
    static Result<std::unique_ptr<Vault>> create(const std::filesystem::path& dir,
                                                 std::string_view passphrase, KdfCost cost, Random& random);
    /// VaultMissing, WrongPassphrase, VaultDamaged, VaultInUse, UnsupportedVersion, Storage. Tries no harder
    /// than one derivation: the growing delay after wrong tries is the caller's.
    static Result<std::unique_ptr<Vault>> open(const std::filesystem::path& dir, std::string_view passphrase,
                                               Random& random, LostHead lost = LostHead::Refuse);
    ~Vault();
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;

    /// The one write connection: WAL, synchronous=FULL, no automatic checkpoints. Lives as long as the vault.
    Database& database();
    /// A read-only connection of its own, for one thread. Close it before the vault: a reader that outlives
    /// the vault fails with StorageError from then on, but keeps the pages it had cached.
    Database openReader();

    /// Held over every write transaction and every checkpoint: until 3.51.3, SQLite can lose commits when
    /// one connection checkpoints while another commits and restarts the log.
    std::mutex& writeMutex();
    /// Copies the log into the main file when it exceeds so many bytes. Takes the write mutex: call it
    /// between transactions, without holding it. Throws StorageError.
    void checkpointIfLarge(std::size_t bytes = walCheckpointBytes);

    /// Replaces the passphrase slot. At every step of it a crash leaves a key file that opens with the old
    /// passphrase or with the new one. WrongPassphrase, WeakPassphrase, InvalidArgument, TooLarge, Storage.
    Result<void> changePassphrase(std::string_view oldOne, std::string_view newOne, KdfCost cost,
                                  Random& random);

    /// Notes outside the database that it has reached `head`, a counter that the store raises with every
    /// commit and keeps in the database too. Called after the commit; not synced, because the commit was:
    /// the note may lag behind the database, never run ahead of it. Costs microseconds. A smaller head than
    /// the last is ignored. A note that cannot be written is left out, for the commit stands all the same;
    /// the next one makes up for it.
    void anchorHead(std::uint64_t head) noexcept;
    /// The greatest head noted before this open; 0 in a new vault. A database with a smaller counter was
    /// rolled back or cut off: the store says so (VaultRolledBack).
    [[nodiscard]] std::uint64_t anchoredHead() const;
    /// Only after LostHead::Accept: whether there was none that could be read, and `renewHead` is due.
    [[nodiscard]] bool headLost() const;
    /// Makes the head file anew, durably, with this head. On the thread of `database()`, before others know
    /// the vault. Storage.
    Result<void> renewHead(std::uint64_t head);
    /// What is amiss but takes nothing away, as CheckReport::notices, from one quick look.
    [[nodiscard]] std::vector<std::string> notices() const;

    /// Reads and unseals every page, runs SQLite's integrity check, and reads the key file and the anchor
    /// again. Takes the write mutex. An Error only if the check itself could not run.
    Result<CheckReport> check();

private:
    friend struct Access;  // vault/internal.h: opening by data key, for tests
    struct State;
    explicit Vault(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace veldwijzer::vault
