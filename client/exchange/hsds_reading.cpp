// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_reading.h"

#include <algorithm>

#include "exchange/csv_items.h"
#include "exchange/file_kind.h"
#include "exchange/hsds_limits.h"
#include "exchange/hsds_vocabulary.h"

namespace veldwijzer::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t pieceBytes = 64 * limits::kib;
constexpr std::size_t startBytes = 4 * limits::kib;
constexpr std::string_view nothingChanged = " Nothing was imported.";

// The table that a file's name promises: "HSDS_services.csv" is not guessed at.
std::string tableOf(const std::string& name) {
    std::string table = name.substr(0, name.rfind('.'));
    std::transform(table.begin(), table.end(), table.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return table;
}

// A description of tables, for programs; the tables describe themselves well enough for us.
bool isPackage(const std::string& name) {
    return tableOf(name) == "datapackage";
}

}  // namespace

Result<void> HsdsReading::run(const fs::path& path) {
    if (Result<void> found = find(path); !found) return found;
    for (File& file : files_)
        if (Result<void> read = readThrough(file, nullptr); !read) return read;
    const auto usable =
        std::count_if(files_.begin(), files_.end(), [](const File& file) { return file.refusal.empty(); });
    if (usable == 0) return fail(ErrorCode::Malformed, whatItIsNot() + std::string(nothingChanged));
    records_.learned();
    report_.speakTo(&sink_);
    normaliser_.startAgain();
    reportFiles();
    for (File& file : files_)
        if (file.refusal.empty())
            if (Result<void> read = readThrough(file, &sink_); !read) return read;
    records_.finish(report_, sink_);
    checkPages();
    sink_.progress(bytesTotal_, bytesTotal_);
    return {};
}

Result<void> HsdsReading::find(const fs::path& path) {
    Result<ImportFiles> found = findImportFiles(path);
    if (!found) return found.error();
    leftAlone_ = std::move(found->leftAlone);
    for (std::unique_ptr<ImportFile>& file : found->files) {
        if (found->isFolder && isPackage(file->name())) continue;
        const bool csv = extensionOf(file->name()) == ".csv";
        bytesTotal_ += 2 * file->bytes();  // twice through each file
        files_.push_back({std::move(file), csv, {}, {}});
    }
    if (files_.empty())
        return fail(ErrorCode::Malformed, path.string() +
                                              " holds the description of a data package and no tables." +
                                              std::string(nothingChanged));
    return {};
}

std::string HsdsReading::whatItIsNot() const {
    std::string text;
    for (const File& file : files_) {
        if (!text.empty()) text += " ";
        text += file.source->name() + ": " + file.refusal;
        if (text.size() > 1000) return text;
    }
    return text;
}

Result<void> HsdsReading::readThrough(File& file, ImportSink* sink) {
    report_.startFile(file.source->name());
    HsdsItems items(normaliser_, records_, report_, sink, kindOfTable(tableOf(file.source->name())));
    Result<void> read = file.csv ? readCsv(file, items, sink) : readJson(file, items, sink);
    // A damaged file in a zip costs that file; a disk that fails is no word about the file.
    if (!read && read.error().code == ErrorCode::Malformed) {
        if (sink == nullptr && items.findings().recognised == 0) file.refusal = read.error().message;
        report_.addAt(0, read.error().message, "Read as far as it goes.");
        read = {};
    }
    report_.endFile();
    if (sink == nullptr) file.findings = items.findings();
    return read;
}

Result<void> HsdsReading::pieces(File& file, std::string& start,
                                 const std::function<void(std::string_view)>& take) {
    return file.source->read([&](std::string_view piece) {
        if (start.size() < startBytes) start.append(piece.substr(0, startBytes - start.size()));
        take(piece);
        bytesDone_ = std::min(bytesDone_ + piece.size(), bytesTotal_);
        sink_.progress(bytesDone_, bytesTotal_);
    });
}

Result<void> HsdsReading::readJson(File& file, HsdsItems& items, ImportSink* sink) {
    JsonSplitter splitter(items);
    std::string start;
    Result<void> read = pieces(file, start, [&](std::string_view piece) { splitter.feed(piece); });
    splitter.finish();
    if (sink == nullptr) file.refusal = whyUseless(start, splitter, items.findings());
    return read;
}

Result<void> HsdsReading::readCsv(File& file, HsdsItems& items, ImportSink* sink) {
    CsvItems rows(items, report_, tableOf(file.source->name()));
    CsvSplitter splitter(rows);
    std::string start;
    // What is no text at all is not cut into rows.
    bool text = true;
    Result<void> read = pieces(file, start, [&](std::string_view piece) {
        if (text && start.size() <= startBytes) {
            const std::string format = nameOfFile(start);
            text = format.empty() || format == "CSV" || format == "an empty file";
        }
        if (text) splitter.feed(piece);
    });
    splitter.finish();
    if (sink != nullptr) return read;
    const std::string format = nameOfFile(start);
    if (!text)
        file.refusal = "this seems to be " + format + ", not HSDS CSV.";
    else if (format == "an empty file")
        file.refusal = "this is an empty file.";
    else if (rows.kind().empty())
        file.refusal = "this is CSV, but neither its name nor its columns are of a table of HSDS.";
    return read;
}

std::string HsdsReading::whyUseless(const std::string& start, const JsonSplitter& splitter,
                                    const FileFindings& findings) const {
    if (findings.recognised > 0 || (splitter.isList() && splitter.rows() == 0)) return "";
    std::string format = nameOfFile(start);
    if (format.empty()) format = nameOfJson(splitter.topNames());
    if (format.empty()) format = findings.otherFormat;
    if (!format.empty()) return "this seems to be " + format + ", not HSDS JSON.";
    if (!findings.firstProblem.empty()) return "nothing in it could be used. " + findings.firstProblem;
    return "this is not JSON.";
}

void HsdsReading::reportFiles() {
    for (const ImportFiles::LeftAlone& left : leftAlone_)
        sink_.problem({left.name, 0, left.why, "Left alone."});
    for (const File& file : files_)
        if (!file.refusal.empty())
            sink_.problem({file.source->name(), 0, "Not used: " + file.refusal,
                           "Left alone; the other files were read."});
}

// One page of many says how many items there are in all: tells whether pages are missing.
void HsdsReading::checkPages() {
    std::uint64_t items = 0;
    const File* first = nullptr;
    for (const File& file : files_) {
        if (!file.refusal.empty() || file.findings.totalPages <= 1) continue;
        if (first == nullptr) first = &file;
        items += file.findings.items;
    }
    if (first == nullptr || first->findings.totalItems < 0) return;
    const auto expected = static_cast<std::uint64_t>(first->findings.totalItems);
    if (expected == items) return;
    sink_.problem({first->source->name(), 0,
                   "The header says total_items " + std::to_string(expected) + " on " +
                       std::to_string(first->findings.totalPages) + " pages; there are " +
                       std::to_string(items) + " in these files.",
                   "All that are there were read."});
}

}  // namespace veldwijzer::exchange
