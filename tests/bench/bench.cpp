// SPDX-License-Identifier: EUPL-1.2
// The work of a social map, ours beside plain SQLite doing the bare minimum, in the same run and in turns, so
// that the noise of a shared machine hits both alike. One JSON document on standard output: medians and
// ratios.
#include <charconv>
#include <cstdio>

#include "bench/first_sync_bench.h"
#include "bench/map_bench.h"
#include "bench/people_bench.h"
#include "bench/store_bench.h"

using namespace veldwijzer::bench;

namespace {

constexpr const char* usage =
    "usage: %s [--services N] [--edits N] [--merge-edits N] [--rounds N] [--only store|sync|map|people] "
    "[--map "
    "FILE]\n";

struct Options {
    Sizes sizes;
    std::string only;

    [[nodiscard]] bool wants(std::string_view part) const { return only.empty() || only == part; }
};

bool readNumber(const std::string& text, std::size_t& target) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), target);
    return error == std::errc{} && end == text.data() + text.size() && target > 0;
}

bool read(const std::vector<std::string>& words, Options& options) {
    Sizes& sizes = options.sizes;
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        const std::string& name = words[i];
        const std::string& text = words[i + 1];
        std::size_t* number = name == "--services"      ? &sizes.services
                              : name == "--edits"       ? &sizes.edits
                              : name == "--merge-edits" ? &sizes.mergeEdits
                              : name == "--rounds"      ? &sizes.rounds
                                                        : nullptr;
        if (number != nullptr && !readNumber(text, *number)) return false;
        if (name == "--map")
            sizes.map = text;
        else if (name == "--only")
            options.only = text;
        else if (number == nullptr)
            return false;
    }
    return words.size() % 2 == 0;
}

nlohmann::json run(const Options& options) {
    const Sizes& sizes = options.sizes;
    nlohmann::json result = {{"sizes",
                              {{"services", sizes.services},
                               {"edits", sizes.edits},
                               {"merge_edits_each", sizes.mergeEdits},
                               {"rounds", sizes.rounds}}}};
    if (options.wants("sync")) result["first_sync"] = firstSyncBench(sizes);
    if (options.wants("map")) result.update(mapBench(sizes));
    if (options.wants("people")) result.update(peopleBench(sizes));
    if (options.wants("store")) result.update(storeBench(sizes));
    return result;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (const auto done = firstSyncChild(words)) return *done;
    Options options;
    if (!read(words, options)) {
        std::fprintf(stderr, usage, argv[0]);
        return 2;
    }
    std::printf("%s\n", run(options).dump(2).c_str());
    return 0;
}
