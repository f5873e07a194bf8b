// SPDX-License-Identifier: EUPL-1.2
#include "vault/head_anchor.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include "base/ensure.h"
#include "base/error.h"
#include "vault/number_bytes.h"

namespace veldwijzer::vault {
namespace {

// Far enough apart that no disk writes both slots in one go.
constexpr std::size_t slotDistance = 4096;
constexpr std::size_t sealedSlot = 8 + reservedSize;
constexpr std::uint64_t slotCount = 2;

using SealedSlot = std::array<std::uint8_t, sealedSlot>;

[[noreturn]] void throwSystem(const char* doing) {
    throw StorageError(ErrorCode::Storage, std::string("storage failed while ") + doing + ": " +
                                               std::strerror(errno) +
                                               ". What was committed is safe; free some space and try again");
}

off_t offsetOf(std::uint64_t slot) {
    return static_cast<off_t>(slot * slotDistance);
}

std::optional<SealedSlot> sealHead(PageCipher& cipher, std::uint64_t slot, std::uint64_t head) {
    std::array<std::uint8_t, 8> plain{};
    putLittleEndian(plain.data(), head);
    SealedSlot sealed{};
    if (!cipher.seal(sealed.data(), plain, {Piece::Head, slot, {}})) return std::nullopt;
    return sealed;
}

bool writeSlot(int file, ByteView sealed, std::uint64_t slot) {
    return ::pwrite(file, sealed.data(), sealed.size(), offsetOf(slot)) ==
           static_cast<ssize_t>(sealed.size());
}

std::optional<std::uint64_t> readSlot(int file, const PageCipher& cipher, std::uint64_t slot) {
    SealedSlot sealed{};
    if (::pread(file, sealed.data(), sealed.size(), offsetOf(slot)) != static_cast<ssize_t>(sealed.size()))
        return std::nullopt;
    std::array<std::uint8_t, 8> plain{};
    if (!cipher.open(plain, sealed.data(), {Piece::Head, slot, {}})) return std::nullopt;
    return getLittleEndian<std::uint64_t>(plain.data());
}

Error damaged(const std::string& what) {
    return fail(
        ErrorCode::VaultDamaged,
        "the vault's file \"head\" " + what +
            ", so it cannot be told whether the newest changes are still here. Nothing was changed. Put back "
            "the whole folder of the vault from a backup; do not put back this file alone");
}

}  // namespace

void HeadAnchor::make(const std::filesystem::path& path, PageCipher& cipher) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) throwSystem("making the vault's head file");
    bool written = ::ftruncate(file, slotCount * slotDistance) == 0;
    for (std::uint64_t slot = 0; slot < slotCount && written; ++slot) {
        // Whole sectors, so that later writes allocate nothing.
        std::array<std::uint8_t, slotDistance> sector{};
        const std::optional<SealedSlot> sealed = sealHead(cipher, slot, 0);
        ENSURE(sealed.has_value());
        std::copy(sealed->begin(), sealed->end(), sector.begin());
        written = writeSlot(file, sector, slot);
    }
    const bool synced = written && ::fsync(file) == 0;
    const int code = errno;
    ::close(file);
    errno = code;
    if (!synced) throwSystem("writing the vault's head file");
}

Result<std::unique_ptr<HeadAnchor>> HeadAnchor::open(const std::filesystem::path& path,
                                                     std::shared_ptr<PageCipher> cipher) {
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) return damaged("is missing");
    if (file < 0)
        return fail(ErrorCode::Storage, std::string("cannot open the vault's file \"head\": ") +
                                            std::strerror(errno) + ". Nothing was changed");
    std::unique_ptr<HeadAnchor> anchor(new HeadAnchor(file, std::move(cipher)));
    const std::optional<std::uint64_t> first = readSlot(file, *anchor->cipher_, 0);
    const std::optional<std::uint64_t> second = readSlot(file, *anchor->cipher_, 1);
    if (!first && !second) return damaged("is damaged");
    anchor->found_ = std::max(first.value_or(0), second.value_or(0));
    anchor->last_ = anchor->found_;
    // Never over the only good or the greater one.
    anchor->nextSlot_ = !first || (second && *first < *second) ? 0 : 1;
    return anchor;
}

HeadAnchor::~HeadAnchor() {
    ::close(file_);
}

void HeadAnchor::note(std::uint64_t head) noexcept {
    const std::lock_guard guard(mutex_);
    if (head <= last_) return;
    const std::optional<SealedSlot> sealed = sealHead(*cipher_, nextSlot_, head);
    // After a failure the same slot is tried again: the other one holds the last good note.
    if (!sealed || !writeSlot(file_, *sealed, nextSlot_)) return;
    last_ = head;
    nextSlot_ = 1 - nextSlot_;
}

int HeadAnchor::readableSlots() const {
    const std::lock_guard guard(mutex_);
    int readable = 0;
    for (std::uint64_t slot = 0; slot < slotCount; ++slot)
        readable += readSlot(file_, *cipher_, slot).has_value() ? 1 : 0;
    return readable;
}

}  // namespace veldwijzer::vault
