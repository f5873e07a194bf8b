// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <vector>

namespace veldwijzer::app {

class Desk;

/// Everything that happened to a record and is still known, newest first, in words.
class RecordHistory : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString record READ record WRITE setRecord NOTIFY recordChanged)
    Q_PROPERTY(QString title READ title NOTIFY read)
    Q_PROPERTY(bool ready READ ready NOTIFY read)
    Q_PROPERTY(int length READ length NOTIFY read)

public:
    enum Role { FieldRole = Qt::UserRole + 1, WhatRole, NewRole, OldRole, WhoRole, WhenRole, LiveRole };
    /// One step, in words. `before` is what it replaced; empty when that is not known any more.
    struct Step {
        QString field;
        QString what;
        QString now;
        QString before;
        QString who;
        QString when;
        bool live = false;
    };

    explicit RecordHistory(QObject* parent = nullptr);
    [[nodiscard]] QString record() const { return record_; }
    void setRecord(const QString& record);
    [[nodiscard]] QString title() const { return title_; }
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] int length() const { return static_cast<int>(steps_.size()); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void recordChanged();
    void read();

private:
    void ask();

    Desk& desk_;
    QString record_;
    QString title_;
    bool ready_ = false;
    std::vector<Step> steps_;
};

}  // namespace veldwijzer::app
