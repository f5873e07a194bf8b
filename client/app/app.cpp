// SPDX-License-Identifier: EUPL-1.2
#include "app/app.h"

#include <QFile>
#include <QGuiApplication>
#include <QIcon>
#include <QJSEngine>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <algorithm>
#include <utility>

#include "app/checklist_preview.h"
#include "app/words.h"
#include "base/ensure.h"
#include "base/text.h"
#include "domain/opening_hours.h"
#include "session/checklists.h"
#include "vault/vault.h"
#include "vault/vault_folder.h"

namespace veldwijzer::app {
namespace {

App* theApp = nullptr;

/// Nobody has to type it and nobody can: it is made for one run and kept nowhere.
std::string passphraseForOnce(Random& random) {
    std::array<std::uint8_t, 32> bytes{};
    random.fill(bytes);
    return toHex(bytes);
}

Result<std::unique_ptr<session::Session>> makeSample(const std::filesystem::path& folder,
                                                     session::Environment environment) {
    auto session = session::Session::create(folder / "vault", passphraseForOnce(environment.random),
                                            vault::kdfFloor, environment);
    if (!session) return session.error();
    if (auto founded = (*session)->foundHere("Veenrivier", "Sam"); !founded) return founded.error();
    auto imported = (*session)->importHsds(folder / "veenrivier.json");
    if (!imported) return imported.error();
    for (const QString& name : shippedTemplates())
        if (auto taken = session::Templates(**session).importFrom(folder / (utf8(name) + ".json"), false);
            !taken)
            return taken.error();
    (*session)->keepSearchUp();
    return session;
}

/// A file that belongs to a vault and must be there while it is closed.
std::filesystem::path besideVault(std::filesystem::path vault, const char* ending) {
    if (!vault.has_filename()) vault = vault.parent_path();
    vault += ending;
    return vault;
}

AutoLock::Times lockTimes(const Settings& settings) {
    constexpr std::int64_t minute = 60'000;
    return {.idleMs = settings.lockIdleMinutes() * minute, .hiddenMs = settings.lockHiddenMinutes() * minute};
}

}  // namespace

struct App::SampleFolder {
    QTemporaryDir folder;
};

App::App(Desk& desk, std::filesystem::path vault, QObject* parent)
    : QObject(parent),
      desk_(desk),
      vault_(std::move(vault)),
      settings_(besideVault(vault_, ".ini")),
      numbers_(desk_, settings_, besideVault(vault_, ".numbers.json")),
      autoLock_(desk_.outside().clock, [this] { return lockTimes(settings_); }) {
    ENSURE(theApp == nullptr);
    theApp = this;
    connect(&desk_, &Desk::opened, this, [this] {
        readWho();
        autoLock_.start();
        emit phaseChanged();
    });
    connect(&desk_, &Desk::closed, this, [this] {
        who_ = {};
        sample_.reset();
        firstSync_ = false;
        autoLock_.stop();
        emit whoChanged();
        emit phaseChanged();
    });
    connect(&desk_, &Desk::syncStateChanged, this, &App::followSync);
    connect(&autoLock_, &AutoLock::due, this, [this] {
        if (!desk_.isOpen()) return;
        lock();
        emit lockedItself();
    });
    wait_.setInterval(1000);
    connect(&wait_, &QTimer::timeout, this, [this] {
        if (--waitSeconds_ <= 0) wait_.stop();
        emit waitChanged();
    });
}

App::~App() {
    theApp = nullptr;
}

App* App::instance() {
    return theApp;
}

App* App::create(QQmlEngine*, QJSEngine*) {
    ENSURE(theApp != nullptr);
    QJSEngine::setObjectOwnership(theApp, QJSEngine::CppOwnership);
    return theApp;
}

void App::unlock(const QString& passphrase, Despite despite) {
    if (busy_ || desk_.isOpen() || waitSeconds_ > 0) return;
    clearError();
    setBusy(true);
    const auto rollback = despite == Despite::Rollback   ? session::Rollback::Accept
                          : despite == Despite::LostHead ? session::Rollback::AcceptUnknown
                                                         : session::Rollback::Refuse;
    numbers_.setPassing(false);
    desk_.open(
        [vault = vault_, passphrase = utf8(passphrase), rollback](session::Environment environment) {
            return session::Session::open(vault, passphrase, environment, rollback);
        },
        [this](const Result<void>& result) {
            setBusy(false);
            noteTry(!result && result.error().code == ErrorCode::WrongPassphrase);
            if (!result && result.error().code != ErrorCode::Busy) setError(result.error());
            // Gone since the page was shown: the way on is an invitation.
            if (!result && result.error().code == ErrorCode::VaultMissing) emit phaseChanged();
        });
}

void App::noteTry(bool wrong) {
    wrongTries_ = wrong ? wrongTries_ + 1 : 0;
    if (wrongTries_ < freeTries) return;
    const int doublings = std::min(wrongTries_ - freeTries, 6);
    waitSeconds_ = std::min(waitSecondsMost, 2 << doublings);
    wait_.start();
    emit waitChanged();
}

void App::lock() {
    if (!desk_.isOpen() && busy_) desk_.close();  // being opened: a quick exit does not wait for that
    if (!desk_.isOpen()) return;
    emit aboutToLock();
    clearError();
    desk_.close();
}

void App::setVaultAside() {
    if (busy_ || desk_.isOpen()) return;
    clearError();
    std::string ending = ".aside-" + domain::localText(desk_.outside().clock.wallMs());
    std::replace(ending.begin(), ending.end(), ':', '-');
    std::error_code problem;
    std::filesystem::path aside = besideVault(vault_, ending.c_str());
    // A second one in the same minute.
    for (int number = 2; std::filesystem::exists(aside, problem); ++number)
        aside = besideVault(vault_, (ending + "-" + std::to_string(number)).c_str());
    std::filesystem::rename(vault_, aside, problem);
    if (problem) setError(fail(ErrorCode::Storage, problem.message()));
    emit phaseChanged();
}

void App::openSample() {
    if (busy_ || desk_.isOpen()) return;
    clearError();
    setBusy(true);
    sample_ = std::make_unique<SampleFolder>();
    if (!sample_->folder.isValid()) {
        sample_.reset();
        setBusy(false);
        return setError(fail(ErrorCode::Storage, "no folder for the sample"));
    }
    numbers_.setPassing(true);
    const std::filesystem::path folder = utf8(sample_->folder.path());
    // Out of the program itself: the sample works wherever the app is.
    QFile::copy(QStringLiteral(":/sample/veenrivier.json"),
                sample_->folder.filePath(QStringLiteral("veenrivier.json")));
    for (const QString& name : shippedTemplates())
        QFile::copy(QStringLiteral(":/templates/%1.json").arg(name),
                    sample_->folder.filePath(name + QStringLiteral(".json")));
    desk_.open([folder](session::Environment environment) { return makeSample(folder, environment); },
               [this](const Result<void>& result) {
                   setBusy(false);
                   if (result) return;
                   sample_.reset();
                   if (result.error().code != ErrorCode::Busy) setError(result.error());
               });
}

void App::joinedRegion() {
    numbers_.setPassing(false);
    desk_.startSync();
}

void App::foundVault(const Error& error) {
    setError(error);
    emit phaseChanged();
}

void App::followSync() {
    const SyncState& state = desk_.syncState();
    if (state.removed) {
        const Error why = *state.failure;
        lock();
        return setError(why);
    }
    if (state.hasServer && state.lastSyncMs == 0)
        firstSync_ = true;
    else if (state.behind == 0)
        firstSync_ = false;
    emit syncChanged();
}

double App::firstSyncPart() const {
    const SyncState& state = desk_.syncState();
    const auto all = static_cast<double>(state.pulled + state.behind);
    return all > 0 && state.behind > 0 ? static_cast<double>(state.pulled) / all : -1;
}

void App::offerLink(const QString& link) {
    if (link.isEmpty()) return;
    offeredLink_ = link;
    emit linkOffered();
}

QString App::takeOfferedLink() {
    return std::exchange(offeredLink_, QString());
}

void App::setHidden(bool hidden) {
    autoLock_.setHidden(hidden);
}

void App::setDisguised(bool disguised) {
    // Qt puts the display name behind the title of every window.
    QGuiApplication::setApplicationDisplayName(disguised ? tr("Notities") : QStringLiteral("Veldwijzer"));
    QGuiApplication::setWindowIcon(
        QIcon(disguised ? QStringLiteral(":/icons/notes.svg") : QStringLiteral(":/icons/veldwijzer.svg")));
}

void App::syncNow() {
    desk_.syncNow();
}

void App::clearError() {
    if (errorTitle_.isEmpty()) return;
    errorTitle_.clear();
    errorText_.clear();
    errorName_.clear();
    emit errorChanged();
}

void App::setError(const Error& error) {
    const Words words = wordsFor(error);
    errorTitle_ = words.title;
    errorText_ = words.explanation;
    errorName_ = text(veldwijzer::errorName(error.code));
    emit errorChanged();
}

void App::setBusy(bool busy) {
    if (busy_ == busy) return;
    busy_ = busy;
    emit busyChanged();
}

void App::readWho() {
    desk_.ask(
        this,
        [](session::Session& session) {
            const session::Status status = session.status();
            return Who{text(status.region), text(status.member), text(status.role)};
        },
        [this](const Result<Who>& who) {
            if (!who || !desk_.isOpen()) return;
            who_ = *who;
            emit whoChanged();
        });
}

App::Phase App::phase() const {
    if (desk_.isOpen()) return desk_.inRegion() ? Phase::Open : Phase::Joining;
    const auto there = vault::VaultFolder(vault_).mayOpen();
    // A damaged one is there: opening says what is wrong.
    return there || there.error().code != ErrorCode::VaultMissing ? Phase::Locked : Phase::Welcome;
}

App::SyncLook App::syncLook() const {
    const SyncState& state = desk_.syncState();
    if (!state.hasServer) return SyncLook::Local;
    if (!state.alarms.empty() || state.rejected > 0) return SyncLook::Trouble;
    if (!state.failure && state.clockWrong()) return SyncLook::Trouble;
    if (state.failure)
        return state.failure->code == ErrorCode::Offline || state.failure->code == ErrorCode::Busy
                   ? SyncLook::Offline
                   : SyncLook::Trouble;
    if (state.working && (state.behind > 0 || state.lastSyncMs == 0)) return SyncLook::Working;
    if (state.pending > 0) return SyncLook::Waiting;
    return SyncLook::Fine;
}

QString App::syncText() const {
    const SyncState& state = desk_.syncState();
    const QString last = momentText(state.lastSyncMs, desk_.outside().clock.wallMs());
    const QString waiting = tr("%n wijziging(en) wachten", nullptr, static_cast<int>(state.pending));
    switch (syncLook()) {
        case SyncLook::Local:
            return tr("Voorbeeld op dit toestel");
        case SyncLook::Fine:
            return tr("Alles verstuurd · laatst %1").arg(last);
        case SyncLook::Waiting:
            return tr("%1 · laatst %2").arg(waiting, last);
        case SyncLook::Working:
            return state.behind > 0 ? tr("Ophalen, nog %n", nullptr, static_cast<int>(state.behind))
                                    : tr("Verbinden");
        case SyncLook::Offline:
            return state.pending > 0 ? tr("Offline · %1").arg(waiting)
                   : firstSync_      ? tr("Offline")
                                     : tr("Offline, alles staat op dit toestel");
        case SyncLook::Trouble:
            break;
    }
    if (state.rejected > 0)
        return tr("%n wijziging(en) geweigerd", nullptr, static_cast<int>(state.rejected));
    if (!state.alarms.empty()) return syncWordsFor({state.alarms.front().code, {}}).title;
    if (state.failure) return syncWordsFor(*state.failure).title;
    return wordsFor({ErrorCode::ClockSkew, {}}).title;
}

int App::pending() const {
    return static_cast<int>(desk_.syncState().pending);
}
int App::rejected() const {
    return static_cast<int>(desk_.syncState().rejected);
}
int App::conflicts() const {
    return static_cast<int>(desk_.syncState().conflicts);
}
int App::behind() const {
    return static_cast<int>(desk_.syncState().behind);
}
QString App::version() const {
    return QStringLiteral(VELDWIJZER_VERSION);
}

}  // namespace veldwijzer::app
