// SPDX-License-Identifier: EUPL-1.2
#include "base/executor.h"

#include <atomic>
#include <exception>
#include <vector>

#include "base/ensure.h"

namespace veldwijzer {
namespace {

class Nobody final : public Executor {
public:
    void offer(std::function<void()>) override {}
};

}  // namespace

Executor& nobody() {
    static Nobody instance;
    return instance;
}

// Pieces may be small and the two sides of one mind: no lock, and no call to the kernel unless one waits.
struct Pieces::State {
    State(std::size_t size, Work given)
        : work(std::move(given)), count(size), done(new std::atomic<int>[size] {}), failed(size) {}

    /// Begins the next piece that nobody has begun; false when there is none.
    bool runNext() {
        // Counted before it is claimed: who ends this sees either that the piece is begun or that it is not.
        busy.fetch_add(1);
        const std::size_t piece = next.fetch_add(1);
        if (piece < count) {
            try {
                work(piece);
            } catch (...) {
                failed[piece] = std::current_exception();
            }
            done[piece].store(1);
            done[piece].notify_all();
        }
        busy.fetch_sub(1);
        busy.notify_all();
        return piece < count;
    }
    void end() {
        next.store(count);
        for (int others = busy.load(); others != 0; others = busy.load())
            busy.wait(others);
    }

    const Work work;
    const std::size_t count;
    const std::unique_ptr<std::atomic<int>[]> done;
    std::vector<std::exception_ptr> failed;
    std::atomic<std::size_t> next{0};
    std::atomic<int> busy{0};
};

Pieces::Pieces(Executor& helpers, std::size_t count, Work work)
    : state_(std::make_shared<State>(count, std::move(work))) {
    if (count == 0) return;
    // The state stays for a helper that comes when all is done.
    helpers.offer([state = state_] {
        while (state->runNext()) {
        }
    });
}

Pieces::~Pieces() {
    state_->end();
}

void Pieces::await(std::size_t piece) {
    State& state = *state_;
    ENSURE(piece < state.count);
    while (state.done[piece].load() == 0)
        if (!state.runNext()) state.done[piece].wait(0);
    if (state.failed[piece]) std::rethrow_exception(state.failed[piece]);
}

void Pieces::awaitAll() {
    for (std::size_t piece = 0; piece < state_->count; ++piece)
        await(piece);
}

}  // namespace veldwijzer
