// SPDX-License-Identifier: EUPL-1.2
#include "http/authentication.h"

#include "base/limits.h"

namespace veldwijzer::server {
namespace {

constexpr std::string_view scheme = "Veldwijzer1 ";

}  // namespace

Result<DeviceId> Authentication::check(std::string_view header, const RequestView& request, WallMs now) {
    const bool ours = header.substr(0, scheme.size()) == scheme;
    const auto proof = ours ? decodeProof(header.substr(scheme.size())) : std::nullopt;
    if (!proof) return fail(ErrorCode::BadSignature, "The request is not signed by a device.");
    const auto key = service_.signingKeyOf(proof->device);
    if (!key) return fail(ErrorCode::NotAMember, "This device is not, or no longer, a member of the region.");
    if (!checkProof(*key, *proof, request))
        return fail(ErrorCode::BadSignature, "The request's signature is not right.");
    // The signature first: only a member learns anything from the clock, and nobody else fills the cache.
    if (proof->timeMs < now - veldwijzer::limits::requestSkewMs ||
        proof->timeMs > now + veldwijzer::limits::requestSkewMs || proof->timeMs < startMs_)
        return fail(ErrorCode::ClockSkew,
                    "The clock of this device differs too much from the server's, or the server has just "
                    "started. The answer carries the server's time; the request can be made again with it.");
    switch (nonces_.admit(proof->device, proof->nonce, proof->timeMs, now)) {
        case NonceCache::Verdict::Fresh:
            return proof->device;
        case NonceCache::Verdict::Replayed:
            return fail(ErrorCode::Replayed, "This very request was made before.");
        case NonceCache::Verdict::Full:
            break;
    }
    return fail(ErrorCode::Busy, "The server has too much to do at this moment; try again shortly.");
}

}  // namespace veldwijzer::server
