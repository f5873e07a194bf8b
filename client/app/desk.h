// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

#include "app/work_thread.h"
#include "base/clock.h"
#include "base/random.h"
#include "session/helper_thread.h"
#include "session/session.h"
#include "sync/message.h"

namespace veldwijzer::app {

/// What the sync line shows. From the outbox and the server's acknowledgements only.
struct SyncState {
    bool hasServer = false;
    bool working = false;  ///< a request is under way
    std::uint64_t pending = 0;
    std::uint64_t rejected = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t behind = 0;  ///< log entries still to fetch
    std::uint64_t pulled = 0;  ///< changes of others since this device was unlocked
    WallMs lastSyncMs = 0;     ///< 0: never
    /// The server's time minus this device's, as far as it was heard.
    std::int64_t clockOffsetMs = 0;
    std::optional<Error> failure;
    std::vector<sync::Alarm> alarms;
    bool removed = false;  ///< this device was removed from the region, and its vault is gone

    /// Beyond this "open now" and dates mislead, and people should hear of it.
    static constexpr std::int64_t clockOffAtMostMs = 10 * 60'000;
    [[nodiscard]] bool clockWrong() const {
        return clockOffsetMs > clockOffAtMostMs || clockOffsetMs < -clockOffAtMostMs;
    }
};

/// What the app is built on; outlives the desk. `transportTo` is called on the store thread.
struct Outside {
    const Clock& clock;
    Random& random;
    std::function<Result<std::unique_ptr<sync::Transport>>(const std::string& url)> transportTo;
    /// About a second of work on this device; called on the store thread.
    std::function<vault::KdfCost()> kdfCost;
};

/// The session on a thread of its own, and the sync that goes on behind it.
///
/// Belongs to the GUI thread, which never waits for it: `ask` and `change` carry work to the store thread and
/// bring the result back. Work is done in the order in which it was asked. While no vault is open it is
/// dropped, and `then` is not called: whoever waits hears `closed`.
class Desk final : public QObject {
    Q_OBJECT
public:
    explicit Desk(Outside outside, QObject* parent = nullptr);
    /// Locks, durably; waits for the work under way.
    ~Desk() override;

    template <typename T>
    struct PlainOf {
        using Type = T;
    };
    template <typename T>
    struct PlainOf<Result<T>> {
        using Type = T;
    };
    template <typename Work>
    using ValueOf = typename PlainOf<std::invoke_result_t<Work&, session::Session&>>::Type;

    /// `work(Session&)` on the store thread gives a value or a Result of it; `then(Result<value>)` on the GUI
    /// thread, unless `receiver` is gone. Storage faults arrive as errors.
    template <typename Work, typename Then>
    void ask(QObject* receiver, Work work, Then then, Urgency urgency = Urgency::Person) {
        post(urgency, [this, guard = QPointer<QObject>(receiver), work = std::move(work),
                       then = std::move(then)]() mutable {
            const auto result = std::make_shared<Result<ValueOf<Work>>>(attempt(work));
            onGui([guard, then = std::move(then), result]() mutable {
                if (guard) then(std::move(*result));
            });
        });
    }
    /// The same for work that writes: afterwards everybody hears `changed`, and a sync is brought forward.
    template <typename Work, typename Then>
    void change(QObject* receiver, Work work, Then then) {
        post(Urgency::Person, [this, guard = QPointer<QObject>(receiver), work = std::move(work),
                               then = std::move(then)]() mutable {
            const auto result = std::make_shared<Result<ValueOf<Work>>>(attempt(work));
            noteWritten();
            onGui([this, guard, then = std::move(then), result]() mutable {
                if (guard) then(std::move(*result));
                emit changed();
            });
        });
    }
    /// For long work of the background inside `ask`, on the store thread and between transactions: does what
    /// persons asked for meanwhile. False: the vault is closing, end soon.
    bool breathe() { return store_.breathe(); }

    // ---- the vault
    using Opener = std::function<Result<std::unique_ptr<session::Session>>(session::Environment)>;
    using Then = std::function<void(Result<void>)>;
    /// Opens with what `opener` makes on the store thread; then `opened`.
    void open(Opener opener, Then then);
    /// Wipes what is in memory. `closed` comes at once; the store thread follows. A vault that is only just
    /// being opened closes too: its `then` hears Busy, and `opened` never comes.
    void close();
    [[nodiscard]] bool isOpen() const { return open_; }
    /// Whether the open vault is in a region.
    [[nodiscard]] bool inRegion() const { return inRegion_; }

    void syncNow();
    [[nodiscard]] const SyncState& syncState() const { return syncState_; }
    [[nodiscard]] const Outside& outside() const { return outside_; }
    /// For joining: a transport to a server this vault does not know yet. On the store thread.
    [[nodiscard]] Result<std::unique_ptr<sync::Transport>> transportTo(const std::string& url) const {
        return outside_.transportTo(url);
    }
    /// After the vault that is open got into a region: the sync begins. Then `opened` again.
    void startSync();
    /// Waits until what was asked so far is done and delivered; for tests and for the end.
    void finish();

signals:
    void opened();
    void closed();
    /// Records, tray or inbox may differ.
    void changed();
    void syncStateChanged();

private:
    void post(Urgency urgency, std::function<void()> work);
    void onGui(std::function<void()> work);
    template <typename Work>
    Result<ValueOf<Work>> attempt(Work& work) {
        try {
            if constexpr (std::is_void_v<std::invoke_result_t<Work&, session::Session&>>) {
                work(*session_);
                return {};
            } else {
                return work(*session_);
            }
        } catch (const StorageError& error) {
            return fail(error.code(), error.what());
        }
    }
    void noteWritten();
    void shut();
    void beginTalk();
    void syncStep();
    void carry(sync::Request request);
    void publish(bool working);

    Outside outside_;
    std::uint64_t opening_ = 0;  ///< GUI thread: which `open` counts
    bool open_ = false;          ///< GUI thread
    bool inRegion_ = false;      ///< GUI thread
    SyncState syncState_;
    QTimer due_;

    // The store thread's.
    session::HelperThread helper_;
    std::unique_ptr<session::Session> session_;
    std::unique_ptr<session::SyncTalk> talk_;
    std::optional<Error> noTransport_;  ///< why there is no `talk_`
    std::shared_ptr<sync::Transport> transport_;
    std::uint64_t generation_ = 0;  ///< of `talk_`: answers to an earlier one are dropped
    bool underWay_ = false;
    std::uint64_t pulledSeen_ = 0;

    WorkThread network_;
    WorkThread store_;  ///< last: ends first
};

}  // namespace veldwijzer::app
