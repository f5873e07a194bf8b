// SPDX-License-Identifier: EUPL-1.2
#include "sync/retry_timer.h"

#include <catch2/catch.hpp>

#include <limits>

namespace veldwijzer::sync {
namespace {

struct Waiting {
    FakeClock clock;
    SeededRandom random{1};
    RetryTimer timer{clock, random};

    [[nodiscard]] std::int64_t wait() const { return timer.dueAtMs() - clock.steadyMs(); }
};

/// Within a quarter on either side.
bool isAbout(std::int64_t waited, std::int64_t expected) {
    return waited >= expected - expected / 4 && waited <= expected + expected / 4;
}

}  // namespace

TEST_CASE("An engine that just started is due at once", "[sync]") {
    Waiting w;
    CHECK(w.timer.due());
}

TEST_CASE("The wait doubles with every failure, within its jitter, up to the longest", "[sync]") {
    Waiting w;
    std::int64_t expected = RetryTimer::firstRetryMs;
    for (int failure = 0; failure < 30; ++failure) {
        w.timer.failed();
        CHECK(isAbout(w.wait(), expected));
        expected = std::min(expected * 2, RetryTimer::longestRetryMs);
        w.clock.advance(w.wait());
        CHECK(w.timer.due());
    }
}

TEST_CASE("Many devices that lost the same server do not come back at one moment", "[sync]") {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = 0;
    FakeClock clock;
    SeededRandom random(2);
    for (int device = 0; device < 1000; ++device) {
        RetryTimer timer(clock, random);
        timer.failed();
        least = std::min(least, timer.dueAtMs());
        most = std::max(most, timer.dueAtMs());
    }
    CHECK(most - least > RetryTimer::firstRetryMs / 3);
    CHECK(isAbout(least, RetryTimer::firstRetryMs));
    CHECK(isAbout(most, RetryTimer::firstRetryMs));
}

TEST_CASE("What the server asks for is honoured, up to the longest wait", "[sync]") {
    Waiting w;
    w.timer.failed(60'000);
    CHECK(w.wait() == 60'000);
    w.timer.failed(24LL * 3600 * 1000);
    CHECK(w.wait() <= RetryTimer::longestRetryMs * 5 / 4);
}

TEST_CASE("A write brings the next sync forward, but never while backing off", "[sync]") {
    Waiting w;
    w.timer.done();
    CHECK(isAbout(w.wait(), RetryTimer::pollMs));
    w.timer.written();
    CHECK(w.wait() == RetryTimer::afterWriteMs);

    for (int failure = 0; failure < 6; ++failure)
        w.timer.failed();
    const std::int64_t before = w.wait();
    w.timer.written();
    CHECK(w.wait() == before);
}

TEST_CASE("A person who asks is not kept waiting", "[sync]") {
    Waiting w;
    for (int failure = 0; failure < 6; ++failure)
        w.timer.failed();
    w.timer.now();
    CHECK(w.timer.due());
}

TEST_CASE("After a success the next failure waits briefly again", "[sync]") {
    Waiting w;
    for (int failure = 0; failure < 8; ++failure)
        w.timer.failed();
    w.timer.done();
    w.timer.failed();
    CHECK(isAbout(w.wait(), RetryTimer::firstRetryMs));
}

}  // namespace veldwijzer::sync
