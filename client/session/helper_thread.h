// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "base/executor.h"

namespace veldwijzer::session {

/// One thread that helps a session's own: opens and decodes what comes in and works out what becomes of
/// records, while the other writes tables. Begun when it is first needed; on a machine with one processor
/// never. Any thread may offer.
class HelperThread final : public Executor {
public:
    HelperThread() = default;
    /// What was offered and not begun is left out.
    ~HelperThread() override;

    void offer(std::function<void()> work) override;

private:
    void serve();

    std::mutex guard_;
    std::condition_variable offered_;
    std::deque<std::function<void()>> waiting_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace veldwijzer::session
