// SPDX-License-Identifier: EUPL-1.2
// A crash at every step of making a vault and of changing its passphrase. The calls that change the disk are
// replaced by ones that end the process at the chosen call, for our own code and for SQLite's alike.
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <functional>

#include "fixtures.h"

using namespace veldwijzer;
using namespace veldwijzer::vault;
using namespace veldwijzer::vault::test;

namespace {

constexpr int crashed = 77;
/// Calls left until the crash; negative: no crash. Only a child sets it.
int callsLeft = -1;

/// True at the call that must not come to its end.
bool crashNow() {
    if (callsLeft < 0) return false;
    return callsLeft-- == 0;
}

ssize_t writeOrCrash(int file, const void* bytes, size_t size, off_t offset, bool positioned) {
    const bool crash = crashNow();
    // Half of it, so that the crash leaves a torn file.
    const size_t part = crash ? size / 2 : size;
    const ssize_t written = positioned ? ::syscall(SYS_pwrite64, file, bytes, part, offset)
                                       : ::syscall(SYS_write, file, bytes, part);
    if (crash) ::_exit(crashed);
    return written;
}

}  // namespace

extern "C" {
ssize_t write(int file, const void* bytes, size_t size) {
    return writeOrCrash(file, bytes, size, 0, false);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
    return writeOrCrash(file, bytes, size, offset, true);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
    return writeOrCrash(file, bytes, size, offset, true);
}
int fsync(int file) {
    if (crashNow()) ::_exit(crashed);
    return static_cast<int>(::syscall(SYS_fsync, file));
}
int fdatasync(int file) {
    if (crashNow()) ::_exit(crashed);
    return static_cast<int>(::syscall(SYS_fdatasync, file));
}
int ftruncate(int file, off_t size) noexcept {
    if (crashNow()) ::_exit(crashed);
    return static_cast<int>(::syscall(SYS_ftruncate, file, size));
}
int ftruncate64(int file, off64_t size) noexcept {
    if (crashNow()) ::_exit(crashed);
    return static_cast<int>(::syscall(SYS_ftruncate, file, size));
}
int rename(const char* from, const char* to) noexcept {
    if (crashNow()) ::_exit(crashed);
    return static_cast<int>(::syscall(SYS_renameat2, -100, from, -100, to, 0));
}
int unlink(const char* path) noexcept {
    if (crashNow()) ::_exit(crashed);
    return static_cast<int>(::syscall(SYS_unlinkat, -100, path, 0));
}
}

namespace {

/// True when the child crashed at call `number`; false when it came to its end before.
bool crashAt(int number, const std::function<bool()>& work) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        callsLeft = number;
        const bool done = work();
        ::_exit(done ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    REQUIRE((WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == crashed));
    return WEXITSTATUS(status) == crashed;
}

bool opensWith(const std::filesystem::path& dir, std::string_view with) {
    SystemRandom random;
    auto vault = Vault::open(dir, with, random);
    if (!vault) {
        CHECK(vault.error().code == ErrorCode::WrongPassphrase);
        return false;
    }
    CHECK(ledger::problem((*vault)->database()) == "");
    CHECK(ledger::head((*vault)->database()) == 3);
    return true;
}

constexpr std::string_view newPassphrase = "een nieuwe wachtzin";

}  // namespace

TEST_CASE("A crash at any step of changing the passphrase leaves one that opens", "[vault][slow]") {
    const TemporaryFolder folder;
    {
        const auto vault = makeVault(folder / "good");
        ledger::makeTables(vault->database());
        for (int i = 0; i < 3; ++i)
            writeNext(*vault);
    }
    const auto key = Access::dataKey(folder / "good", passphrase);
    REQUIRE(key);
    int withOld = 0;
    int withNew = 0;
    for (int number = 0;; ++number) {
        INFO("crash at call " << number);
        REQUIRE(number < 100);
        copyFolder(folder / "good", folder / "v");
        const bool crashedThere = crashAt(number, [&] {
            SystemRandom random;
            // Opened before counting begins, so that only the change itself is cut short.
            const int calls = std::exchange(callsLeft, -1);
            auto vault = Access::openWithKey(folder / "v", *key, random);
            if (!vault) return false;
            callsLeft = calls;
            const bool changed = (*vault)->changePassphrase(passphrase, newPassphrase, kdfFloor, random).ok();
            callsLeft = -1;
            return changed;
        });
        const bool newOpens = opensWith(folder / "v", newPassphrase);
        const bool oldOpens = opensWith(folder / "v", passphrase);
        CHECK(newOpens != oldOpens);
        CHECK_FALSE(std::filesystem::exists(folder / "v/keys.new"));
        (newOpens ? withNew : withOld) += 1;
        if (crashedThere) continue;
        CHECK(newOpens);
        break;
    }
    CHECK(withOld >= 3);
    CHECK(withNew >= 2);
}

TEST_CASE("A crash at any step of making a vault leaves nothing in the way of making it again",
          "[vault][slow]") {
    const TemporaryFolder folder;
    int unfinished = 0;
    for (int number = 0;; ++number) {
        INFO("crash at call " << number);
        REQUIRE(number < 400);
        std::filesystem::remove_all(folder / "v");
        const bool crashedThere = crashAt(number, [&] {
            SystemRandom random;
            return Vault::create(folder / "v", passphrase, kdfFloor, random).ok();
        });
        SystemRandom random;
        auto opened = Vault::open(folder / "v", passphrase, random);
        if (!opened) {
            CHECK(opened.error().code == ErrorCode::VaultMissing);
            auto made = Vault::create(folder / "v", passphrase, kdfFloor, random);
            if (!made) FAIL(made.error().message);
            CHECK((*made)->check()->sound());
            ++unfinished;
        } else {
            CHECK((*opened)->check()->sound());
        }
        if (!crashedThere) break;
    }
    CHECK(unfinished > 10);
}

TEST_CASE("A crash while the leftovers of an unfinished vault are cleared stays an unfinished vault",
          "[vault][slow]") {
    const TemporaryFolder folder;
    // Everything but the last rename.
    { makeVault(folder / "good"); }
    std::filesystem::rename(folder / "good/vault.db", folder / "good/vault.db.new");
    for (int number = 0; number < 8; ++number) {
        INFO("crash at call " << number);
        copyFolder(folder / "good", folder / "v");
        crashAt(number, [&] {
            SystemRandom random;
            return Vault::create(folder / "v", passphrase, kdfFloor, random).ok();
        });
        CHECK(refusal(folder / "v") == ErrorCode::VaultMissing);
        SystemRandom random;
        CHECK(Vault::create(folder / "v", passphrase, kdfFloor, random).ok());
    }
}
