// SPDX-License-Identifier: EUPL-1.2
#include "bench/store_bench.h"

#include <cstdio>

#include "bench/bench_data.h"
#include "bench/plain_sqlite.h"
#include "session/helper_thread.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"
#include "vault/internal.h"

namespace veldwijzer::bench {
namespace {

void editOne(session::Session& who, const SpaceId& map, const Edit& edit) {
    const store::RecordEdit record{
        .record = idOfService(edit.service),
        .kind = "service",
        .edits = {{merge::Action::Assign, fieldNames[edit.field], merge::Value(edit.value)}}};
    must(who.store().write(map, std::span(&record, 1)).ok(), "an edit");
}

class StoreBench {
public:
    explicit StoreBench(const Sizes& sizes) : sizes_(sizes), services_(makeServices(sizes.services, 42)) {}

    nlohmann::json run() {
        for (std::size_t round = 0; round < sizes_.rounds; ++round) {
            std::fprintf(stderr, "round %zu of %zu\n", round + 1, sizes_.rounds);
            one(round);
        }
        return {{"write_all_records", import_.json()},   {"durable_edits", edits_.json()},
                {"push_and_pull", pushPull_.json()},     {"merge_concurrent", merge_.json()},
                {"merge_plain_values_lost", plainLost_}, {"merge_conflicts_kept", conflictsKept_},
                {"cold_open_first_50", coldOpen_.json()}};
    }

private:
    /// Everything is made anew each round, so that no round inherits a warm file.
    void one(std::size_t round) {
        test::TemporaryFolder folder;
        SystemClock clock;
        SystemRandom random;
        session::HelperThread helper;
        const session::Environment environment{clock, random, helper};
        test::LocalRegion region(clock, random, folder.path());
        auto anna =
            test::joinedSession(folder.path() / "anna", region.bootstrap(), "Anna", region, environment);
        const SpaceId map = anna->spaceFor("service");
        const std::string frames = PlainSqlite::framesOf(services_);
        auto plainA = std::make_unique<PlainSqlite>(folder.path() / "plain-a.sqlite");
        auto plainB = std::make_unique<PlainSqlite>(folder.path() / "plain-b.sqlite");

        const auto edits = creating(services_);
        import_.ours.push_back(timed([&] { must(anna->store().writeBulk(map, edits).ok(), "writing"); }));
        import_.plain.push_back(timed([&] { plainA->firstSync(frames); }));
        must(anna->sync(region.wire()).complete, "pushing");

        auto bram =
            test::joinedSession(folder.path() / "bram", test::invited(*anna, region, roster::Role::Editor),
                                "Bram", region, environment);
        must(bram->sync(region.wire()).complete, "the first sync");
        plainB->firstSync(frames);

        const auto day = makeEdits(sizes_.edits, sizes_.services, 100 + round);
        edits_.ours.push_back(timed([&] {
            for (const Edit& edit : day)
                editOne(*anna, map, edit);
        }));
        edits_.plain.push_back(timed([&] { plainA->editOneByOne(day, 1); }));
        must(anna->sync(region.wire()).complete && bram->sync(region.wire()).complete, "a sync");

        // The edits themselves are one commit on both sides: what is measured is the way to the colleague.
        const auto batch = makeEdits(sizes_.edits, sizes_.services, 200 + round);
        pushPull_.ours.push_back(timed([&] {
            anna->store().transact([&] {
                for (const Edit& edit : batch)
                    editOne(*anna, map, edit);
            });
            must(anna->sync(region.wire()).complete && bram->sync(region.wire()).complete, "push and pull");
        }));
        pushPull_.plain.push_back(timed([&] {
            plainA->editTogether(batch, 1);
            plainB->applyEdits(PlainSqlite::framesOf(batch, 1));
        }));

        mergeConcurrent(round, *anna, *bram, map, region, *plainA, *plainB);
        coldOpen(folder.path(), std::move(anna), std::move(plainA), environment);
    }

    void mergeConcurrent(std::size_t round, session::Session& anna, session::Session& bram,
                         const SpaceId& map, test::LocalRegion& region, PlainSqlite& plainA,
                         PlainSqlite& plainB) {
        const auto a = makeEdits(sizes_.mergeEdits, sizes_.services, 300 + round);
        auto b = makeEdits(sizes_.mergeEdits, sizes_.services, 400 + round);
        // One in ten meets an edit of the other side on the same field.
        for (std::size_t i = 0; i < b.size() / 10; ++i) {
            b[i].service = a[i * 10].service;
            b[i].field = a[i * 10].field;
        }
        const auto offline = [&](session::Session& who, const std::vector<Edit>& edits) {
            who.store().transact([&] {
                for (const Edit& edit : edits)
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
            const std::string fromA = PlainSqlite::framesOf(a, 1);
            const std::string fromB = PlainSqlite::framesOf(b, 2);
            plainLost_ = plainA.applyEdits(fromB) + plainB.applyEdits(fromA);
        }));
        conflictsKept_ = anna.store().conflictCount();
        must(anna.store().digest(map) == bram.store().digest(map), "convergence");
    }

    void coldOpen(const std::filesystem::path& folder, std::unique_ptr<session::Session> anna,
                  std::unique_ptr<PlainSqlite> plain, session::Environment environment) {
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
            PlainSqlite again(folder / "plain-a.sqlite");
            must(!again.firstNames(50).empty(), "listing");
        }));
    }

    Sizes sizes_;
    std::vector<Service> services_;
    Measure import_, edits_, pushPull_, merge_, coldOpen_;
    std::size_t plainLost_ = 0;
    std::uint64_t conflictsKept_ = 0;
};

}  // namespace

nlohmann::json storeBench(const Sizes& sizes) {
    return StoreBench(sizes).run();
}

}  // namespace veldwijzer::bench
