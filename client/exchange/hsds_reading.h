// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "exchange/hsds_items.h"

namespace veldwijzer::exchange {

/// One import: the files, and going through them twice. Use once.
class HsdsReading {
public:
    explicit HsdsReading(ImportSink& sink) : sink_(sink), normaliser_(report_) {}

    Result<void> run(const std::filesystem::path& path);

private:
    struct File {
        std::filesystem::path path;
        std::string name;
        std::uint64_t bytes = 0;
        FileFindings findings;
        std::string refusal;  ///< why it cannot be used; empty: it can
    };

    Result<void> find(const std::filesystem::path& path);
    Result<void> findInFolder(const std::filesystem::path& folder);
    [[nodiscard]] bool holdsCsv() const;
    Result<void> addFile(const std::filesystem::path& path);
    Result<void> readThrough(File& file, ImportSink* sink);
    [[nodiscard]] std::string whyUseless(const std::string& start, const JsonSplitter& splitter,
                                         const FileFindings& findings) const;
    void reportFiles();
    void checkPages();

    ImportSink& sink_;
    HsdsReport report_;
    HsdsNormaliser normaliser_;
    HsdsRecords records_;
    std::vector<File> files_;
    std::vector<std::string> leftAlone_;  ///< in the folder, but not .json
    std::uint64_t bytesDone_ = 0;
    std::uint64_t bytesTotal_ = 0;
};

}  // namespace veldwijzer::exchange
