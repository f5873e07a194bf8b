// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "base/result.h"
#include "roster/roster.h"
#include "store/store.h"
#include "sync/keyring.h"
#include "veldwijzer.pb.h"

namespace veldwijzer::sync {

/// A page that was verified and opened.
struct OpenedPage {
    SpaceId space;
    std::vector<store::IncomingEnvelope> envelopes;
    std::uint64_t position = 0;
    Hash chain;
    std::uint64_t headPosition = 0;
    /// A colleague's digest of the state at the cursor that this page continues; ours must be equal.
    std::optional<Bytes> digestAtStart;
};

/// Verifies a page of a space's log: it continues our cursor without a gap, its hash chain holds, every
/// envelope is signed by a device that the roster lets write here, follows its actor's previous one, builds
/// on nothing that the log lacks, and opens with a key we hold. The server is not trusted for any of it.
///
/// Errors stop the space, nothing of the page is applied: ChainBroken, BadSignature, NotAMember, Forbidden,
/// EpochUnknown, UnsealFailed, Malformed, TooLarge.
class PageReader {
public:
    PageReader(const roster::Roster& roster, const Keyring& keyring, const store::Store& store)
        : roster_(roster), keyring_(keyring), store_(store) {}

    [[nodiscard]] Result<OpenedPage> read(const wire::Page& page) const;

private:
    const roster::Roster& roster_;
    const Keyring& keyring_;
    const store::Store& store_;
};

}  // namespace veldwijzer::sync
