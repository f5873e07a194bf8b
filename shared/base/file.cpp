// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

namespace veldwijzer {
namespace {

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

Error systemError(const std::filesystem::path& path, const char* what) {
    const ErrorCode code = errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Storage;
    return fail(code, std::string(what) + " " + path.string() + ": " + std::strerror(errno));
}

bool writeAll(int fd, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Result<Bytes> readFile(const std::filesystem::path& path, std::size_t maxBytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return systemError(path, "cannot open");
    Bytes bytes;
    std::array<std::uint8_t, 65536> buffer{};
    for (;;) {
        const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return systemError(path, "cannot read");
        if (count == 0) return bytes;
        append(bytes, ByteView(buffer.data(), static_cast<std::size_t>(count)));
        if (bytes.size() > maxBytes)
            return fail(ErrorCode::TooLarge,
                        path.string() + " is larger than " + std::to_string(maxBytes) + " bytes; not read");
    }
}

Result<void> replaceFile(const std::filesystem::path& path, ByteView bytes) {
    const std::filesystem::path temporary = path.string() + ".new";
    {
        const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (file.get() < 0) return systemError(temporary, "cannot create");
        if (!writeAll(file.get(), bytes)) return systemError(temporary, "cannot write");
        if (::fsync(file.get()) != 0) return systemError(temporary, "cannot save");
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) return systemError(path, "cannot replace");
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.get() < 0 || ::fsync(directory.get()) != 0) return systemError(folder, "cannot save");
    return {};
}

}  // namespace veldwijzer
