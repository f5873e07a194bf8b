// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QJsonObject>
#include <QTimer>
#include <QVariantList>
#include <vector>

#include "app/edit_row.h"

namespace veldwijzer::app {

class Desk;

/// A form for one record, field by field, of any kind that this version knows. Nothing is written before
/// `save`. What is not saved when the app locks, or is ended, waits in the vault as one draft (the last).
class RecordEditor : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    /// Of an existing record; or empty, with `kind` for a new one (and where it is to hang).
    Q_PROPERTY(QString record MEMBER record_)
    Q_PROPERTY(QString kind MEMBER kind_ NOTIFY opened)
    Q_PROPERTY(QString parentRecord MEMBER parent_)
    Q_PROPERTY(QString parentField MEMBER parentField_)
    Q_PROPERTY(QString title READ title NOTIFY opened)
    Q_PROPERTY(bool ready READ ready NOTIFY opened)
    Q_PROPERTY(bool isNew READ isNew NOTIFY opened)
    Q_PROPERTY(bool changed READ changed NOTIFY edited)
    Q_PROPERTY(bool wrong READ wrong NOTIFY edited)
    Q_PROPERTY(bool saving READ saving NOTIFY edited)
    Q_PROPERTY(bool draftWaits READ draftWaits NOTIFY draftChanged)
    /// [{field, label, kind, items: [{record, title}]}]: what hangs under the record.
    Q_PROPERTY(QVariantList children READ children NOTIFY opened)
    /// [{record, title}]: answers to `look`.
    Q_PROPERTY(QVariantList candidates READ candidates NOTIFY candidatesChanged)

public:
    enum Role {
        FieldRole = Qt::UserRole + 1,
        LabelRole,
        InputRole,
        ValueRole,
        ElementsRole,
        CodesRole,
        CodeLabelsRole,
        ShownRole,
        ErrorRole,
        RefersToRole
    };
    enum Input { Line, Lines, Number, Email, Url, Date, Time, YesNo, Choice, Choices, Words, Reference };
    Q_ENUM(Input)
    static constexpr std::size_t candidatesAtMost = 30;

    explicit RecordEditor(QObject* parent = nullptr);
    [[nodiscard]] QString title() const { return form_.title; }
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] bool isNew() const { return record_.isEmpty(); }
    [[nodiscard]] bool changed() const;
    [[nodiscard]] bool wrong() const;
    [[nodiscard]] bool saving() const { return saving_; }
    [[nodiscard]] bool draftWaits() const { return !draft_.isEmpty(); }
    [[nodiscard]] QVariantList children() const;
    [[nodiscard]] QVariantList candidates() const { return candidates_; }

    Q_INVOKABLE void open();
    Q_INVOKABLE void set(int row, const QString& value);
    Q_INVOKABLE void toggle(int row, const QString& element);
    Q_INVOKABLE void choose(int row, const QString& record, const QString& title);
    Q_INVOKABLE void look(const QString& kind, const QString& words);
    Q_INVOKABLE void save();
    Q_INVOKABLE void remove();
    Q_INVOKABLE void restore();
    Q_INVOKABLE void removeChild(const QString& field, const QString& child);
    Q_INVOKABLE void resumeDraft();
    Q_INVOKABLE void dropDraft();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void opened();
    void edited();
    void draftChanged();
    void candidatesChanged();
    void saved(const QString& record);
    void removed();
    void failed(const QString& title, const QString& explanation);

private:
    EditRow* rowAt(int row);
    void touched(int row);
    void keepDraft();
    void forgetDraft();
    [[nodiscard]] QJsonObject draftNow() const;
    void tookDraft(const Bytes& kept);
    void tell(const Error& error);

    Desk& desk_;
    QString record_, kind_, parent_, parentField_;
    bool ready_ = false;
    bool saving_ = false;
    bool kept_ = false;
    EditForm form_;
    QJsonObject draft_;
    QVariantList candidates_;
    QTimer idle_;
};

}  // namespace veldwijzer::app
