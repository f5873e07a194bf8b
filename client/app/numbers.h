// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QString>
#include <QTimer>
#include <filesystem>
#include <optional>
#include <vector>

#include "app/desk.h"

namespace veldwijzer::app {

class Settings;

/// A number to call.
struct CallLine {
    QString code;  ///< by which a contact card means it; of national lines only
    QString name;
    QString number;  ///< as people write it
    QString note;    ///< when, and what it costs
    QString source;  ///< empty: none, or the region itself
    bool confirmed = true;
    bool regional = false;
    bool operator==(const CallLine&) const = default;
};

/// The numbers of "Nu bellen": the national lines out of a dated file in the program, then the region's own
/// urgent ones (services with urgency "nu" and a telephone).
///
/// They show before unlocking too. The national ones need no vault; the region's are written to a small plain
/// file beside it, at each unlock and whenever they change. That file holds names and numbers that stand in
/// the social map for everybody, nothing of a confidential location, no region's name and nobody's; a person
/// can turn it off. A file that cannot be read counts as none. GUI thread.
class Numbers final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.numbers")
    Q_PROPERTY(QString takenOver READ takenOver CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        NumberRole,
        DialRole,
        NoteRole,
        SourceRole,
        ConfirmedRole,
        RegionalRole
    };
    static constexpr std::size_t regionalMost = 30;
    static constexpr qint64 fileBytes = 64 * 1024;

    Numbers(Desk& desk, Settings& settings, std::filesystem::path file, QObject* parent = nullptr);

    /// Nothing is written while this holds: the sample is nobody's region.
    void setPassing(bool passing) { passing_ = passing; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QString takenOver() const;
    [[nodiscard]] int count() const { return rowCount(); }
    /// The national line of that code; nothing when there is none.
    [[nodiscard]] std::optional<CallLine> lineOf(const QString& code) const;
    Q_INVOKABLE void copy(const QString& number) const;

signals:
    void countChanged();

private:
    void readRegion();
    void show(std::vector<CallLine> regional);
    void write(const std::vector<CallLine>& regional) const;
    [[nodiscard]] std::vector<CallLine> readFile() const;

    Desk& desk_;
    Settings& settings_;
    std::filesystem::path file_;
    bool passing_ = false;
    QTimer soon_;  ///< an import changes records a thousand times; one look afterwards will do
    std::vector<CallLine> national_;
    std::vector<CallLine> lines_;
    QString takenOver_;
};

/// What a telephone dials of a number as people write it: "0900-111 3 111" is "09001113111". Empty when it is
/// none.
[[nodiscard]] QString dialOf(const QString& number);
/// The region's urgent lines, by name. On the store thread.
[[nodiscard]] std::vector<CallLine> urgentLines(session::Session& session);

}  // namespace veldwijzer::app
