// SPDX-License-Identifier: EUPL-1.2
// The work of a social map, ours beside plain SQLite doing the bare minimum, in the same run and in turns, so
// that the noise of a shared machine hits both alike. One JSON document on standard output: medians and
// ratios.
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "bench/bench_data.h"
#include "bench/plain_sqlite.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"
#include "vault/internal.h"

using namespace veldwijzer;

namespace {

struct Sizes {
    std::size_t services = 5000;
    std::size_t edits = 1000;
    std::size_t mergeEdits = 10000;
    std::size_t rounds = 5;
};

double timed(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// One measure: rounds of ours and of the baseline in turns.
struct Measure {
    std::vector<double> ours;
    std::vector<double> plain;

    [[nodiscard]] nlohmann::json json() const {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < ours.size(); ++i)
            ratios.push_back(ours[i] / plain[i]);
        return {{"ours_ms", median(ours)},
                {"plain_ms", median(plain)},
                {"ratio", median(ratios)},
                {"ratio_least", *std::min_element(ratios.begin(), ratios.end())},
                {"ratio_most", *std::max_element(ratios.begin(), ratios.end())},
                {"ours_all_ms", ours},
                {"plain_all_ms", plain}};
    }
};

RecordId idOfService(std::size_t index) {
    const std::string name = std::to_string(index);
    return idOf<RecordId>("veldwijzer bench", {viewOf(name)});
}

std::vector<store::RecordEdit> creating(const std::vector<bench::Service>& services) {
    std::vector<store::RecordEdit> edits;
    for (std::size_t i = 0; i < services.size(); ++i) {
        store::RecordEdit edit{.record = idOfService(i), .kind = "service", .edits = {}};
        for (std::size_t field = 0; field < bench::fieldNames.size(); ++field)
            edit.edits.push_back(
                {merge::Action::Assign, bench::fieldNames[field], merge::Value(services[i].values[field])});
        edits.push_back(std::move(edit));
    }
    return edits;
}

void must(bool done, const char* what) {
    if (done) return;
    std::fprintf(stderr, "bench: %s failed\n", what);
    std::exit(1);
}

void editOne(session::Session& who, const SpaceId& map, const bench::Edit& edit) {
    const store::RecordEdit record{
        .record = idOfService(edit.service),
        .kind = "service",
        .edits = {{merge::Action::Assign, bench::fieldNames[edit.field], merge::Value(edit.value)}}};
    must(who.store().write(map, std::span(&record, 1)).ok(), "an edit");
}

class Bench {
public:
    explicit Bench(const Sizes& sizes) : sizes_(sizes), services_(bench::makeServices(sizes.services, 42)) {}

    nlohmann::json run() {
        for (std::size_t round = 0; round < sizes_.rounds; ++round) {
            std::fprintf(stderr, "round %zu of %zu\n", round + 1, sizes_.rounds);
            one(round);
        }
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        return {{"sizes",
                 {{"services", sizes_.services},
                  {"edits", sizes_.edits},
                  {"merge_edits_each", sizes_.mergeEdits},
                  {"rounds", sizes_.rounds},
                  {"json_bytes", jsonBytes()}}},
                {"write_all_records", import_.json()},
                {"first_sync", firstSync_.json()},
                {"first_sync_wire_bytes", wireBytes_},
                {"first_sync_disk_bytes", diskBytes_},
                {"durable_edits", edits_.json()},
                {"push_and_pull", pushPull_.json()},
                {"merge_concurrent", merge_.json()},
                {"merge_plain_values_lost", plainLost_},
                {"merge_conflicts_kept", conflictsKept_},
                {"cold_open_first_50", coldOpen_.json()},
                {"peak_memory_kb", usage.ru_maxrss}};
    }

private:
    /// Everything is made anew each round, so that no round inherits a warm file.
    void one(std::size_t round) {
        test::TemporaryFolder folder;
        SystemClock clock;
        SystemRandom random;
        const session::Environment environment{clock, random};
        test::LocalRegion region(clock, random, folder.path());
        auto anna =
            test::joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, environment);
        const SpaceId map = anna->spaceFor("service");
        const std::string frames = bench::PlainSqlite::framesOf(services_);
        auto plainA = std::make_unique<bench::PlainSqlite>(folder.path() / "plain-a.sqlite");
        auto plainB = std::make_unique<bench::PlainSqlite>(folder.path() / "plain-b.sqlite");

        const auto edits = creating(services_);
        import_.ours.push_back(timed([&] { must(anna->store().writeBulk(map, edits).ok(), "writing"); }));
        import_.plain.push_back(timed([&] { plainA->firstSync(frames); }));
        must(anna->sync(region.wire()).complete, "pushing");

        auto bram =
            test::joinedSession(folder.path() / "bram", test::invited(*anna, region, roster::Role::Editor),
                                "Bram", region, environment);
        const std::uint64_t before = region.wire().bytesDown;
        firstSync_.ours.push_back(timed([&] { must(bram->sync(region.wire()).complete, "the first sync"); }));
        firstSync_.plain.push_back(timed([&] { plainB->firstSync(frames); }));
        wireBytes_ = region.wire().bytesDown - before;
        diskBytes_ = folderBytes(folder.path() / "bram");

        const auto day = bench::makeEdits(sizes_.edits, sizes_.services, 100 + round);
        edits_.ours.push_back(timed([&] {
            for (const bench::Edit& edit : day)
                editOne(*anna, map, edit);
        }));
        edits_.plain.push_back(timed([&] { plainA->editOneByOne(day, 1); }));
        must(anna->sync(region.wire()).complete && bram->sync(region.wire()).complete, "a sync");

        // The edits themselves are one commit on both sides: what is measured is the way to the colleague.
        const auto batch = bench::makeEdits(sizes_.edits, sizes_.services, 200 + round);
        pushPull_.ours.push_back(timed([&] {
            anna->store().transact([&] {
                for (const bench::Edit& edit : batch)
                    editOne(*anna, map, edit);
            });
            must(anna->sync(region.wire()).complete && bram->sync(region.wire()).complete, "push and pull");
        }));
        pushPull_.plain.push_back(timed([&] {
            plainA->editTogether(batch, 1);
            plainB->applyEdits(bench::PlainSqlite::framesOf(batch, 1));
        }));

        mergeConcurrent(round, *anna, *bram, map, region, *plainA, *plainB);
        coldOpen(folder.path(), std::move(anna), std::move(plainA), environment);
    }

    void mergeConcurrent(std::size_t round, session::Session& anna, session::Session& bram,
                         const SpaceId& map, test::LocalRegion& region, bench::PlainSqlite& plainA,
                         bench::PlainSqlite& plainB) {
        const auto a = bench::makeEdits(sizes_.mergeEdits, sizes_.services, 300 + round);
        auto b = bench::makeEdits(sizes_.mergeEdits, sizes_.services, 400 + round);
        // One in ten meets an edit of the other side on the same field.
        for (std::size_t i = 0; i < b.size() / 10; ++i) {
            b[i].service = a[i * 10].service;
            b[i].field = a[i * 10].field;
        }
        const auto offline = [&](session::Session& who, const std::vector<bench::Edit>& edits) {
            who.store().transact([&] {
                for (const bench::Edit& edit : edits)
                    editOne(who, map, edit);
            });
        };
        offline(anna, a);
        offline(bram, b);
        plainA.editTogether(a, 1);
        plainB.editTogether(b, 2);
        merge_.ours.push_back(timed([&] {
            must(anna.sync(region.wire()).complete && bram.sync(region.wire()).complete &&
                     anna.sync(region.wire()).complete,
                 "merging");
        }));
        merge_.plain.push_back(timed([&] {
            const std::string fromA = bench::PlainSqlite::framesOf(a, 1);
            const std::string fromB = bench::PlainSqlite::framesOf(b, 2);
            plainLost_ = plainA.applyEdits(fromB) + plainB.applyEdits(fromA);
        }));
        conflictsKept_ = anna.store().conflictCount();
        must(anna.store().digest(map) == bram.store().digest(map), "convergence");
    }

    void coldOpen(const std::filesystem::path& folder, std::unique_ptr<session::Session> anna,
                  std::unique_ptr<bench::PlainSqlite> plain, session::Environment environment) {
        anna.reset();
        plain.reset();
        const auto key = vault::Access::dataKey(folder / "anna", test::passphrase);
        must(key.ok(), "the data key");
        // Beyond key derivation, which costs the same second wherever the data lies.
        coldOpen_.ours.push_back(timed([&] {
            auto vault = vault::Access::openWithKey(folder / "anna", *key, environment.random);
            must(vault.ok(), "opening the vault");
            auto store = store::Store::open({.db = (*vault)->database(),
                                             .writeMutex = (*vault)->writeMutex(),
                                             .clock = environment.clock,
                                             .random = environment.random,
                                             .anchorHead = {},
                                             .checkpoint = {},
                                             .fault = {}});
            must(
                store.ok() &&
                    (*store)->list({.kind = "service", .facets = {}, .offset = 0, .limit = 50}).rows.size() ==
                        std::min<std::size_t>(50, sizes_.services),
                "listing");
        }));
        coldOpen_.plain.push_back(timed([&] {
            bench::PlainSqlite again(folder / "plain-a.sqlite");
            must(!again.firstNames(50).empty(), "listing");
        }));
    }

    static std::uintmax_t folderBytes(const std::filesystem::path& folder) {
        std::uintmax_t sum = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            sum += entry.file_size();
        return sum;
    }

    [[nodiscard]] std::size_t jsonBytes() const {
        std::size_t bytes = 2;
        for (const bench::Service& service : services_)
            for (std::size_t i = 0; i < bench::fieldNames.size(); ++i)
                bytes += std::strlen(bench::fieldNames[i]) + service.values[i].size() + 6;
        return bytes;
    }

    Sizes sizes_;
    std::vector<bench::Service> services_;
    Measure import_, firstSync_, edits_, pushPull_, merge_, coldOpen_;
    std::uint64_t wireBytes_ = 0;
    std::uintmax_t diskBytes_ = 0;
    std::size_t plainLost_ = 0;
    std::uint64_t conflictsKept_ = 0;
};

bool read(int argc, char** argv, Sizes& sizes) {
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        std::size_t* target = name == "--services"      ? &sizes.services
                              : name == "--edits"       ? &sizes.edits
                              : name == "--merge-edits" ? &sizes.mergeEdits
                              : name == "--rounds"      ? &sizes.rounds
                                                        : nullptr;
        const std::string_view text = argv[i + 1];
        if (target == nullptr) return false;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *target);
        if (error != std::errc{} || end != text.data() + text.size() || *target == 0) return false;
    }
    return argc % 2 == 1;
}

}  // namespace

int main(int argc, char** argv) {
    Sizes sizes;
    if (!read(argc, argv, sizes)) {
        std::fprintf(stderr, "usage: %s [--services N] [--edits N] [--merge-edits N] [--rounds N]\n",
                     argv[0]);
        return 2;
    }
    std::printf("%s\n", Bench(sizes).run().dump(2).c_str());
    return 0;
}
