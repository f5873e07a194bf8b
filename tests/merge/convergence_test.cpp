// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "merge/digest.h"
#include "merge/world.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

constexpr std::size_t replicas = 5;
constexpr std::size_t steps = 120;
// A history in which every record ends erased hides most faults, so not each of them can tell.
constexpr std::size_t mutatedHistories = 40;

void applyWell(Record& record, const Operation& operation) {
    merge::apply(record, operation);
}

std::map<RecordId, Bytes> bytesOf(const oracle::Records& records) {
    std::map<RecordId, Bytes> bytes;
    for (const auto& [id, record] : records)
        bytes[id] = merge::encode(record);
    return bytes;
}

std::string firstOf(const oracle::Problems& problems) {
    return problems.empty() ? std::string() : problems.front();
}

// What the oracle says about one history under some way of merging; the first replica speaks for all, since
// a broken merge need not converge.
oracle::Problems judge(std::uint64_t seed, const Apply& apply) {
    World world(seed, replicas, apply);
    world.run(steps);
    world.deliverAll();
    return oracle::problemsOf(world.history(), world.replicas().front().records);
}

std::size_t caught(std::uint64_t seed, std::size_t histories, const Apply& apply) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < histories; ++i)
        count += judge(seed + i, apply).empty() ? 0 : 1;
    return count;
}

// Each operation is live now, or was reported as superseded, or never adds anything.
void checkAccountedFor(const oracle::History& history) {
    for (const auto& [id, expected] : oracle::Model(history).records()) {
        Record record;
        record.id = id;
        record.kind = expected.kind;
        std::vector<merge::Superseded> superseded;
        std::map<OperationId, const Operation*> all;
        for (const oracle::Written& written : history) {
            if (written.record != id) continue;
            all[written.operation.id] = &written.operation;
            merge::apply(record, written.operation, &superseded);
        }
        std::map<OperationId, merge::Superseded> ended;
        for (merge::Superseded& one : superseded) {
            const bool first = ended.emplace(one.operation.id, one).second;
            REQUIRE(first);
        }
        const auto live = oracle::liveIn(record);
        for (const auto& [operationId, operation] : all) {
            const bool isLive = live.contains(operationId);
            const bool isEnded = ended.contains(operationId);
            if (operation->action == Action::Remove && !record.erased()) {
                REQUIRE_FALSE((isLive || isEnded));
                continue;
            }
            REQUIRE((isLive != isEnded || operation->action == Action::Remove));
            if (!isEnded) continue;
            const Operation& by = *all.at(ended.at(operationId).by);
            const bool named = std::binary_search(by.replaces.begin(), by.replaces.end(), operationId);
            REQUIRE((named || by.action == Action::Maximum || by.action == Action::Erase));
            if (by.action == Action::Erase) REQUIRE_FALSE(ended.at(operationId).operation.value);
        }
    }
}

}  // namespace

TEST_CASE("Replicas that have everything hold the same bytes, in whatever order it came", "[merge]") {
    const std::uint64_t seed = seedOf("convergence");
    for (std::size_t run = 0; run < runsOf(150); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run << " VELDWIJZER_RUNS=1");
        World world(seed + run, replicas, applyWell);
        world.run(steps);
        world.deliverAll();
        const auto expected = bytesOf(world.replicas().front().records);
        for (const Replica& replica : world.replicas())
            REQUIRE(bytesOf(replica.records) == expected);
        REQUIRE(bytesOf(world.newcomer().records) == expected);
        REQUIRE(bytesOf(world.newcomerByChange()) == expected);
    }
}

TEST_CASE("No write is lost without somebody's knowledge", "[merge]") {
    const std::uint64_t seed = seedOf("no silent loss");
    for (std::size_t run = 0; run < runsOf(150); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run << " VELDWIJZER_RUNS=1");
        World world(seed + run, replicas, applyWell);
        world.run(steps);
        world.deliverAll();
        const oracle::History history = world.history();
        const oracle::Problems problems = oracle::problemsOf(history, world.replicas().back().records);
        INFO(firstOf(problems));
        REQUIRE(problems.empty());
        checkAccountedFor(history);
    }
}

TEST_CASE("The oracle catches a merge that ignores what is replaced", "[merge]") {
    const auto broken = [](Record& record, Operation operation) {
        operation.replaces.clear();
        merge::apply(record, operation);
    };
    CHECK(caught(seedOf("ignored replaces"), mutatedHistories, broken) > mutatedHistories / 2);
}

TEST_CASE("The oracle catches a merge where the last writer wins", "[merge]") {
    const auto broken = [](Record& record, const Operation& operation) {
        merge::apply(record, operation);
        for (merge::Field& field : record.fields) {
            const auto last = std::max_element(field.operations.begin(), field.operations.end(),
                                               [](const auto& a, const auto& b) {
                                                   return std::tie(a.wallMs, a.id) < std::tie(b.wallMs, b.id);
                                               });
            field.operations = {*last};
        }
    };
    CHECK(caught(seedOf("last writer wins"), mutatedHistories, broken) > mutatedHistories / 2);
}

TEST_CASE("The oracle catches a replica that skips a change now and then", "[merge]") {
    std::size_t count = 0;
    const auto broken = [&](Record& record, const Operation& operation) {
        if (++count % 10 != 0) merge::apply(record, operation);
    };
    CHECK(caught(seedOf("skipped changes"), mutatedHistories, broken) > mutatedHistories / 2);
}

TEST_CASE("The oracle catches a delete that takes unseen edits along, and a set where a remove wins",
          "[merge]") {
    const auto deletesAll = [](Record& record, const Operation& operation) {
        merge::apply(record, operation);
        if (operation.action == Action::Delete) record.fields.clear();
    };
    CHECK(caught(seedOf("delete drops the fields"), mutatedHistories, deletesAll) > mutatedHistories / 2);

    const auto removeWins = [](Record& record, const Operation& operation) {
        merge::apply(record, operation);
        if (operation.action != Action::Remove) return;
        std::erase_if(record.fields,
                      [&](const merge::Field& field) { return field.name == operation.field; });
    };
    CHECK(caught(seedOf("remove wins"), mutatedHistories, removeWins) > mutatedHistories / 2);
}

TEST_CASE("The oracle notices a replacement that its author cannot have known", "[merge]") {
    const Operation first = assign(op(1, 1), "name", "a");
    const Operation second = assign(op(2, 1), "name", "b", {op(1, 1)});
    const oracle::Records records = {{recordId(1), recordOf({first, second})}};
    const std::map<ActorId, std::uint64_t> before = {{actor(3), 1}};
    const std::map<ActorId, std::uint64_t> after = {{actor(1), 1}};
    CHECK(oracle::problemsOf(
              {{recordId(1), "service", first, before}, {recordId(1), "service", second, before}}, records)
              .size() == 1);
    CHECK(oracle::problemsOf(
              {{recordId(1), "service", first, before}, {recordId(1), "service", second, after}}, records)
              .empty());
}

TEST_CASE("An operation that is live changes nothing when it comes again", "[merge]") {
    const std::uint64_t seed = seedOf("idempotence");
    for (std::size_t run = 0; run < runsOf(25); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run << " VELDWIJZER_RUNS=1");
        World world(seed + run, replicas, applyWell);
        world.run(steps);
        world.deliverAll();
        const oracle::History history = world.history();
        for (const auto& [id, record] : world.replicas().front().records) {
            const auto live = oracle::liveIn(record);
            for (const oracle::Written& written : history) {
                if (written.record != id || !live.contains(written.operation.id)) continue;
                Record again = record;
                std::vector<merge::Superseded> superseded;
                merge::apply(again, written.operation, &superseded);
                REQUIRE(again == record);
                REQUIRE(superseded.empty());
            }
        }
    }
}

TEST_CASE("A digest kept with every write equals one made from scratch", "[merge]") {
    const std::uint64_t seed = seedOf("digest");
    for (std::size_t run = 0; run < runsOf(25); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run << " VELDWIJZER_RUNS=1");
        merge::StateDigest kept;
        World world(seed + run, 1, [&](Record& record, const Operation& operation) {
            if (record.schemaVersion != 0) kept.remove(record.id, record.kind, merge::encode(record));
            merge::apply(record, operation);
            kept.add(record.id, record.kind, merge::encode(record));
        });
        world.run(steps);
        merge::StateDigest fresh;
        for (const auto& [id, record] : world.replicas().front().records)
            fresh.add(id, record.kind, merge::encode(record));
        REQUIRE(kept == fresh);
    }
}

TEST_CASE("Every record that merging brings about is read back as it was written", "[merge]") {
    const std::uint64_t seed = seedOf("round trip");
    for (std::size_t run = 0; run < runsOf(40); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run << " VELDWIJZER_RUNS=1");
        World world(seed + run, replicas, applyWell);
        world.run(steps);
        for (const Replica& replica : world.replicas()) {
            for (const auto& [id, record] : replica.records) {
                const Bytes bytes = merge::encode(record);
                const Result<Record> back = merge::decode(id, record.kind, bytes);
                REQUIRE(back);
                REQUIRE(*back == record);
                REQUIRE(merge::encode(*back) == bytes);
            }
        }
    }
}
