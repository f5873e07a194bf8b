// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace veldwijzer {

/// Hands that may help. The core makes no threads; whoever has one to spare gives the core an executor.
class Executor {
public:
    Executor() = default;
    Executor(const Executor&) = delete;
    Executor& operator=(const Executor&) = delete;
    virtual ~Executor() = default;

    /// Runs `work` at some time, on some thread, or never: whoever offers it does what nobody took. Does not
    /// wait. `work` does not throw and may run after its offerer is gone.
    virtual void offer(std::function<void()> work) = 0;
};

/// Nobody helps: everything is done by who needs it, when it is needed, in order.
[[nodiscard]] Executor& nobody();

/// Pieces of work, numbered from 0, that do not touch one another: computed from what stands still meanwhile.
/// Begun in order by whoever has a hand free, a helper or the owner that waits.
///
/// One owner, one thread. Outlives none of its pieces: destroying it waits for those that a helper has begun
/// and leaves out the others.
class Pieces {
public:
    using Work = std::function<void(std::size_t piece)>;

    Pieces(Executor& helpers, std::size_t count, Work work);
    Pieces(const Pieces&) = delete;
    Pieces& operator=(const Pieces&) = delete;
    ~Pieces();

    /// Returns when the piece is done; the owner works on pieces meanwhile. Throws what the piece threw.
    void await(std::size_t piece);
    void awaitAll();

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace veldwijzer
