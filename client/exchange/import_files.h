// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace veldwijzer::exchange {

/// One file to import, wherever it stands. Read as often as needed, from its beginning.
class ImportFile {
public:
    virtual ~ImportFile() = default;
    [[nodiscard]] virtual const std::string& name() const = 0;  ///< without folders
    [[nodiscard]] virtual std::uint64_t bytes() const = 0;
    /// Calls `piece` until the end, or Storage/Malformed.
    [[nodiscard]] virtual Result<void> read(const std::function<void(std::string_view piece)>& piece) = 0;
};

/// What a path holds.
struct ImportFiles {
    std::vector<std::unique_ptr<ImportFile>> files;  ///< .json and .csv, by name
    /// What was left alone, and why.
    struct LeftAlone {
        std::string name;
        std::string why;
    };
    std::vector<LeftAlone> leftAlone;
    bool isFolder = false;
};

/// A file, all files of a folder, or what a zip holds (nothing of it is ever written to the disk, so a name
/// in it can lead nowhere). NotFound, InvalidArgument, TooLarge, Storage, Malformed with a message for
/// people. Limits: hsdsFilesPerFolder files, importFileBytes each; a zip importFileBytes unpacked, all
/// together.
Result<ImportFiles> findImportFiles(const std::filesystem::path& path);

/// The same for a zip. `path` is one.
Result<ImportFiles> openZip(const std::filesystem::path& path);

/// "SERVICES.CSV" → ".csv".
std::string extensionOf(const std::string& name);

}  // namespace veldwijzer::exchange
