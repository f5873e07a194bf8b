// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_reading.h"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "exchange/file_kind.h"
#include "exchange/hsds_limits.h"

namespace veldwijzer::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t pieceBytes = 64 * limits::kib;
constexpr std::size_t startBytes = 4 * limits::kib;
constexpr std::string_view nothingChanged = " Nothing was imported.";

bool isJson(const fs::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension == ".json";
}

}  // namespace

Result<void> HsdsReading::run(const fs::path& path) {
    if (Result<void> found = find(path); !found) return found;
    for (File& file : files_)
        if (Result<void> read = readThrough(file, nullptr); !read) return read;
    const auto usable =
        std::count_if(files_.begin(), files_.end(), [](const File& file) { return file.refusal.empty(); });
    if (usable == 0)
        return fail(ErrorCode::Malformed,
                    files_.front().name + ": " + files_.front().refusal +
                        (holdsCsv() ? " The folder holds CSV files, which this does not read." : "") +
                        std::string(nothingChanged));
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
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);
    if (!fs::exists(status))
        return fail(ErrorCode::NotFound, path.string() + " does not exist." + std::string(nothingChanged));
    if (fs::is_directory(status)) return findInFolder(path);
    if (!fs::is_regular_file(status))
        return fail(ErrorCode::InvalidArgument,
                    path.string() + " is neither a file nor a folder." + std::string(nothingChanged));
    return addFile(path);
}

Result<void> HsdsReading::findInFolder(const fs::path& folder) {
    std::error_code problem;
    std::vector<fs::path> found;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem)) {
        std::error_code ignored;
        if (isJson(at->path()) && at->is_regular_file(ignored))
            found.push_back(at->path());
        else if (leftAlone_.size() < limits::hsdsFilesPerFolder)
            leftAlone_.push_back(at->path().filename().string());
        if (found.size() > limits::hsdsFilesPerFolder)
            return fail(ErrorCode::TooLarge,
                        folder.string() + " holds more than " + std::to_string(limits::hsdsFilesPerFolder) +
                            " files. Import them in parts." + std::string(nothingChanged));
    }
    if (problem)
        return fail(ErrorCode::Storage, folder.string() + " cannot be read: " + problem.message() + ".");
    // A folder gives its entries in any order, and which value counts depends on it.
    std::sort(found.begin(), found.end());
    std::sort(leftAlone_.begin(), leftAlone_.end());
    for (const fs::path& path : found)
        if (Result<void> added = addFile(path); !added) return added;
    if (!files_.empty()) return {};
    return fail(ErrorCode::Malformed, folder.string() + " holds " + (holdsCsv() ? "CSV files and " : "") +
                                          "no .json files." + std::string(nothingChanged));
}

bool HsdsReading::holdsCsv() const {
    return std::any_of(leftAlone_.begin(), leftAlone_.end(),
                       [](const std::string& name) { return fs::path(name).extension() == ".csv"; });
}

Result<void> HsdsReading::addFile(const fs::path& path) {
    std::error_code problem;
    const std::uint64_t bytes = fs::file_size(path, problem);
    if (problem)
        return fail(ErrorCode::Storage, path.string() + " cannot be read: " + problem.message() + ".");
    File file{path, path.filename().string(), bytes, {}, {}};
    if (bytes > limits::importFileBytes)
        return fail(ErrorCode::TooLarge, file.name + " is larger than " +
                                             std::to_string(limits::importFileBytes / limits::mib) +
                                             " MiB. Import it in parts." + std::string(nothingChanged));
    // Twice through each file.
    bytesTotal_ += 2 * bytes;
    files_.push_back(std::move(file));
    return {};
}

Result<void> HsdsReading::readThrough(File& file, ImportSink* sink) {
    report_.startFile(file.name);
    HsdsItems items(normaliser_, records_, report_, sink);
    JsonSplitter splitter(items);
    std::ifstream stream(file.path, std::ios::binary);
    std::string piece(pieceBytes, '\0');
    std::string start;
    while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())) || stream.gcount() > 0) {
        const std::string_view got(piece.data(), static_cast<std::size_t>(stream.gcount()));
        if (start.size() < startBytes) start.append(got.substr(0, startBytes - start.size()));
        splitter.feed(got);
        bytesDone_ = std::min(bytesDone_ + got.size(), bytesTotal_);
        sink_.progress(bytesDone_, bytesTotal_);
    }
    if (stream.bad() || !stream.eof())
        return fail(ErrorCode::Storage, file.name + " cannot be read to its end.");
    splitter.finish();
    report_.endFile();
    if (sink != nullptr) return {};
    file.findings = items.findings();
    file.refusal = whyUseless(start, splitter, file.findings);
    return {};
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
    for (const std::string& name : leftAlone_)
        sink_.problem({name, 0, "Not a .json file.", "Left alone."});
    for (const File& file : files_)
        if (!file.refusal.empty())
            sink_.problem(
                {file.name, 0, "Not used: " + file.refusal, "Left alone; the other files were read."});
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
    sink_.problem({first->name, 0,
                   "The header says total_items " + std::to_string(expected) + " on " +
                       std::to_string(first->findings.totalPages) + " pages; there are " +
                       std::to_string(items) + " in these files.",
                   "All that are there were read."});
}

}  // namespace veldwijzer::exchange
