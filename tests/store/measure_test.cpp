// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <iostream>

#include "device.h"
#include "toy_log.h"

// Not run by default: `store_tests "[measure]"` prints what the store costs beside plain SQLite that keeps
// the same values. No assertion about time.

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;

namespace {

constexpr std::uint64_t recordCount = 5000;
constexpr int fieldCount = 20;
constexpr int editCount = 1000;

/// The wall's time, and the processor's, which a busy machine disturbs less.
struct Cost {
    double wallMs = 0;
    double processorMs = 0;
};

Cost costOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t used = std::clock();
    work();
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    return {wall.count(), 1000.0 * static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC};
}

void makeDurable(Database& db) {
    db.execute("PRAGMA journal_mode = WAL");
    db.execute("PRAGMA synchronous = FULL");
    db.execute("PRAGMA wal_autocheckpoint = 0");
    db.execute("PRAGMA cache_size = -16000");
}

std::string valueOf(std::uint64_t record, int field) {
    return "waarde " + std::to_string(field) + " van de dienst met nummer " + std::to_string(record);
}

std::vector<RecordEdit> sample() {
    std::vector<RecordEdit> edits;
    for (std::uint64_t i = 0; i < recordCount; ++i) {
        RecordEdit& edit = edits.emplace_back(RecordEdit{recordOf(i), "service", {}});
        edit.edits.push_back(assign("name", valueOf(i, 0)));
        for (int f = 1; f < fieldCount; ++f)
            edit.edits.push_back(assign("field_" + std::to_string(f), valueOf(i, f)));
    }
    return edits;
}

Database plainTable(const std::string& path) {
    Database db = Database::open(path);
    makeDurable(db);
    std::string columns;
    for (int f = 0; f < fieldCount; ++f)
        columns += ", f" + std::to_string(f) + " TEXT";
    db.execute(("CREATE TABLE service(id BLOB PRIMARY KEY" + columns + ")").c_str());
    return db;
}

void plainInsert(Database& db, const std::vector<RecordEdit>& edits, std::size_t transactions) {
    std::string marks = "?";
    for (int f = 0; f < fieldCount; ++f)
        marks += ", ?";
    const std::string sql = "INSERT INTO service VALUES (" + marks + ")";
    const std::size_t each = (edits.size() + transactions - 1) / transactions;
    for (std::size_t first = 0; first < edits.size(); first += each) {
        Transaction transaction(db);
        for (std::size_t i = first; i < std::min(first + each, edits.size()); ++i) {
            Statement insert = db.prepare(sql);
            insert.bind(1, edits[i].record.view());
            for (int f = 0; f < fieldCount; ++f)
                insert.bind(f + 2, std::string_view(std::get<std::string>(
                                       *edits[i].edits[static_cast<std::size_t>(f)].value)));
            insert.run();
        }
        transaction.commit();
    }
}

void report(const std::string& what, const Cost& ours, const Cost& plain) {
    std::cout << what << ": " << ours.wallMs << " ms (processor " << ours.processorMs << "), plain SQLite "
              << plain.wallMs << " ms (" << plain.processorMs << "), ratio " << ours.wallMs / plain.wallMs
              << " (" << ours.processorMs / plain.processorMs << ")\n";
}

/// The log of somebody who wrote the sample.
std::unique_ptr<ToyLog> logOf(const std::vector<RecordEdit>& edits) {
    auto log = std::make_unique<ToyLog>();
    Device author(1);
    const Cost bulk = costOf([&] { REQUIRE(author.store->writeBulk(theSpace, edits).ok()); });
    freezeAll(author, 8);
    const Cost acknowledged = costOf([&] { push(author, *log); });
    std::cout << "bulk write in memory " << bulk.processorMs << " ms, acknowledged in "
              << acknowledged.processorMs << " ms, " << log->size() << " envelopes\n";
    return log;
}

}  // namespace

TEST_CASE("What a first sync costs beside plain SQLite", "[.][measure]") {
    const TemporaryFolder folder;
    const std::vector<RecordEdit> edits = sample();
    const auto log = logOf(edits);
    const std::uint64_t rounds = fromEnvironment("VELDWIJZER_RUNS", 5);
    for (std::uint64_t round = 0; round < rounds; ++round) {
        const std::string ours = (folder.path / ("reader" + std::to_string(round))).string();
        const std::string theirs = (folder.path / ("plain" + std::to_string(round))).string();
        Device reader(2, ours);
        makeDurable(reader.db);
        std::size_t pages = 0;
        const Cost sync = costOf([&] {
            while (reader.space().position < log->size()) {
                REQUIRE(pull(reader, *log, 3).ok());
                ++pages;
            }
        });
        Database db = plainTable(theirs);
        const Cost plain = costOf([&] { plainInsert(db, edits, pages); });
        report("first sync of 5,000 records of 20 fields", sync, plain);
        std::cout << "log on disk: " << std::filesystem::file_size(ours + "-wal") / 1024 << " KiB, plain "
                  << std::filesystem::file_size(theirs + "-wal") / 1024 << " KiB\n";
    }
}

TEST_CASE("What writing, acknowledging and merging many edits cost", "[.][measure]") {
    const std::vector<RecordEdit> edits = sample();
    ToyLog log;
    Device a(1);
    Device b(2);
    const std::uint64_t rounds = fromEnvironment("VELDWIJZER_RUNS", 1);
    const auto say = [](const char* what, const Cost& cost) {
        std::cout << what << ": processor " << cost.processorMs << " ms\n";
    };
    say("bulk write of 5,000 records", costOf([&] { REQUIRE(a.store->writeBulk(theSpace, edits).ok()); }));
    say("frozen", costOf([&] { freezeAll(a, 8); }));
    say("acknowledged", costOf([&] { push(a, log); }));
    sync(b, log);
    say("written again", costOf([&] { REQUIRE(a.store->writeBulk(theSpace, edits).ok()); }));
    for (std::uint64_t round = 0; round < rounds; ++round) {
        for (Device* device : {&a, &b}) {
            say("10,000 edits in one transaction", costOf([&] {
                    device->store->transact([&] {
                        for (std::uint64_t i = 0; i < 10'000; ++i)
                            device->write((i * 7919 + round) % recordCount,
                                          {assign("field_" + std::to_string(1 + i % 19),
                                                  "round " + std::to_string(i + round * 1'000'000) +
                                                      (device == &a ? " a" : " b"))});
                    });
                }));
        }
        say("a frozen", costOf([&] { freezeAll(a, 256); }));
        say("a acknowledged", costOf([&] { push(a, log); }));
        say("b frozen", costOf([&] { freezeAll(b, 256); }));
        say("b takes in a's", costOf([&] {
                while (b.space().position < log.size())
                    REQUIRE(pull(b, log, 15).ok());
            }));
        say("b acknowledged", costOf([&] { push(b, log); }));
        say("a takes in b's", costOf([&] {
                while (a.space().position < log.size())
                    REQUIRE(pull(a, log, 15).ok());
            }));
        CHECK(a.store->digest(theSpace) == b.store->digest(theSpace));
    }
}

TEST_CASE("What durable edits cost beside plain SQLite", "[.][measure]") {
    const TemporaryFolder folder;
    const std::vector<RecordEdit> edits = sample();
    const auto log = logOf(edits);
    Device editor(3, (folder.path / "editor").string());
    makeDurable(editor.db);
    REQUIRE(pull(editor, *log).ok());
    const auto walBefore = std::filesystem::file_size(folder.path / "editor-wal");
    const Cost durable = costOf([&] {
        for (std::uint64_t i = 0; i < editCount; ++i)
            editor.write(i * 5, {assign("field_7", "gewijzigd " + std::to_string(i))});
    });
    const auto written = std::filesystem::file_size(folder.path / "editor-wal") - walBefore;
    std::cout << "pages an edit: " << static_cast<double>(written) / (4096.0 + 24) / editCount << "\n";
    Database db = plainTable((folder.path / "plain").string());
    plainInsert(db, edits, 1);
    const Cost updates = costOf([&] {
        for (std::uint64_t i = 0; i < editCount; ++i) {
            Transaction transaction(db);
            const std::string value = "gewijzigd " + std::to_string(i);
            const RecordId id = recordOf(i * 5);
            db.prepare("UPDATE service SET f7 = ? WHERE id = ?")
                .bind(1, std::string_view(value))
                .bind(2, id.view())
                .run();
            transaction.commit();
        }
    });
    report("1,000 durable edits of one field", durable, updates);
}
