// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/ids.h"
#include "base/limits.h"
#include "base/result.h"
#include "signing/identity.h"
#include "signing/keys.h"
#include "veldwijzer.pb.h"

namespace veldwijzer::wire {

inline constexpr std::uint32_t protocolVersion = 1;
/// Room for `limits::dependenciesPerEnvelope` dependencies (at most 30 bytes each) and the fixed fields.
inline constexpr std::size_t headerBytesMax = 128 * limits::kib;

enum class OutcomeStatus : std::uint32_t { Accepted = 1, Duplicate = 2, RetryLater = 3, Rejected = 4 };

struct Dependency {
    ActorId actor;
    std::uint64_t seq = 0;
    auto operator<=>(const Dependency&) const = default;
};

/// The parsed and size-checked wire::EnvelopeHeader.
struct Header {
    RegionId region;
    SpaceId space;
    std::uint32_t epoch = 1;
    DeviceId device;
    Incarnation incarnation;
    std::uint64_t firstSeq = 0;
    std::uint64_t lastSeq = 0;
    Hash contentId;
    Hash previousContentId;                ///< zero for the first
    std::vector<Dependency> dependencies;  ///< sorted by actor
    std::uint64_t rosterPosition = 0;
    Hash rosterHash;
    std::uint64_t seenPosition = 0;
    Hash seenHash;

    [[nodiscard]] ActorId actor() const { return actorOf(device, incarnation); }
};

[[nodiscard]] std::string encodeHeader(const Header& header);
/// Malformed, TooLarge (dependencies) or UnsupportedVersion.
[[nodiscard]] Result<Header> decodeHeader(std::string_view bytes);

/// Signs header and ciphertext.
[[nodiscard]] Envelope signEnvelope(const Header& header, Bytes ciphertext, const SigningKey& key);
/// Header parsed, sizes within limits; the signature is NOT checked here.
[[nodiscard]] Result<Header> openHeader(const Envelope& envelope);
/// `key` is what the roster holds for header.device.
[[nodiscard]] bool checkSignature(const Envelope& envelope, const SigningPublicKey& key);

/// What goes into the chain hash of a space's log: position, server time and the envelope's exact bytes.
[[nodiscard]] Hash nextLogHash(const Hash& previous, const LogEntry& entry);

/// `plain` holds at most `limits::envelopePlainMax`. Compressed (zstd) and padded to a bucket (256 B, 1, 4,
/// 16, 64 KiB, then Padmé), ready to seal; and back.
enum class Effort {
    Quick,     ///< for what a few people wait for
    Thorough,  ///< a few MB a second, a seventh smaller: for an import, packed once and fetched by everybody
};
[[nodiscard]] Bytes pack(ByteView plain, Effort effort = Effort::Quick);
/// TooLarge when it claims to unpack to more than limits::envelopePlainMax; Malformed.
[[nodiscard]] Result<Bytes> unpack(ByteView packed);
/// The size that `pack` pads to.
[[nodiscard]] std::size_t paddedSize(std::size_t size);

}  // namespace veldwijzer::wire
