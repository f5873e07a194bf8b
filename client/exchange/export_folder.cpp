// SPDX-License-Identifier: EUPL-1.2
#include "exchange/export_folder.h"

#include <system_error>
#include <utility>

namespace veldwijzer::exchange {

namespace fs = std::filesystem;

Result<ExportFolder> ExportFolder::make(const fs::path& folder) {
    std::error_code problem;
    const bool there = fs::exists(folder, problem);
    if (there && !fs::is_directory(folder, problem))
        return fail(ErrorCode::InvalidArgument, folder.string() + " is a file. Nothing was written.");
    if (there && !fs::is_empty(folder, problem))
        return fail(ErrorCode::InvalidArgument,
                    folder.string() + " is not empty. Nothing was written; name a new folder.");
    if (!there) fs::create_directories(folder, problem);
    if (problem)
        return fail(ErrorCode::Storage, folder.string() + " cannot be made: " + problem.message() + ".");
    return ExportFolder(folder, !there);
}

ExportFolder::ExportFolder(ExportFolder&& other) noexcept
    : path_(std::move(other.path_)),
      made_(other.made_),
      failed_(other.failed_),
      kept_(std::exchange(other.kept_, true)),
      stream_(std::move(other.stream_)),
      files_(std::move(other.files_)) {}

ExportFolder::~ExportFolder() {
    if (kept_) return;
    stream_.close();
    std::error_code ignored;
    for (const std::string& name : files_)
        fs::remove(path_ / name, ignored);
    if (made_) fs::remove(path_, ignored);
}

void ExportFolder::start(const std::string& name) {
    if (stream_.is_open()) {
        stream_.close();
        failed_ = failed_ || !stream_;
    }
    stream_ = std::ofstream(path_ / name, std::ios::binary);
    failed_ = failed_ || !stream_;
    files_.push_back(name);
}

void ExportFolder::write(std::string_view text) {
    stream_.write(text.data(), static_cast<std::streamsize>(text.size()));
    failed_ = failed_ || !stream_;
}

Result<void> ExportFolder::keep() {
    if (stream_.is_open()) {
        stream_.close();
        failed_ = failed_ || !stream_;
    }
    if (failed_)
        return fail(ErrorCode::Storage,
                    path_.string() + " cannot be written: is the disk full? What was there is safe.");
    kept_ = true;
    return {};
}

}  // namespace veldwijzer::exchange
