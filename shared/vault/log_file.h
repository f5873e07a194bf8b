// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vault/sealed_file.h"

namespace veldwijzer::vault {

inline constexpr std::int64_t plainLogHeader = 32;
inline constexpr std::int64_t plainFrameHeader = 24;
inline constexpr std::int64_t plainFrame = plainFrameHeader + static_cast<std::int64_t>(pageSize);
inline constexpr std::int64_t sealedLogHeader = plainLogHeader + static_cast<std::int64_t>(reservedSize);
inline constexpr std::int64_t sealedFrameHeader = plainFrameHeader + static_cast<std::int64_t>(reservedSize);
inline constexpr std::int64_t sealedFrame = sealedFrameHeader + static_cast<std::int64_t>(pageSize);

/// The write-ahead log. SQLite's headers hold checksums of the plain pages, which would leak a linear
/// function of the content, so headers are sealed as well; each grows by 40 bytes, and offsets are mapped.
///
/// A page fits its slot because of its reserved bytes, so SQLite may overwrite a page within a transaction
/// without its header, as it does.
class LogFile final : public SealedFile {
public:
    /// `user` is that of the main file of the same connection, which is open as long as the log is.
    LogFile(std::shared_ptr<SharedState> shared, sqlite3_file* lower, const WalIndex::User& user)
        : SealedFile(std::move(shared), lower), user_(user) {}

    int read(std::uint8_t* target, int amount, std::int64_t offset) override;
    int write(const std::uint8_t* source, int amount, std::int64_t offset) override;
    int truncate(std::int64_t size) override;
    int size(std::int64_t* result) override;
    int flush() override;
    WalIndex::User* walIndexUser() override { return nullptr; }

private:
    int readHeader(std::uint8_t* target, std::size_t amount, std::size_t within);
    int readFrame(std::uint8_t* target, std::size_t amount, std::uint64_t frame, std::size_t within);
    int readPage(std::uint8_t* target, std::uint64_t frame);
    int readFrameHeader(std::uint8_t* target, std::uint64_t frame);
    int writeHeader(const std::uint8_t* source);
    int holdFrameHeader(const std::uint8_t* source, std::uint64_t frame);
    int writePage(const std::uint8_t* source, std::uint64_t frame);
    /// What to answer when a piece would not open.
    int unreadable(std::uint8_t* target, std::size_t amount) const;
    [[nodiscard]] Place framePlace(Piece piece, std::uint64_t frame) const {
        return {piece, frame, shared_->run};
    }

    const WalIndex::User& user_;
    /// The frame whose sealed header waits at the front of the buffer for its page, to be written as one.
    std::optional<std::uint64_t> held_;
    alignas(16) std::array<std::uint8_t, static_cast<std::size_t>(sealedFrame)> buffer_{};
};

}  // namespace veldwijzer::vault
