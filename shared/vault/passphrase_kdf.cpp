// SPDX-License-Identifier: EUPL-1.2
#include "vault/passphrase_kdf.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/ensure.h"

namespace veldwijzer::vault {
namespace {

constexpr std::int64_t targetMs = 1000;
// Memory is what makes guessing dear, but a phone has to find it while everything else runs.
constexpr std::size_t memoryWanted = std::size_t{256} * 1024 * 1024;

}  // namespace

bool withinBounds(const KdfCost& cost) {
    return cost.passes >= kdfFloor.passes && cost.passes <= kdfCeiling.passes &&
           cost.memoryBytes >= kdfFloor.memoryBytes && cost.memoryBytes <= kdfCeiling.memoryBytes;
}

Result<SecretBytes<32>> deriveKey(std::string_view passphrase, ByteView salt, const KdfCost& cost) {
    ENSURE(salt.size() == crypto_pwhash_SALTBYTES);
    SecretBytes<32> key;
    const char* text = passphrase.empty() ? "" : passphrase.data();  // libsodium takes no null
    if (crypto_pwhash(key.mutableView().data(), key.view().size(), text, passphrase.size(), salt.data(),
                      cost.passes, cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::Storage, "not enough memory to turn the passphrase into a key (" +
                                            std::to_string(cost.memoryBytes / (1024 * 1024)) +
                                            " MiB). Nothing was changed. Close other programs and try again");
    return key;
}

KdfCost calibrate(const Clock& clock) {
    const std::array<std::uint8_t, crypto_pwhash_SALTBYTES> salt{};
    const std::int64_t start = clock.steadyMs();
    if (!deriveKey("calibration", salt, kdfFloor)) return kdfFloor;
    const std::int64_t floorMs = std::max<std::int64_t>(1, clock.steadyMs() - start);
    // Time grows with passes × memory: first memory up to what is wanted, then passes.
    KdfCost cost = kdfFloor;
    std::int64_t expectedMs = floorMs;
    while (cost.memoryBytes * 2 <= memoryWanted && expectedMs * 2 <= targetMs) {
        cost.memoryBytes *= 2;
        expectedMs *= 2;
    }
    const auto passes = static_cast<std::int64_t>(cost.passes) * targetMs / expectedMs;
    cost.passes = static_cast<unsigned>(std::clamp<std::int64_t>(passes, kdfFloor.passes, kdfCeiling.passes));
    return cost;
}

}  // namespace veldwijzer::vault
