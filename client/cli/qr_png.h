// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace veldwijzer::cli {

/// Draws `text` as a QR code into a PNG that only its owner may read: it carries the secret of an invitation.
/// TooLarge when no QR code holds the text; Storage.
Result<void> writeQrPng(const std::filesystem::path& path, const std::string& text);

}  // namespace veldwijzer::cli
