// SPDX-License-Identifier: EUPL-1.2
#include "app/qr_picture.h"

#define ZX_USE_UTF8  // text() as UTF-8, which later versions have only
#include <ZXing/ReadBarcode.h>

#include <QFileInfo>
#include <QImage>
#include <QImageReader>

namespace veldwijzer::app {

Result<QString> qrTextIn(const QImage& picture, const QString& wanted) {
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull()) return fail(ErrorCode::InvalidArgument, "no picture");
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true).setTryRotate(true);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    QString first;
    for (const auto& found : ZXing::ReadBarcodes(view, hints)) {
        const QString text = QString::fromStdString(found.text());
        if (text.startsWith(wanted)) return text;
        if (first.isEmpty()) first = text;
    }
    if (first.isEmpty()) return fail(ErrorCode::NotFound, "no QR code in the picture");
    return first;
}

Result<QString> qrTextInFile(const QString& path, const QString& wanted) {
    if (QFileInfo(path).size() > pictureFileBytes)
        return fail(ErrorCode::TooLarge, "the picture is too large");
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && (size.width() > pictureSide || size.height() > pictureSide))
        reader.setScaledSize(size.scaled(pictureSide, pictureSide, Qt::KeepAspectRatio));
    const QImage picture = reader.read();
    if (picture.isNull()) return fail(ErrorCode::InvalidArgument, "this file is no picture");
    return qrTextIn(picture, wanted);
}

}  // namespace veldwijzer::app
