// SPDX-License-Identifier: EUPL-1.2
#include <sys/resource.h>

#include <condition_variable>
#include <thread>

#include "http/front_door.h"
#include "http/http_limits.h"
#include "server/http_channel.h"

namespace veldwijzer::server::test {
namespace {

/// A clock that another thread may push on.
class PushedClock final : public Clock {
public:
    [[nodiscard]] WallMs wallMs() const override { return 1'700'000'000'000 + now_; }
    [[nodiscard]] std::int64_t steadyMs() const override { return now_; }
    void advance(std::int64_t ms) { now_ += ms; }

private:
    std::atomic<std::int64_t> now_{1};
};

/// A door whose handler waits until it is told to answer.
class Doorstep {
public:
    explicit Doorstep(bool answering = true)
        : answering_(answering),
          door_({}, clock, [this](const FrontDoor::Arrival& arrival) { return answer(arrival); }) {
        auto opened = door_.open();
        REQUIRE(opened);
        endpoint.port = *opened;
        thread_ = std::thread([this] { door_.run(); });
    }
    ~Doorstep() {
        letAnswer();
        door_.stop();
        thread_.join();
    }
    void letAnswer() {
        const std::lock_guard lock(mutex_);
        answering_ = true;
        changed_.notify_all();
    }
    /// Until the door says so.
    template <typename Condition>
    void waitFor(Condition condition) {
        for (int i = 0; i < 30'000 && !condition(door_.counts()); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        REQUIRE(condition(door_.counts()));
    }
    /// Until so many workers were busy together.
    void waitForAtOnce(int number) {
        for (int i = 0; i < 30'000 && mostAtOnce() < number; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        REQUIRE(mostAtOnce() >= number);
    }
    [[nodiscard]] int mostAtOnce() {
        const std::lock_guard lock(mutex_);
        return mostAtOnce_;
    }

    PushedClock clock;
    Endpoint endpoint;

private:
    FrontDoor::Answer answer(const FrontDoor::Arrival&) {
        std::unique_lock lock(mutex_);
        mostAtOnce_ = std::max(mostAtOnce_, ++atOnce_);
        changed_.wait(lock, [&] { return answering_; });
        --atOnce_;
        return {"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", false};
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    bool answering_;
    int atOnce_ = 0;
    int mostAtOnce_ = 0;
    FrontDoor door_;
    std::thread thread_;
};

const std::string smallRequest = "GET / HTTP/1.1\r\n\r\n";

TEST_CASE("Past the queue of waiting requests the door says 503 and when to come back", "[server][door]") {
    Doorstep step(false);
    std::vector<RawConnection> waiting;
    const auto send = [&](std::size_t number) {
        for (std::size_t i = 0; i < number; ++i) {
            waiting.emplace_back(step.endpoint);
            waiting.back().send(smallRequest);
        }
    };
    send(limits::workers);
    step.waitForAtOnce(static_cast<int>(limits::workers));
    send(limits::waitingRequests);
    // All of them are in the queue once the door watches none any more.
    step.waitFor([&](const FrontDoor::Counts& counts) {
        return counts.accepted == waiting.size() && counts.open == 0;
    });
    const auto refused = ask(step.endpoint, smallRequest);
    REQUIRE(refused);
    CHECK(refused->status == 503);
    CHECK(refused->headers.at("retry-after") == "2");
    step.letAnswer();
    for (const RawConnection& each : waiting)
        CHECK(readAnswer(each)->status == 200);
    CHECK(ask(step.endpoint, smallRequest)->status == 200);
}

TEST_CASE("Large requests are worked on one at a time, small ones pass them", "[server][door]") {
    Doorstep step(false);
    const std::string large = postText("/", std::string(limits::bodyBytes, 'x'));
    std::vector<RawConnection> waiting;
    for (int i = 0; i < 3; ++i) {
        waiting.emplace_back(step.endpoint);
        waiting.back().send(large);
    }
    for (int i = 0; i < 3; ++i) {
        waiting.emplace_back(step.endpoint);
        waiting.back().send(smallRequest);
    }
    step.waitFor([&](const FrontDoor::Counts& counts) { return counts.accepted == 6 && counts.open == 0; });
    step.waitForAtOnce(4);
    CHECK(step.mostAtOnce() == 4);
    step.letAnswer();
    for (const RawConnection& each : waiting)
        CHECK(readAnswer(each)->status == 200);
}

TEST_CASE("Requests that stay unfinished hold only so many bytes", "[server][door]") {
    Doorstep step;
    const std::string text = postText("/", std::string(limits::bodyBytes, 'x'));
    const std::string_view unfinished = std::string_view(text).substr(0, text.size() - 1);
    const std::size_t fitting = limits::arrivingBytes / unfinished.size();
    std::vector<RawConnection> held;
    for (std::size_t i = 0; i < fitting + 2; ++i) {
        held.emplace_back(step.endpoint);
        held.back().send(unfinished);
    }
    step.waitFor([](const FrontDoor::Counts& counts) { return counts.refused >= 1; });
    // A small one still comes in.
    CHECK(ask(step.endpoint, smallRequest)->status == 200);
}

TEST_CASE("An unfinished request hears 408 in time, a silent connection is closed", "[server][door]") {
    Doorstep step;
    const RawConnection dripping(step.endpoint);
    dripping.send("GET / HT");
    const RawConnection silent(step.endpoint);
    step.waitFor([](const FrontDoor::Counts& counts) { return counts.open == 2; });
    CHECK(ask(step.endpoint, smallRequest)->status == 200);  // so what was sent before it has been read
    step.clock.advance(limits::silentMs + 1);
    CHECK(silent.receive().empty());
    // Each further byte buys no time.
    dripping.send("TP");
    CHECK(ask(step.endpoint, smallRequest)->status == 200);
    step.clock.advance(limits::requestMs - limits::silentMs);
    const auto late = readAnswer(dripping);
    REQUIRE(late);
    CHECK(late->status == 408);
    step.waitFor([](const FrontDoor::Counts& counts) { return counts.timedOut == 1; });
}

TEST_CASE("At one connection too many the one that waits longest goes", "[server][door]") {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    Doorstep step;
    const RawConnection first(step.endpoint);
    step.waitFor([](const FrontDoor::Counts& counts) { return counts.open == 1; });
    step.clock.advance(1);
    std::vector<RawConnection> others;
    for (std::size_t i = 0; i < limits::connections; ++i)
        others.emplace_back(step.endpoint);
    CHECK(first.receive().empty());
    step.waitFor([](const FrontDoor::Counts& counts) {
        return counts.evicted == 1 && counts.open == limits::connections;
    });
}

TEST_CASE("What arrived whole is answered although the door is closing", "[server][door]") {
    std::unique_ptr<RawConnection> connection;
    {
        Doorstep step(false);
        connection = std::make_unique<RawConnection>(step.endpoint);
        connection->send(smallRequest);
        step.waitForAtOnce(1);
    }
    CHECK(readAnswer(*connection)->status == 200);
}

}  // namespace
}  // namespace veldwijzer::server::test
