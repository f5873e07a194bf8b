// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/limits.h"

/// What one server spends on connections, known or not. Together they keep it below 64 MiB.
namespace veldwijzer::server::limits {

using veldwijzer::limits::kib;
using veldwijzer::limits::mib;

inline constexpr std::size_t headersPerRequest = 64;
inline constexpr std::size_t headerBytes = 16 * kib;  ///< request line and headers together
inline constexpr std::size_t bodyBytes = veldwijzer::limits::requestBytes;

/// At one more, the connection that has kept us waiting longest goes.
inline constexpr std::size_t connections = 2048;
/// Of requests that are still arriving. Past it, those larger than `smallRequestBytes` hear "come back".
inline constexpr std::size_t arrivingBytes = 12 * mib;
inline constexpr std::size_t smallRequestBytes = 4 * kib;
/// Whole requests that wait for a worker. Past it: 503.
inline constexpr std::size_t waitingRequests = 256;
/// Of requests being answered at once; a larger one is answered alone.
inline constexpr std::size_t workingBytes = 3 * mib;
inline constexpr std::size_t workers = 8;

/// From the first byte of a request to its last, and as long again for taking the answer.
inline constexpr std::int64_t requestMs = 10'000;
/// A connection on which nothing was asked yet.
inline constexpr std::int64_t silentMs = 5'000;
/// The same behind the proxy, which closes after 60 s: so the proxy is always the first to close, and never
/// sends a request into a connection that we are closing.
inline constexpr std::int64_t silentProxyMs = 75'000;
/// A refused sender may go on for so long before the connection is cut: time to read the refusal.
inline constexpr std::int64_t lingerMs = 1'000;
/// Answers under way when the server stops.
inline constexpr std::int64_t stopMs = 5'000;

/// Nonces of requests remembered, for 240 s at most: about a thousand requests a second. Past it: 503.
inline constexpr std::size_t nonces = 262'144;

}  // namespace veldwijzer::server::limits
