// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "bundle.pb.h"

namespace veldwijzer::wire {

/// A file that brings membership entries and sealed envelopes from device to device. Format: PROTOCOL.md, "By
/// hand".
inline constexpr std::size_t bundleBytesMax = std::size_t{256} << 20U;

/// TooLarge past bundleBytesMax.
[[nodiscard]] Result<Bytes> encodeBundle(const Bundle& bundle);
/// Malformed when it is no bundle, was cut off or changed on its way; UnsupportedVersion, TooLarge. Nothing
/// in it is verified beyond that.
[[nodiscard]] Result<Bundle> decodeBundle(ByteView bytes);

}  // namespace veldwijzer::wire
