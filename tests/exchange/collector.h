// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.h"
#include "exchange/hsds_reader.h"
#include "exchange/incoming.h"
#include "unistd.h"

namespace veldwijzer::exchange::test {

/// A folder of its own under the system's, gone at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        static std::atomic<int> count{0};
        path_ = std::filesystem::temp_directory_path() /
                ("veldwijzer-exchange-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::filesystem::path write(const std::string& name, std::string_view text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

class Collector final : public ImportSink {
public:
    void record(IncomingRecord&& record) override { records.push_back(std::move(record)); }
    void problem(Problem&& problem) override { problems.push_back(std::move(problem)); }
    void progress(std::uint64_t bytesDone, std::uint64_t bytesTotal) override {
        progressGrows = progressGrows && bytesDone >= done && bytesDone <= bytesTotal;
        done = bytesDone;
        total = bytesTotal;
    }

    /// The record with that id in the file; fails the lookup with null.
    [[nodiscard]] const IncomingRecord* find(std::string_view kind, std::string_view sourceId) const {
        const auto at = std::find_if(records.begin(), records.end(), [&](const IncomingRecord& r) {
            const merge::Value* id = findRegister(r, sourceIdField);
            return r.kind == kind && id != nullptr && *id == merge::Value(std::string(sourceId));
        });
        return at == records.end() ? nullptr : &*at;
    }
    [[nodiscard]] std::size_t count(std::string_view kind) const {
        return static_cast<std::size_t>(
            std::count_if(records.begin(), records.end(), [&](const auto& r) { return r.kind == kind; }));
    }
    /// Whether some problem of that row has all of `words` in it.
    [[nodiscard]] bool says(std::uint64_t row, const std::vector<std::string>& words) const {
        return std::any_of(problems.begin(), problems.end(), [&](const Problem& p) {
            const std::string text = p.problem + " " + p.action;
            return p.row == row && std::all_of(words.begin(), words.end(), [&](const std::string& word) {
                       return text.find(word) != std::string::npos;
                   });
        });
    }
    /// Everything, in one text.
    [[nodiscard]] std::string dump() const {
        std::ostringstream out;
        for (const IncomingRecord& r : records) {
            out << r.kind << ' ' << toHex(r.id.view()) << '\n';
            for (const auto& [name, value] : r.registers)
                out << "  " << name << " = " << jsonOf(value) << '\n';
            for (const auto& [name, elements] : r.sets)
                for (const merge::Value& element : elements)
                    out << "  " << name << " + " << jsonOf(element) << '\n';
        }
        for (const Problem& p : problems)
            out << p.file << ':' << p.row << ": " << p.problem << " -> " << p.action << '\n';
        return out.str();
    }

    std::vector<IncomingRecord> records;
    std::vector<Problem> problems;
    bool progressGrows = true;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};

inline std::string registerText(const IncomingRecord& record, std::string_view name) {
    const merge::Value* value = findRegister(record, name);
    return value == nullptr ? "(none)" : jsonOf(*value);
}

/// The elements of a set as JSON texts; empty if it is not there.
inline std::vector<std::string> elements(const IncomingRecord& record, std::string_view name) {
    std::vector<std::string> result;
    for (const auto& [set, values] : record.sets)
        if (set == name)
            for (const merge::Value& value : values)
                result.push_back(jsonOf(value));
    return result;
}

inline std::string reference(const IncomingRecord& record) {
    return jsonOf(record.id);
}

inline Result<void> readText(std::string_view text, Collector& collector,
                             const std::string& name = "test.json") {
    const TemporaryFolder folder;
    return readHsds(folder.write(name, text), collector);
}

inline std::filesystem::path fixture(const std::string& name) {
    return std::filesystem::path(VELDWIJZER_SOURCE_DIR) / "tests/data/hsds" / name;
}

inline std::string textOfFile(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

}  // namespace veldwijzer::exchange::test
