// SPDX-License-Identifier: EUPL-1.2
#include "app/work_thread.h"

#include <future>

namespace veldwijzer::app {

WorkThread::WorkThread() : thread_([this] { run(); }) {}

WorkThread::~WorkThread() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        persons_.clear();
        background_.clear();
    }
    awake_.notify_one();
    thread_.join();
}

void WorkThread::post(Urgency urgency, std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        if (ending_) return;
        (urgency == Urgency::Person ? persons_ : background_).push_back(std::move(work));
    }
    awake_.notify_one();
}

bool WorkThread::takePersons(std::function<void()>& work) {
    const std::lock_guard lock(mutex_);
    if (persons_.empty()) return false;
    work = std::move(persons_.front());
    persons_.pop_front();
    return true;
}

bool WorkThread::breathe() {
    if (breathing_) return true;
    breathing_ = true;
    std::function<void()> work;
    while (!awaited_ && takePersons(work))
        work();
    breathing_ = false;
    return !awaited_;
}

bool WorkThread::putOff(std::function<void()> work) {
    if (!breathing_) return false;
    const std::lock_guard lock(mutex_);
    persons_.push_front(std::move(work));
    awaited_ = true;
    return true;
}

void WorkThread::finish() {
    std::promise<void> done;
    post(Urgency::Background, [&done] { done.set_value(); });
    done.get_future().wait();
}

void WorkThread::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        awake_.wait(lock, [this] { return ending_ || !persons_.empty() || !background_.empty(); });
        if (ending_) return;
        auto& queue = persons_.empty() ? background_ : persons_;
        const std::function<void()> work = std::move(queue.front());
        queue.pop_front();
        lock.unlock();
        work();
        awaited_ = false;
        lock.lock();
    }
}

}  // namespace veldwijzer::app
