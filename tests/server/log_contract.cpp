// SPDX-License-Identifier: EUPL-1.2
#include "server/log_contract.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>

#include "base/random.h"
#include "signing/keys.h"

namespace veldwijzer::server::test {
namespace {

constexpr WallMs now = 1'700'000'000'000;

/// One actor that writes in one space.
struct Writer {
    SpaceId space;
    DeviceId device;
    Incarnation incarnation;
    ActorHead head;

    Writer(Random& random, const SpaceId& in)
        : space(in), device(random.id<DeviceId>()), incarnation(random.id<Incarnation>()) {}

    [[nodiscard]] ActorId actor() const { return actorOf(device, incarnation); }

    Candidate next(Random& random, std::uint64_t changes = 1, std::size_t bytes = 64) const {
        Candidate candidate;
        candidate.header.space = space;
        candidate.header.device = device;
        candidate.header.incarnation = incarnation;
        candidate.header.firstSeq = head.seq + 1;
        candidate.header.lastSeq = head.seq + changes;
        candidate.header.contentId = random.id<Hash>();
        candidate.header.previousContentId = head.contentId;
        Bytes noise(bytes);
        random.fill(noise);
        candidate.envelope.set_header(wire::encodeHeader(candidate.header));
        candidate.envelope.set_ciphertext(toString(noise));
        return candidate;
    }
    void made(const Candidate& candidate) { head = {candidate.header.lastSeq, candidate.header.contentId}; }
};

Region someRegion(Random& random) {
    return {random.id<RegionId>(), "Noord", "https://example.org", random.id<SigningPublicKey>()};
}

AppendOutcome appendOne(Log& log, const Candidate& candidate, WallMs at = now) {
    auto result = log.append(log.rosterPosition(), {&candidate, 1}, at);
    REQUIRE(result);
    REQUIRE_FALSE(result->rosterMoved);
    REQUIRE(result->outcomes.size() == 1);
    return result->outcomes[0];
}

Hash chainOf(const std::vector<wire::LogEntry>& entries, Hash chain = {}) {
    for (const wire::LogEntry& entry : entries)
        chain = wire::nextLogHash(chain, entry);
    return chain;
}

void checkRegion(Log& log, Random& random) {
    CHECK_FALSE(log.region());
    const Region region = someRegion(random);
    const auto epoch = random.id<ServerEpoch>();
    log.found(region, epoch, {region.serverKey, now + 5});
    REQUIRE(log.region());
    CHECK(log.region()->id == region.id);
    CHECK(log.region()->name == "Noord");
    CHECK(log.region()->url == "https://example.org");
    CHECK(log.region()->serverKey == region.serverKey);
    CHECK(log.epoch() == epoch);
    CHECK(log.bootstrap().expiresMs == now + 5);

    const Bootstrap other{random.id<SigningPublicKey>(), now + 9};
    log.setBootstrap(other);
    CHECK(log.bootstrap().key == other.key);
    CHECK(log.bootstrap().expiresMs == other.expiresMs);
    const auto newEpoch = random.id<ServerEpoch>();
    log.setEpoch(newEpoch);
    CHECK(log.epoch() == newEpoch);
    log.probe();
}

void checkMembership(Log& log) {
    CHECK(log.rosterPosition() == 0);
    CHECK(log.rosterAfter(0, 10, 1000).empty());
    const std::vector<std::string> three{"one", std::string("t\0o", 3), "three"};
    CHECK(log.appendRoster(0, three));
    CHECK_FALSE(log.appendRoster(0, three));
    CHECK_FALSE(log.appendRoster(4, three));
    CHECK(log.rosterPosition() == 3);
    CHECK(log.rosterAfter(0, 10, 1000) == three);
    CHECK(log.rosterAfter(1, 1, 1000) == std::vector{three[1]});
    CHECK(log.rosterAfter(0, 10, 6) == std::vector{three[0], three[1]});
    CHECK(log.rosterAfter(2, 10, 1) == std::vector{three[2]});
    CHECK(log.rosterAfter(3, 10, 1000).empty());
}

void checkAppending(Log& log, Random& random) {
    const auto space = random.id<SpaceId>();
    Writer writer(random, space);
    Writer other(random, space);

    const Candidate first = writer.next(random, 3);
    AppendOutcome outcome = appendOne(log, first);
    CHECK(outcome.verdict == Verdict::Accepted);
    CHECK(outcome.position == 1);
    CHECK(outcome.serverTimeMs == now);
    CHECK(outcome.head == ActorHead{3, first.header.contentId});
    writer.made(first);

    // The same again, however often, is the same place.
    outcome = appendOne(log, first, now + 1000);
    CHECK(outcome.verdict == Verdict::Duplicate);
    CHECK(outcome.position == 1);
    CHECK(outcome.serverTimeMs == now);
    const auto found = log.find(space, writer.actor(), 1, first.header.contentId);
    REQUIRE(found);
    CHECK(found->position == 1);
    CHECK_FALSE(log.find(space, writer.actor(), 1, random.id<Hash>()));
    CHECK_FALSE(log.find(space, writer.actor(), 2, first.header.contentId));

    // A gap, and two kinds of fork.
    Candidate bad = writer.next(random);
    bad.header.firstSeq = bad.header.lastSeq = 5;
    CHECK(appendOne(log, bad).verdict == Verdict::SequenceGap);
    bad.header.firstSeq = bad.header.lastSeq = 2;
    CHECK(appendOne(log, bad).verdict == Verdict::SequenceFork);
    bad = writer.next(random);
    bad.header.previousContentId = random.id<Hash>();
    CHECK(appendOne(log, bad).verdict == Verdict::SequenceFork);

    // A dependency that is missing, then there.
    Candidate dependent = other.next(random);
    dependent.header.dependencies = {{writer.actor(), 4}};
    outcome = appendOne(log, dependent);
    CHECK(outcome.verdict == Verdict::DependenciesMissing);
    CHECK(outcome.position == 0);
    const Candidate second = writer.next(random);
    CHECK(appendOne(log, second).position == 2);
    CHECK(appendOne(log, dependent).position == 3);
    CHECK(log.actorHead(space, writer.actor()) == ActorHead{4, second.header.contentId});
    CHECK(log.actorHead(random.id<SpaceId>(), writer.actor()) == ActorHead{});
}

void checkBatches(Log& log, Random& random) {
    const auto space = random.id<SpaceId>();
    Writer writer(random, space);
    Writer other(random, space);
    std::vector<Candidate> batch{writer.next(random)};
    writer.made(batch[0]);
    batch.push_back(writer.next(random));
    Writer ahead = writer;
    ahead.head.seq += 7;
    batch.push_back(ahead.next(random));
    batch.push_back(other.next(random));
    batch.back().header.dependencies = {{writer.actor(), 2}};
    batch.push_back(batch[0]);
    const auto result = log.append(log.rosterPosition(), batch, now);
    REQUIRE(result);
    std::vector<Verdict> verdicts;
    for (const AppendOutcome& outcome : result->outcomes)
        verdicts.push_back(outcome.verdict);
    CHECK(verdicts == std::vector{Verdict::Accepted, Verdict::Accepted, Verdict::SequenceGap,
                                  Verdict::Accepted, Verdict::Duplicate});
    CHECK(log.read(space, 0, 100, 1 << 20).headPosition == 3);

    // Judged by a membership log that has moved since: nothing happens.
    CHECK(log.appendRoster(log.rosterPosition(), std::vector<std::string>{"entry"}));
    const Candidate late = writer.next(random);
    const auto moved = log.append(log.rosterPosition() - 1, {&late, 1}, now);
    REQUIRE(moved);
    CHECK(moved->rosterMoved);
    CHECK(moved->outcomes.empty());
    CHECK(log.read(space, 0, 100, 1 << 20).headPosition == 3);
}

void checkReading(Log& log, Random& random) {
    const auto space = random.id<SpaceId>();
    const auto second = random.id<SpaceId>();
    Writer writer(random, space);
    Writer elsewhere(random, second);
    for (int i = 0; i < 10; ++i) {
        const Candidate candidate = writer.next(random, 1, 1000);
        CHECK(appendOne(log, candidate, now + i).position == static_cast<std::uint64_t>(i) + 1);
        writer.made(candidate);
    }
    CHECK(appendOne(log, elsewhere.next(random)).position == 1);

    const StoredPage all = log.read(space, 0, 100, 1 << 20);
    REQUIRE(all.entries.size() == 10);
    CHECK(all.chainBefore.isZero());
    CHECK(all.chainAfter == chainOf(all.entries));
    CHECK(all.entries[4].server_time_ms() == now + 4);

    const StoredPage some = log.read(space, 4, 3, 1 << 20);
    REQUIRE(some.entries.size() == 3);
    CHECK(some.entries[0].position() == 5);
    CHECK(some.headPosition == 10);
    CHECK(some.chainBefore == chainOf({all.entries.begin(), all.entries.begin() + 4}));
    CHECK(some.chainAfter == chainOf(some.entries, some.chainBefore));

    CHECK(log.read(space, 0, 100, 3500).entries.size() == 3);
    CHECK(log.read(space, 0, 100, 1).entries.size() == 1);
    CHECK(log.read(space, 0, 0, 1 << 20).entries.empty());
    CHECK(log.read(space, 10, 5, 1000).chainBefore == all.chainAfter);
    const StoredPage beyond = log.read(space, 11, 5, 1000);
    CHECK(beyond.entries.empty());
    CHECK(beyond.chainBefore.isZero());
    CHECK(beyond.headPosition == 10);
    CHECK(log.read(random.id<SpaceId>(), 0, 5, 1000).headPosition == 0);

    const auto heads = log.spaces();
    REQUIRE(heads.size() == 2);
    const SpaceHead& head = heads[0].space == space ? heads[0] : heads[1];
    CHECK(head.position == 10);
    CHECK(head.chain == all.chainAfter);
    CHECK(log.checkStorage().empty());
}

/// Positions without gaps under many threads, and a reader who has seen n has seen everything before.
void checkThreads(Log& log, Random& random) {
    constexpr int writers = 8;
    constexpr int rounds = 25;
    const auto space = random.id<SpaceId>();
    std::atomic<bool> stop{false};
    std::atomic<int> wrong{0};
    std::thread reader([&] {
        std::uint64_t seen = 0;
        Hash chain;
        while (!stop) {
            const StoredPage page = log.read(space, seen, 50, 1 << 20);
            if (seen > 0 && page.chainBefore != chain) ++wrong;
            for (const wire::LogEntry& entry : page.entries)
                if (entry.position() != ++seen) ++wrong;
            if (!page.entries.empty() && page.chainAfter != chainOf(page.entries, chain)) ++wrong;
            if (!page.entries.empty()) chain = page.chainAfter;
        }
    });
    std::vector<std::thread> threads;
    for (int i = 0; i < writers; ++i)
        threads.emplace_back([&, i] {
            SeededRandom own(static_cast<std::uint64_t>(1000 + i));
            Writer writer(own, space);
            for (int round = 0; round < rounds; ++round) {
                const Candidate candidate = writer.next(own);
                const auto result = log.append(log.rosterPosition(), {&candidate, 1}, now);
                if (!result || result->outcomes.at(0).verdict != Verdict::Accepted) ++wrong;
                writer.made(candidate);
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    stop = true;
    reader.join();
    CHECK(wrong == 0);
    CHECK(log.read(space, 0, 0, 0).headPosition == writers * rounds);
    const StoredPage all = log.read(space, 0, 1000, 1 << 24);
    CHECK(all.chainAfter == chainOf(all.entries));
}

}  // namespace

void checkLogContract(const MakeLog& make) {
    SeededRandom random(7);
    const std::unique_ptr<Log> log = make();
    SECTION("remembers the region it was founded with") {
        checkRegion(*log, random);
    }
    SECTION("keeps the membership log in order, without gaps") {
        checkMembership(*log);
    }
    SECTION("appends what continues its actor's sequence and nothing else") {
        checkAppending(*log, random);
    }
    SECTION("judges a batch in order, one refusal stopping nobody else") {
        checkBatches(*log, random);
    }
    SECTION("reads pages with their chain, within both bounds") {
        checkReading(*log, random);
    }
    SECTION("allots positions without gaps to many threads") {
        checkThreads(*log, random);
    }
}

}  // namespace veldwijzer::server::test
