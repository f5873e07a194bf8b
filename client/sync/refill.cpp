// SPDX-License-Identifier: EUPL-1.2
#include "sync/refill.h"

#include <utility>

#include "base/ensure.h"
#include "base/limits.h"
#include "wire/envelope.h"

namespace veldwijzer::sync {

void Refill::begin(const Error& otherwise) {
    otherwise_ = otherwise;
    reaches_.reset();
}

wire::RefillRequest Refill::request(const roster::Roster& roster, const store::Store& store) const {
    wire::RefillRequest request;
    request.set_protocol(wire::protocolVersion);
    const RegionId& region = roster.anchor().region;
    request.set_region(region.bytes.data(), RegionId::size);
    if (!reaches_) return request;
    request.set_from_position(*reaches_);
    const std::vector<Bytes> entries = store.rosterEntries();
    std::size_t bytes = 0;
    for (std::size_t i = *reaches_; i < entries.size() && bytes < limits::pushTargetBytes; ++i) {
        if (static_cast<std::size_t>(request.roster_entries_size()) >= limits::rosterEntriesPerRequest) break;
        ENSURE(request.add_roster_entries()->ParseFromArray(entries[i].data(),
                                                            static_cast<int>(entries[i].size())));
        bytes += entries[i].size();
    }
    return request;
}

Refill::Step Refill::fail(const Error& error) {
    failure_ = error;
    stop();
    return Step::Failed;
}

Refill::Step Refill::take(const wire::RefillResponse& answer, const roster::Roster& roster) {
    const std::uint64_t position = answer.roster_position();
    const auto ours = roster.hashAt(position);
    const auto theirs = position == 0 ? Hash{} : Hash::from(viewOf(answer.roster_hash())).value_or(Hash{});
    // It knows more than we do: nothing was lost, and what it said of us stands.
    if (position > roster.position()) return fail(*otherwise_);
    if (ours != theirs)
        return fail(veldwijzer::fail(
            ErrorCode::ChainBroken,
            "the server has another membership log than this device. What is on this device is safe; the "
            "region's administrator must put back the server's newest backup"));
    if (position == roster.position()) {
        // We gave it something, or somebody else was faster.
        const bool helped = reaches_.has_value();
        if (!helped) return fail(*otherwise_);
        stop();
        return Step::Done;
    }
    if (!answer.open() || reaches_ == position) return fail(*otherwise_);
    reaches_ = position;
    return Step::Again;
}

}  // namespace veldwijzer::sync
