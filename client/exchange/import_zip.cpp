// SPDX-License-Identifier: EUPL-1.2
// Zip files, through libzip: entry by entry, never unpacked to the disk.
#include <zip.h>

#include <algorithm>
#include <set>

#include "exchange/hsds_limits.h"
#include "exchange/hsds_report.h"
#include "exchange/import_files.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::size_t pieceBytes = 64 * limits::kib;
constexpr std::string_view nothingChanged = " Nothing was imported.";

using Archive = std::shared_ptr<zip_t>;

class ZipEntry final : public ImportFile {
public:
    ZipEntry(Archive archive, zip_uint64_t index, std::string name, std::uint64_t bytes)
        : archive_(std::move(archive)), index_(index), name_(std::move(name)), bytes_(bytes) {}
    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] std::uint64_t bytes() const override { return bytes_; }
    [[nodiscard]] Result<void> read(const std::function<void(std::string_view)>& piece) override {
        const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
            zip_fopen_index(archive_.get(), index_, 0), zip_fclose);
        if (!file) return damaged();
        std::string buffer(pieceBytes, '\0');
        std::uint64_t done = 0;
        for (;;) {
            const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
            if (got < 0) return damaged();
            if (got == 0) break;
            // The zip's own word for its size is no promise.
            done += static_cast<std::uint64_t>(got);
            if (done > bytes_) return damaged();
            piece(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
        }
        if (done < bytes_) return damaged();
        return {};
    }

private:
    [[nodiscard]] Error damaged() const {
        return fail(ErrorCode::Malformed,
                    name_ + " in the zip is damaged: it does not unpack to what the zip says.");
    }
    Archive archive_;
    zip_uint64_t index_;
    std::string name_;
    std::uint64_t bytes_;
};

Error refused(ErrorCode code, const std::filesystem::path& path, const std::string& why) {
    return fail(code, path.filename().string() + " " + why + std::string(nothingChanged));
}

struct Entry {
    std::string whole;  ///< with folders
    std::string name;
    zip_stat_t stat{};
};

std::string officeName(const std::set<std::string>& names) {
    if (names.count("[Content_Types].xml") > 0) return "an Office document (docx, xlsx)";
    if (names.count("META-INF/manifest.xml") > 0) return "an OpenDocument file (ods, odt) or an e-book";
    return "";
}

}  // namespace

Result<ImportFiles> openZip(const std::filesystem::path& path) {
    int code = 0;
    const Archive archive(zip_open(path.c_str(), ZIP_RDONLY, &code), [](zip_t* opened) {
        if (opened != nullptr) zip_discard(opened);
    });
    if (!archive)
        return refused(ErrorCode::Malformed, path, "seems to be a zip file, but it is damaged or cut off.");
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > static_cast<zip_int64_t>(limits::hsdsFilesPerFolder))
        return refused(ErrorCode::TooLarge, path,
                       "holds more than " + std::to_string(limits::hsdsFilesPerFolder) + " files.");
    ImportFiles found;
    found.isFolder = true;
    std::set<std::string> wholes;
    std::set<std::string> names;
    std::vector<Entry> entries;
    std::uint64_t total = 0;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        Entry entry;
        if (zip_stat_index(archive.get(), index, ZIP_FL_ENC_GUESS, &entry.stat) != 0 ||
            entry.stat.name == nullptr) {
            found.leftAlone.push_back({"entry " + std::to_string(index + 1), "It is damaged."});
            continue;
        }
        entry.whole = entry.stat.name;
        if (!entry.whole.empty() && entry.whole.back() == '/') continue;  // a folder
        const std::size_t slash = entry.whole.find_last_of("/\\");
        entry.name = slash == std::string::npos ? entry.whole : entry.whole.substr(slash + 1);
        wholes.insert(entry.whole);
        const std::string extension = extensionOf(entry.name);
        const bool knowsSize = (entry.stat.valid & ZIP_STAT_SIZE) != 0;
        const auto leave = [&](std::string why) {
            found.leftAlone.push_back({shown(entry.whole), std::move(why)});
        };
        if (extension != ".json" && extension != ".csv") {
            leave("Not a .json or .csv file.");
        } else if ((entry.stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
                   entry.stat.encryption_method != ZIP_EM_NONE) {
            leave("It is encrypted; unpack it first.");
        } else if (!knowsSize) {
            leave("The zip does not say how large it is.");
        } else if (!names.insert(entry.name).second) {
            leave("The zip holds another file of this name; the first counts.");
        } else {
            total += std::min<std::uint64_t>(entry.stat.size, limits::importFileBytes + 1);
            entries.push_back(std::move(entry));
        }
    }
    if (total > limits::importFileBytes)
        return refused(ErrorCode::TooLarge, path,
                       "unpacks to more than " + std::to_string(limits::importFileBytes / limits::mib) +
                           " MiB, and is not unpacked. Import it in parts.");
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    for (Entry& entry : entries)
        found.files.push_back(
            std::make_unique<ZipEntry>(archive, entry.stat.index, entry.name, entry.stat.size));
    if (!found.files.empty()) return found;
    const std::string office = officeName(wholes);
    if (!office.empty()) return refused(ErrorCode::Malformed, path, "seems to be " + office + ", not HSDS.");
    const bool encrypted = std::any_of(found.leftAlone.begin(), found.leftAlone.end(), [](const auto& left) {
        return left.why.find("encrypted") != std::string::npos;
    });
    return refused(ErrorCode::Malformed, path,
                   encrypted ? "is an encrypted zip file; unpack it first."
                             : "is a zip file without .json or .csv files.");
}

}  // namespace veldwijzer::exchange
