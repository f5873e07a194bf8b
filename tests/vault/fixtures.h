// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "ledger.h"
#include "temporary_folder.h"
#include "vault/internal.h"

namespace veldwijzer::vault::test {

inline constexpr std::string_view passphrase = "een lange wachtzin";

inline Bytes readAll(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline void writeAll(const std::filesystem::path& path, ByteView bytes) {
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

inline void copyFolder(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

inline std::unique_ptr<Vault> makeVault(const std::filesystem::path& dir) {
    SystemRandom random;
    auto made = Vault::create(dir, passphrase, kdfFloor, random);
    if (!made) FAIL(made.error().message);
    return std::move(*made);
}

/// The code with which a vault refuses to open, and that it says what to do.
inline ErrorCode refusal(const std::filesystem::path& dir, std::string_view with = passphrase) {
    SystemRandom random;
    auto opened = Vault::open(dir, with, random);
    if (opened) FAIL("it opened");
    INFO(opened.error().message);
    CHECK(opened.error().message.size() > 60);
    return opened.error().code;
}

/// Commits the next transaction of the ledger and anchors it, as the store does.
inline void writeNext(Vault& vault) {
    Database& db = vault.database();
    const std::int64_t number = ledger::head(db) + 1;
    const std::lock_guard guard(vault.writeMutex());
    Transaction transaction(db);
    ledger::write(db, number);
    transaction.commit();
    vault.anchorHead(static_cast<std::uint64_t>(number));
}

}  // namespace veldwijzer::vault::test
