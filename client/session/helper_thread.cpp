// SPDX-License-Identifier: EUPL-1.2
#include "session/helper_thread.h"

#include <system_error>

namespace veldwijzer::session {

HelperThread::~HelperThread() {
    {
        const std::lock_guard lock(guard_);
        ending_ = true;
    }
    offered_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void HelperThread::offer(std::function<void()> work) {
    static const bool alone = std::thread::hardware_concurrency() == 1;
    if (alone) return;
    {
        const std::lock_guard lock(guard_);
        if (!thread_.joinable()) {
            try {
                thread_ = std::thread([this] { serve(); });
            } catch (const std::system_error&) {
                return;  // No more threads to be had: nobody takes it.
            }
        }
        waiting_.push_back(std::move(work));
    }
    offered_.notify_one();
}

void HelperThread::serve() {
    std::unique_lock lock(guard_);
    for (;;) {
        offered_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (ending_) return;
        const std::function<void()> work = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        work();
        lock.lock();
    }
}

}  // namespace veldwijzer::session
