// SPDX-License-Identifier: EUPL-1.2
#include "vault/main_file.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace veldwijzer::vault {
namespace {

constexpr std::int64_t headerReadSize = 100;  // SQLite's own file header, read on opening

Place pagePlace(std::uint64_t number) {
    return {Piece::MainPage, number, {}};
}

// A power cut while the log was being copied may have torn page 1. The page is whole in the log, but SQLite
// looks at the first 100 bytes of this file before it looks there, for the geometry only. Whatever else it
// needs from page 1 it reads as a whole page, which fails if the log does not have it either.
void synthesiseHeader(std::uint8_t* header) {
    std::memset(header, 0, headerReadSize);
    std::memcpy(header, "SQLite format 3", 16);
    header[16] = static_cast<std::uint8_t>(pageSize >> 8);
    header[17] = static_cast<std::uint8_t>(pageSize & 0xff);
    header[18] = header[19] = 2;  // WAL
    header[20] = static_cast<std::uint8_t>(reservedSize);
    header[21] = 64;
    header[22] = header[23] = 32;
    header[47] = 4;  // schema format
    header[59] = 1;  // UTF-8
}

}  // namespace

int MainFile::read(std::uint8_t* target, int amount, std::int64_t offset) {
    if (amount == static_cast<int>(pageSize) && offset % static_cast<std::int64_t>(pageSize) == 0)
        return readPage(target, static_cast<std::uint64_t>(offset) / pageSize + 1);
    return readPart(target, static_cast<std::size_t>(amount), offset);
}

int MainFile::readPage(std::uint8_t* page, std::uint64_t number) {
    const int code = readLower(page, pageSize, static_cast<std::int64_t>((number - 1) * pageSize));
    if (code == SQLITE_IOERR_SHORT_READ) {
        // SQLite takes a short read for zeroes. In a finished vault it never asks for a page that was not
        // written, so a short file is a damaged file, not an empty page.
        std::memset(page, 0, pageSize);
        return shared_->creating ? code : SQLITE_IOERR_DATA;
    }
    if (code != SQLITE_OK) return code;
    return cipher().openPage(page, pagePlace(number)) ? SQLITE_OK : unsealFailure();
}

int MainFile::readPart(std::uint8_t* target, std::size_t amount, std::int64_t offset) {
    const std::size_t within = static_cast<std::size_t>(offset) % pageSize;
    if (within + amount > pageSize) return SQLITE_IOERR_READ;
    int code = readPage(buffer_.data(), static_cast<std::uint64_t>(offset) / pageSize + 1);
    // The 16 bytes at 24 only tell SQLite whether its cache is stale: zeroes say that it is.
    if (code == SQLITE_IOERR_DATA && offset + static_cast<std::int64_t>(amount) <= headerReadSize) {
        synthesiseHeader(buffer_.data());
        code = SQLITE_OK;
    }
    std::copy_n(buffer_.begin() + static_cast<std::ptrdiff_t>(within), amount, target);
    sodium_memzero(buffer_.data(), buffer_.size());
    return code;
}

int MainFile::write(const std::uint8_t* source, int amount, std::int64_t offset) {
    if (amount != static_cast<int>(pageSize) || offset % static_cast<std::int64_t>(pageSize) != 0)
        return SQLITE_IOERR_WRITE;
    const std::uint64_t number = static_cast<std::uint64_t>(offset) / pageSize + 1;
    if (!cipher().sealPage(buffer_.data(), source, pagePlace(number))) return SQLITE_IOERR_AUTH;
    return writeLower(buffer_.data(), pageSize, offset);
}

int MainFile::truncate(std::int64_t size) {
    return lower_->pMethods->xTruncate(lower_, size);
}

int MainFile::size(std::int64_t* result) {
    sqlite3_int64 size = 0;
    const int code = lower_->pMethods->xFileSize(lower_, &size);
    *result = size;
    // SQLite takes an empty file for a new database and deletes the log beside it.
    if (code == SQLITE_OK && size == 0 && !shared_->creating) return SQLITE_IOERR_DATA;
    return code;
}

}  // namespace veldwijzer::vault
