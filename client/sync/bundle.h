// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/random.h"
#include "store/store.h"
#include "sync/identity.h"
#include "sync/roster_keeper.h"
#include "wire/bundle.h"

namespace veldwijzer::sync {

/// What a bundle holds that this device could not take, and why; it stays in the file. Once what is missing
/// has come, by a sync or another bundle, it can be imported again.
struct LeftInBundle {
    DeviceId author;
    SpaceId space;
    ErrorCode code{};
    std::string message;
    std::uint64_t envelopes = 0;
};

struct BundleReport {
    std::uint64_t envelopes = 0;          ///< in the bundle
    std::uint64_t taken = 0;              ///< envelopes that were new here
    std::uint64_t changes = 0;            ///< and the changes in them
    std::uint64_t known = 0;              ///< envelopes that were here already
    std::uint64_t elsewhere = 0;          ///< of spaces that this device does not read
    std::uint64_t membershipEntries = 0;  ///< that were new here
    std::vector<LeftInBundle> left;
};

/// The membership log as it is here, every envelope of ours that is here, waiting ones included, and those of
/// others that came by hand. What waits is sealed first, durably, so that the server is later offered the
/// same bytes.
[[nodiscard]] wire::Bundle makeBundle(store::Store& store, const Identity& identity,
                                      const RosterKeeper& keeper, Random& random, WallMs now);

/// Takes what the server would have brought, with the same checks: membership entries that continue ours;
/// then envelopes that members signed, whose authors might and still may write there, that follow what is
/// here of their author and build on nothing that is missing, and open with a key of ours. What waits here is
/// sealed first, so that it does not wait for what comes.
///
/// Errors refuse the bundle whole: InvalidArgument (another region), ChainBroken (another membership log),
/// ServerForked (its authors were shown another log than we were). What of it merely cannot be taken yet or
/// here is told in the report. One transaction; throws StorageError, and then the keeper must be loaded anew.
Result<BundleReport> takeBundle(const wire::Bundle& bundle, store::Store& store, const Identity& identity,
                                RosterKeeper& keeper, Random& random);

}  // namespace veldwijzer::sync
