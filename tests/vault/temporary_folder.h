// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>

namespace veldwijzer::vault::test {

/// A folder of its own under the system's folder for temporary files, removed with everything in it.
class TemporaryFolder {
public:
    TemporaryFolder() {
        static std::atomic<int> counter{0};
        path_ = std::filesystem::temp_directory_path() / ("veldwijzer-vault-" + std::to_string(::getpid()) +
                                                          "-" + std::to_string(counter.fetch_add(1)));
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

}  // namespace veldwijzer::vault::test
