// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <tuple>

#include "base/limits.h"
#include "base/text.h"
#include "base/utf8.h"
#include "sealing/sealed_name.h"
#include "session/abbreviation.h"
#include "session/membership_queue.h"
#include "session/people.h"
#include "session/state.h"
#include "store/title_key.h"

namespace veldwijzer::session {
namespace {

Result<void> checkTeamName(std::string_view name) {
    if (name.empty() || !isUtf8(name) || name.size() > limits::memberNameBytes)
        return fail(ErrorCode::InvalidArgument,
                    "a team's name has 1 to " + std::to_string(limits::memberNameBytes) + " bytes");
    for (const char character : name)
        if (static_cast<unsigned char>(character) < 0x20 || character == 0x7f)
            return fail(ErrorCode::InvalidArgument, "a name holds no control characters");
    return {};
}

}  // namespace

std::vector<Team> People::teams() const {
    std::vector<Team> found;
    if (!state_.joined()) return found;
    const roster::Roster all = state_.rosterAndQueue();
    for (const roster::Space* space : all.sharedSpaces()) {
        if (space->type != roster::SpaceType::Team) continue;
        const bool yours = std::ranges::find(space->members, state_.identity->member) != space->members.end();
        found.push_back({space->id, state_.nameOfTeam(*space), space->members, yours});
    }
    std::ranges::sort(found, [](const Team& a, const Team& b) {
        return std::tuple(!a.yours, a.name, a.id) < std::tuple(!b.yours, b.name, b.id);
    });
    return found;
}

Result<SpaceId> People::teamFrom(std::string_view typed) const {
    std::vector<Named<SpaceId>> all;
    for (const Team& team : teams())
        all.push_back({team.id, team.name, std::to_string(team.members.size()) + " in it"});
    return meant(typed, all, "team", "`team list` lists them");
}

Result<SpaceId> People::newTeam(std::string_view name) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    if (auto checked = checkTeamName(name); !checked) return checked.error();
    for (const Team& team : teams())
        if (store::titleKey(team.name) == store::titleKey(name))
            return fail(ErrorCode::InvalidArgument, "there is a team of that name already");

    MembershipQueue queue(state_);
    const SpaceId id = queue.random().id<SpaceId>();
    SealingKey key;
    queue.random().fill(key.mutableView());
    const Bytes sealedName = sealName({id, 1}, key, id.view(), name, queue.random());
    const auto seal = [&](const SpaceId&, const BoxPublicKey& to) { return sealKeyTo(to, key); };
    const auto entry = roster::makeTeam(queue.roster(), queue.author(), id, sealedName, seal, queue.random());
    if (!entry) return entry.error();
    Result<void> queued;
    state_.store->transact([&] {
        queued = queue.add(*entry);
        if (!queued) return;
        // Kept with the entry, so that others can be let in before a sync brought it back.
        state_.keeper->addKey(id, 1, std::move(key));
        state_.keeper->save();
    });
    if (!queued) return queued.error();
    return id;
}

Result<void> People::addToTeam(const SpaceId& team, const MemberId& member) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    MembershipQueue queue(state_);
    const roster::Space* space = queue.roster().space(team);
    if (space != nullptr && std::ranges::find(space->members, member) != space->members.end()) return {};
    return queue.add(roster::makeSetTeamMember(queue.roster(), queue.author(), team, member, true,
                                               queue.seal(), queue.random()));
}

Result<void> People::removeFromTeam(const SpaceId& team, const MemberId& member) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    MembershipQueue queue(state_);
    const roster::Space* space = queue.roster().space(team);
    if (space != nullptr && std::ranges::find(space->members, member) == space->members.end())
        return fail(ErrorCode::NotAMember, "they are not in this team");
    return queue.add(roster::makeSetTeamMember(queue.roster(), queue.author(), team, member, false,
                                               queue.seal(), queue.random()));
}

}  // namespace veldwijzer::session
