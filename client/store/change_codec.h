// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "base/result.h"
#include "merge/operation.h"
#include "store/change_scan.h"

namespace veldwijzer::store {

/// The bytes of a change: a serialized wire::Change, with one dictionary of names and one of actors.
/// TooLarge past limits::operationsPerChange or limits::changeBytes.
[[nodiscard]] Result<Bytes> encodeChange(const merge::Change& change);

/// Reads what `encodeChange` wrote, here or elsewhere. Actor and seq are not in the bytes: they come from the
/// envelope. Malformed or TooLarge when the bytes break a rule of the format (sizes of ids, places in the
/// dictionaries, UTF-8, limits); that verdict depends on the bytes alone, so that every replica reaches it.
/// An action or a kind of value that this version does not know is kept as an operation that
/// merge::whyInvalid refuses.
[[nodiscard]] Result<merge::Change> decodeChange(const ActorId& actor, std::uint64_t seq, ByteView bytes,
                                                 Plain plain = Plain::TakenApart);

/// The same by protobuf's own reader, which `decodeChange` asks where its short cut (change_scan.h) does not
/// apply. Here for the tests that hold the two against each other.
[[nodiscard]] Result<merge::Change> decodeChangeMessage(const ActorId& actor, std::uint64_t seq,
                                                        ByteView bytes);

/// One value, for the history.
[[nodiscard]] Bytes encodeValue(const merge::Value& value);
[[nodiscard]] std::optional<merge::Value> decodeValue(ByteView bytes);

}  // namespace veldwijzer::store
