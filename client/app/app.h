// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QDateTime>
#include <QObject>
#include <QString>
#include <memory>

#include "app/desk.h"

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

public:
    enum class Phase {
        Welcome,  ///< no vault on this device
        Locked,   ///< a vault, closed
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
    /// Opens the vault. What goes wrong stands in errorTitle and errorText.
    Q_INVOKABLE void unlock(const QString& passphrase, bool acceptRollback = false);
    Q_INVOKABLE void lock();
    /// A region with sample data that lives until it is closed, in no vault of this person.
    Q_INVOKABLE void openSample();
    Q_INVOKABLE void clearError();
    Q_INVOKABLE void syncNow();
    /// Shows an error wherever the page shows them; an empty code clears it.
    void setError(const Error& error);
    void setBusy(bool busy);
    /// After a join: reads again who this is.
    void readWho();

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

signals:
    void phaseChanged();
    void busyChanged();
    void errorChanged();
    void whoChanged();
    void syncChanged();
    /// Edits that are not saved yet must be kept now.
    void aboutToLock();

private:
    struct Who {
        QString region;
        QString member;
        QString role;
    };
    struct SampleFolder;

    Desk& desk_;
    std::filesystem::path vault_;
    std::unique_ptr<SampleFolder> sample_;
    bool busy_ = false;
    QString errorTitle_;
    QString errorText_;
    QString errorName_;
    Who who_;
};

}  // namespace veldwijzer::app
