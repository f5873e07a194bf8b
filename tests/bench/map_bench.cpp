// SPDX-License-Identifier: EUPL-1.2
#include "bench/map_bench.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "bench/plain_search.h"
#include "session/helper_thread.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"
#include "vault/internal.h"

namespace veldwijzer::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t passes = 3;
/// Further searches that a question takes while it is typed: the pauses between its key presses.
constexpr std::size_t longestTyped = 24;

fs::path mapOf(const Sizes& sizes, const fs::path& folder) {
    if (!sizes.map.empty()) return sizes.map;
    const fs::path file = folder / "map.json";
    const std::string command = "python3 '" SOURCE_FOLDER "/deploy/sample/generate.py' --services " +
                                std::to_string(sizes.services) + " '" + file.string() + "'";
    must(std::system(command.c_str()) == 0, "making a map");
    return file;
}

/// The questions that the tests ask, key by key: what a person sees on the way there is a search too.
std::vector<std::string> typedTexts() {
    std::ifstream file(SOURCE_FOLDER "/tests/data/search/questions.json");
    const nlohmann::json questions = nlohmann::json::parse(file)["questions"];
    std::vector<std::string> texts;
    for (const nlohmann::json& question : questions) {
        const std::string text = question["ask"];
        for (std::size_t size = 1; size <= std::min(text.size(), longestTyped); ++size)
            if (text[size - 1] != ' ') texts.push_back(text.substr(0, size));
    }
    return texts;
}

/// Of each text the median of some passes, so that a hiccup of the machine is no slow search.
class Typing {
public:
    explicit Typing(std::size_t texts) : all_(texts) {}
    void add(std::size_t text, double milliseconds) { all_[text].push_back(milliseconds); }
    /// Of those texts only that have something in `wanted`, when there is any such list.
    [[nodiscard]] double part(double share, const std::vector<std::size_t>& wanted = {}) const {
        std::vector<double> each;
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (wanted.empty() || wanted[i] > 0) each.push_back(quantile(all_[i], 0.5));
        return quantile(each, share);
    }
    [[nodiscard]] nlohmann::json json() const {
        return {{"median_ms", part(0.5)}, {"p99_ms", part(0.99)}, {"most_ms", part(1)}};
    }

private:
    std::vector<std::vector<double>> all_;
};

nlohmann::json searchAsTyped(session::Session& session, PlainSearch& plain) {
    const std::vector<std::string> texts = typedTexts();
    Typing ours(texts.size());
    Typing theirs(texts.size());
    std::vector<std::uint64_t> oursFound(texts.size());
    std::vector<std::size_t> plainFound(texts.size());
    for (std::size_t pass = 0; pass <= passes; ++pass)
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const double our = timed([&] {
                const auto answer = session.search({.text = texts[i]});
                must(answer.ok(), "a search");
                oursFound[i] = answer->total;
            });
            const double their = timed([&] { plainFound[i] = plain.search(texts[i]); });
            if (pass == 0) continue;  // only warms up
            ours.add(i, our);
            theirs.add(i, their);
        }
    return {{"texts", texts.size()},
            {"ours", ours.json()},
            {"plain", theirs.json()},
            {"median_ratio", ours.part(0.5) / theirs.part(0.5)},
            {"p99_ratio", ours.part(0.99) / theirs.part(0.99)},
            {"median_ratio_where_plain_finds", ours.part(0.5, plainFound) / theirs.part(0.5, plainFound)},
            {"ours_found_nothing", std::count(oursFound.begin(), oursFound.end(), 0U)},
            {"plain_found_nothing", std::count(plainFound.begin(), plainFound.end(), 0U)}};
}

class MapBench {
public:
    explicit MapBench(const Sizes& sizes) : sizes_(sizes), file_(mapOf(sizes, folder_.path())) {}

    nlohmann::json run() {
        nlohmann::json result;
        for (std::size_t round = 0; round < sizes_.rounds; ++round) {
            std::fprintf(stderr, "map, round %zu of %zu\n", round + 1, sizes_.rounds);
            result = one(folder_.path() / std::to_string(round), round + 1 == sizes_.rounds);
        }
        result["import_hsds"] = import_.json();
        result["search_index"] = index_.json();
        result["cold_open_first_result"] = coldOpen_.json();
        result["file_bytes"] = fs::file_size(file_);
        return result;
    }

private:
    nlohmann::json one(const fs::path& folder, bool last) {
        fs::create_directory(folder);
        SystemClock clock;
        SystemRandom random;
        session::HelperThread helper;
        const session::Environment environment{clock, random, helper};
        test::LocalRegion region(clock, random, folder);
        auto session = test::joinedSession(folder / "vault", region.bootstrap(), "Anna", region, environment);
        auto plain = std::make_unique<PlainSearch>(folder / "plain.sqlite");
        import_.ours.push_back(timed([&] { must(session->importHsds(file_).ok(), "importing"); }));
        import_.plain.push_back(timed([&] { plain->import(file_); }));
        index_.ours.push_back(timed([&] { session->keepSearchUp(); }));
        index_.plain.push_back(timed([&] { plain->makeSearchIndex(); }));
        std::fprintf(stderr, "  import %.0f ms (plain %.0f), index %.0f ms (plain %.0f)\n",
                     import_.ours.back(), import_.plain.back(), index_.ours.back(), index_.plain.back());
        nlohmann::json result;
        if (last) {
            must(session->importHsds(SOURCE_FOLDER "/deploy/sample/synonyms.json").ok(),
                 "importing synonyms");
            result["search_as_typed"] = searchAsTyped(*session, *plain);
            lists(*session, clock.wallMs(), result);
        }
        session.reset();
        plain.reset();
        coldOpen(folder, environment);
        fs::remove_all(folder);
        return result;
    }

    static void lists(session::Session& session, WallMs at, nlohmann::json& result) {
        result["open_now_ms"] = timed([&] { must(session.openServices(at).services > 0, "open now"); });
        result["open_now_again_ms"] = timed([&] { must(session.openServices(at).services > 0, "open now"); });
        result["stale_ms"] = timed([&] { must(session.staleServices(at).services > 0, "stale"); });
        result["duplicates_ms"] = timed([&] { static_cast<void>(session.duplicates()); });
    }

    /// Beyond key derivation, to the first answer.
    void coldOpen(const fs::path& folder, session::Environment environment) {
        const auto key = vault::Access::dataKey(folder / "vault", test::passphrase);
        must(key.ok(), "the data key");
        coldOpen_.ours.push_back(timed([&] {
            auto vault = vault::Access::openWithKey(folder / "vault", *key, environment.random);
            must(vault.ok(), "opening the vault");
            auto store = store::Store::open({.db = (*vault)->database(),
                                             .writeMutex = (*vault)->writeMutex(),
                                             .clock = environment.clock,
                                             .random = environment.random,
                                             .anchorHead = {},
                                             .checkpoint = {},
                                             .fault = {}});
            must(store.ok(), "opening the store");
            search::SearchIndex index(**store);
            must(index.search({.text = "opvang"}).total > 0, "searching");
        }));
        coldOpen_.plain.push_back(timed([&] {
            PlainSearch again(folder / "plain.sqlite");
            must(again.search("opvang") > 0, "searching");
        }));
    }

    Sizes sizes_;
    test::TemporaryFolder folder_;
    fs::path file_;
    Measure import_, index_, coldOpen_;
};

}  // namespace

nlohmann::json mapBench(const Sizes& sizes) {
    return MapBench(sizes).run();
}

}  // namespace veldwijzer::bench
