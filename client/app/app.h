// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDateTime>
#include <QObject>
#include <QString>
#include <memory>

#include "app/auto_lock.h"
#include "app/desk.h"
#include "app/numbers.h"
#include "app/settings.h"

class QQmlEngine;
class QJSEngine;

namespace veldwijzer::app {

/// What every page knows: whether a vault is there and open, whose it is, and the sync line. QML sees it as
/// the singleton `App`; main makes it before the engine and outlives it.
class App : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString errorTitle READ errorTitle NOTIFY errorChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorChanged)
    Q_PROPERTY(QString errorName READ errorName NOTIFY errorChanged)
    Q_PROPERTY(QString regionName READ regionName NOTIFY whoChanged)
    Q_PROPERTY(QString memberName READ memberName NOTIFY whoChanged)
    Q_PROPERTY(QString role READ role NOTIFY whoChanged)
    Q_PROPERTY(bool coordinator READ coordinator NOTIFY whoChanged)
    Q_PROPERTY(bool sample READ sample NOTIFY whoChanged)
    Q_PROPERTY(SyncLook syncLook READ syncLook NOTIFY syncChanged)
    Q_PROPERTY(QString syncText READ syncText NOTIFY syncChanged)
    Q_PROPERTY(int pending READ pending NOTIFY syncChanged)
    Q_PROPERTY(int rejected READ rejected NOTIFY syncChanged)
    Q_PROPERTY(int conflicts READ conflicts NOTIFY syncChanged)
    Q_PROPERTY(int behind READ behind NOTIFY syncChanged)
    Q_PROPERTY(QString version READ version CONSTANT)
    Q_PROPERTY(veldwijzer::app::Numbers* numbers READ numbers CONSTANT)
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY waitChanged)
    Q_PROPERTY(bool firstSync READ firstSync NOTIFY syncChanged)
    Q_PROPERTY(double firstSyncPart READ firstSyncPart NOTIFY syncChanged)

public:
    enum class Phase {
        Welcome,  ///< no vault on this device
        Locked,   ///< a vault, closed
        Joining,  ///< a vault, open, that is in no region yet: a join that is going on or was cut off
        Open,
    };
    Q_ENUM(Phase)
    enum class SyncLook {
        Local,    ///< no server: the sample
        Fine,     ///< all sent, all fetched
        Waiting,  ///< work waits
        Working,
        Offline,
        Trouble,  ///< somebody has to do something
    };
    Q_ENUM(SyncLook)

    /// `vault` is the folder of this person's vault; it need not exist. Everything outlives the app.
    App(Desk& desk, std::filesystem::path vault, QObject* parent = nullptr);
    ~App() override;
    /// The one that exists. Null before main made it.
    static App* instance();
    static App* create(QQmlEngine* engine, QJSEngine* scripts);

    [[nodiscard]] Desk& desk() { return desk_; }
    [[nodiscard]] const std::filesystem::path& vault() const { return vault_; }

    // ---- opening and locking
    /// What a person, having been told, goes on in spite of. See session::Rollback.
    enum class Despite { Nothing, Rollback, LostHead };
    Q_ENUM(Despite)
    /// Opens the vault. What goes wrong stands in errorTitle and errorText. After some wrong passphrases each
    /// next try has to wait (waitSeconds); closing the app ends that, so it only slows down fingers.
    Q_INVOKABLE void unlock(const QString& passphrase, Despite despite = Despite::Nothing);
    Q_INVOKABLE void lock();
    /// For who lost the passphrase: the vault gets another name and stays where it is, so that it can be put
    /// back should the passphrase come up; this device begins with an invitation again. Locked only.
    Q_INVOKABLE void setVaultAside();
    /// A region with sample data that lives until it is closed, in no vault of this person.
    Q_INVOKABLE void openSample();
    Q_INVOKABLE void clearError();
    Q_INVOKABLE void syncNow();
    /// Shows an error wherever the page shows them; an empty code clears it.
    void setError(const Error& error);
    void setBusy(bool busy);
    /// The open vault got into its region: who this is is read, and the sync begins.
    void joinedRegion();
    /// A vault turned up where there was none, and what went wrong with it.
    void foundVault(const Error& error);
    /// Reads again who this is.
    void readWho();

    // ---- from outside
    /// A link that the app was started with, or that another start handed over. Onboarding takes it.
    void offerLink(const QString& link);
    [[nodiscard]] QString takeOfferedLink();
    /// Hidden: the window is minimised or not to be seen, so that it locks sooner.
    Q_INVOKABLE void setHidden(bool hidden);
    /// Quick exit: the window's name and picture in the task bar are those of a notes program.
    Q_INVOKABLE void setDisguised(bool disguised);

    [[nodiscard]] Phase phase() const;
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] QString errorTitle() const { return errorTitle_; }
    [[nodiscard]] QString errorText() const { return errorText_; }
    [[nodiscard]] QString errorName() const { return errorName_; }
    [[nodiscard]] QString regionName() const { return who_.region; }
    [[nodiscard]] QString memberName() const { return who_.member; }
    [[nodiscard]] QString role() const { return who_.role; }
    [[nodiscard]] bool coordinator() const { return who_.role == QLatin1String("coordinator"); }
    [[nodiscard]] bool sample() const { return sample_ != nullptr; }
    [[nodiscard]] SyncLook syncLook() const;
    [[nodiscard]] QString syncText() const;
    [[nodiscard]] int pending() const;
    [[nodiscard]] int rejected() const;
    [[nodiscard]] int conflicts() const;
    [[nodiscard]] int behind() const;
    [[nodiscard]] QString version() const;
    [[nodiscard]] Numbers* numbers() { return &numbers_; }
    [[nodiscard]] Settings& settings() { return settings_; }
    [[nodiscard]] int waitSeconds() const { return waitSeconds_; }
    /// Whether this device has not yet everything that was there when it joined; it can be used meanwhile.
    [[nodiscard]] bool firstSync() const { return firstSync_; }
    /// 0 to 1, or -1 while nobody knows.
    [[nodiscard]] double firstSyncPart() const;

    static constexpr int freeTries = 5;
    static constexpr int waitSecondsMost = 60;

signals:
    void phaseChanged();
    void busyChanged();
    void errorChanged();
    void whoChanged();
    void syncChanged();
    /// Edits that are not saved yet must be kept now.
    void aboutToLock();
    void linkOffered();
    /// Somebody started the app once more; this window comes to the front.
    void startedAgain();
    /// Locked by itself: the page that was open is gone.
    void lockedItself();
    void waitChanged();

private:
    struct Who {
        QString region;
        QString member;
        QString role;
    };
    struct SampleFolder;
    void noteTry(bool wrong);
    void followSync();

    Desk& desk_;
    std::filesystem::path vault_;
    Settings settings_;
    Numbers numbers_;
    AutoLock autoLock_;
    std::unique_ptr<SampleFolder> sample_;
    bool busy_ = false;
    QString errorTitle_;
    QString errorText_;
    QString errorName_;
    Who who_;
    QString offeredLink_;
    int wrongTries_ = 0;
    int waitSeconds_ = 0;
    QTimer wait_;
    bool firstSync_ = false;
};

}  // namespace veldwijzer::app
