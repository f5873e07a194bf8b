// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <filesystem>

namespace veldwijzer::app {

/// One window for one vault: a second start hands what it was started with to the first and ends.
///
/// They meet at a local socket named after the vault, open to the same user only. What comes in is a link as
/// anybody could pass it: it is read like one that was pasted. GUI thread.
class SingleInstance final : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 messageBytes = 8 * 1024;

    explicit SingleInstance(const std::filesystem::path& vault, QObject* parent = nullptr);

    /// True when another one runs and took `link` (which may be empty). Otherwise this one listens from now
    /// on. Waits for the other half a second at most.
    [[nodiscard]] bool handOver(const QString& link);

signals:
    /// Somebody started the app again; `link` may be empty.
    void startedAgain(const QString& link);

private:
    void takeCall();

    QString name_;
    QLocalServer server_;
};

}  // namespace veldwijzer::app
