// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

#include "base/result.h"

class QImage;

namespace veldwijzer::app {

/// The text of the QR codes in a picture; the first one that begins with `wanted`, or else the first.
/// NotFound when there is none. Some tenths of a second for a photo: not for the GUI thread.
[[nodiscard]] Result<QString> qrTextIn(const QImage& picture, const QString& wanted = {});
/// The same of a picture file. InvalidArgument when it is no picture, TooLarge past these bounds.
[[nodiscard]] Result<QString> qrTextInFile(const QString& path, const QString& wanted = {});

inline constexpr qint64 pictureFileBytes = qint64{64} * 1024 * 1024;
/// More than this is scaled down while it is read: a code that fills a fair part of the picture stays
/// legible.
inline constexpr int pictureSide = 3000;

}  // namespace veldwijzer::app
