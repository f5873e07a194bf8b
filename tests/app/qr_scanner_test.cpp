// SPDX-License-Identifier: EUPL-1.2
#include "app/qr_scanner.h"

#include <QImage>
#include <QTest>
#include <catch2/catch.hpp>

#include "app/app_world.h"
#include "app/invitations.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::QrScanner;
using Format = QVideoFrameFormat::PixelFormat;

namespace {

const QString invitation = QStringLiteral("veldwijzer:join/abcdefghijklmnopqrstuvwxyz0123456789");

/// As a camera with this format would give the picture; colours are left at grey.
QVideoFrame frameOf(const QImage& picture, Format format) {
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QVideoFrame frame(QVideoFrameFormat(grey.size(), format));
    REQUIRE(frame.map(QVideoFrame::WriteOnly));
    const bool packed = format == Format::Format_YUYV || format == Format::Format_UYVY;
    const int apart = packed ? 2 : format == Format::Format_BGRA8888 ? 4 : 1;
    const int first = format == Format::Format_UYVY ? 1 : 0;
    for (int plane = 0; plane < frame.planeCount(); ++plane)
        std::fill_n(frame.bits(plane), frame.mappedBytes(plane), uchar{128});
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x) {
            uchar* pixel = frame.bits(0) + y * frame.bytesPerLine(0) + x * apart;
            pixel[first] = grey.scanLine(y)[x];
            if (apart == 4) pixel[1] = pixel[2] = pixel[0], pixel[3] = 255;
        }
    frame.unmap();
    return frame;
}

struct Scanned {
    Scanned() {
        QObject::connect(&scanner, &QrScanner::found, [this](const QString& link) { links << link; });
        scanner.setSink(&sink);
    }
    QVideoSink sink;
    QrScanner scanner;
    QStringList links;
};

}  // namespace

TEST_CASE("An invitation is read from the frames of a camera, whatever their format", "[app][qr]") {
    application();
    const Format format = GENERATE(Format::Format_YUYV, Format::Format_UYVY, Format::Format_NV12,
                                   Format::Format_YUV420P, Format::Format_Y8, Format::Format_BGRA8888);
    INFO(QVideoFrameFormat::pixelFormatToString(format).toStdString());
    Scanned scanned;
    scanned.sink.setVideoFrame(frameOf(app::qrImage(invitation), format));
    REQUIRE(waitFor([&] { return !scanned.links.isEmpty(); }));
    CHECK(scanned.links.front() == invitation);
    CHECK_FALSE(scanned.scanner.strange());
}

TEST_CASE("A code that is no invitation is told, and forgotten when an invitation comes", "[app][qr]") {
    application();
    Scanned scanned;
    scanned.sink.setVideoFrame(
        frameOf(app::qrImage(QStringLiteral("https://example.org/menu")), Format::Format_Y8));
    REQUIRE(waitFor([&] { return scanned.scanner.strange(); }));
    CHECK(scanned.links.isEmpty());
    scanned.sink.setVideoFrame(frameOf(app::qrImage(invitation), Format::Format_Y8));
    REQUIRE(waitFor([&] { return !scanned.links.isEmpty(); }));
    CHECK_FALSE(scanned.scanner.strange());
}

TEST_CASE("Frames without a code, and a camera that goes, change nothing", "[app][qr]") {
    application();
    Scanned scanned;
    QImage empty(320, 240, QImage::Format_RGB32);
    empty.fill(Qt::white);
    scanned.sink.setVideoFrame({});
    scanned.sink.setVideoFrame(frameOf(empty, Format::Format_NV12));
    scanned.scanner.setSink(nullptr);
    scanned.sink.setVideoFrame(frameOf(app::qrImage(invitation), Format::Format_Y8));
    QTest::qWait(300);
    CHECK(scanned.links.isEmpty());
    CHECK_FALSE(scanned.scanner.strange());
}
