// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include "app/desk.h"

namespace veldwijzer::app {

/// What this person keeps for themselves about records: favourites and notes. They live in the person's own
/// space, which nobody else has the key of, and so come along to their other devices. GUI thread.
///
/// Two devices may each make a favourite of one record; taking it away takes both.
class PersonalBook final : public QObject {
    Q_OBJECT
public:
    /// The one of this desk, which owns it.
    static PersonalBook& of(Desk& desk);

    [[nodiscard]] bool isFavourite(const QString& record) const { return favourites_.contains(record); }
    /// By when they were last written, newest first, is not known here: by id.
    [[nodiscard]] QStringList favourites() const { return favourites_.uniqueKeys(); }
    /// Empty when there is none.
    [[nodiscard]] QString note(const QString& record) const { return notes_.value(record).words; }

    void setFavourite(const QString& record, bool favourite);
    /// Empty words take the note away.
    void setNote(const QString& record, const QString& words);

signals:
    void changed();
    /// It was not kept.
    void failed(const QString& title, const QString& explanation);

private:
    struct Note {
        RecordId id;
        QString words;
    };
    struct Read {
        QMultiHash<QString, RecordId> favourites;
        QHash<QString, Note> notes;
    };
    static Read readAll(const session::Session& session);
    explicit PersonalBook(Desk& desk);
    void read();
    void written(const Result<void>& result);

    Desk& desk_;
    QMultiHash<QString, RecordId> favourites_;
    QHash<QString, Note> notes_;
};

}  // namespace veldwijzer::app
