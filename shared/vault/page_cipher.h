// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <shared_mutex>
#include <span>

#include "base/ids.h"
#include "base/random.h"
#include "signing/secret_bytes.h"

namespace veldwijzer::vault {

using VaultId = FixedBytes<struct VaultTag, 16>;
/// What every key of a vault is derived from. Only its key file holds it, under the passphrase.
using DataKey = SecretBytes<32>;

/// Records of one to three KiB fill such pages well: a fifth less to seal and to write than with 4 KiB.
inline constexpr std::size_t pageSize = 8192;
inline constexpr std::size_t nonceSize = 24;
inline constexpr std::size_t tagSize = 16;
/// SQLite leaves this much of each page unused: the nonce and the tag go there.
inline constexpr std::size_t reservedSize = nonceSize + tagSize;
inline constexpr std::size_t contentSize = pageSize - reservedSize;

/// What a sealed piece is. The numbers stand in the associated data: never give one another meaning.
enum class Piece : std::uint8_t { MainPage = 1, LogHeader = 2, FrameHeader = 3, FramePage = 4, Head = 5 };

/// One run of the write-ahead log, from a restart of it to the next: the nonce of its sealed header. In the
/// associated data of all that follows, so that no frame of an earlier run passes for one of this run.
using LogRun = std::array<std::uint8_t, nonceSize>;

/// Where a piece belongs. A sealed piece opens nowhere else.
struct Place {
    Piece piece{};
    std::uint64_t index = 0;  ///< page number, frame number or slot
    LogRun run{};             ///< zero outside the log
};

/// XChaCha20-Poly1305 (libsodium) for everything in a vault but its key file. Seals and opens without
/// allocating. Any thread.
class PageCipher {
public:
    PageCipher(const DataKey& key, const VaultId& id, Random& random);

    /// Seals the first `contentSize` bytes of a page; the reserved rest becomes nonce and tag. The buffers
    /// may not overlap. False once wiped.
    [[nodiscard]] bool sealPage(std::uint8_t* sealed, const std::uint8_t* plain, const Place& place);
    /// Opens a page where it stands; the reserved bytes read as zero afterwards. False when the page was
    /// changed, belongs elsewhere, or the cipher is wiped; the buffer is then zeroed.
    [[nodiscard]] bool openPage(std::uint8_t* page, const Place& place) const;

    /// Ciphertext, nonce, tag: `plain.size() + reservedSize` bytes into `sealed`. False once wiped.
    [[nodiscard]] bool seal(std::uint8_t* sealed, ByteView plain, const Place& place);
    /// The reverse, into `plain.size()` bytes.
    [[nodiscard]] bool open(std::span<std::uint8_t> plain, const std::uint8_t* sealed,
                            const Place& place) const;

    /// Forgets the keys. Whatever is asked afterwards fails.
    void wipe() noexcept;
    [[nodiscard]] bool wiped() const noexcept { return wiped_.load(); }

private:
    [[nodiscard]] const std::uint8_t* keyFor(Piece piece) const;
    void nextNonce(std::uint8_t* nonce);

    VaultId id_;
    SecretBytes<32> mainKey_;
    SecretBytes<32> logKey_;
    SecretBytes<32> headKey_;
    std::array<std::uint8_t, 16> noncePrefix_{};
    std::atomic<std::uint64_t> nonceCounter_{0};
    std::atomic<bool> wiped_{false};
    mutable std::shared_mutex guard_;  // exclusive to wipe: never under a thread that is using the keys
};

}  // namespace veldwijzer::vault
