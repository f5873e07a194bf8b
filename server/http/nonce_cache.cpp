// SPDX-License-Identifier: EUPL-1.2
#include "http/nonce_cache.h"

#include "base/hash.h"

namespace veldwijzer::server {

NonceCache::Verdict NonceCache::admit(const DeviceId& device, const std::array<std::uint8_t, 16>& nonce,
                                      WallMs timeMs, WallMs now) {
    // Hashed, so that no member can pick keys that collide in the set.
    const Key key = idOf<Key>("veldwijzer nonce", {device.view(), ByteView(nonce)});
    const std::lock_guard lock(mutex_);
    while (!byTime_.empty() &&
           (byTime_.begin()->first + 1) * bucketMs + veldwijzer::limits::requestSkewMs < now) {
        size_ -= byTime_.begin()->second.size();
        byTime_.erase(byTime_.begin());
    }
    // The stamp is signed with the nonce: the same request always comes to the same bucket.
    auto& bucket = byTime_[timeMs / bucketMs];
    if (bucket.contains(key)) return Verdict::Replayed;
    if (size_ >= most_) return Verdict::Full;
    bucket.insert(key);
    ++size_;
    return Verdict::Fresh;
}

std::size_t NonceCache::size() const {
    const std::lock_guard lock(mutex_);
    return size_;
}

}  // namespace veldwijzer::server
