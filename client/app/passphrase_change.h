// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

#include "app/words.h"

namespace veldwijzer::app {

/// A new passphrase for the open vault; see Vault::changePassphrase for what a crash leaves. GUI thread.
class PassphraseChange : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool working READ working NOTIFY changed)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY changed)
    Q_PROPERTY(QString problemText READ problemText NOTIFY changed)

public:
    explicit PassphraseChange(QObject* parent = nullptr) : QObject(parent) {}

    Q_INVOKABLE void change(const QString& oldOne, const QString& newOne);
    [[nodiscard]] bool working() const { return working_; }
    [[nodiscard]] QString problemTitle() const { return problem_.title; }
    [[nodiscard]] QString problemText() const { return problem_.explanation; }

signals:
    void changed();
    void done();

private:
    void finish(const Words& problem);

    bool working_ = false;
    Words problem_;
};

}  // namespace veldwijzer::app
