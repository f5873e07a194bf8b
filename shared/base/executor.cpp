// SPDX-License-Identifier: EUPL-1.2
#include "base/executor.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
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

struct Pieces::State {
    State(std::size_t count, Work given) : work(std::move(given)), done(count, false), failed(count) {}

    /// The next piece that nobody has begun.
    std::optional<std::size_t> claim() {
        const std::lock_guard lock(guard);
        if (next >= done.size()) return std::nullopt;
        ++busy;
        return next++;
    }
    void run(std::size_t piece) {
        std::exception_ptr failure;
        try {
            work(piece);
        } catch (...) {
            failure = std::current_exception();
        }
        {
            const std::lock_guard lock(guard);
            done[piece] = true;
            failed[piece] = failure;
            --busy;
        }
        changed.notify_all();
    }

    const Work work;
    std::mutex guard;
    std::condition_variable changed;
    std::vector<bool> done;
    std::vector<std::exception_ptr> failed;
    std::size_t next = 0;
    std::size_t busy = 0;
};

Pieces::Pieces(Executor& helpers, std::size_t count, Work work)
    : state_(std::make_shared<State>(count, std::move(work))) {
    if (count == 0) return;
    // The state stays for a helper that comes when all is done.
    helpers.offer([state = state_] {
        while (const auto piece = state->claim())
            state->run(*piece);
    });
}

Pieces::~Pieces() {
    std::unique_lock lock(state_->guard);
    state_->next = state_->done.size();
    state_->changed.wait(lock, [&] { return state_->busy == 0; });
}

void Pieces::await(std::size_t piece) {
    State& state = *state_;
    ENSURE(piece < state.done.size());
    for (;;) {
        {
            const std::lock_guard lock(state.guard);
            if (state.done[piece]) break;
        }
        if (const auto mine = state.claim()) {
            state.run(*mine);
            continue;
        }
        std::unique_lock lock(state.guard);
        state.changed.wait(lock, [&] { return state.done[piece]; });
        break;
    }
    if (state.failed[piece]) std::rethrow_exception(state.failed[piece]);
}

void Pieces::awaitAll() {
    for (std::size_t piece = 0; piece < state_->done.size(); ++piece)
        await(piece);
}

}  // namespace veldwijzer
