// SPDX-License-Identifier: EUPL-1.2
#include <zstd.h>

#include <algorithm>
#include <bit>

#include "base/ensure.h"
#include "base/limits.h"
#include "wire/envelope.h"

/// Layout of a packed content: format (1 byte, 1 = zstd), size of the zstd frame and size of the content (4
/// bytes each, little-endian), the frame, zeroes up to `paddedSize`.
namespace veldwijzer::wire {
namespace {

constexpr std::uint8_t formatZstd = 1;
constexpr std::size_t prefixSize = 9;
constexpr int levelOf(Effort effort) {
    return effort == Effort::Thorough ? 16 : 3;
}

Error malformed(const char* what) {
    return fail(ErrorCode::Malformed, std::string("A sealed content is damaged: ") + what + ".");
}

void putSize(std::uint8_t* target, std::size_t size) {
    for (std::size_t i = 0; i < 4; ++i)
        target[i] = static_cast<std::uint8_t>((size >> (8 * i)) & 0xffU);
}

std::size_t sizeAt(const std::uint8_t* from) {
    std::size_t size = 0;
    for (std::size_t i = 4; i-- > 0;)
        size = (size << 8U) | from[i];
    return size;
}

// Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", PETS 2019): keeps as many leading
// bits of a size as its exponent has bits, so at most 12 % is wasted and few sizes remain to tell apart.
std::size_t padme(std::size_t size) {
    const auto exponent = static_cast<std::size_t>(std::bit_width(size)) - 1;
    const auto keptBits = static_cast<std::size_t>(std::bit_width(exponent));
    const std::size_t mask = (std::size_t{1} << (exponent - keptBits)) - 1;
    return (size + mask) & ~mask;
}

}  // namespace

std::size_t paddedSize(std::size_t size) {
    for (const std::size_t bucket :
         {std::size_t{256}, limits::kib, 4 * limits::kib, 16 * limits::kib, 64 * limits::kib})
        if (size <= bucket) return bucket;
    return padme(size);
}

Bytes pack(ByteView plain, Effort effort) {
    ENSURE(plain.size() <= limits::envelopePlainMax);
    Bytes packed(prefixSize + ZSTD_compressBound(plain.size()));
    const std::size_t frame = ZSTD_compress(packed.data() + prefixSize, packed.size() - prefixSize,
                                            plain.data(), plain.size(), levelOf(effort));
    ENSURE(ZSTD_isError(frame) == 0);
    packed[0] = formatZstd;
    putSize(packed.data() + 1, frame);
    putSize(packed.data() + 5, plain.size());
    // What the compressor left behind the frame must not travel, so cut first and then grow with zeroes.
    packed.resize(prefixSize + frame);
    packed.resize(paddedSize(packed.size()));
    return packed;
}

Result<Bytes> unpack(ByteView packed) {
    if (packed.size() < prefixSize) return malformed("it is too short");
    if (packed[0] > formatZstd)
        return fail(ErrorCode::UnsupportedVersion,
                    "A change was packed by a newer version of Veldwijzer. It is safe; update to read it.");
    if (packed[0] != formatZstd) return malformed("it has no format");
    const std::size_t frameSize = sizeAt(packed.data() + 1);
    const std::size_t plainSize = sizeAt(packed.data() + 5);
    if (plainSize > limits::envelopePlainMax)
        return fail(ErrorCode::TooLarge, "A sealed content claims to be larger than allowed.");
    if (frameSize > packed.size() - prefixSize) return malformed("it is cut off");
    if (packed.size() != paddedSize(prefixSize + frameSize))
        return malformed("the padding has the wrong size");
    const ByteView frame = packed.subspan(prefixSize, frameSize);
    const ByteView padding = packed.subspan(prefixSize + frameSize);
    if (!std::all_of(padding.begin(), padding.end(), [](std::uint8_t byte) { return byte == 0; }))
        return malformed("the padding is not empty");
    // Asked before anything is allocated: the frame itself must claim the same size.
    if (ZSTD_getFrameContentSize(frame.data(), frame.size()) != plainSize)
        return malformed("two sizes contradict each other");
    Bytes plain(plainSize);
    const std::size_t done = ZSTD_decompress(plain.data(), plain.size(), frame.data(), frame.size());
    if (ZSTD_isError(done) != 0 || done != plainSize) return malformed("it cannot be unpacked");
    return plain;
}

}  // namespace veldwijzer::wire
