// SPDX-License-Identifier: EUPL-1.2
#include "simulated_disk.h"

#include <algorithm>
#include <cstring>

namespace veldwijzer::vault::test {

using Kind = DiskEvent::Kind;

struct SimulatedDisk::Handle {
    sqlite3_file base;
    SimulatedDisk* disk;
    std::shared_ptr<File>* file;
    std::string* name;
    int level;
};

struct VfsMethods {
    static SimulatedDisk::Handle& of(sqlite3_file* file) {
        return *reinterpret_cast<SimulatedDisk::Handle*>(file);
    }
    static SimulatedDisk& diskOf(sqlite3_vfs* vfs) { return *static_cast<SimulatedDisk*>(vfs->pAppData); }

    static int close(sqlite3_file* base) {
        unlock(base, SQLITE_LOCK_NONE);
        delete of(base).file;
        delete of(base).name;
        return SQLITE_OK;
    }
    static int read(sqlite3_file* base, void* target, int amount, sqlite3_int64 offset) {
        const Bytes& bytes = (*of(base).file)->bytes;
        const auto size = static_cast<std::size_t>(amount);
        const auto from = std::min(static_cast<std::size_t>(offset), bytes.size());
        const std::size_t available = std::min(size, bytes.size() - from);
        std::memset(target, 0, size);
        if (available > 0) std::memcpy(target, bytes.data() + from, available);
        return available == size ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }
    static void put(SimulatedDisk::Handle& handle, const std::uint8_t* source, std::size_t size,
                    sqlite3_int64 offset) {
        Bytes& bytes = (*handle.file)->bytes;
        const auto at = static_cast<std::size_t>(offset);
        if (bytes.size() < at + size) bytes.resize(at + size);
        std::copy_n(source, size, bytes.begin() + offset);
        handle.disk->events_.push_back({Kind::Write, *handle.name, offset, Bytes(source, source + size)});
    }
    static int write(sqlite3_file* base, const void* source, int amount, sqlite3_int64 offset) {
        SimulatedDisk::Handle& handle = of(base);
        const auto* bytes = static_cast<const std::uint8_t*>(source);
        if (const std::optional<int> code = handle.disk->strike(false)) {
            const std::size_t partly =
                std::min(handle.disk->fault_->partly, static_cast<std::size_t>(amount));
            if (partly > 0) put(handle, bytes, partly, offset);
            return *code;
        }
        put(handle, bytes, static_cast<std::size_t>(amount), offset);
        return SQLITE_OK;
    }
    static int truncate(sqlite3_file* base, sqlite3_int64 size) {
        SimulatedDisk::Handle& handle = of(base);
        if (const std::optional<int> code = handle.disk->strike(false)) return *code;
        (*handle.file)->bytes.resize(static_cast<std::size_t>(size));
        handle.disk->events_.push_back({Kind::Truncate, *handle.name, size, {}});
        return SQLITE_OK;
    }
    static int sync(sqlite3_file* base, int) {
        SimulatedDisk::Handle& handle = of(base);
        if (handle.disk->strike(true)) return SQLITE_IOERR_FSYNC;
        handle.disk->events_.push_back({Kind::Sync, *handle.name, 0, {}});
        return SQLITE_OK;
    }
    static int size(sqlite3_file* base, sqlite3_int64* result) {
        *result = static_cast<sqlite3_int64>((*of(base).file)->bytes.size());
        return SQLITE_OK;
    }
    static int lock(sqlite3_file* base, int level) {
        SimulatedDisk::Handle& handle = of(base);
        SimulatedDisk::File& file = **handle.file;
        if (handle.level >= level) return SQLITE_OK;
        const int otherShared = file.sharedLocks - (handle.level >= SQLITE_LOCK_SHARED ? 1 : 0);
        if (file.exclusive) return SQLITE_BUSY;
        if (level >= SQLITE_LOCK_RESERVED && file.reserved && handle.level < SQLITE_LOCK_RESERVED)
            return SQLITE_BUSY;
        if (level == SQLITE_LOCK_EXCLUSIVE && otherShared > 0) return SQLITE_BUSY;
        if (handle.level < SQLITE_LOCK_SHARED) ++file.sharedLocks;
        if (level >= SQLITE_LOCK_RESERVED) file.reserved = true;
        if (level == SQLITE_LOCK_EXCLUSIVE) file.exclusive = true;
        handle.level = level;
        return SQLITE_OK;
    }
    static int unlock(sqlite3_file* base, int level) {
        SimulatedDisk::Handle& handle = of(base);
        SimulatedDisk::File& file = **handle.file;
        if (handle.level <= level) return SQLITE_OK;
        if (handle.level == SQLITE_LOCK_EXCLUSIVE) file.exclusive = false;
        if (handle.level >= SQLITE_LOCK_RESERVED) file.reserved = false;
        if (level == SQLITE_LOCK_NONE) --file.sharedLocks;
        handle.level = level;
        return SQLITE_OK;
    }
    static int checkReservedLock(sqlite3_file* base, int* result) {
        *result = (*of(base).file)->reserved ? 1 : 0;
        return SQLITE_OK;
    }
    static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file*) { return 512; }
    static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* base, int flags, int* outFlags) {
        static const sqlite3_io_methods methods = {1,
                                                   close,
                                                   read,
                                                   write,
                                                   truncate,
                                                   sync,
                                                   size,
                                                   lock,
                                                   unlock,
                                                   checkReservedLock,
                                                   control,
                                                   sectorSize,
                                                   characteristics,
                                                   nullptr,
                                                   nullptr,
                                                   nullptr,
                                                   nullptr,
                                                   nullptr,
                                                   nullptr};
        SimulatedDisk& disk = diskOf(vfs);
        base->pMethods = nullptr;
        auto& file = disk.files_[name];
        if (!file) {
            if ((flags & SQLITE_OPEN_CREATE) == 0) {
                disk.files_.erase(name);
                return SQLITE_CANTOPEN;
            }
            file = std::make_shared<SimulatedDisk::File>();
            disk.events_.push_back({Kind::Create, name, 0, {}});
        }
        SimulatedDisk::Handle& handle = of(base);
        handle.disk = &disk;
        handle.file = new std::shared_ptr<SimulatedDisk::File>(file);
        handle.name = new std::string(name);
        handle.level = SQLITE_LOCK_NONE;
        base->pMethods = &methods;
        if (outFlags != nullptr) *outFlags = flags;
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs* vfs, const char* name, int syncDirectory) {
        SimulatedDisk& disk = diskOf(vfs);
        if (disk.files_.erase(name) == 0) return SQLITE_IOERR_DELETE_NOENT;
        disk.events_.push_back({Kind::Delete, name, 0, {}});
        if (syncDirectory != 0) disk.events_.push_back({Kind::SyncDirectory, {}, 0, {}});
        return SQLITE_OK;
    }
    static int access(sqlite3_vfs* vfs, const char* name, int, int* result) {
        const auto& files = diskOf(vfs).files_;
        const auto found = files.find(name);
        *result = found != files.end() && !found->second->bytes.empty() ? 1 : 0;
        return SQLITE_OK;
    }
    static int fullPathname(sqlite3_vfs*, const char* name, int size, char* result) {
        sqlite3_snprintf(size, result, "%s", name);
        return SQLITE_OK;
    }
    static int randomness(sqlite3_vfs*, int size, char* target) {
        std::memset(target, 0, static_cast<std::size_t>(size));
        return size;
    }
    static int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
    static int currentTime(sqlite3_vfs*, double* result) {
        *result = 2460000.5;
        return SQLITE_OK;
    }
    static int lastError(sqlite3_vfs*, int, char*) { return 0; }
};

SimulatedDisk::SimulatedDisk(const Files& files) : name_("simulated-disk") {
    for (const auto& [name, bytes] : files) {
        files_[name] = std::make_shared<File>();
        files_[name]->bytes = bytes;
    }
    vfs_.iVersion = 1;
    vfs_.szOsFile = static_cast<int>(sizeof(Handle));
    vfs_.mxPathname = 512;
    vfs_.zName = name_.c_str();
    vfs_.pAppData = this;
    vfs_.xOpen = VfsMethods::open;
    vfs_.xDelete = VfsMethods::remove;
    vfs_.xAccess = VfsMethods::access;
    vfs_.xFullPathname = VfsMethods::fullPathname;
    vfs_.xRandomness = VfsMethods::randomness;
    vfs_.xSleep = VfsMethods::sleep;
    vfs_.xCurrentTime = VfsMethods::currentTime;
    vfs_.xGetLastError = VfsMethods::lastError;
}

SimulatedDisk::~SimulatedDisk() = default;

void SimulatedDisk::acknowledge(std::int64_t transaction) {
    events_.push_back({Kind::Acknowledge, {}, transaction, {}});
}

Files SimulatedDisk::files() const {
    Files result;
    for (const auto& [name, file] : files_)
        result[name] = file->bytes;
    return result;
}

void SimulatedDisk::failAfter(std::size_t after, Fault fault) {
    fault_ = fault;
    untilFault_ = after;
    struck_ = false;
}

std::optional<int> SimulatedDisk::strike(bool sync) {
    if (!fault_ || fault_->onSync != sync) return std::nullopt;
    if (struck_) return fault_->lasting ? std::optional(fault_->code) : std::nullopt;
    if (untilFault_ > 0) {
        --untilFault_;
        return std::nullopt;
    }
    struck_ = true;
    return fault_->code;
}

}  // namespace veldwijzer::vault::test
