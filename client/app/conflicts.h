// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QVariantList>
#include <optional>
#include <string>
#include <vector>

#include "app/listing.h"

namespace veldwijzer::app {

/// The conflict inbox: the records with a field that people changed differently at the same time.
/// A row: id, title, kind, fields (in words), deleted.
class ConflictList : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
public:
    /// More are shown as the first are settled.
    static constexpr std::size_t shown = 500;

protected:
    void reload() override;
};

/// One record of the inbox: each field with all its values, and the ways to settle it.
///
/// `fields` has maps: field, label, deleted, multiline, joinable, again (settled here and taken back),
/// values: number (from 1), text, who, when, deletes, emptied.
class ConflictCase : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString recordId READ recordId WRITE setRecordId NOTIFY recordIdChanged)
    Q_PROPERTY(QString title READ title NOTIFY loadedChanged)
    Q_PROPERTY(QString kind READ kind NOTIFY loadedChanged)
    Q_PROPERTY(QVariantList fields READ fields NOTIFY loadedChanged)
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged)
public:
    explicit ConflictCase(QObject* parent = nullptr);

    struct Value {
        std::string stored;  ///< as `session.set` takes it; empty: emptied
        QString text;
        QString who;
        QString when;
        bool deletes = false;
    };
    struct Field {
        std::string field;
        QString label;
        bool deleted = false;
        bool multiline = false;
        bool again = false;
        std::vector<Value> values;  ///< the one that is shown first
    };
    struct Case {
        QString title;
        QString kind;
        std::vector<Field> fields;
    };

    [[nodiscard]] QString recordId() const { return text(id_); }
    void setRecordId(const QString& id);
    [[nodiscard]] QString title() const { return case_.title; }
    [[nodiscard]] QString kind() const { return case_.kind; }
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] bool loaded() const { return loaded_; }

    /// Keeps the value with this number, for everybody.
    Q_INVOKABLE void keep(const QString& field, int number);
    /// Texts one below the other.
    Q_INVOKABLE void keepAll(const QString& field);
    Q_INVOKABLE void write(const QString& field, const QString& value);
    /// Takes back the last deed here: what was shown before is shown again, and the choice is open on this
    /// page.
    Q_INVOKABLE void undo();

signals:
    void recordIdChanged();
    void loadedChanged();
    void settled(const QString& message);
    void told(const QString& message);

private:
    void reload();
    void settle(const QString& field, std::optional<int> number, const std::string& value,
                const QString& message);
    [[nodiscard]] const Field* find(const std::string& field) const;

    std::string id_;
    Case case_;
    bool loaded_ = false;
    std::optional<Field> last_;    ///< settled last; what `undo` brings back
    std::vector<Field> reopened_;  ///< taken back here: settled for the store, open for this person
    bool keptRecord_ = false;      ///< the last deed kept a record that somebody deleted
};

}  // namespace veldwijzer::app
