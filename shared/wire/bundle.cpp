// SPDX-License-Identifier: EUPL-1.2
#include "wire/bundle.h"

#include <algorithm>

#include "base/hash.h"

namespace veldwijzer::wire {
namespace {

constexpr std::string_view mark = "veldwijzer bundle ";
constexpr std::string_view firstLine = "veldwijzer bundle 1\n";
constexpr std::string_view purpose = "veldwijzer bundle";

bool beginsWith(ByteView bytes, std::string_view text) {
    return textOf(bytes).starts_with(text);
}

}  // namespace

Result<Bytes> encodeBundle(const Bundle& bundle) {
    const std::size_t size = bundle.ByteSizeLong();
    if (size + firstLine.size() + Hash::size > bundleBytesMax)
        return fail(ErrorCode::TooLarge, "There is more to hand over than one bundle may hold; sync first.");
    Bytes bytes = toBytes(viewOf(firstLine));
    bytes.resize(firstLine.size() + Hash::size + size);
    const std::span<std::uint8_t> body = std::span(bytes).subspan(firstLine.size() + Hash::size);
    if (!bundle.SerializeToArray(body.data(), static_cast<int>(body.size())))
        return fail(ErrorCode::TooLarge, "The bundle could not be written.");
    const Hash hash = hashOf(purpose, {body});
    std::copy(hash.bytes.begin(), hash.bytes.end(),
              bytes.begin() + static_cast<std::ptrdiff_t>(firstLine.size()));
    return bytes;
}

Result<Bundle> decodeBundle(ByteView bytes) {
    if (bytes.size() > bundleBytesMax)
        return fail(ErrorCode::TooLarge, "The file is larger than a bundle may be.");
    if (!beginsWith(bytes, mark)) return fail(ErrorCode::Malformed, "This file is not a Veldwijzer bundle.");
    if (!beginsWith(bytes, firstLine))
        return fail(
            ErrorCode::UnsupportedVersion,
            "A newer version of Veldwijzer made this bundle. Nothing was taken from it; please update.");
    const Error damaged{
        ErrorCode::Malformed,
        "The bundle was cut off or changed on its way. Nothing was taken from it; copy it again."};
    bytes = bytes.subspan(firstLine.size());
    if (bytes.size() < Hash::size) return damaged;
    const auto hash = Hash::from(bytes.first(Hash::size));
    bytes = bytes.subspan(Hash::size);
    if (!hash || *hash != hashOf(purpose, {bytes})) return damaged;
    Bundle bundle;
    if (!bundle.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return damaged;
    return bundle;
}

}  // namespace veldwijzer::wire
