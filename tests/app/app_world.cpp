// SPDX-License-Identifier: EUPL-1.2
#include "app/app_world.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QThread>
#include <cstdio>
#include <cstdlib>

#include "app/words.h"
#include "domain/opening_hours.h"

namespace veldwijzer::test {
namespace {

constexpr int hangMs = 60'000;

/// Its settings too go to a folder that is gone afterwards.
struct Program {
    TemporaryFolder home;
    int count = 1;
    std::string name = "app_tests";
    char* arguments[2] = {name.data(), nullptr};
    /// Never deleted: at the end of the program Qt's own statics may be gone before this one.
    QGuiApplication* application = nullptr;

    Program() {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("XDG_CONFIG_HOME", home.path().c_str());
        qputenv("XDG_DATA_HOME", home.path().c_str());
        application = new QGuiApplication(count, arguments);
        QCoreApplication::setOrganizationName(QStringLiteral("veldwijzer-tests"));
    }
};

class RoadTransport final : public sync::Transport {
public:
    explicit RoadTransport(Road& road) : road_(road) {}
    Result<sync::Response> post(const sync::Request& request) override {
        const std::lock_guard lock(road_.mutex);
        ++road_.posts;
        if (road_.instead) return road_.instead(request);
        if (!road_.online) return fail(ErrorCode::Offline, "nobody answers");
        return road_.region.wire().post(request);
    }

private:
    Road& road_;
};

[[noreturn]] void giveUp(const char* what) {
    std::fprintf(stderr, "app_world: %s\n", what);
    std::abort();
}

}  // namespace

QCoreApplication& application() {
    static Program program;
    return *program.application;
}

std::unique_ptr<sync::Transport> Road::transport() {
    return std::make_unique<RoadTransport>(*this);
}

AppWorld::AppWorld(const std::string& wall)
    : clock((application(), *domain::instantFrom(wall))),
      region(serverClock, random),
      road{.region = region, .mutex = {}, .instead = {}},
      desk({.clock = clock,
            .random = random,
            .transportTo = [this](const std::string&) { return Result(road.transport()); },
            .kdfCost = [] { return vault::kdfFloor; }}),
      app(desk, folder.path() / "vault") {}

AppWorld::~AppWorld() = default;

void AppWorld::found(const std::string& name) {
    auto session = session::Session::create(folder.path() / "vault", passphrase, vault::kdfFloor,
                                            {.clock = clock, .random = random});
    if (!session) giveUp("no vault");
    const auto transport = road.transport();
    if (!(*session)->join(region.bootstrap(), name, *transport)) giveUp("not joined");
}

void AppWorld::unlock() {
    app.unlock(app::text(passphrase));
    if (!waitFor([&] { return desk.isOpen() && app.memberName() != QString(); })) giveUp("not unlocked");
}

void AppWorld::setClockWrongBy(std::int64_t ms) {
    const WallMs right = serverClock.wallMs();
    clock.setWall(right + ms);
    serverClock.deviceIsWrongBy(ms);
}

void AppWorld::foundAndUnlock(const std::string& name) {
    found(name);
    unlock();
    if (!waitFor([&] { return desk.syncState().lastSyncMs > 0; })) giveUp("not synced");
}

std::unique_ptr<session::Session> AppWorld::colleague(const roster::InvitationLink& link,
                                                      const std::string& name) {
    auto session = session::Session::create(folder.path() / name, passphrase, vault::kdfFloor,
                                            {.clock = serverClock, .random = random});
    if (!session) giveUp("no vault");
    const auto transport = road.transport();
    if (!(*session)->join(link, name, *transport)) giveUp("not joined");
    return std::move(*session);
}

roster::InvitationLink AppWorld::invite(roster::Role role) {
    auto made = ask(desk, [role](session::Session& session) -> Result<std::string> {
        return session.invite(role, 1, 24LL * 3600 * 1000);
    });
    if (!made) giveUp("no invitation");
    desk.syncNow();
    const auto sent = [&] {
        return ask(desk, [](session::Session& session) { return session.status().pending; });
    };
    for (int round = 0; round < 100; ++round) {
        const auto left = sent();
        if (left && *left == 0) return *roster::decodeLink(*made);
        desk.syncNow();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    giveUp("the invitation was not sent");
}

bool waitFor(const std::function<bool()>& condition) {
    QElapsedTimer elapsed;
    elapsed.start();
    while (!condition()) {
        if (elapsed.hasExpired(hangMs)) return false;
        // Not WaitForMoreEvents: that waits as long as the next timer, however far away.
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QThread::msleep(2);
    }
    return true;
}

}  // namespace veldwijzer::test

#if defined(__SANITIZE_ADDRESS__)
/// Fontconfig keeps what it read until the process ends; whether that counts as lost depends on the moment.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}
#endif
