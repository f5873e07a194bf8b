// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QGuiApplication>
#include <QImage>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <atomic>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <source_location>

#include "app/app.h"
#include "app/desk.h"
#include "app/languages.h"
#include "base/clock.h"
#include "support/local_region.h"
#include "support/temporary_folder.h"

namespace veldwijzer::test {

/// The whole app in one process, over a vault in a temporary folder: the real screens, session, store and
/// server log; no sockets. Made after the QGuiApplication; one at a time.
class Stage {
public:
    enum class Region {
        None,     ///< nothing on this device yet
        Sample,   ///< the sample region, open
        Network,  ///< nothing on this device yet; servers are reached over TCP, as in the real app
        Empty,    ///< Anna alone in a region with an empty map and no server
        Joined,   ///< Anna was let in; the map has not come yet, and the server is out of reach
        Shared,   ///< Anna (coordinator) with the sample map, synced; `colleague` is another device
    };
    explicit Stage(Region region);
    /// A vault that `prepare` made; locked.
    explicit Stage(std::filesystem::path vault);
    /// The vault of a region without a server, with the social map of an HSDS file, ready to be searched.
    static void prepare(const std::filesystem::path& vault, const std::filesystem::path& map);
    ~Stage();

    [[nodiscard]] QQuickWindow& window() const { return *window_; }
    [[nodiscard]] app::App& app() { return *app_; }
    [[nodiscard]] app::Desk& desk() { return *desk_; }
    /// Only with Region::Shared.
    [[nodiscard]] session::Session& colleague() { return *colleague_; }
    /// Anna's, locked or open.
    [[nodiscard]] std::filesystem::path vault() const { return vault_; }
    /// Anna's, with her passphrase.
    void unlock();
    void lock();
    using Answer = std::function<Result<sync::Response>(LocalRegion&, const sync::Request&)>;
    /// Answers the app instead of the server; an empty one: the server does again.
    void answerWith(Answer answer);
    /// How far the device's clock seems to be ahead.
    void setClockWrongBy(std::int64_t ms) { serverClock_.behindMs = ms; }
    /// Neither the app nor the colleague reaches the server.
    void goOffline(bool offline);
    void syncColleague();

    /// From making the engine to the window's first frame; from giving the passphrase to an open region. For
    /// benches.
    [[nodiscard]] double firstFrameMs() const { return firstFrameMs_; }
    [[nodiscard]] double usableMs() const { return usableMs_; }

    /// A singleton of the screens: "theme", "nav".
    [[nodiscard]] QObject& singleton(const char* name) const;
    void resize(int width, int height);
    void setDark(bool dark);
    void setTextScale(double scale);
    /// A page on top, by its file name.
    void push(const QString& page, const QVariantMap& properties = {});
    void go(const QString& destination);

    /// The store thread does nothing until `release`: what is asked stays under way. Without an open vault
    /// this begins when it looks for a server.
    void hold();
    void release();

    /// Lets everything that was asked come to rest: events, the store thread, bindings.
    void settle(int atLeastMs = 50);
    /// Bounded; false when it never came.
    bool waitFor(const std::function<bool()>& condition, int atMostMs = 20'000);
    /// The same for what must come: throws, with the place it was asked, when it never does.
    void await(const std::function<bool()>& condition,
               std::source_location asked = std::source_location::current());
    /// What is shown now.
    [[nodiscard]] QImage photo();
    /// The first visible item with that accessible name; null if there is none.
    [[nodiscard]] QQuickItem* named(const QString& accessibleName) const;

    /// The way to the server. The region in this process is not made for two threads.
    struct Road {
        bool offline = false;
        Answer instead;
    };

private:
    struct ServerClock final : Clock {
        [[nodiscard]] WallMs wallMs() const override { return system.wallMs() - behindMs; }
        [[nodiscard]] std::int64_t steadyMs() const override { return system.steadyMs(); }
        SystemClock system;
        std::atomic<std::int64_t> behindMs = 0;
    };
    void begin();
    void open();

    TemporaryFolder folder_;
    std::filesystem::path vault_ = folder_.path() / "anna";
    SystemClock clock_;
    ServerClock serverClock_;
    SystemRandom random_;
    std::unique_ptr<LocalRegion> region_;
    std::shared_ptr<Road> road_ = std::make_shared<Road>();
    std::unique_ptr<session::Session> colleague_;
    std::unique_ptr<app::Desk> desk_;
    std::unique_ptr<app::App> app_;
    app::Languages languages_;
    std::unique_ptr<QQmlApplicationEngine> engine_;
    QQuickWindow* window_ = nullptr;
    bool network_ = false;
    std::unique_ptr<std::promise<void>> held_;
    std::shared_future<void> untilReleased_;
    double firstFrameMs_ = 0;
    double usableMs_ = 0;
};

/// Every item below, itself included, that is shown.
[[nodiscard]] std::vector<QQuickItem*> shownItems(QQuickItem* root);

}  // namespace veldwijzer::test
