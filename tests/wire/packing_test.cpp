// SPDX-License-Identifier: EUPL-1.2
#include <zstd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>
#include <set>

#include "base/limits.h"
#include "base/random.h"
#include "base/text.h"
#include "wire/envelope.h"

using namespace veldwijzer;
using namespace veldwijzer::wire;

namespace {

Bytes noise(SeededRandom& random, std::size_t size) {
    Bytes bytes(size);
    if (size > 0) random.fill(bytes);
    return bytes;
}

// Something like a batch: changes with ids that don't compress and words that do.
Bytes likeABatch(SeededRandom& random, std::size_t size) {
    static constexpr std::array<std::string_view, 16> words{
        "organisatie", "wijkteam",  "telefoon", "spreekuur", "maandag", "huiselijk geweld",
        "opvang",      "aanmelden", "adres",    "website",   "locatie", "doelgroep",
        "jongeren",    "ouderen",   "gemeente", "contact"};
    Bytes bytes;
    while (bytes.size() < size) {
        append(bytes, noise(random, 16));
        for (int i = 0; i < 12; ++i) {
            append(bytes, viewOf(words[random.below(words.size())]));
            bytes.push_back(' ');
        }
        append(bytes, viewOf(std::to_string(random.below(1'000'000))));
    }
    bytes.resize(size);
    return bytes;
}

Bytes packedBy(const std::string& frame, std::size_t claimedFrame, std::size_t claimedPlain) {
    Bytes packed{1};
    for (const std::size_t size : {claimedFrame, claimedPlain})
        for (unsigned i = 0; i < 4; ++i)
            packed.push_back(static_cast<std::uint8_t>(size >> (8 * i)));
    append(packed, viewOf(frame));
    packed.resize(paddedSize(packed.size()));
    return packed;
}

std::string frameOf(ByteView plain) {
    std::string frame(ZSTD_compressBound(plain.size()), '\0');
    frame.resize(ZSTD_compress(frame.data(), frame.size(), plain.data(), plain.size(), 3));
    return frame;
}

}  // namespace

TEST_CASE("What was packed unpacks to the same bytes, of any size", "[wire]") {
    SeededRandom random(1);
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, std::size_t{200}, std::size_t{247}, std::size_t{248},
          std::size_t{1000}, std::size_t{5000}, std::size_t{70'000}, limits::envelopePlainTarget,
          limits::envelopePlainMax}) {
        for (const Bytes& plain : {noise(random, size), likeABatch(random, size), Bytes(size)}) {
            const Bytes packed = pack(plain);
            CHECK(packed.size() == paddedSize(packed.size()));
            const auto back = unpack(packed);
            REQUIRE(back);
            CHECK(*back == plain);
        }
    }
}

TEST_CASE("Packed sizes fall into few buckets", "[wire]") {
    CHECK(paddedSize(0) == 256);
    CHECK(paddedSize(256) == 256);
    CHECK(paddedSize(257) == 1024);
    CHECK(paddedSize(1025) == 4096);
    CHECK(paddedSize(4097) == 16'384);
    CHECK(paddedSize(16'385) == 65'536);
    CHECK(paddedSize(65'536) == 65'536);
    CHECK(paddedSize(65'537) == 67'584);  // Padmé keeps five bits of a number of seventeen
    CHECK(paddedSize(1'000'000) == 1'015'808);
    std::set<std::size_t> sizes;
    for (std::size_t size = 0; size <= 2 * limits::mib; size += 97) {
        const std::size_t padded = paddedSize(size);
        CHECK(padded >= size);
        CHECK(paddedSize(padded) == padded);
        if (size > 64 * limits::kib) CHECK(padded * 100 <= size * 112);
        sizes.insert(padded);
    }
    CHECK(sizes.size() < 170);
}

TEST_CASE("The padding is zero and says nothing of what was compressed", "[wire]") {
    SeededRandom random(2);
    const Bytes packed = pack(likeABatch(random, 3000));
    for (std::size_t at = packed.size() - 1; at + 16 > packed.size(); --at) {
        CHECK(packed[at] == 0);
        Bytes bad = packed;
        bad[at] = 1;
        CHECK(unpack(bad).error().code == ErrorCode::Malformed);
    }
}

TEST_CASE("A bomb is refused before anything is allocated for it", "[wire]") {
    const Bytes zeroes(limits::envelopePlainMax + 1);
    const std::string bomb = frameOf(zeroes);
    CHECK(bomb.size() < 1000);
    CHECK(unpack(packedBy(bomb, bomb.size(), zeroes.size())).error().code == ErrorCode::TooLarge);
    CHECK(unpack(packedBy(bomb, bomb.size(), UINT32_MAX)).error().code == ErrorCode::TooLarge);
    // It may lie about its size, but the frame inside must say the same.
    CHECK(unpack(packedBy(bomb, bomb.size(), 100)).error().code == ErrorCode::Malformed);
    CHECK(unpack(packedBy(bomb, bomb.size(), limits::envelopePlainMax)).error().code == ErrorCode::Malformed);
    // Two frames behind one another, of which the first is honest.
    const std::string honest = frameOf(Bytes(100));
    CHECK(unpack(packedBy(honest + bomb, honest.size() + bomb.size(), 100)).error().code ==
          ErrorCode::Malformed);
    CHECK(unpack(packedBy(honest, honest.size(), 100)));
}

TEST_CASE("Sizes that don't fit are refused", "[wire]") {
    const std::string frame = frameOf(Bytes(100));
    CHECK(unpack({}).error().code == ErrorCode::Malformed);
    CHECK(unpack(Bytes(8)).error().code == ErrorCode::Malformed);
    CHECK(unpack(Bytes(256)).error().code == ErrorCode::Malformed);
    CHECK(unpack(packedBy(frame, frame.size() + 1, 100)).error().code == ErrorCode::Malformed);
    CHECK(unpack(packedBy(frame, frame.size() - 1, 100)).error().code == ErrorCode::Malformed);
    CHECK(unpack(packedBy(frame, UINT32_MAX, 100)).error().code == ErrorCode::Malformed);
    CHECK(unpack(packedBy(frame, 0, 0)).error().code == ErrorCode::Malformed);
    Bytes longer = packedBy(frame, frame.size(), 100);
    longer.resize(1024);
    CHECK(unpack(longer).error().code == ErrorCode::Malformed);
    Bytes newer = packedBy(frame, frame.size(), 100);
    newer[0] = 2;
    CHECK(unpack(newer).error().code == ErrorCode::UnsupportedVersion);
}

TEST_CASE("What was packed long ago still unpacks", "[wire]") {
    // The compressor may change; what it once wrote must stay readable.
    auto bytes = fromHex("01180000002300000028b52ffd20237d00004877696a6b7465616d200100b4cb11");
    REQUIRE(bytes);
    bytes->resize(256);
    const auto plain = unpack(*bytes);
    REQUIRE(plain);
    CHECK(textOf(*plain) == "wijkteam wijkteam wijkteam wijkteam");
}

TEST_CASE("Noise doesn't unpack, and never crashes", "[wire]") {
    SeededRandom random(3);
    const Bytes honest = pack(likeABatch(random, 700));
    for (int run = 0; run < 20'000; ++run) {
        Bytes bytes = honest;
        if (run % 4 == 0) bytes = noise(random, std::size_t{256} << (2 * random.below(3)));
        if (run % 4 == 1) bytes[0] = 1;
        const std::uint64_t changes = 1 + random.below(6);
        for (std::uint64_t i = 0; i < changes; ++i)
            bytes[random.below(bytes.size())] = static_cast<std::uint8_t>(random.below(256));
        const auto plain = unpack(bytes);
        if (plain) CHECK(plain->size() <= limits::envelopePlainMax);
    }
}

// Hidden: run by name for figures.
TEST_CASE("Speed and size of compression levels", "[.speed]") {
    SeededRandom random(5);
    const Bytes plain = likeABatch(random, limits::envelopePlainTarget);
    for (const int level : {1, 2, 3, 4, 5, 6, 9, 12}) {
        std::string frame(ZSTD_compressBound(plain.size()), '\0');
        const auto begin = std::chrono::steady_clock::now();
        std::size_t size = 0;
        for (int i = 0; i < 20; ++i)
            size = ZSTD_compress(frame.data(), frame.size(), plain.data(), plain.size(), level);
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
        std::cout << "level " << level << ": " << taken.count() / 20 << " ms, " << size / 1024 << " KiB of "
                  << plain.size() / 1024 << "\n";
    }
    const auto begin = std::chrono::steady_clock::now();
    Bytes packed;
    for (int i = 0; i < 20; ++i)
        packed = pack(plain);
    const auto middle = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i)
        CHECK(unpack(packed));
    const auto end = std::chrono::steady_clock::now();
    const std::chrono::duration<double, std::milli> packing = middle - begin;
    const std::chrono::duration<double, std::milli> unpacking = end - middle;
    std::cout << "pack " << packing.count() / 20 << " ms, unpack " << unpacking.count() / 20 << " ms\n";
}
