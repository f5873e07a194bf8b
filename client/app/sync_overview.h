// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QStringList>
#include <QVariantList>

#include "app/listing.h"

namespace veldwijzer::app {

/// What waits and why, where each space stands, what was refused. From the outbox and the server's
/// acknowledgements only. The rows are what waits: title, what (in words), since.
///
/// `spaces`: name, position, problem. `refused`: number, reason, advice, when, edits (title, text), copy.
/// `alarms`: name (of the error), passing (a normal state, nobody need do anything), title, text.
class SyncOverview : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList spaces READ spaces NOTIFY loadedChanged)
    Q_PROPERTY(QVariantList refused READ refused NOTIFY loadedChanged)
    Q_PROPERTY(QVariantList alarms READ alarms NOTIFY loadedChanged)
    Q_PROPERTY(QString server READ server NOTIFY loadedChanged)
    Q_PROPERTY(QString last READ last NOTIFY loadedChanged)
    Q_PROPERTY(int membership READ membership NOTIFY loadedChanged)
    Q_PROPERTY(int more READ more NOTIFY loadedChanged)
public:
    explicit SyncOverview(QObject* parent = nullptr);
    static constexpr std::size_t shown = 200;  ///< of each space

    [[nodiscard]] QVariantList spaces() const { return spaces_; }
    [[nodiscard]] QVariantList refused() const { return refused_; }
    [[nodiscard]] QVariantList alarms() const;
    [[nodiscard]] QString server() const { return server_; }
    [[nodiscard]] QString last() const;
    /// Invitations and withdrawals on their way.
    [[nodiscard]] int membership() const { return membership_; }
    /// Changes that wait beyond those in `rows`.
    [[nodiscard]] int more() const { return more_; }

    /// Enters a refused change again, as far as this person may, and takes it out of the tray.
    Q_INVOKABLE void enterAgain(int number);
    /// What it said, for pasting somewhere.
    Q_INVOKABLE void copy(int number);
    Q_INVOKABLE void dismiss(int number);

protected:
    void reload() override;

private:
    QVariantList spaces_;
    QVariantList refused_;
    QString server_;
    int membership_ = 0;
    int more_ = 0;
};

}  // namespace veldwijzer::app
