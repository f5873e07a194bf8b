// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>

#include "base/result.h"
#include "vault/page_cipher.h"

namespace veldwijzer::vault {

/// The head kept outside the database: a counter in two sealed slots of a small file, written in turns.
///
/// A write is not synced: the commit it follows was. A power cut may leave the older slot, or tear the one
/// being written; the other one is whole. Thread-safe.
class HeadAnchor {
public:
    /// Makes the file, synced, with `head` in both slots, whatever was there. Throws StorageError.
    static void make(const std::filesystem::path& path, PageCipher& cipher, std::uint64_t head = 0);
    /// VaultDamaged when it is missing or neither slot opens.
    static Result<std::unique_ptr<HeadAnchor>> open(const std::filesystem::path& path,
                                                    std::shared_ptr<PageCipher> cipher);
    HeadAnchor(const HeadAnchor&) = delete;
    HeadAnchor& operator=(const HeadAnchor&) = delete;
    ~HeadAnchor();

    /// Nothing when `head` is not greater than the last. One that cannot be written is left out. A damaged
    /// slot comes first, and is then written whole.
    void note(std::uint64_t head) noexcept;
    [[nodiscard]] std::uint64_t found() const { return found_; }
    /// Reads both slots again.
    struct Condition {
        int readable = 0;  ///< slots that open
        int whole = 0;     ///< slots that open and have nothing but zeroes after them
    };
    [[nodiscard]] Condition condition() const;

private:
    HeadAnchor(int file, std::shared_ptr<PageCipher> cipher) : file_(file), cipher_(std::move(cipher)) {}

    int file_;
    std::shared_ptr<PageCipher> cipher_;
    mutable std::mutex mutex_;
    std::uint64_t found_ = 0;
    std::uint64_t last_ = 0;
    std::uint64_t nextSlot_ = 0;
    std::array<bool, 2> whole_{true, true};
};

}  // namespace veldwijzer::vault
