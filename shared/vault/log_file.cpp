// SPDX-License-Identifier: EUPL-1.2
#include "vault/log_file.h"

#include <algorithm>
#include <cstring>

#include "base/ensure.h"

namespace veldwijzer::vault {
namespace {

constexpr auto headerBytes = static_cast<std::size_t>(plainFrameHeader);

std::int64_t sealedFrameOffset(std::uint64_t frame) {
    return sealedLogHeader + static_cast<std::int64_t>(frame) * sealedFrame;
}

}  // namespace

int LogFile::read(std::uint8_t* target, int amount, std::int64_t offset) {
    if (const int code = flush(); code != SQLITE_OK) return code;
    const auto size = static_cast<std::size_t>(amount);
    if (offset < plainLogHeader) return readHeader(target, size, static_cast<std::size_t>(offset));
    const std::int64_t past = offset - plainLogHeader;
    return readFrame(target, size, static_cast<std::uint64_t>(past / plainFrame),
                     static_cast<std::size_t>(past % plainFrame));
}

// While it reads the log after a crash, SQLite looks for the end of what is whole: zeroes are never a valid
// header or frame. At any other time it asks for what it knows to be there.
int LogFile::unreadable(std::uint8_t* target, std::size_t amount) const {
    std::memset(target, 0, amount);
    if (cipher().wiped()) return SQLITE_IOERR_AUTH;
    return user_.recovering() ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int LogFile::readHeader(std::uint8_t* target, std::size_t amount, std::size_t within) {
    if (within + amount > static_cast<std::size_t>(plainLogHeader)) return SQLITE_IOERR_READ;
    std::array<std::uint8_t, static_cast<std::size_t>(sealedLogHeader)> sealed{};
    const int code = readLower(sealed.data(), sealed.size(), 0);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
    std::array<std::uint8_t, static_cast<std::size_t>(plainLogHeader)> header{};
    if (code != SQLITE_OK || !cipher().open(header, sealed.data(), {Piece::LogHeader, 0, {}}))
        return unreadable(target, amount);
    std::copy_n(sealed.begin() + plainLogHeader, nonceSize, shared_->run.begin());
    std::copy_n(header.begin() + static_cast<std::ptrdiff_t>(within), amount, target);
    return SQLITE_OK;
}

int LogFile::readFrame(std::uint8_t* target, std::size_t amount, std::uint64_t frame, std::size_t within) {
    if (within == headerBytes && amount == pageSize) return readPage(target, frame);
    if (within + amount <= headerBytes) {
        std::array<std::uint8_t, headerBytes> header{};
        const int code = readFrameHeader(header.data(), frame);
        std::copy_n(header.begin() + static_cast<std::ptrdiff_t>(within), amount, target);
        return code;
    }
    if (within != 0 || amount != headerBytes + pageSize) return SQLITE_IOERR_READ;
    if (const int code = readFrameHeader(target, frame); code != SQLITE_OK) return code;
    return readPage(target + headerBytes, frame);
}

int LogFile::readFrameHeader(std::uint8_t* target, std::uint64_t frame) {
    std::array<std::uint8_t, static_cast<std::size_t>(sealedFrameHeader)> sealed{};
    const int code = readLower(sealed.data(), sealed.size(), sealedFrameOffset(frame));
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
    const bool opened = code == SQLITE_OK && cipher().open({target, headerBytes}, sealed.data(),
                                                           framePlace(Piece::FrameHeader, frame));
    return opened ? SQLITE_OK : unreadable(target, headerBytes);
}

int LogFile::readPage(std::uint8_t* target, std::uint64_t frame) {
    const int code = readLower(target, pageSize, sealedFrameOffset(frame) + sealedFrameHeader);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) return code;
    const bool opened = code == SQLITE_OK && cipher().openPage(target, framePlace(Piece::FramePage, frame));
    return opened ? SQLITE_OK : unreadable(target, pageSize);
}

int LogFile::write(const std::uint8_t* source, int amount, std::int64_t offset) {
    if (offset == 0 && amount == plainLogHeader) return writeHeader(source);
    const std::int64_t past = offset - plainLogHeader;
    if (past < 0) return SQLITE_IOERR_WRITE;
    const auto frame = static_cast<std::uint64_t>(past / plainFrame);
    const std::int64_t within = past % plainFrame;
    if (within == 0 && amount == plainFrameHeader) return holdFrameHeader(source, frame);
    if (within == plainFrameHeader && amount == static_cast<int>(pageSize)) return writePage(source, frame);
    return SQLITE_IOERR_WRITE;
}

int LogFile::writeHeader(const std::uint8_t* source) {
    if (const int code = flush(); code != SQLITE_OK) return code;
    std::array<std::uint8_t, static_cast<std::size_t>(sealedLogHeader)> sealed{};
    const ByteView header{source, static_cast<std::size_t>(plainLogHeader)};
    if (!cipher().seal(sealed.data(), header, {Piece::LogHeader, 0, {}})) return SQLITE_IOERR_AUTH;
    const int code = writeLower(sealed.data(), sealed.size(), 0);
    // Also after a failure: the old header may be half overwritten, and SQLite writes this one again before
    // the first frame.
    std::copy_n(sealed.begin() + plainLogHeader, nonceSize, shared_->run.begin());
    return code;
}

int LogFile::holdFrameHeader(const std::uint8_t* source, std::uint64_t frame) {
    if (const int code = flush(); code != SQLITE_OK) return code;
    if (!cipher().seal(buffer_.data(), {source, headerBytes}, framePlace(Piece::FrameHeader, frame)))
        return SQLITE_IOERR_AUTH;
    held_ = frame;
    return SQLITE_OK;
}

int LogFile::writePage(const std::uint8_t* source, std::uint64_t frame) {
    // The log's checksum covers these bytes, and they are not kept.
    const auto isZero = [](std::uint8_t byte) { return byte == 0; };
    ENSURE(std::all_of(source + contentSize, source + pageSize, isZero));
    const bool withHeader = held_ == frame;
    if (!withHeader)
        if (const int code = flush(); code != SQLITE_OK) return code;
    held_.reset();
    std::uint8_t* page = buffer_.data() + sealedFrameHeader;
    if (!cipher().sealPage(page, source, framePlace(Piece::FramePage, frame))) return SQLITE_IOERR_AUTH;
    if (withHeader) return writeLower(buffer_.data(), buffer_.size(), sealedFrameOffset(frame));
    return writeLower(page, pageSize, sealedFrameOffset(frame) + sealedFrameHeader);
}

int LogFile::flush() {
    if (!held_) return SQLITE_OK;
    const std::int64_t offset = sealedFrameOffset(*held_);
    held_.reset();
    return writeLower(buffer_.data(), static_cast<std::size_t>(sealedFrameHeader), offset);
}

int LogFile::truncate(std::int64_t size) {
    if (const int code = flush(); code != SQLITE_OK) return code;
    std::int64_t sealed = 0;
    if (size > 0 && size <= plainLogHeader) sealed = sealedLogHeader;
    // Rounded up to a whole frame: more than was asked for is harmless, less is not.
    if (size > plainLogHeader)
        sealed = sealedLogHeader + (size - plainLogHeader + plainFrame - 1) / plainFrame * sealedFrame;
    return lower_->pMethods->xTruncate(lower_, sealed);
}

int LogFile::size(std::int64_t* result) {
    if (const int code = flush(); code != SQLITE_OK) return code;
    sqlite3_int64 sealed = 0;
    const int code = lower_->pMethods->xFileSize(lower_, &sealed);
    *result =
        sealed < sealedLogHeader ? 0 : plainLogHeader + (sealed - sealedLogHeader) / sealedFrame * plainFrame;
    return code;
}

}  // namespace veldwijzer::vault
