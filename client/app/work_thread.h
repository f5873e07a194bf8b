// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace veldwijzer::app {

/// What a person waits for goes before what can wait.
enum class Urgency { Person, Background };

/// One thread that does one piece of work after the other: those of a person in the order in which they came,
/// then those of the background in theirs. `post` may be called from any thread.
///
/// The work must catch what it throws.
class WorkThread {
public:
    WorkThread();
    /// Ends after the piece of work it is doing; what still waited is dropped, unless `finish` came before.
    ~WorkThread();
    WorkThread(const WorkThread&) = delete;
    WorkThread& operator=(const WorkThread&) = delete;

    void post(Urgency urgency, std::function<void()> work);
    /// For long work of the background, on this thread and between transactions: does what persons asked for
    /// meanwhile, then returns to it. False when something waits for its end (`putOff`): it should stop soon.
    bool breathe();
    /// From work done while breathing: `work` comes next after the long one, and nothing before it. False,
    /// and nothing is put off, when no long work is under way.
    bool putOff(std::function<void()> work);
    /// Does what was posted until now and waits for it. Not from this thread.
    void finish();

private:
    void run();
    bool takePersons(std::function<void()>& work);

    std::mutex mutex_;
    std::condition_variable awake_;
    std::deque<std::function<void()>> persons_;
    std::deque<std::function<void()>> background_;
    bool ending_ = false;
    bool breathing_ = false;  ///< this thread's own
    bool awaited_ = false;    ///< this thread's own
    std::thread thread_;
};

}  // namespace veldwijzer::app
