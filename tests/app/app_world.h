// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QCoreApplication>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "app/app.h"
#include "app/desk.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"

namespace veldwijzer::test {

/// Goes on by itself, as timers do; the day can be set. Any thread.
class ShiftedClock final : public Clock {
public:
    explicit ShiftedClock(WallMs wall) : shift_(wall - system_.wallMs()) {}
    [[nodiscard]] WallMs wallMs() const override { return system_.wallMs() + shift_; }
    [[nodiscard]] std::int64_t steadyMs() const override { return system_.steadyMs() + steadyShift_; }
    void setWall(WallMs wall) { shift_ = wall - system_.wallMs(); }
    /// Both of them.
    void advance(std::int64_t ms) {
        shift_ += ms;
        steadyShift_ += ms;
    }

private:
    SystemClock system_;
    std::atomic<std::int64_t> shift_;
    std::atomic<std::int64_t> steadyShift_ = 0;
};

/// The server's: right, however wrong the device's is.
class RightClock final : public Clock {
public:
    explicit RightClock(const ShiftedClock& device) : device_(device) {}
    [[nodiscard]] WallMs wallMs() const override { return device_.wallMs() - wrongMs_; }
    [[nodiscard]] std::int64_t steadyMs() const override { return device_.steadyMs(); }
    void deviceIsWrongBy(std::int64_t ms) { wrongMs_ = ms; }

private:
    const ShiftedClock& device_;
    std::atomic<std::int64_t> wrongMs_ = 0;
};

/// The way to a LocalRegion from any thread; one request at a time.
struct Road {
    LocalRegion& region;
    std::mutex mutex;
    std::atomic<bool> online = true;
    std::atomic<int> posts = 0;
    /// Answers instead of the region while it is set. Set and cleared while nothing is under way.
    std::function<Result<sync::Response>(const sync::Request&)> instead;

    [[nodiscard]] std::unique_ptr<sync::Transport> transport();
};

/// The app without its screens: a region with its server in this process, a desk, the App of one device.
/// One at a time: App is a singleton. Settings live in a folder of this test program, not in the person's.
class AppWorld {
public:
    /// `wall` "2026-11-23T10:00" in Europe/Amsterdam.
    explicit AppWorld(const std::string& wall = "2026-11-23T10:00");
    ~AppWorld();
    AppWorld(const AppWorld&) = delete;
    AppWorld& operator=(const AppWorld&) = delete;

    /// Makes this device's vault, a member of the region as its first coordinator, leaves it locked.
    void found(const std::string& name = "Anna");
    /// The same and unlocked; waits until the first sync is done.
    void foundAndUnlock(const std::string& name = "Anna");
    void unlock();
    /// The device's clock is that much ahead of the server's from now on.
    void setClockWrongBy(std::int64_t ms);
    /// A colleague's device: another vault of the region, for this thread.
    [[nodiscard]] std::unique_ptr<session::Session> colleague(const roster::InvitationLink& link,
                                                              const std::string& name);
    /// A link by whoever's device is open in the app, already with the server.
    [[nodiscard]] roster::InvitationLink invite(roster::Role role);

    TemporaryFolder folder;
    ShiftedClock clock;  ///< the device's
    RightClock serverClock{clock};
    SystemRandom random;
    LocalRegion region;
    Road road;
    app::Desk desk;
    app::App app;
};

/// Lets the event loop run until it is so; false when it takes longer than a bound that only a hang meets.
[[nodiscard]] bool waitFor(const std::function<bool()>& condition);

/// `work(Session&)` on the desk's store thread, waited for.
template <typename Work>
auto ask(app::Desk& desk, Work work) {
    using Value = app::Desk::ValueOf<Work>;
    auto answer = std::make_shared<std::optional<Result<Value>>>();
    desk.ask(&desk, std::move(work), [answer](Result<Value> result) { answer->emplace(std::move(result)); });
    if (!waitFor([&] { return answer->has_value(); }))
        return Result<Value>(fail(ErrorCode::Busy, "no answer"));
    return std::move(**answer);
}

/// The QGuiApplication of this program, made when first asked for; offscreen.
QCoreApplication& application();

}  // namespace veldwijzer::test
