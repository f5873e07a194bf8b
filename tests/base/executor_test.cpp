// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <thread>
#include <vector>

#include "base/executor.h"

using namespace veldwijzer;

namespace {

/// As many threads as are offered work.
class Crowd final : public Executor {
public:
    ~Crowd() override {
        for (std::thread& thread : threads_)
            thread.join();
    }
    void offer(std::function<void()> work) override { threads_.emplace_back(std::move(work)); }

private:
    std::vector<std::thread> threads_;
};

/// Comes when everything is over.
class Latecomer final : public Executor {
public:
    void offer(std::function<void()> work) override { work_.push_back(std::move(work)); }
    void come() {
        for (const auto& work : work_)
            work();
    }

private:
    std::vector<std::function<void()>> work_;
};

}  // namespace

TEST_CASE("When nobody helps, pieces are done in order, by who needs them, and no further", "[executor]") {
    std::vector<std::size_t> order;
    Pieces pieces(nobody(), 5, [&](std::size_t piece) { order.push_back(piece); });
    CHECK(order.empty());
    pieces.await(2);
    CHECK(order == std::vector<std::size_t>{0, 1, 2});
    pieces.await(0);
    CHECK(order.size() == 3);
    pieces.awaitAll();
    CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4});
}

TEST_CASE("Every piece is done once, whoever does it", "[executor]") {
    Crowd crowd;
    for (int round = 0; round < 50; ++round) {
        std::vector<std::atomic<int>> times(200);
        Pieces pieces(crowd, times.size(), [&](std::size_t piece) { ++times[piece]; });
        for (std::size_t piece = 0; piece < times.size(); ++piece) {
            pieces.await(piece);
            REQUIRE(times[piece] == 1);
        }
    }
}

TEST_CASE("What a piece throws reaches who waits for that piece", "[executor]") {
    Crowd crowd;
    for (Executor* helpers : {&nobody(), static_cast<Executor*>(&crowd)}) {
        Pieces pieces(*helpers, 3, [](std::size_t piece) {
            if (piece == 1) throw std::runtime_error("one");
        });
        CHECK_NOTHROW(pieces.await(0));
        CHECK_THROWS_WITH(pieces.await(1), "one");
        CHECK_NOTHROW(pieces.await(2));
        CHECK_THROWS_WITH(pieces.await(1), "one");
    }
}

TEST_CASE("Pieces that nobody waited for are left out, and those begun are waited for", "[executor]") {
    Crowd crowd;
    for (int round = 0; round < 50; ++round) {
        std::atomic<int> inside = 0;
        {
            Pieces pieces(crowd, 1000, [&](std::size_t) {
                ++inside;
                std::this_thread::yield();
                --inside;
            });
            pieces.await(3);
        }
        REQUIRE(inside == 0);
    }
}

TEST_CASE("A helper that comes when all is over finds nothing to do", "[executor]") {
    Latecomer late;
    int done = 0;
    {
        Pieces pieces(late, 4, [&](std::size_t) { ++done; });
        pieces.await(1);
    }
    late.come();
    CHECK(done == 2);
}
