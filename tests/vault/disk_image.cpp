// SPDX-License-Identifier: EUPL-1.2
#include "disk_image.h"

#include <algorithm>

namespace veldwijzer::vault::test {
namespace {

constexpr std::size_t sectorSize = 512;

void grow(Bytes& file, std::size_t size, Random& random) {
    if (file.size() >= size) return;
    const std::size_t old = file.size();
    file.resize(size);
    if (random.below(2) == 0) random.fill(std::span(file).subspan(old));
}

/// One sector's part of a write: whole, not at all, or its beginning only.
void keepSector(Bytes& file, std::size_t at, ByteView part, Random& random) {
    const std::uint64_t fate = random.below(8);
    if (fate < 3) return;
    const std::size_t kept = fate == 3 ? random.below(part.size() + 1) : part.size();
    grow(file, at + kept, random);
    std::copy_n(part.begin(), kept, file.begin() + static_cast<std::ptrdiff_t>(at));
}

void keepWrite(Bytes& file, const DiskEvent& event, Random& random) {
    const auto offset = static_cast<std::size_t>(event.offset);
    const std::uint64_t fate = random.below(4);
    if (fate == 0) return;
    if (fate == 1) {
        grow(file, offset + event.bytes.size(), random);
        std::copy(event.bytes.begin(), event.bytes.end(), file.begin() + event.offset);
        return;
    }
    for (std::size_t done = 0; done < event.bytes.size();) {
        const std::size_t at = offset + done;
        const std::size_t length = std::min(sectorSize - at % sectorSize, event.bytes.size() - done);
        keepSector(file, at, ByteView(event.bytes).subspan(done, length), random);
        done += length;
    }
}

void applyWhole(Bytes& file, const DiskEvent& event) {
    const auto offset = static_cast<std::size_t>(event.offset);
    if (event.kind == DiskEvent::Kind::Truncate) {
        file.resize(offset);
        return;
    }
    if (file.size() < offset + event.bytes.size()) file.resize(offset + event.bytes.size());
    std::copy(event.bytes.begin(), event.bytes.end(), file.begin() + event.offset);
}

}  // namespace

DiskImage::DiskImage(const Files& files) {
    for (const auto& [name, bytes] : files)
        now_[name] = std::make_shared<Inode>(Inode{bytes, {}});
    durable_ = now_;
}

void DiskImage::apply(const DiskEvent& event) {
    switch (event.kind) {
        case DiskEvent::Kind::Create:
            now_[event.name] = std::make_shared<Inode>();
            break;
        case DiskEvent::Kind::Write:
        case DiskEvent::Kind::Truncate:
            now_.at(event.name)->pending.push_back(event);
            break;
        case DiskEvent::Kind::Sync: {
            Inode& inode = *now_.at(event.name);
            for (const DiskEvent& change : inode.pending)
                applyWhole(inode.durable, change);
            inode.pending.clear();
            // SQLite syncs the folder with the first sync of a log it made.
            durable_[event.name] = now_.at(event.name);
            break;
        }
        case DiskEvent::Kind::Delete:
            now_.erase(event.name);
            break;
        case DiskEvent::Kind::SyncDirectory:
            durable_ = now_;
            break;
        case DiskEvent::Kind::Acknowledge:
            break;
    }
}

Bytes DiskImage::contentsAfterCut(const Inode& inode, Random& random) {
    Bytes file = inode.durable;
    // Now and then everything or nothing of the cache was written.
    const std::uint64_t mood = random.below(8);
    if (mood == 0) return file;
    for (const DiskEvent& event : inode.pending) {
        if (mood == 1)
            applyWhole(file, event);
        else if (event.kind == DiskEvent::Kind::Write)
            keepWrite(file, event, random);
        else if (random.below(2) == 0)
            applyWhole(file, event);
    }
    return file;
}

Files DiskImage::afterPowerCut(Random& random) const {
    Files files;
    const bool directoryWritten = random.below(2) == 0;
    for (const auto& [name, inode] : directoryWritten ? now_ : durable_)
        files[name] = contentsAfterCut(*inode, random);
    return files;
}

}  // namespace veldwijzer::vault::test
