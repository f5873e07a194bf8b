// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "exchange/hsds_items.h"
#include "exchange/import_files.h"

namespace veldwijzer::exchange {

/// One import: the files, and going through them twice. Use once.
class HsdsReading {
public:
    explicit HsdsReading(ImportSink& sink) : sink_(sink), normaliser_(report_) {}

    Result<void> run(const std::filesystem::path& path);

private:
    struct File {
        std::unique_ptr<ImportFile> source;
        bool csv = false;
        FileFindings findings;
        std::string refusal;  ///< why it cannot be used; empty: it can
    };

    Result<void> find(const std::filesystem::path& path);
    Result<void> readThrough(File& file, ImportSink* sink);
    Result<void> readJson(File& file, HsdsItems& items, ImportSink* sink);
    Result<void> readCsv(File& file, HsdsItems& items, ImportSink* sink);
    /// Both times through: progress, and what the file begins with.
    Result<void> pieces(File& file, std::string& start, const std::function<void(std::string_view)>& take);
    [[nodiscard]] std::string whatItIsNot() const;
    [[nodiscard]] std::string whyUseless(const std::string& start, const JsonSplitter& splitter,
                                         const FileFindings& findings) const;
    void reportFiles();
    void checkPages();

    ImportSink& sink_;
    HsdsReport report_;
    HsdsNormaliser normaliser_;
    HsdsRecords records_{normaliser_, sink_};
    std::vector<File> files_;
    std::vector<ImportFiles::LeftAlone> leftAlone_;
    std::uint64_t bytesDone_ = 0;
    std::uint64_t bytesTotal_ = 0;
};

}  // namespace veldwijzer::exchange
