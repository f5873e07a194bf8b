// SPDX-License-Identifier: EUPL-1.2
#include "vault/sealed_vfs.h"

#include <atomic>
#include <cstddef>
#include <cstring>
#include <mutex>
#include <new>
#include <string>
#include <string_view>

#include "base/ensure.h"
#include "vault/log_file.h"
#include "vault/main_file.h"

namespace veldwijzer::vault {

/// The struct that SQLite knows, and what must live as long as any file opened through it.
struct SealedVfs::Registration : SharedState, std::enable_shared_from_this<Registration> {
    sqlite3_vfs vfs{};
    sqlite3_vfs* below = nullptr;
    std::string name;
};

namespace {

using Registration = SealedVfs::Registration;

/// What SQLite allocates for an open file; the lower VFS's own struct follows directly behind.
struct FileHandle {
    sqlite3_file base;
    SealedFile* file;
};
static_assert(sizeof(FileHandle) % alignof(std::max_align_t) == 0);

SealedFile& fileOf(sqlite3_file* handle) {
    return *reinterpret_cast<FileHandle*>(handle)->file;
}
sqlite3_file* lowerOf(sqlite3_file* handle) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<FileHandle*>(handle) + 1);
}
Registration& registrationOf(sqlite3_vfs* vfs) {
    return *static_cast<Registration*>(vfs->pAppData);
}

// The methods of an open file.

int closeFile(sqlite3_file* handle) {
    const int flushed = fileOf(handle).flush();
    sqlite3_file* lower = lowerOf(handle);
    const int closed = lower->pMethods->xClose(lower);
    // The last file may hold the last reference to the struct SQLite still looks at; nothing after this does.
    delete &fileOf(handle);
    return flushed != SQLITE_OK ? flushed : closed;
}
int readFile(sqlite3_file* handle, void* target, int amount, sqlite3_int64 offset) {
    return fileOf(handle).read(static_cast<std::uint8_t*>(target), amount, offset);
}
int writeFile(sqlite3_file* handle, const void* source, int amount, sqlite3_int64 offset) {
    return fileOf(handle).write(static_cast<const std::uint8_t*>(source), amount, offset);
}
int truncateFile(sqlite3_file* handle, sqlite3_int64 size) {
    return fileOf(handle).truncate(size);
}
int syncFile(sqlite3_file* handle, int flags) {
    if (const int code = fileOf(handle).flush(); code != SQLITE_OK) return code;
    return lowerOf(handle)->pMethods->xSync(lowerOf(handle), flags);
}
int fileSize(sqlite3_file* handle, sqlite3_int64* result) {
    std::int64_t size = 0;
    const int code = fileOf(handle).size(&size);
    *result = size;
    return code;
}
int lockFile(sqlite3_file* handle, int level) {
    return lowerOf(handle)->pMethods->xLock(lowerOf(handle), level);
}
int unlockFile(sqlite3_file* handle, int level) {
    return lowerOf(handle)->pMethods->xUnlock(lowerOf(handle), level);
}
int checkReservedLock(sqlite3_file* handle, int* result) {
    return lowerOf(handle)->pMethods->xCheckReservedLock(lowerOf(handle), result);
}

int controlFile(sqlite3_file* handle, int operation, void* argument) {
    switch (operation) {
        case SQLITE_FCNTL_MMAP_SIZE:
            // A mapped page would be read without passing through here.
            *static_cast<sqlite3_int64*>(argument) = 0;
            return SQLITE_OK;
        case SQLITE_FCNTL_BEGIN_ATOMIC_WRITE:
        case SQLITE_FCNTL_COMMIT_ATOMIC_WRITE:
        case SQLITE_FCNTL_ROLLBACK_ATOMIC_WRITE:
        case SQLITE_FCNTL_TEMPFILENAME:
            return SQLITE_NOTFOUND;
        default:
            return lowerOf(handle)->pMethods->xFileControl(lowerOf(handle), operation, argument);
    }
}

int sectorSize(sqlite3_file* handle) {
    return lowerOf(handle)->pMethods->xSectorSize(lowerOf(handle));
}

// Nothing about atomic writes holds for sealed pieces whose sizes and offsets differ. That a write leaves its
// neighbours alone (powersafe overwrite) SQLite assumes of every disk by default, and so do we: without it
// SQLite would pad the log by parts of frames.
int deviceCharacteristics(sqlite3_file* handle) {
    const int lower = lowerOf(handle)->pMethods->xDeviceCharacteristics(lowerOf(handle));
    return (lower & SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN) | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int mapShared(sqlite3_file* handle, int region, int size, int extend, void volatile** memory) {
    return fileOf(handle).walIndexUser()->map(region, size, extend != 0, memory);
}
int lockShared(sqlite3_file* handle, int first, int count, int flags) {
    return fileOf(handle).walIndexUser()->lock(first, count, flags);
}
void sharedBarrier(sqlite3_file* handle) {
    fileOf(handle).walIndexUser()->barrier();
}
int unmapShared(sqlite3_file* handle, int) {
    fileOf(handle).walIndexUser()->leave();
    return SQLITE_OK;
}

// Version 2: without xFetch, so never mapped.
const sqlite3_io_methods fileMethods = {
    2,
    closeFile,
    readFile,
    writeFile,
    truncateFile,
    syncFile,
    fileSize,
    lockFile,
    unlockFile,
    checkReservedLock,
    controlFile,
    sectorSize,
    deviceCharacteristics,
    mapShared,
    lockShared,
    sharedBarrier,
    unmapShared,
    nullptr,
    nullptr,
};

// The methods of the file system.

SealedFile* makeFile(Registration& registration, const char* name, sqlite3_file* lower, bool isLog) {
    auto shared = registration.shared_from_this();
    if (!isLog) return new MainFile(std::move(shared), lower);
    SealedFile& main = fileOf(sqlite3_database_file_object(name));
    return new LogFile(std::move(shared), lower, *main.walIndexUser());
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* handle, int flags, int* outFlags) {
    handle->pMethods = nullptr;
    const bool isLog = (flags & SQLITE_OPEN_WAL) != 0;
    // Journals and temporary files would hold pages outside the vault's files: there is no way to have one.
    if (name == nullptr || (!isLog && (flags & SQLITE_OPEN_MAIN_DB) == 0)) return SQLITE_CANTOPEN;
    Registration& registration = registrationOf(vfs);
    sqlite3_file* lower = lowerOf(handle);
    const int code = registration.below->xOpen(registration.below, name, lower, flags, outFlags);
    if (code != SQLITE_OK) {
        if (lower->pMethods != nullptr) lower->pMethods->xClose(lower);
        return code;
    }
    try {
        reinterpret_cast<FileHandle*>(handle)->file = makeFile(registration, name, lower, isLog);
    } catch (const std::bad_alloc&) {
        lower->pMethods->xClose(lower);
        return SQLITE_NOMEM;
    }
    handle->pMethods = &fileMethods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncDirectory) {
    sqlite3_vfs* below = registrationOf(vfs).below;
    return below->xDelete(below, name, syncDirectory);
}

int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
    // Somebody could lay a rollback journal beside the vault; SQLite would play it back.
    if (std::string_view(name).ends_with("-journal")) {
        *result = 0;
        return SQLITE_OK;
    }
    sqlite3_vfs* below = registrationOf(vfs).below;
    return below->xAccess(below, name, flags, result);
}

int fullPathname(sqlite3_vfs* vfs, const char* name, int size, char* result) {
    sqlite3_vfs* below = registrationOf(vfs).below;
    return below->xFullPathname(below, name, size, result);
}
int randomness(sqlite3_vfs* vfs, int size, char* target) {
    sqlite3_vfs* below = registrationOf(vfs).below;
    return below->xRandomness(below, size, target);
}
int sleepMicroseconds(sqlite3_vfs* vfs, int microseconds) {
    sqlite3_vfs* below = registrationOf(vfs).below;
    return below->xSleep(below, microseconds);
}
int currentTime(sqlite3_vfs* vfs, double* result) {
    sqlite3_vfs* below = registrationOf(vfs).below;
    return below->xCurrentTime(below, result);
}
int lastError(sqlite3_vfs* vfs, int size, char* target) {
    sqlite3_vfs* below = registrationOf(vfs).below;
    return below->xGetLastError(below, size, target);
}

// SQLite calls these without asking whether they are there.
void* openLibrary(sqlite3_vfs*, const char*) {
    return nullptr;
}
void libraryError(sqlite3_vfs*, int size, char* target) {
    sqlite3_snprintf(size, target, "a vault loads no extensions");
}
void (*librarySymbol(sqlite3_vfs*, void*, const char*))() {
    return nullptr;
}
void closeLibrary(sqlite3_vfs*, void*) {}

void fillIn(Registration& registration) {
    sqlite3_vfs& vfs = registration.vfs;
    vfs.iVersion = 1;
    vfs.szOsFile = static_cast<int>(sizeof(FileHandle)) + registration.below->szOsFile;
    vfs.mxPathname = registration.below->mxPathname;
    vfs.zName = registration.name.c_str();
    vfs.pAppData = &registration;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = accessFile;
    vfs.xFullPathname = fullPathname;
    vfs.xDlOpen = openLibrary;
    vfs.xDlError = libraryError;
    vfs.xDlSym = librarySymbol;
    vfs.xDlClose = closeLibrary;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepMicroseconds;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastError;
}

std::string freshName() {
    static std::atomic<std::uint64_t> counter{0};
    return "veldwijzer-vault-" + std::to_string(counter.fetch_add(1));
}

}  // namespace

SealedVfs::SealedVfs(std::shared_ptr<PageCipher> cipher, Mode mode, sqlite3_vfs* below)
    : registration_(std::make_shared<Registration>()) {
    registration_->cipher = std::move(cipher);
    registration_->creating = mode == Mode::Creating;
    registration_->below = below != nullptr ? below : sqlite3_vfs_find(nullptr);
    ENSURE(registration_->below != nullptr);
    registration_->name = freshName();
    fillIn(*registration_);
    ENSURE(sqlite3_vfs_register(&registration_->vfs, 0) == SQLITE_OK);
}

SealedVfs::~SealedVfs() {
    sqlite3_vfs_unregister(&registration_->vfs);
}

const char* SealedVfs::name() const {
    return registration_->name.c_str();
}

}  // namespace veldwijzer::vault
