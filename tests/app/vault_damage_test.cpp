// SPDX-License-Identifier: EUPL-1.2
// A vault that was damaged between two starts, in every way that a disk, a backup program or a person can
// think of: the app never ends, says what happened, and the vault that is put back opens with everything.
#include <catch2/catch.hpp>
#include <fstream>

#include "app/app_world.h"
#include "app/error_words.h"
#include "base/hash.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::App;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t written = 40;

Bytes readAll(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeAll(const fs::path& path, const Bytes& bytes) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void flip(const fs::path& path, double where) {
    Bytes bytes = readAll(path);
    REQUIRE_FALSE(bytes.empty());
    bytes[static_cast<std::size_t>(where * static_cast<double>(bytes.size() - 1))] ^= 0x40;
    writeAll(path, bytes);
}

void cut(const fs::path& path, double keep) {
    fs::resize_file(path, static_cast<std::uintmax_t>(keep * static_cast<double>(fs::file_size(path))));
}

/// A key file as a later program would write it.
void makeNewer(const fs::path& keys) {
    constexpr std::size_t versionAt = 8;
    Bytes bytes = readAll(keys);
    bytes[versionAt] = 2;
    const Hash sum = hashOf("veldwijzer vault key file", {ByteView(bytes).first(bytes.size() - Hash::size)});
    std::copy(sum.bytes.begin(), sum.bytes.end(), bytes.end() - Hash::size);
    writeAll(keys, bytes);
}

struct Damage {
    const char* name;
    std::function<void(const fs::path&)> inflict;
    std::vector<std::string> said;  ///< any of these; "" when it may open, with everything
};

std::vector<Damage> damages() {
    return {
        {"a byte in the first page",
         [](const fs::path& v) { flip(v / "vault.db", 0.002); },
         {"vault-damaged", ""}},
        {"a byte in the middle", [](const fs::path& v) { flip(v / "vault.db", 0.5); }, {"vault-damaged", ""}},
        {"cut in half", [](const fs::path& v) { cut(v / "vault.db", 0.5); }, {"vault-damaged", ""}},
        {"empty", [](const fs::path& v) { cut(v / "vault.db", 0); }, {"vault-damaged"}},
        {"gone", [](const fs::path& v) { fs::remove(v / "vault.db"); }, {"vault-damaged"}},
        {"a text where it was",
         [](const fs::path& v) { std::ofstream(v / "vault.db") << "hallo"; },
         {"vault-damaged"}},
        {"the log cut off",
         [](const fs::path& v) { cut(v / "vault.db-wal", 0.6); },
         {"vault-rolled-back", "vault-damaged"}},
        {"the log gone",
         [](const fs::path& v) { fs::remove(v / "vault.db-wal"); },
         {"vault-rolled-back", "vault-damaged"}},
        {"a byte in the log",
         [](const fs::path& v) { flip(v / "vault.db-wal", 0.5); },
         {"vault-rolled-back", "vault-damaged"}},
        {"a byte in the keys", [](const fs::path& v) { flip(v / "keys", 0.7); }, {"vault-damaged"}},
        {"the keys cut off", [](const fs::path& v) { cut(v / "keys", 0.7); }, {"vault-damaged"}},
        {"the keys gone", [](const fs::path& v) { fs::remove(v / "keys"); }, {"vault-damaged"}},
        {"the keys of a newer app",
         [](const fs::path& v) { makeNewer(v / "keys"); },
         {"unsupported-version"}},
        {"the head cut off", [](const fs::path& v) { cut(v / "head", 0.5); }, {"vault-damaged", ""}},
        {"the head gone", [](const fs::path& v) { fs::remove(v / "head"); }, {"vault-damaged"}},
        {"a folder where the lock should be",
         [](const fs::path& v) {
             fs::remove(v / "lock");
             fs::create_directory(v / "lock");
         },
         {"storage"}},
    };
}

Result<std::uint64_t> countServices(AppWorld& world) {
    return ask(world.desk, [](session::Session& session) {
        std::uint64_t readable = 0;
        for (const auto& row : session.store().list({.kind = "service", .limit = 1000}).rows)
            if (session.store().find(row.id)) ++readable;
        return readable;
    });
}

void fill(AppWorld& world) {
    world.foundAndUnlock();
    for (std::size_t i = 0; i < written; ++i)
        REQUIRE(ask(world.desk, [i](session::Session& session) {
                    return session.create("service", {{"name", "Dienst " + std::to_string(i)},
                                                      {"description", std::string(900, 'x')}});
                }).ok());
}

}  // namespace

TEST_CASE("A damaged vault is told in words, harms nothing more, and opens when it is put back",
          "[app][damage]") {
    AppWorld world;
    fill(world);
    const auto vault = world.folder.path() / "vault", copy = world.folder.path() / "copy";
    // As after a crash: with its log. A vault that was closed may have none.
    REQUIRE(ask(world.desk, [&](session::Session&) {
                std::error_code problem;
                fs::copy(vault, copy, fs::copy_options::recursive, problem);
                return !problem;
            }).ok());
    REQUIRE(fs::exists(copy / "vault.db-wal"));
    world.app.lock();
    world.desk.finish();
    for (const Damage& damage : damages()) {
        CAPTURE(damage.name);
        fs::remove_all(vault);
        fs::copy(copy, vault, fs::copy_options::recursive);
        damage.inflict(vault);
        world.app.unlock(app::text(passphrase));
        REQUIRE(waitFor([&] { return !world.app.busy(); }));
        const std::string said = world.app.errorName().toStdString();
        CAPTURE(said);
        CHECK(std::find(damage.said.begin(), damage.said.end(), said) != damage.said.end());
        if (said.empty()) {
            // What was damaged shows when it is read: an error, not a wrong answer.
            REQUIRE(world.desk.isOpen());
            const auto count = countServices(world);
            CHECK((count.ok() ? *count == written : count.error().code == ErrorCode::VaultDamaged));
            world.app.lock();
        } else {
            CHECK(world.app.phase() == App::Phase::Locked);
            checkWords(world.app.errorTitle(), world.app.errorText());
        }
        world.desk.finish();
    }
    fs::remove_all(vault);
    fs::copy(copy, vault, fs::copy_options::recursive);
    world.unlock();
    const auto count = countServices(world);
    REQUIRE(count.ok());
    CHECK(*count == written);
}

TEST_CASE("A vault that is damaged while it is open says so; the app stays", "[app][damage]") {
    AppWorld world;
    fill(world);
    world.app.lock();
    world.desk.finish();
    const auto vault = world.folder.path() / "vault", copy = world.folder.path() / "copy";
    const auto file = vault / "vault.db";
    fs::copy(vault, copy, fs::copy_options::recursive);
    world.unlock();
    Bytes bad = readAll(file);
    for (std::size_t at = 8192; at < bad.size(); at += 512)
        bad[at] ^= 1;
    writeAll(file, bad);
    const auto count = countServices(world);
    CHECK((count.ok() || count.error().code == ErrorCode::VaultDamaged));
    world.app.lock();
    world.desk.finish();
    fs::remove_all(vault);
    fs::rename(copy, vault);
    world.unlock();
    const auto after = countServices(world);
    REQUIRE(after.ok());
    CHECK(*after == written);
}

TEST_CASE("Files of the app that are garbage are as good as none", "[app][damage]") {
    AppWorld world;
    world.found();
    std::ofstream(world.folder.path() / "vault.ini")
        << std::string(5000, '\x01') << "[[[%%%\nlanguage=\xff\xfe";
    std::ofstream(world.folder.path() / "vault.numbers.json") << "{\"lines\": [[[[ 12";
    world.unlock();
    CHECK(world.app.numbers()->rowCount() > 0);
    CHECK(world.app.settings().lockIdleMinutes() > 0);
}
