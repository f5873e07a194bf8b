// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>

namespace veldwijzer::app {

class Desk;

/// This person's favourites, by title: [{record, title, organization, note}].
class Favourites : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList entries READ entries NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)

public:
    explicit Favourites(QObject* parent = nullptr);
    [[nodiscard]] QVariantList entries() const { return entries_; }
    [[nodiscard]] bool ready() const { return ready_; }

signals:
    void changed();

private:
    void read();

    Desk& desk_;
    QVariantList entries_;
    bool ready_ = false;
};

}  // namespace veldwijzer::app
