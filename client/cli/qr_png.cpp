// SPDX-License-Identifier: EUPL-1.2
#include "cli/qr_png.h"

#include <png.h>

#include <optional>
#include <qrcodegen.hpp>

#include "base/bytes.h"
#include "base/file.h"

namespace veldwijzer::cli {
namespace {

constexpr int modulePixels = 8;
constexpr int quietModules = 4;  // the standard's white border
constexpr std::uint8_t white = 255;
constexpr std::uint8_t black = 0;

std::optional<qrcodegen::QrCode> encode(const std::string& text) {
    try {
        return qrcodegen::QrCode::encodeText(text.c_str(), qrcodegen::QrCode::Ecc::MEDIUM);
    } catch (const qrcodegen::data_too_long&) {
        return std::nullopt;
    }
}

Bytes pixelsOf(const qrcodegen::QrCode& code, int side) {
    Bytes pixels;
    pixels.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            // Outside the code a module is light, so the border needs no case of its own.
            const bool dark =
                code.getModule(x / modulePixels - quietModules, y / modulePixels - quietModules);
            pixels.push_back(dark ? black : white);
        }
    }
    return pixels;
}

}  // namespace

Result<void> writeQrPng(const std::filesystem::path& path, const std::string& text) {
    const auto code = encode(text);
    if (!code) return fail(ErrorCode::TooLarge, "The invitation is too long for a QR code; use the link.");
    const int side = (code->getSize() + 2 * quietModules) * modulePixels;
    const Bytes pixels = pixelsOf(*code, side);

    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(side);
    image.height = static_cast<png_uint_32>(side);
    image.format = PNG_FORMAT_GRAY;
    Bytes file(PNG_IMAGE_PNG_SIZE_MAX(image));
    png_alloc_size_t size = file.size();
    if (png_image_write_to_memory(&image, file.data(), &size, 0, pixels.data(), 0, nullptr) == 0) {
        return fail(ErrorCode::Storage, "The QR code could not be drawn.");
    }
    file.resize(size);
    return replaceFile(path, file);
}

}  // namespace veldwijzer::cli
