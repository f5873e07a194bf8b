// SPDX-License-Identifier: EUPL-1.2
#include "session/confidential.h"

#include <algorithm>
#include <array>

#include "domain/kinds.h"
#include "session/record_copy.h"

namespace veldwijzer::session {
namespace {

using merge::Action;
using store::StoredRecord;

constexpr std::array<std::string_view, 3> kindsOfPlace{"address", "accessibility", "metadata"};
constexpr std::array<std::string_view, 3> listsOfPlace{"addresses", "accessibility", "metadata"};

bool isPresent(const StoredRecord& stored) {
    return stored.visibility == merge::Visibility::Present ||
           stored.visibility == merge::Visibility::PresentDespiteDelete;
}

/// The record and, of a location, what goes with it: only what lies open.
std::vector<StoredRecord> openParts(const Session::State& state, StoredRecord first, const SpaceId& target) {
    std::vector<StoredRecord> parts;
    for (const std::string_view list : listsOfPlace) {
        if (first.record.kind != "location") break;
        for (const merge::Value* element : merge::elementsOf(first.record, list)) {
            const auto* id = std::get_if<RecordId>(element);
            auto child = id != nullptr ? state.store->find(*id) : std::nullopt;
            if (child && child->space != target && isPresent(*child) && goesWithLocation(child->record.kind))
                parts.push_back(std::move(*child));
        }
    }
    parts.push_back(std::move(first));
    return parts;
}

}  // namespace

bool goesWithLocation(std::string_view kind) {
    return std::find(kindsOfPlace.begin(), kindsOfPlace.end(), kind) != kindsOfPlace.end();
}

SpaceId confidentialSpace(const Session::State& state) {
    return roster::regionSpace(state.region->region, roster::SpaceType::Confidential);
}

Result<void> mayKeepConfidential(const Session::State& state) {
    if (!state.joined()) return state.mayWrite({});
    const SpaceId space = confidentialSpace(state);
    if (state.keeper->roster().space(space) == nullptr)
        return fail(
            ErrorCode::Forbidden,
            "this region was founded before addresses could be kept confidential, and has no place for "
            "them. Nothing was changed");
    if (state.mayWrite(space)) return {};
    return fail(
        ErrorCode::Forbidden,
        "only coordinators and editors keep confidential addresses; ask one of them. Nothing was changed");
}

std::optional<SpaceId> confidentialSpaceOf(const Session::State& state, const RecordId& location) {
    const auto stored = state.store->find(location);
    const SpaceId space = confidentialSpace(state);
    return stored && stored->space == space ? std::optional(space) : std::nullopt;
}

Result<void> moveToConfidential(Session::State& state, const RecordId& id) {
    if (auto allowed = mayKeepConfidential(state); !allowed) return allowed;
    const SpaceId target = confidentialSpace(state);
    auto stored = state.store->find(id);
    if (!stored) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
    if (stored->space == target) return {};
    const SpaceId open = stored->space;
    if (auto allowed = state.mayWrite(open); !allowed) return allowed;
    const merge::ClampedTime clamped = state.store->clampedTime(open);
    std::vector<store::RecordEdit> copies;
    std::vector<store::RecordEdit> erasures;
    for (const StoredRecord& part : openParts(state, std::move(*stored), target)) {
        if (merge::hasConflict(part.record, domain::deletePolicyOf(part.record.kind)))
            return fail(ErrorCode::InvalidArgument,
                        "'" + domain::titleOf(part.record) +
                            "' waits in the conflict inbox; settle that first, because what is not shown now "
                            "would be gone. Nothing was changed");
        copies.push_back(copyOf(part.record, clamped));
        erasures.push_back({part.record.id, part.record.kind, {{Action::Erase, "", std::nullopt}}});
    }
    Result<std::uint64_t> written = std::uint64_t{0};
    state.store->transact([&] {
        written = state.store->write(target, copies);
        if (written) written = state.store->write(open, erasures);
    });
    if (!written) return written.error();
    return {};
}

}  // namespace veldwijzer::session
