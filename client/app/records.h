// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>

namespace veldwijzer::app {

/// What outlives the page that asked for it, such as taking back a deletion.
class Records : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;
    Q_INVOKABLE void restore(const QString& record);

signals:
    void failed(const QString& title, const QString& explanation);
};

}  // namespace veldwijzer::app
