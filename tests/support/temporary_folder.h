// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

namespace veldwijzer::test {

/// A folder of its own under the system's temporary folder; gone with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace veldwijzer::test
