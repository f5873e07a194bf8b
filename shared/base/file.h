// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "base/bytes.h"
#include "base/result.h"

namespace veldwijzer {

/// The whole file, at most `maxBytes`. NotFound, TooLarge or Storage.
Result<Bytes> readFile(const std::filesystem::path& path, std::size_t maxBytes);

/// Replaces `path` so that after a crash it holds the old bytes or the new, never a mixture: a
/// temporary file beside it, fsync, rename, fsync of the folder. Mode 0600.
Result<void> replaceFile(const std::filesystem::path& path, ByteView bytes);

}  // namespace veldwijzer
