// SPDX-License-Identifier: EUPL-1.2
// Files that were changed, cut off, lost, swapped or rolled back outside the program.
#include <catch2/catch.hpp>

#include "base/hash.h"
#include "fixtures.h"
#include "vault/number_bytes.h"

using namespace veldwijzer;
using namespace veldwijzer::vault;
using namespace veldwijzer::vault::test;
namespace fs = std::filesystem;

namespace {

/// Twenty transactions, closed.
void makeUsedVault(const fs::path& dir) {
    const auto vault = makeVault(dir);
    ledger::makeTables(vault->database());
    for (int i = 0; i < 20; ++i)
        writeNext(*vault);
}

/// As somebody would who changes the key file with its checksum.
Bytes withFreshChecksum(Bytes bytes) {
    const ByteView content = ByteView(bytes).first(bytes.size() - Hash::size);
    const Hash sum = hashOf("veldwijzer vault key file", {content});
    std::copy(sum.bytes.begin(), sum.bytes.end(), bytes.end() - Hash::size);
    return bytes;
}

constexpr std::size_t versionAt = 8;
constexpr std::size_t idAt = 12;
constexpr std::size_t slotAt = 32;
constexpr std::size_t passesAt = slotAt + 8;
constexpr std::size_t memoryAt = passesAt + 4;
constexpr std::size_t saltAt = memoryAt + 8;

struct Opened {
    std::int64_t head = 0;
    std::uint64_t anchored = 0;
    std::string problem;
};

/// What the store would find.
Opened openAndRead(const fs::path& dir) {
    SystemRandom random;
    auto vault = Vault::open(dir, passphrase, random);
    if (!vault) FAIL(vault.error().message);
    return {ledger::head((*vault)->database()), (*vault)->anchoredHead(),
            ledger::problem((*vault)->database())};
}

}  // namespace

TEST_CASE("A wrong passphrase is told from a damaged vault", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    CHECK(refusal(folder / "v", "niet de wachtzin") == ErrorCode::WrongPassphrase);
    CHECK(refusal(folder / "v", "") == ErrorCode::WrongPassphrase);
    CHECK(refusal(folder / "v", std::string(5000, 'a')) == ErrorCode::WrongPassphrase);
    CHECK(openAndRead(folder / "v").head == 20);
}

TEST_CASE("A key file that is cut off or changed anywhere is damaged, not a wrong passphrase", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    const Bytes good = readAll(folder / "v/keys");
    for (std::size_t size = 0; size < good.size(); ++size) {
        writeAll(folder / "v/keys", ByteView(good).first(size));
        INFO(size << " bytes left");
        REQUIRE(refusal(folder / "v") == ErrorCode::VaultDamaged);
    }
    for (std::size_t at = 0; at < good.size(); ++at) {
        Bytes bad = good;
        bad[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
        writeAll(folder / "v/keys", bad);
        INFO("byte " << at);
        REQUIRE(refusal(folder / "v") == ErrorCode::VaultDamaged);
    }
    Bytes longer = good;
    longer.push_back(0);
    writeAll(folder / "v/keys", longer);
    CHECK(refusal(folder / "v") == ErrorCode::VaultDamaged);
    writeAll(folder / "v/keys", Bytes(200'000));
    CHECK(refusal(folder / "v") == ErrorCode::VaultDamaged);
    fs::remove(folder / "v/keys");
    CHECK(refusal(folder / "v") == ErrorCode::VaultDamaged);
    writeAll(folder / "v/keys", good);
    CHECK(openAndRead(folder / "v").head == 20);
}

TEST_CASE("A key file that was changed with its checksum opens nothing", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    const Bytes good = readAll(folder / "v/keys");
    for (std::size_t at = 0; at + Hash::size < good.size(); at += 7) {
        Bytes bad = good;
        bad[at] ^= 0x11;
        writeAll(folder / "v/keys", withFreshChecksum(bad));
        INFO("byte " << at);
        const ErrorCode code = refusal(folder / "v");
        CHECK((code == ErrorCode::VaultDamaged || code == ErrorCode::WrongPassphrase ||
               code == ErrorCode::UnsupportedVersion));
    }
}

TEST_CASE("Downgraded parameters are refused before anything is derived from them", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    const Bytes good = readAll(folder / "v/keys");
    const auto with = [&](std::uint32_t passes, std::uint64_t memory) {
        Bytes bad = good;
        putLittleEndian(bad.data() + passesAt, passes);
        putLittleEndian(bad.data() + memoryAt, memory);
        writeAll(folder / "v/keys", withFreshChecksum(bad));
    };
    for (const auto& [passes, memory] : {std::pair<std::uint32_t, std::uint64_t>{1, 8192},
                                         {2, kdfFloor.memoryBytes},
                                         {3, kdfFloor.memoryBytes - 1},
                                         {0, 0},
                                         {0xffffffff, kdfFloor.memoryBytes},
                                         {3, std::uint64_t{1} << 62}}) {
        with(passes, memory);
        SystemRandom random;
        auto opened = Vault::open(folder / "v", passphrase, random);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == ErrorCode::VaultDamaged);
        CHECK_THAT(opened.error().message, Catch::Contains("altered"));
    }
    // Within the bounds, but not what the slot was sealed with.
    with(4, kdfFloor.memoryBytes);
    CHECK(refusal(folder / "v") == ErrorCode::WrongPassphrase);
    with(3, kdfFloor.memoryBytes);
    CHECK(openAndRead(folder / "v").head == 20);
}

TEST_CASE("A key file with more slots than allowed is damaged, whatever they hold", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    Bytes keys = readAll(folder / "v/keys");
    const Bytes slot{99, 0, 0, 0, 0, 0, 0, 0};
    for (int i = 0; i < 32; ++i)
        keys.insert(keys.end() - Hash::size, slot.begin(), slot.end());
    keys[slotAt - 4] = 33;
    writeAll(folder / "v/keys", withFreshChecksum(keys));
    CHECK(refusal(folder / "v") == ErrorCode::VaultDamaged);
    // One fewer is as many as there may be.
    keys.erase(keys.end() - Hash::size - 8, keys.end() - Hash::size);
    keys[slotAt - 4] = 32;
    writeAll(folder / "v/keys", withFreshChecksum(keys));
    CHECK(openAndRead(folder / "v").head == 20);
}

TEST_CASE("A key file of a newer program says so", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    Bytes newer = readAll(folder / "v/keys");
    newer[versionAt] = 2;
    writeAll(folder / "v/keys", withFreshChecksum(newer));
    CHECK(refusal(folder / "v") == ErrorCode::UnsupportedVersion);
}

TEST_CASE("The key file of another vault with the same passphrase does not open this one", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    makeUsedVault(folder / "w");
    fs::copy_file(folder / "w/keys", folder / "v/keys", fs::copy_options::overwrite_existing);
    CHECK(refusal(folder / "v") == ErrorCode::VaultDamaged);
    // Nor with its head file, the way a mixed-up backup would.
    fs::copy_file(folder / "w/head", folder / "v/head", fs::copy_options::overwrite_existing);
    CHECK(refusal(folder / "v") == ErrorCode::VaultDamaged);
    fs::copy_file(folder / "w/vault.db", folder / "v/vault.db", fs::copy_options::overwrite_existing);
    CHECK(openAndRead(folder / "v").head == 20);
}

TEST_CASE("Slots that this program does not know survive a change of passphrase", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    Bytes keys = readAll(folder / "v/keys");
    const Bytes slot{99, 0, 0, 0, 3, 0, 0, 0, 'x', 'y', 'z'};
    keys.insert(keys.end() - Hash::size, slot.begin(), slot.end());
    keys[slotAt - 4] = 2;
    writeAll(folder / "v/keys", withFreshChecksum(keys));
    {
        SystemRandom random;
        auto vault = Vault::open(folder / "v", passphrase, random);
        REQUIRE(vault);
        REQUIRE((*vault)->changePassphrase(passphrase, passphrase, kdfFloor, random));
    }
    const Bytes after = readAll(folder / "v/keys");
    CHECK(after.size() == keys.size());
    CHECK(std::search(after.begin(), after.end(), slot.begin(), slot.end()) != after.end());
    CHECK(std::equal(after.begin() + idAt, after.begin() + idAt + 16, keys.begin() + idAt));
    CHECK_FALSE(std::equal(after.begin() + saltAt, after.begin() + saltAt + 16, keys.begin() + saltAt));
}

TEST_CASE("A vault with files missing says which, and is not made anew over what is left", "[vault]") {
    const TemporaryFolder folder;
    SystemRandom random;
    makeUsedVault(folder / "good");
    for (const char* name : {"vault.db", "keys", "head"}) {
        INFO(name);
        copyFolder(folder / "good", folder / "v");
        fs::remove(folder / "v" / name);
        CHECK(refusal(folder / "v") == ErrorCode::VaultDamaged);
        auto made = Vault::create(folder / "v", passphrase, kdfFloor, random);
        REQUIRE_FALSE(made);
        CHECK((made.error().code == ErrorCode::VaultExists || made.error().code == ErrorCode::VaultDamaged));
    }
}

TEST_CASE("A database that was cut off at any page is noticed", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "good");
    const auto key = Access::dataKey(folder / "good", passphrase);
    REQUIRE(key);
    SystemRandom random;
    const auto size = fs::file_size(folder / "good/vault.db");
    for (std::uintmax_t left = 0; left < size; left += 2048) {
        copyFolder(folder / "good", folder / "v");
        fs::resize_file(folder / "v/vault.db", left);
        INFO(left << " bytes left");
        auto vault = Access::openWithKey(folder / "v", *key, random);
        if (!vault) {
            CHECK(vault.error().code == ErrorCode::VaultDamaged);
            continue;
        }
        std::string problem;
        try {
            problem = ledger::problem((*vault)->database());
        } catch (const StorageError& error) {
            CHECK(error.code() == ErrorCode::VaultDamaged);
            problem = error.what();
        }
        CHECK(problem != "");
    }
}

TEST_CASE("A log that is cut off, deleted, rolled back or another vault's is noticed", "[vault]") {
    const TemporaryFolder folder;
    Bytes earlier;
    Bytes earlierRun;
    {
        const auto vault = makeVault(folder / "v");
        ledger::makeTables(vault->database());
        for (int i = 0; i < 6; ++i)
            writeNext(*vault);
        earlierRun = readAll(folder / "v/vault.db-wal");
        {
            const std::lock_guard guard(vault->writeMutex());
            sqlite3_wal_checkpoint_v2(vault->database().handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                                      nullptr);
        }
        for (int i = 0; i < 6; ++i)
            writeNext(*vault);
        earlier = readAll(folder / "v/vault.db-wal");
        for (int i = 0; i < 6; ++i)
            writeNext(*vault);
        copyFolder(folder / "v", folder / "killed");
    }
    {
        const auto other = makeVault(folder / "w");
        ledger::makeTables(other->database());
        writeNext(*other);
        fs::copy_file(folder / "w/vault.db-wal", folder / "other-wal");
    }
    const auto found = [&](const Bytes& log) {
        copyFolder(folder / "killed", folder / "x");
        if (log.empty())
            fs::remove(folder / "x/vault.db-wal");
        else
            writeAll(folder / "x/vault.db-wal", log);
        return openAndRead(folder / "x");
    };
    const Bytes whole = readAll(folder / "killed/vault.db-wal");
    const Opened good = found(whole);
    CHECK((good.head == 18 && good.anchored == 18 && good.problem.empty()));
    for (const Bytes& log :
         {Bytes(), earlier, earlierRun, readAll(folder / "other-wal"), Bytes(5000, 0xab),
          Bytes(whole.begin(), whole.end() - 1), Bytes(whole.begin(), whole.begin() + 40)}) {
        INFO(log.size() << " bytes");
        const Opened bad = found(log);
        CHECK(bad.anchored == 18);
        CHECK(static_cast<std::uint64_t>(bad.head) < bad.anchored);
    }
}

TEST_CASE("A whole vault but for its head put back from an earlier copy is noticed", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    copyFolder(folder / "v", folder / "copy");
    {
        SystemRandom random;
        auto vault = Vault::open(folder / "v", passphrase, random);
        REQUIRE(vault);
        writeNext(**vault);
    }
    fs::copy_file(folder / "copy/vault.db", folder / "v/vault.db", fs::copy_options::overwrite_existing);
    const Opened opened = openAndRead(folder / "v");
    CHECK(opened.head == 20);
    CHECK(opened.anchored == 21);
}

TEST_CASE("A head file is believed while one of its slots is whole, and refused after that", "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    const auto key = Access::dataKey(folder / "v", passphrase);
    REQUIRE(key);
    const Bytes good = readAll(folder / "v/head");
    REQUIRE(good.size() == 8192);
    SystemRandom random;
    const auto anchored = [&](const Bytes& head) -> std::int64_t {
        writeAll(folder / "v/head", head);
        auto vault = Access::openWithKey(folder / "v", *key, random);
        if (vault) return static_cast<std::int64_t>((*vault)->anchoredHead());
        CHECK(vault.error().code == ErrorCode::VaultDamaged);
        return -1;
    };
    CHECK(anchored(good) == 20);
    for (std::size_t at = 0; at < good.size(); at += at % 4096 < 48 ? 1 : 811) {
        Bytes bad = good;
        bad[at] ^= 0x40;
        INFO("byte " << at);
        const std::int64_t head = anchored(bad);
        // The bytes between the slots mean nothing.
        CHECK((at % 4096 < 48 ? head == 19 || head == 20 : head == 20));
    }
    Bytes both = good;
    both[0] ^= 1;
    both[4096] ^= 1;
    CHECK(anchored(both) == -1);
    CHECK(anchored(Bytes(8192)) == -1);
    CHECK(anchored({}) == -1);
    // One slot in the other's place.
    Bytes swapped = good;
    std::copy(good.begin(), good.begin() + 4096, swapped.begin() + 4096);
    std::copy(good.begin() + 4096, good.end(), swapped.begin());
    CHECK(anchored(swapped) == -1);
    CHECK(anchored(good) == 20);
}

TEST_CASE("A damaged slot of the head file is told at every open and check until the next change mends it",
          "[vault]") {
    const TemporaryFolder folder;
    makeUsedVault(folder / "v");
    const auto key = Access::dataKey(folder / "v", passphrase);
    REQUIRE(key);
    SystemRandom random;
    const auto open = [&] {
        auto vault = Access::openWithKey(folder / "v", *key, random);
        REQUIRE(vault);
        return std::move(*vault);
    };
    CHECK(open()->notices().empty());
    for (const std::size_t at : {std::size_t{3}, std::size_t{4096 + 40}}) {
        Bytes bad = readAll(folder / "v/head");
        bad[at] ^= 1;
        writeAll(folder / "v/head", bad);
        for (int i = 0; i < 2; ++i) {
            const auto vault = open();
            CHECK(vault->notices().size() == 1);
            const auto report = vault->check();
            REQUIRE(report);
            CHECK(report->sound());
            CHECK(report->notices == vault->notices());
        }
        writeNext(*open());
        CHECK(open()->notices().empty());
    }
}

TEST_CASE("A vault whose head is lost opens only for whoever accepts that, until it has a new one",
          "[vault]") {
    const TemporaryFolder folder;
    SystemRandom random;
    makeUsedVault(folder / "good");
    for (const bool missing : {false, true}) {
        copyFolder(folder / "good", folder / "v");
        if (missing)
            fs::remove(folder / "v/head");
        else
            writeAll(folder / "v/head", Bytes(8192, 0x11));
        CHECK(refusal(folder / "v") == ErrorCode::VaultDamaged);
        {
            auto vault = Vault::open(folder / "v", passphrase, random, LostHead::Accept);
            REQUIRE(vault);
            CHECK((*vault)->headLost());
            writeNext(**vault);
            CHECK_FALSE((*vault)->check()->sound());
        }
        // Not renewed, so still lost: a crash before the caller was done is asked about again.
        CHECK(refusal(folder / "v") == ErrorCode::VaultDamaged);
        {
            auto vault = Vault::open(folder / "v", passphrase, random, LostHead::Accept);
            REQUIRE(vault);
            REQUIRE((*vault)->renewHead(static_cast<std::uint64_t>(ledger::head((*vault)->database()))));
            CHECK_FALSE((*vault)->headLost());
            writeNext(**vault);
            CHECK((*vault)->check()->sound());
        }
        const Opened opened = openAndRead(folder / "v");
        CHECK((opened.head == 22 && opened.anchored == 22 && opened.problem.empty()));
    }
    // Where there is one, nothing changes.
    auto vault = Vault::open(folder / "good", passphrase, random, LostHead::Accept);
    REQUIRE(vault);
    CHECK_FALSE((*vault)->headLost());
    CHECK((*vault)->anchoredHead() == 20);
}
