// SPDX-License-Identifier: EUPL-1.2
#include "vault/head_anchor.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
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
using Sector = std::array<std::uint8_t, slotDistance>;

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

/// A slot with all that belongs to it, so that later writes allocate nothing and a spoilt one is mended.
std::optional<Sector> sectorOf(PageCipher& cipher, std::uint64_t slot, std::uint64_t head) {
    const std::optional<SealedSlot> sealed = sealHead(cipher, slot, head);
    if (!sealed) return std::nullopt;
    Sector sector{};
    std::copy(sealed->begin(), sealed->end(), sector.begin());
    return sector;
}

bool writeSlot(int file, ByteView sealed, std::uint64_t slot) {
    return ::pwrite(file, sealed.data(), sealed.size(), offsetOf(slot)) ==
           static_cast<ssize_t>(sealed.size());
}

struct SlotRead {
    std::optional<std::uint64_t> head;
    bool whole = false;
};

SlotRead readSlot(int file, const PageCipher& cipher, std::uint64_t slot) {
    Sector sector{};
    const ssize_t size = ::pread(file, sector.data(), sector.size(), offsetOf(slot));
    if (size < static_cast<ssize_t>(sealedSlot)) return {};
    std::array<std::uint8_t, 8> plain{};
    if (!cipher.open(plain, sector.data(), {Piece::Head, slot, {}})) return {};
    const bool whole =
        size == static_cast<ssize_t>(sector.size()) &&
        std::all_of(sector.begin() + sealedSlot, sector.end(), [](std::uint8_t byte) { return byte == 0; });
    return {getLittleEndian<std::uint64_t>(plain.data()), whole};
}

Error damaged(const std::string& what) {
    return fail(
        ErrorCode::VaultDamaged,
        "the vault's file \"head\" " + what +
            ", so it cannot be told whether the newest changes are still here. Nothing was changed. Put back "
            "the whole folder of the vault from a backup, not this file alone; or, when there is none, go on "
            "with what is here: vault repair --accept-unverified-head");
}

}  // namespace

void HeadAnchor::make(const std::filesystem::path& path, PageCipher& cipher, std::uint64_t head) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) throwSystem("making the vault's head file");
    bool written = ::ftruncate(file, slotCount * slotDistance) == 0;
    for (std::uint64_t slot = 0; slot < slotCount && written; ++slot) {
        const std::optional<Sector> sector = sectorOf(cipher, slot, head);
        ENSURE(sector.has_value());
        written = writeSlot(file, *sector, slot);
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
    const SlotRead first = readSlot(file, *anchor->cipher_, 0);
    const SlotRead second = readSlot(file, *anchor->cipher_, 1);
    if (!first.head && !second.head) return damaged("is damaged");
    anchor->found_ = std::max(first.head.value_or(0), second.head.value_or(0));
    anchor->last_ = anchor->found_;
    anchor->whole_ = {first.whole, second.whole};
    // Never over the only good or the greater one.
    anchor->nextSlot_ = !first.head || (second.head && *first.head < *second.head) ? 0 : 1;
    return anchor;
}

HeadAnchor::~HeadAnchor() {
    ::close(file_);
}

void HeadAnchor::note(std::uint64_t head) noexcept {
    const std::lock_guard guard(mutex_);
    if (head <= last_) return;
    const std::optional<Sector> sector = sectorOf(*cipher_, nextSlot_, head);
    // After a failure the same slot is tried again: the other one holds the last good note.
    if (!sector) return;
    const ByteView bytes = ByteView(*sector).first(whole_[nextSlot_] ? sealedSlot : sector->size());
    if (!writeSlot(file_, bytes, nextSlot_)) return;
    whole_[nextSlot_] = true;
    last_ = head;
    nextSlot_ = 1 - nextSlot_;
}

HeadAnchor::Condition HeadAnchor::condition() const {
    const std::lock_guard guard(mutex_);
    Condition condition;
    for (std::uint64_t slot = 0; slot < slotCount; ++slot) {
        const SlotRead read = readSlot(file_, *cipher_, slot);
        condition.readable += read.head ? 1 : 0;
        condition.whole += read.whole ? 1 : 0;
    }
    return condition;
}

}  // namespace veldwijzer::vault
