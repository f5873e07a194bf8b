// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

/// Every queue, page, request and file has a named maximum, and a test that meets it.
namespace veldwijzer::limits {

inline constexpr std::size_t kib = 1024;
inline constexpr std::size_t mib = 1024 * kib;

// A change.
inline constexpr std::size_t operationsPerChange = 1000;
inline constexpr std::size_t replacesPerOperation = 4096;
inline constexpr std::size_t valueBytes = 64 * kib;
inline constexpr std::size_t nameBytes = 128;  ///< kind and field names
/// All operations of one change, uncompressed: what one sealed envelope can hold with room to spare.
inline constexpr std::size_t changeBytes = 1 * mib;

// An envelope: consecutive changes of one actor, sealed together.
inline constexpr std::size_t changesPerEnvelope = 256;
/// Uncompressed size at which the engine starts a new envelope.
inline constexpr std::size_t envelopePlainTarget = 1 * mib;
/// Nobody may claim to unpack to more.
inline constexpr std::size_t envelopePlainMax = 2 * mib;
inline constexpr std::size_t envelopeSealedMax = 1536 * kib;
inline constexpr std::size_t dependenciesPerEnvelope = 4096;

// A request and its answer.
inline constexpr std::size_t envelopesPerRequest = 256;
/// The engine stops adding envelopes to a request past this; one large envelope may go alone.
inline constexpr std::size_t pushTargetBytes = 256 * kib;
inline constexpr std::size_t requestBytes = 2 * mib;
inline constexpr std::size_t pageTargetBytes = 512 * kib;
inline constexpr std::size_t responseBytes = 16 * mib;
inline constexpr std::size_t spacesPerRequest = 256;
inline constexpr std::size_t rosterEntriesPerRequest = 64;
inline constexpr std::size_t rosterEntriesPerPage = 1024;
inline constexpr std::size_t rosterEntryBytes = 256 * kib;
inline constexpr std::int64_t requestSkewMs = 120'000;

// Clocks: a stamp further ahead of the server's time than this is clamped.
inline constexpr std::int64_t clockAheadMs = 5 * 60 * 1000;

// Invitations.
inline constexpr std::int64_t invitationMinMs = 15 * 60 * 1000;
inline constexpr std::int64_t invitationMaxMs = 14LL * 24 * 3600 * 1000;
inline constexpr std::uint32_t invitationMaxUses = 10'000;

// People type these.
inline constexpr std::size_t memberNameBytes = 200;
inline constexpr std::size_t passphraseMinCharacters = 10;
inline constexpr std::size_t passphraseMaxBytes = 1024;

// Files.
inline constexpr std::size_t importFileBytes = 512 * mib;

}  // namespace veldwijzer::limits
