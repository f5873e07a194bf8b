// SPDX-License-Identifier: EUPL-1.2
#include "exchange/import_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

#include "exchange/hsds_limits.h"

namespace veldwijzer::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t pieceBytes = 64 * limits::kib;
constexpr std::string_view nothingChanged = " Nothing was imported.";

class DiskFile final : public ImportFile {
public:
    DiskFile(fs::path path, std::uint64_t bytes)
        : path_(std::move(path)), name_(path_.filename().string()), bytes_(bytes) {}
    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] std::uint64_t bytes() const override { return bytes_; }
    [[nodiscard]] Result<void> read(const std::function<void(std::string_view)>& piece) override {
        std::ifstream stream(path_, std::ios::binary);
        std::string buffer(pieceBytes, '\0');
        while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || stream.gcount() > 0)
            piece(std::string_view(buffer.data(), static_cast<std::size_t>(stream.gcount())));
        if (stream.bad() || !stream.eof())
            return fail(ErrorCode::Storage, name_ + " cannot be read to its end.");
        return {};
    }

private:
    fs::path path_;
    std::string name_;
    std::uint64_t bytes_;
};

Result<void> addFile(const fs::path& path, ImportFiles& found) {
    std::error_code problem;
    const std::uint64_t bytes = fs::file_size(path, problem);
    if (problem)
        return fail(ErrorCode::Storage, path.string() + " cannot be read: " + problem.message() + ".");
    if (bytes > limits::importFileBytes)
        return fail(ErrorCode::TooLarge, path.filename().string() + " is larger than " +
                                             std::to_string(limits::importFileBytes / limits::mib) +
                                             " MiB. Import it in parts." + std::string(nothingChanged));
    found.files.push_back(std::make_unique<DiskFile>(path, bytes));
    return {};
}

Result<ImportFiles> findInFolder(const fs::path& folder) {
    ImportFiles found;
    found.isFolder = true;
    std::error_code problem;
    std::vector<fs::path> paths;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
        std::error_code ignored;
        const std::string extension = extensionOf(at->path().filename().string());
        const bool ours = (extension == ".json" || extension == ".csv") && at->is_regular_file(ignored);
        if (ours)
            paths.push_back(at->path());
        else if (found.leftAlone.size() < limits::hsdsFilesPerFolder)
            found.leftAlone.push_back({at->path().filename().string(), "Not a .json or .csv file."});
        if (paths.size() > limits::hsdsFilesPerFolder)
            return fail(ErrorCode::TooLarge,
                        folder.string() + " holds more than " + std::to_string(limits::hsdsFilesPerFolder) +
                            " files. Import them in parts." + std::string(nothingChanged));
    }
    if (problem)
        return fail(ErrorCode::Storage, folder.string() + " cannot be read: " + problem.message() + ".");
    // A folder gives its entries in any order, and which value counts depends on it.
    std::sort(paths.begin(), paths.end());
    std::sort(found.leftAlone.begin(), found.leftAlone.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    for (const fs::path& path : paths)
        if (Result<void> added = addFile(path, found); !added) return added.error();
    if (found.files.empty())
        return fail(ErrorCode::Malformed, folder.string() + " holds no .json files and no .csv files." +
                                              std::string(nothingChanged));
    return found;
}

bool isZip(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::array<char, 4> start{};
    stream.read(start.data(), start.size());
    return stream.gcount() == 4 && std::string_view(start.data(), 4) == "PK\x03\x04";
}

}  // namespace

std::string extensionOf(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos || dot == 0) return {};
    std::string extension = name.substr(dot);
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension;
}

Result<ImportFiles> findImportFiles(const fs::path& path) {
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);
    if (!fs::exists(status))
        return fail(ErrorCode::NotFound, path.string() + " does not exist." + std::string(nothingChanged));
    if (fs::is_directory(status)) return findInFolder(path);
    if (!fs::is_regular_file(status))
        return fail(ErrorCode::InvalidArgument,
                    path.string() + " is neither a file nor a folder." + std::string(nothingChanged));
    if (isZip(path)) return openZip(path);
    ImportFiles found;
    if (Result<void> added = addFile(path, found); !added) return added.error();
    return found;
}

}  // namespace veldwijzer::exchange
