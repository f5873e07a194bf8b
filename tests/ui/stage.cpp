// SPDX-License-Identifier: EUPL-1.2
#include "ui/stage.h"

#include <QElapsedTimer>
#include <QQmlExtensionPlugin>
#include <QTest>
#include <mutex>
#include <stdexcept>

#include "app/words.h"
#include "base/ensure.h"
#include "qml/screens.h"
#include "transport/http_transport.h"

Q_IMPORT_QML_PLUGIN(VeldwijzerPlugin)
Q_IMPORT_QML_PLUGIN(Veldwijzer_AppPlugin)

namespace veldwijzer::test {
namespace {

/// The region in this process is not made for two threads.
std::mutex& regionMutex() {
    static std::mutex mutex;
    return mutex;
}

class GuardedWire final : public sync::Transport {
public:
    GuardedWire(LocalRegion& region, std::shared_ptr<Stage::Road> road)
        : region_(region), wire_(region), road_(std::move(road)) {}
    Result<sync::Response> post(const sync::Request& request) override {
        const std::lock_guard lock(regionMutex());
        if (road_->offline) return fail(ErrorCode::Offline, "nobody answers");
        if (road_->instead) return road_->instead(region_, request);
        return wire_.post(request);
    }

private:
    LocalRegion& region_;
    LocalRegion::Wire wire_;
    std::shared_ptr<Stage::Road> road_;
};

void prepareOnce() {
    static bool done = false;
    if (done) return;
    screens::prepare();
    done = true;
}

Result<std::unique_ptr<sync::Transport>> overTcp(const std::string& url) {
    auto transport = transport::HttpTransport::to(url);
    if (!transport) return transport.error();
    return std::unique_ptr<sync::Transport>(std::move(*transport));
}

std::unique_ptr<session::Session> emptyRegion(const std::filesystem::path& folder,
                                              session::Environment environment) {
    auto session = session::Session::create(folder, passphrase, vault::kdfFloor, environment);
    ENSURE(session.ok());
    ENSURE((*session)->foundHere("Veenrivier", "Anna").ok());
    return std::move(*session);
}

std::unique_ptr<session::Session> annasRegion(const std::filesystem::path& folder, LocalRegion& region,
                                              session::Environment environment,
                                              std::unique_ptr<session::Session>& colleague) {
    auto anna = joinedSession(folder / "anna", region.bootstrap(), "Anna", region, environment);
    ENSURE(anna->importHsds(VELDWIJZER_SAMPLE_FILE).ok());
    ENSURE(!anna->sync(region.wire()).failure);
    const auto link = invited(*anna, region, roster::Role::Editor);
    colleague = joinedSession(folder / "bram", link, "Bram", region, environment);
    ENSURE(!colleague->sync(region.wire()).failure);
    return anna;
}

}  // namespace

Stage::Stage(Region region) : network_(region == Region::Network) {
    const session::Environment environment{clock_, random_};
    const auto anna = vault_;
    if (region == Region::Shared || region == Region::Joined)
        region_ = std::make_unique<LocalRegion>(serverClock_, random_);
    if (region == Region::Shared) annasRegion(folder_.path(), *region_, environment, colleague_).reset();
    if (region == Region::Joined) {
        joinedSession(anna, region_->bootstrap(), "Anna", *region_, environment).reset();
        goOffline(true);
    }
    if (region == Region::Empty) emptyRegion(anna, environment).reset();
    begin();
    if (region == Region::Sample) app_->openSample();
    const bool nothingYet = region == Region::None || region == Region::Network;
    if (!nothingYet && region != Region::Sample) app_->unlock(app::text(passphrase));
    if (!nothingYet)
        ENSURE(waitFor(
            [this] { return app_->phase() == app::App::Phase::Open && !app_->regionName().isEmpty(); },
            60'000));
    settle();
}

Stage::Stage(std::filesystem::path vault) : vault_(std::move(vault)) {
    begin();
}

void Stage::prepare(const std::filesystem::path& vault, const std::filesystem::path& map) {
    SystemClock clock;
    SystemRandom random;
    const auto session = emptyRegion(vault, {clock, random});
    ENSURE(session->importHsds(map).ok());
    session->keepSearchUp();
}

void Stage::unlock() {
    if (app_->phase() == app::App::Phase::Locked) open();
    settle();
}

void Stage::lock() {
    app_->lock();
    settle();
}

void Stage::answerWith(Answer answer) {
    const std::lock_guard lock(regionMutex());
    road_->instead = std::move(answer);
}

void Stage::open() {
    QElapsedTimer timer;
    timer.start();
    app_->unlock(app::text(passphrase));
    ENSURE(waitFor([this] { return app_->phase() == app::App::Phase::Open && !app_->regionName().isEmpty(); },
                   60'000));
    usableMs_ = static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void Stage::begin() {
    prepareOnce();
    desk_ = std::make_unique<app::Desk>(app::Outside{
        .clock = clock_,
        .random = random_,
        .transportTo = [this](const std::string& url) -> Result<std::unique_ptr<sync::Transport>> {
            if (untilReleased_.valid()) untilReleased_.wait();
            if (network_) return overTcp(url);
            if (!region_) return fail(ErrorCode::Offline, "no server here");
            return std::unique_ptr<sync::Transport>(std::make_unique<GuardedWire>(*region_, road_));
        },
        .kdfCost = [] { return vault::kdfFloor; }});
    app_ = std::make_unique<app::App>(*desk_, vault_);
    // Whatever the machine speaks.
    app_->settings().setLanguage(QStringLiteral("nl"));
    languages_.use(app_->settings());
    QElapsedTimer timer;
    timer.start();
    engine_ = std::make_unique<QQmlApplicationEngine>();
    screens::addTo(*engine_);
    engine_->load(QUrl(QLatin1String(screens::mainUrl)));
    ENSURE(!engine_->rootObjects().isEmpty());
    window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().constFirst());
    ENSURE(window_ != nullptr);
    // Frames are told from another thread, also when nobody waits for them any more.
    const auto shownNs = std::make_shared<qint64>(0);
    QObject::connect(window_, &QQuickWindow::frameSwapped, window_, [shownNs, timer] {
        if (*shownNs == 0) *shownNs = timer.nsecsElapsed();
    });
    // Without a display there may be no frames.
    waitFor([&shownNs] { return *shownNs != 0; }, 3000);
    firstFrameMs_ = static_cast<double>(*shownNs) / 1e6;
    singleton("theme").setProperty("reducedMotion", true);
}

Stage::~Stage() {
    release();
    desk_->close();
    engine_.reset();
    desk_->finish();
    app_.reset();
    desk_.reset();
}

void Stage::goOffline(bool offline) {
    const std::lock_guard lock(regionMutex());
    road_->offline = offline;
}

void Stage::syncColleague() {
    GuardedWire wire(*region_, road_);
    colleague_->sync(wire);
}

QObject& Stage::singleton(const char* name) const {
    // Singletons written in QML are not in the registry of types; the window holds them.
    auto* found = window_->property(name).value<QObject*>();
    ENSURE(found != nullptr);
    return *found;
}

void Stage::resize(int width, int height) {
    window_->setMinimumSize({width, height});
    window_->resize(width, height);
    settle();
}

void Stage::setDark(bool dark) {
    singleton("theme").setProperty("dark", dark);
}
void Stage::setTextScale(double scale) {
    singleton("theme").setProperty("textScale", scale);
}

void Stage::push(const QString& page, const QVariantMap& properties) {
    QMetaObject::invokeMethod(&singleton("nav"), "push", Q_ARG(QString, page),
                              Q_ARG(QVariant, QVariant::fromValue(properties)));
    settle();
}

void Stage::go(const QString& destination) {
    QMetaObject::invokeMethod(&singleton("nav"), "go", Q_ARG(QString, destination));
    settle();
}

void Stage::hold() {
    held_ = std::make_unique<std::promise<void>>();
    untilReleased_ = held_->get_future().share();
    desk_->ask(
        app_.get(), [until = untilReleased_](session::Session&) { until.wait(); },
        [](const Result<void>&) {});
}

void Stage::release() {
    if (!held_) return;
    held_->set_value();
    held_.reset();
    settle();
}

void Stage::settle(int atLeastMs) {
    // Three times: what arrives may ask for more.
    for (int round = 0; round < 3; ++round) {
        if (!held_) desk_->finish();
        QTest::qWait(atLeastMs / 3 + 1);
    }
}

bool Stage::waitFor(const std::function<bool()>& condition, int atMostMs) {
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < atMostMs)
        QTest::qWait(10);
    return condition();
}

void Stage::await(const std::function<bool()>& condition, std::source_location asked) {
    if (waitFor(condition)) return;
    throw std::runtime_error("never came: what " + std::string(asked.file_name()) + ":" +
                             std::to_string(asked.line()) + " waits for");
}

QImage Stage::photo() {
    settle(150);
    return window_->grabWindow();
}

QQuickItem* Stage::named(const QString& accessibleName) const {
    for (QQuickItem* item : shownItems(window_->contentItem())) {
        if (item->property("text").toString() == accessibleName && item->property("down").isValid())
            return item;
    }
    return nullptr;
}

namespace {

void collect(QQuickItem* item, std::vector<QQuickItem*>& into) {
    if (!item->isVisible() || item->opacity() == 0) return;
    into.push_back(item);
    for (QQuickItem* child : item->childItems())
        collect(child, into);
}

}  // namespace

std::vector<QQuickItem*> shownItems(QQuickItem* root) {
    std::vector<QQuickItem*> items;
    collect(root, items);
    return items;
}

}  // namespace veldwijzer::test
