// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <optional>

#include "app/app.h"
#include "app/words.h"
#include "roster/invitation_link.h"

namespace veldwijzer::app {

/// From an invitation to a device that is in a region: read the link, choose a name and a passphrase, join.
///
/// The link and the name are kept inside the new vault until the region let this device in, so a join that
/// was cut off (no network, closed, crashed) goes on after the next unlock without asking anything again. The
/// wait for the network is on the store thread, which has nothing else to do yet. GUI thread.
class Onboarding : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Step step READ step NOTIFY stepChanged)
    Q_PROPERTY(QString regionName READ regionName NOTIFY linkChanged)
    Q_PROPERTY(QString server READ server NOTIFY linkChanged)
    Q_PROPERTY(bool founding READ founding NOTIFY linkChanged)
    Q_PROPERTY(bool reading READ reading NOTIFY readingChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY problemChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY problemChanged)
    Q_PROPERTY(bool joining READ joining NOTIFY joiningChanged)
    /// Another invitation is needed: this one will never work.
    Q_PROPERTY(bool linkSpent READ linkSpent NOTIFY problemChanged)
    Q_PROPERTY(bool nameNeeded READ nameNeeded NOTIFY problemChanged)
    Q_PROPERTY(bool retrying READ retrying NOTIFY problemChanged)

public:
    enum class Step {
        Invitation,  ///< no link yet
        Person,      ///< a link; name and passphrase are asked
        Joining,     ///< a vault that is in no region yet
    };
    Q_ENUM(Step)
    static constexpr int retryMs = 15'000;

    explicit Onboarding(QObject* parent = nullptr);
    ~Onboarding() override;

    /// A link as it was pasted or typed, text around it and line ends included. Goes to the next step.
    Q_INVOKABLE void readLink(const QString& text);
    /// A picture file with the QR code in it.
    Q_INVOKABLE void readPicture(const QUrl& file);
    /// Back to the invitation.
    Q_INVOKABLE void forgetLink();
    /// Makes the vault under this passphrase and joins. Goes on in `Joining` when only the second fails.
    Q_INVOKABLE void join(const QString& name, const QString& passphrase);
    /// Once more, with the link and name that were kept.
    Q_INVOKABLE void retry();
    /// The same vault with another invitation; `name` empty: the one that was given before.
    Q_INVOKABLE void joinWith(const QString& linkText, const QString& name = {});

    /// app::Strength as a number from 0 (too short) to 4.
    Q_INVOKABLE int strength(const QString& passphrase) const;
    Q_INVOKABLE QString strengthWords(const QString& passphrase) const;
    /// Whether the app takes it.
    Q_INVOKABLE bool goodEnough(const QString& passphrase) const;

    [[nodiscard]] Step step() const;
    [[nodiscard]] QString regionName() const;
    [[nodiscard]] QString server() const;
    [[nodiscard]] bool founding() const;
    [[nodiscard]] bool reading() const { return reading_; }
    [[nodiscard]] QString problemTitle() const { return problem_.title; }
    [[nodiscard]] QString problemText() const { return problem_.explanation; }
    [[nodiscard]] bool joining() const { return joining_; }
    [[nodiscard]] bool linkSpent() const { return linkSpent_; }
    [[nodiscard]] bool nameNeeded() const { return nameNeeded_; }
    [[nodiscard]] bool retrying() const { return retryLater_.isActive(); }

signals:
    void stepChanged();
    void linkChanged();
    void readingChanged();
    void problemChanged();
    void joiningChanged();

private:
    void setProblem(const Words& words, bool linkSpent = false);
    void showFailure(const Error& error);
    void setJoining(bool joining);
    void setReading(bool reading);
    void takeOffered();

    App& app_;
    std::optional<roster::InvitationLink> link_;
    Words problem_;
    bool linkSpent_ = false;
    bool nameNeeded_ = false;
    bool reading_ = false;
    bool joining_ = false;
    QTimer retryLater_;
};

/// What happened while joining, what is safe, what to do; what app::wordsFor says of other errors.
[[nodiscard]] Words joinWordsFor(const Error& error);

}  // namespace veldwijzer::app
