// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "roster/roster.h"
#include "store/types.h"
#include "sync/keyring.h"
#include "veldwijzer.pb.h"
#include "wire/envelope.h"

/// What every envelope of a colleague must show, whoever brought it: the server, or a file.
namespace veldwijzer::sync {

/// The server's log does not add up.
[[nodiscard]] Error chainBroken(const std::string& what);

/// Its author stands in the membership log that it names, signed it, and might write there then. ChainBroken,
/// NotAMember, BadSignature, Forbidden.
[[nodiscard]] Result<void> checkAuthor(const roster::Roster& roster, const wire::Header& header,
                                       bool signedByAuthor);
[[nodiscard]] bool isSignedByAuthor(const roster::Roster& roster, const wire::Envelope& envelope,
                                    const wire::Header& header);

/// Opens it with a key of ours, and holds the content against the header. EpochUnknown, UnsealFailed,
/// Malformed, TooLarge.
[[nodiscard]] Result<wire::ChangeBatch> openBatch(const Keyring& keyring, const wire::Envelope& envelope,
                                                  const wire::Header& header);

/// For the store: without a place in a log. Its author passed `checkAuthor`.
[[nodiscard]] store::IncomingEnvelope incomingOf(const roster::Roster& roster, const wire::Header& header,
                                                 wire::ChangeBatch&& batch);

}  // namespace veldwijzer::sync
