// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QTimer>
#include <QVariantMap>

namespace veldwijzer::app {

class Desk;

/// One record on a page of its own, and what a person does with it there.
class ServiceDetail : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString record READ record WRITE setRecord NOTIFY recordChanged)
    /// See readDetail for what is in it; empty until it is read.
    Q_PROPERTY(QVariantMap entry READ entry NOTIFY entryChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY entryChanged)
    Q_PROPERTY(QString errorTitle READ errorTitle NOTIFY entryChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY entryChanged)
    Q_PROPERTY(bool favourite READ favourite WRITE setFavourite NOTIFY personalChanged)
    Q_PROPERTY(QString note READ note NOTIFY personalChanged)

public:
    explicit ServiceDetail(QObject* parent = nullptr);

    [[nodiscard]] QString record() const { return record_; }
    void setRecord(const QString& record);
    [[nodiscard]] QVariantMap entry() const { return entry_; }
    [[nodiscard]] bool ready() const { return !entry_.isEmpty(); }
    [[nodiscard]] QString errorTitle() const { return errorTitle_; }
    [[nodiscard]] QString errorText() const { return errorText_; }
    [[nodiscard]] bool favourite() const;
    void setFavourite(bool favourite);
    [[nodiscard]] QString note() const;

    Q_INVOKABLE void saveNote(const QString& words);
    /// "Ik heb het nagekeken."
    Q_INVOKABLE void assure();
    /// "Klopt niet meer": a remark for those who look after the map.
    Q_INVOKABLE void remark(const QString& words);
    Q_INVOKABLE void withdrawRemark(const QString& id);
    Q_INVOKABLE void remove();
    Q_INVOKABLE void restore();
    /// What somebody else may be sent: name, for whom, how to reach it. No notes, no agreements.
    Q_INVOKABLE QString shareText() const;
    /// Onto the clipboard.
    Q_INVOKABLE void copy(const QString& text) const;

signals:
    void recordChanged();
    void entryChanged();
    void personalChanged();
    /// Done, in words; `undoable` "restore": `restore` takes it back.
    void told(const QString& message, const QString& undoable);
    void failed(const QString& title, const QString& explanation);

private:
    void read();
    template <typename Work>
    void change(Work work, const QString& message, const QString& undoable = {});

    Desk& desk_;
    QString record_;
    QVariantMap entry_;
    QString errorTitle_;
    QString errorText_;
    QTimer minute_;
};

}  // namespace veldwijzer::app
