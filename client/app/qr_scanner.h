// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QString>
#include <QVideoFrame>
#include <QVideoSink>

namespace veldwijzer::app {

/// Looks for an invitation in what a camera sees: the frames that come to `sink`, one at a time on a thread
/// of the pool; what comes meanwhile is skipped. Nothing of a frame is kept. Where the frames come from is
/// not its business, so tests give their own. GUI thread.
class QrScanner : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_MOC_INCLUDE(<QVideoSink>)
    Q_PROPERTY(QVideoSink* sink READ sink WRITE setSink NOTIFY sinkChanged)
    /// A code was seen lately that is no invitation.
    Q_PROPERTY(bool strange READ strange NOTIFY strangeChanged)

public:
    explicit QrScanner(QObject* parent = nullptr) : QObject(parent) {}
    [[nodiscard]] QVideoSink* sink() const { return sink_; }
    void setSink(QVideoSink* sink);
    [[nodiscard]] bool strange() const { return strange_; }

    /// What every invitation begins with; see roster/invitation_link.h.
    static constexpr const char* wanted = "veldwijzer:";

signals:
    /// Once for each frame with an invitation in it.
    void found(const QString& link);
    void strangeChanged();
    void sinkChanged();

private:
    void look(const QVideoFrame& frame);
    void took(const QString& text);

    QVideoSink* sink_ = nullptr;
    bool looking_ = false;
    bool strange_ = false;
};

/// The brightness of a frame, which is all that a QR code needs. Null when it cannot be read.
[[nodiscard]] QImage brightnessOf(QVideoFrame frame);

}  // namespace veldwijzer::app
