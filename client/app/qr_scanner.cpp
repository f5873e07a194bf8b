// SPDX-License-Identifier: EUPL-1.2
#include "app/qr_scanner.h"

#include <QCoreApplication>
#include <QImage>
#include <QPointer>
#include <QThreadPool>

#include "app/qr_picture.h"

namespace veldwijzer::app {
namespace {

/// Where the brightness stands among the bytes of a frame's first plane; 0 apart: not known.
struct Brightness {
    int apart = 0;
    int first = 0;
};

Brightness brightnessIn(QVideoFrameFormat::PixelFormat format) {
    switch (format) {
        case QVideoFrameFormat::Format_Y8:
        case QVideoFrameFormat::Format_YUV420P:
        case QVideoFrameFormat::Format_YUV422P:
        case QVideoFrameFormat::Format_YV12:
        case QVideoFrameFormat::Format_NV12:
        case QVideoFrameFormat::Format_NV21:
            return {1, 0};
        case QVideoFrameFormat::Format_YUYV:
            return {2, 0};
        case QVideoFrameFormat::Format_UYVY:
            return {2, 1};
        default:
            return {};
    }
}

}  // namespace

QImage brightnessOf(QVideoFrame frame) {
    const Brightness at = brightnessIn(frame.pixelFormat());
    if (at.apart == 0) return frame.toImage();
    if (!frame.map(QVideoFrame::ReadOnly)) return {};
    QImage grey(frame.size(), QImage::Format_Grayscale8);
    const int bytes = frame.mappedBytes(0);
    const int line = frame.bytesPerLine(0);
    const bool whole = line >= grey.width() * at.apart && bytes / std::max(1, line) >= grey.height();
    if (whole) {
        for (int y = 0; y < grey.height(); ++y) {
            const uchar* from = frame.bits(0) + static_cast<qsizetype>(y) * line + at.first;
            uchar* to = grey.scanLine(y);
            for (int x = 0; x < grey.width(); ++x)
                to[x] = from[x * at.apart];
        }
    }
    frame.unmap();
    return whole ? grey : QImage();
}

void QrScanner::setSink(QVideoSink* sink) {
    if (sink == sink_) return;
    if (sink_ != nullptr) disconnect(sink_, nullptr, this, nullptr);
    sink_ = sink;
    if (sink_ != nullptr) {
        connect(sink_, &QVideoSink::videoFrameChanged, this, &QrScanner::look);
        connect(sink_, &QObject::destroyed, this, [this] { sink_ = nullptr; });
    }
    emit sinkChanged();
}

void QrScanner::look(const QVideoFrame& frame) {
    if (looking_ || !frame.isValid()) return;
    const QImage grey = brightnessOf(frame);
    if (grey.isNull()) return;
    looking_ = true;
    QThreadPool::globalInstance()->start([grey, guard = QPointer<QrScanner>(this)] {
        const auto text = qrTextIn(grey, QLatin1String(wanted));
        QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, text] {
            if (guard) guard->took(text ? *text : QString());
        });
    });
}

void QrScanner::took(const QString& text) {
    looking_ = false;
    if (text.isEmpty()) return;  // A code stays in sight for longer than one blurred frame.
    const bool strange = !text.startsWith(QLatin1String(wanted));
    if (strange != strange_) {
        strange_ = strange;
        emit strangeChanged();
    }
    if (!strange) emit found(text);
}

}  // namespace veldwijzer::app
