// SPDX-License-Identifier: EUPL-1.2
// Every byte of every file of a small vault, changed one at a time. (The lock file has none.)
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "ledger.h"
#include "settings.h"
#include "simulated_disk.h"
#include "temporary_folder.h"
#include "vault/connection.h"
#include "vault/head_anchor.h"
#include "vault/key_file.h"
#include "vault/log_file.h"
#include "vault/sealed_vfs.h"

using namespace veldwijzer;
using namespace veldwijzer::vault;
using namespace veldwijzer::vault::test;

namespace {

constexpr const char* mainName = "/vault.db";
constexpr const char* logName = "/vault.db-wal";

/// A table whose rows are numbered by the transactions that wrote them; small enough to open often.
struct SmallVault {
    SeededRandom random{7};
    DataKey key;
    VaultId id;
    Files files;
    std::int64_t anchored = 0;

    SmallVault() {
        random.fill(key.mutableView());
        id = random.id<VaultId>();
    }
    std::shared_ptr<PageCipher> cipher() { return std::make_shared<PageCipher>(key, id, random); }
};

std::string body(std::int64_t number) {
    return "inhoud van " + std::to_string(number) +
           std::string(static_cast<std::size_t>(number * 97 % 1200), 'z');
}

/// `settled` transactions in the main file, `waiting` in the log.
void fill(SmallVault& vault, std::int64_t settled, std::int64_t waiting) {
    SimulatedDisk disk;
    {
        const SealedVfs creating(vault.cipher(), SealedVfs::Mode::Creating, disk.vfs());
        createDatabase(mainName, creating.name());
    }
    const SealedVfs vfs(vault.cipher(), SealedVfs::Mode::Existing, disk.vfs());
    Database db = openWriter(mainName, vfs.name());
    db.execute("CREATE TABLE t(number INTEGER PRIMARY KEY, body TEXT)");
    for (std::int64_t number = 1; number <= settled + waiting; ++number) {
        const std::string text = body(number);
        db.prepare("INSERT INTO t VALUES(?,?)").bind(1, number).bind(2, std::string_view(text)).run();
        if (number == settled)
            sqlite3_wal_checkpoint_v2(db.handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    }
    vault.anchored = settled + waiting;
    vault.files = disk.files();
}

enum class Finding { Same, Refused, Shorter, Silent };

/// Opens `files` as the program would and compares everything.
Finding inspect(SmallVault& vault, const Files& files) {
    try {
        SimulatedDisk disk(files);
        const SealedVfs vfs(vault.cipher(), SealedVfs::Mode::Existing, disk.vfs());
        Database db = openWriter(mainName, vfs.name());
        Statement rows = db.prepare("SELECT number, body FROM t ORDER BY number");
        std::int64_t head = 0;
        while (rows.step())
            if (rows.integer(0) != ++head || rows.text(1) != body(head)) return Finding::Silent;
        // The store compares this number with the anchor.
        return head == vault.anchored  ? Finding::Same
               : head < vault.anchored ? Finding::Shorter
                                       : Finding::Silent;
    } catch (const StorageError& error) {
        return error.code() == ErrorCode::VaultDamaged ? Finding::Refused : Finding::Silent;
    }
}

struct Tally {
    std::uint64_t same = 0;
    std::uint64_t refused = 0;
    std::uint64_t shorter = 0;
    std::uint64_t silent = 0;

    void add(Finding finding) {
        switch (finding) {
            case Finding::Same:
                ++same;
                break;
            case Finding::Refused:
                ++refused;
                break;
            case Finding::Shorter:
                ++shorter;
                break;
            case Finding::Silent:
                ++silent;
                break;
        }
    }
};

Tally flipEveryByte(SmallVault& vault, const char* name) {
    Tally tally;
    Files files = vault.files;
    Bytes& bytes = files.at(name);
    SeededRandom random(seed());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto change = static_cast<std::uint8_t>(1 + random.below(255));
        bytes[at] ^= change;
        tally.add(inspect(vault, files));
        bytes[at] ^= change;
    }
    return tally;
}

}  // namespace

TEST_CASE("Every changed byte of the main file is refused", "[vault][slow]") {
    SmallVault vault;
    fill(vault, 8, 0);
    REQUIRE(inspect(vault, vault.files) == Finding::Same);
    const Tally tally = flipEveryByte(vault, mainName);
    CHECK(tally.refused == vault.files.at(mainName).size());
    WARN(tally.refused << " of " << vault.files.at(mainName).size() << " changed bytes refused");
}

TEST_CASE("Every changed byte of the log is refused, or shows as a shorter history", "[vault][slow]") {
    SmallVault vault;
    fill(vault, 3, 4);
    REQUIRE(inspect(vault, vault.files) == Finding::Same);
    const Tally tally = flipEveryByte(vault, logName);
    CHECK(tally.silent == 0);
    CHECK(tally.same == 0);
    WARN(tally.refused << " refused, " << tally.shorter << " shorter, " << tally.same << " the same");
}

TEST_CASE("Every changed byte of the key file is refused before a passphrase is tried", "[vault]") {
    SeededRandom random(seed());
    const DataKey key;
    const auto keys = KeyFile::make(random.id<VaultId>(), key, "een lange wachtzin", kdfFloor, random);
    REQUIRE(keys);
    Bytes bytes = keys->serialize();
    REQUIRE(KeyFile::parse(bytes));
    for (std::uint8_t& byte : bytes) {
        const auto change = static_cast<std::uint8_t>(1 + random.below(255));
        byte ^= change;
        const auto parsed = KeyFile::parse(bytes);
        INFO("byte " << &byte - bytes.data() << " changed by " << int(change));
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == ErrorCode::VaultDamaged);
        byte ^= change;
    }
}

TEST_CASE("Every changed byte of the head file is told, and mended by the next two notes", "[vault]") {
    const TemporaryFolder folder;
    SmallVault vault;
    const auto path = folder / "head";
    HeadAnchor::make(path, *vault.cipher());
    std::uint64_t head = 0;
    SeededRandom random(seed());
    const auto open = [&] {
        auto anchor = HeadAnchor::open(path, vault.cipher());
        REQUIRE(anchor);
        return std::move(*anchor);
    };
    open()->note(++head);
    open()->note(++head);
    REQUIRE(open()->condition().whole == 2);
    const auto size = std::filesystem::file_size(path);
    REQUIRE(size == 8192);
    for (std::uintmax_t at = 0; at < size; ++at) {
        {
            std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
            file.seekg(static_cast<std::streamoff>(at));
            const int was = file.get();
            file.seekp(static_cast<std::streamoff>(at));
            file.put(static_cast<char>(was ^ static_cast<int>(1 + random.below(255))));
        }
        const auto anchor = open();
        INFO("byte " << at);
        const HeadAnchor::Condition condition = anchor->condition();
        // 48 bytes of each slot mean something; the rest of its sector is zero and is held to it.
        REQUIRE(condition.whole == 1);
        REQUIRE(condition.readable == (at % 4096 < 48 ? 1 : 2));
        // Never a head that was not noted, and never one before the last two.
        REQUIRE((anchor->found() == head || anchor->found() == head - 1));
        anchor->note(++head);
        anchor->note(++head);
        REQUIRE(open()->condition().whole == 2);
    }
}

TEST_CASE("A log cut off at any byte shows as a shorter history", "[vault][slow]") {
    SmallVault vault;
    fill(vault, 4, 6);
    const Bytes whole = vault.files.at(logName);
    Tally tally;
    for (std::size_t size = 0; size < whole.size();
         size += size % static_cast<std::size_t>(sealedFrame) < 300 ? 1 : 37) {
        Files files = vault.files;
        files.at(logName).resize(size);
        tally.add(inspect(vault, files));
    }
    CHECK(tally.silent == 0);
    CHECK(tally.same == 0);
    CHECK(tally.refused == 0);
    CHECK(tally.shorter > 0);
}

TEST_CASE("Frames and pages that change places are never read as what they are not", "[vault]") {
    SmallVault vault;
    fill(vault, 120, 6);
    Tally tally;
    const auto swap = [&](const char* name, std::size_t first, std::size_t second, std::size_t size) {
        Files files = vault.files;
        Bytes& bytes = files.at(name);
        std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(first),
                         bytes.begin() + static_cast<std::ptrdiff_t>(first + size),
                         bytes.begin() + static_cast<std::ptrdiff_t>(second));
        tally.add(inspect(vault, files));
    };
    const std::size_t pages = vault.files.at(mainName).size() / pageSize;
    REQUIRE(pages > 8);
    for (std::size_t a = 0; a < pages; ++a)
        for (std::size_t b = a + 1; b < pages; ++b)
            swap(mainName, a * pageSize, b * pageSize, pageSize);
    const auto header = static_cast<std::size_t>(sealedLogHeader);
    const auto frame = static_cast<std::size_t>(sealedFrame);
    const auto inFrame = static_cast<std::size_t>(sealedFrameHeader);
    const std::size_t frames = (vault.files.at(logName).size() - header) / frame;
    REQUIRE(frames > 4);
    for (std::size_t a = 0; a < frames; ++a)
        for (std::size_t b = a + 1; b < frames; ++b) {
            swap(logName, header + a * frame, header + b * frame, frame);
            swap(logName, header + a * frame + inFrame, header + b * frame + inFrame, pageSize);
            swap(logName, header + a * frame, header + b * frame, inFrame);
        }
    // A page of the log in the main file, and the reverse.
    for (std::size_t a = 0; a < pages; ++a)
        for (std::size_t b = 0; b < frames; ++b) {
            Files files = vault.files;
            const auto inLog =
                files.at(logName).begin() + static_cast<std::ptrdiff_t>(header + b * frame + inFrame);
            std::swap_ranges(inLog, inLog + static_cast<std::ptrdiff_t>(pageSize),
                             files.at(mainName).begin() + static_cast<std::ptrdiff_t>(a * pageSize));
            tally.add(inspect(vault, files));
        }
    CHECK(tally.silent == 0);
    CHECK(tally.refused > 0);
    CHECK(tally.shorter > 0);
}

TEST_CASE("A page of an earlier run of the log is refused while the vault is open", "[vault]") {
    SmallVault vault;
    fill(vault, 1, 0);
    SimulatedDisk disk(vault.files);
    const SealedVfs vfs(vault.cipher(), SealedVfs::Mode::Existing, disk.vfs());
    Database db = openWriter(mainName, vfs.name());
    db.execute("UPDATE t SET body='eerst'");
    const Bytes earlier = disk.live(logName);
    sqlite3_wal_checkpoint_v2(db.handle(), "main", SQLITE_CHECKPOINT_RESTART, nullptr, nullptr);
    db.execute("UPDATE t SET body='later'");
    Bytes& now = disk.live(logName);
    REQUIRE(now.size() >= static_cast<std::size_t>(sealedLogHeader + sealedFrame));
    const Bytes good = now;
    const auto readFresh = [&] {
        Database reader = openReadOnly(mainName, vfs.name());
        Statement row = reader.prepare("SELECT body FROM t");
        row.step();
        return std::string(row.text(0));
    };
    CHECK(readFresh() == "later");
    // The first frame as it was: same place, same key, other run.
    std::copy_n(earlier.begin() + sealedLogHeader, sealedFrame, now.begin() + sealedLogHeader);
    try {
        readFresh();
        FAIL("it was read");
    } catch (const StorageError& error) {
        CHECK(error.code() == ErrorCode::VaultDamaged);
    }
    now = good;
    CHECK(readFresh() == "later");
}

TEST_CASE("Damage to an open vault is an error in that read, and to the next open a damaged vault",
          "[vault]") {
    SmallVault vault;
    fill(vault, 30, 4);
    SimulatedDisk disk(vault.files);
    const SealedVfs vfs(vault.cipher(), SealedVfs::Mode::Existing, disk.vfs());
    Database db = openWriter(mainName, vfs.name());
    for (const char* name : {mainName, logName}) {
        Bytes& bytes = disk.live(name);
        const Bytes good = bytes;
        for (const bool cut : {false, true}) {
            INFO(name << (cut ? " cut off" : " changed"));
            if (cut)
                bytes.resize(bytes.size() / 2);
            else
                for (std::size_t at = 5000; at < bytes.size(); at += 1000)
                    bytes[at] ^= 1;
            try {
                Database reader = openReadOnly(mainName, vfs.name());
                reader.prepare("SELECT sum(length(body)) FROM t").step();
                FAIL("it was read");
            } catch (const StorageError& error) {
                CHECK(error.code() == ErrorCode::VaultDamaged);
            }
            bytes = good;
        }
    }
    CHECK(db.prepare("SELECT sum(length(body)) FROM t").step());
}

TEST_CASE("A damaged frame in the middle of a long text is an error, not a gap of zeroes", "[vault]") {
    SmallVault vault;
    fill(vault, 1, 0);
    SimulatedDisk disk(vault.files);
    const SealedVfs vfs(vault.cipher(), SealedVfs::Mode::Existing, disk.vfs());
    Database db = openWriter(mainName, vfs.name());
    const std::string text(120'000, 'q');
    db.prepare("UPDATE t SET body=?").bind(1, std::string_view(text)).run();
    Bytes& log = disk.live(logName);
    const auto frames =
        static_cast<std::size_t>((static_cast<std::int64_t>(log.size()) - sealedLogHeader) / sealedFrame);
    REQUIRE(frames > 14);
    std::size_t refused = 0;
    for (std::size_t frame = 0; frame < frames; ++frame) {
        const auto at =
            static_cast<std::size_t>(sealedLogHeader) + frame * static_cast<std::size_t>(sealedFrame) + 2000;
        log[at] ^= 1;
        try {
            Database reader = openReadOnly(mainName, vfs.name());
            Statement row = reader.prepare("SELECT body FROM t");
            row.step();
            CHECK(row.text(0) == text);
        } catch (const StorageError& error) {
            CHECK(error.code() == ErrorCode::VaultDamaged);
            ++refused;
        }
        log[at] ^= 1;
    }
    CHECK(refused > 12);
}

TEST_CASE("Random damage never passes for content", "[vault][slow]") {
    const std::uint64_t seedNumber = seed();
    INFO("VELDWIJZER_SEED=" << seedNumber);
    SeededRandom random(seedNumber);
    SmallVault vault;
    fill(vault, 8, 6);
    Tally tally;
    for (std::uint64_t i = 0; i < runs(3000); ++i) {
        Files files = vault.files;
        for (std::uint64_t hits = 1 + random.below(4); hits > 0; --hits) {
            Bytes& bytes = files.at(random.below(2) == 0 ? mainName : logName);
            if (bytes.empty()) continue;
            const std::size_t at = random.below(bytes.size());
            const std::size_t size = std::min<std::size_t>(bytes.size() - at, 1 + random.below(6000));
            const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
            switch (random.below(5)) {
                case 0:
                    random.fill({bytes.data() + at, size});
                    break;
                case 1:
                    std::fill_n(place, size, std::uint8_t{0});
                    break;
                case 2:
                    bytes.resize(at);
                    break;
                case 3:
                    bytes.insert(place, size, std::uint8_t{0x55});
                    break;
                default:
                    bytes.erase(place, place + static_cast<std::ptrdiff_t>(size));
            }
        }
        tally.add(inspect(vault, files));
    }
    CHECK(tally.silent == 0);
    WARN(tally.refused << " refused, " << tally.shorter << " shorter, " << tally.same << " the same");
}
