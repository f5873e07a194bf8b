// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace veldwijzer::exchange {

/// A new folder that fills with files, and is as it was before unless `keep` is called.
class ExportFolder {
public:
    /// InvalidArgument when there is something in it, Storage when it cannot be made.
    static Result<ExportFolder> make(const std::filesystem::path& folder);
    ExportFolder(ExportFolder&& other) noexcept;
    ExportFolder& operator=(ExportFolder&&) = delete;
    ~ExportFolder();

    /// The next file; the one before is closed.
    void start(const std::string& name);
    void write(std::string_view text);
    /// Storage when something could not be written.
    Result<void> keep();
    [[nodiscard]] const std::vector<std::string>& files() const { return files_; }

private:
    ExportFolder(std::filesystem::path path, bool made) : path_(std::move(path)), made_(made) {}

    std::filesystem::path path_;
    bool made_ = false;
    bool failed_ = false;
    bool kept_ = false;
    std::ofstream stream_;
    std::vector<std::string> files_;
};

}  // namespace veldwijzer::exchange
