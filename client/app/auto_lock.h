// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>

#include "base/clock.h"

namespace veldwijzer::app {

/// Says when it is time to lock: nobody touched the app for a while, or its window was hidden for a while.
///
/// Looks at both clocks: the steady one stands still while a laptop sleeps, the other may be set back. An
/// input that comes too late (the first key after the sleep) does not count. GUI thread.
class AutoLock final : public QObject {
    Q_OBJECT
public:
    struct Times {
        std::int64_t idleMs = 0;
        std::int64_t hiddenMs = 0;
    };
    /// `times` is asked each time, `clock` outlives this. Watches the application's events from `start` on.
    AutoLock(const Clock& clock, std::function<Times()> times, QObject* parent = nullptr);

    void start();
    void stop();
    /// Minimised, or another app in front on a phone.
    void setHidden(bool hidden);
    /// Emits `due` if it is; the timer does so every second.
    void look();

signals:
    void due();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Moment {
        std::int64_t wallMs = 0;
        std::int64_t steadyMs = 0;
    };
    [[nodiscard]] Moment now() const { return {clock_.wallMs(), clock_.steadyMs()}; }
    [[nodiscard]] bool passed(const Moment& since, std::int64_t ms) const;

    const Clock& clock_;
    std::function<Times()> times_;
    QTimer timer_;
    Moment touched_;
    Moment hiddenSince_;
    bool hidden_ = false;
};

}  // namespace veldwijzer::app
