// SPDX-License-Identifier: EUPL-1.2
#include "session/people.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "session/abbreviation.h"
#include "session/membership_queue.h"
#include "session/state.h"
#include "store/title_key.h"
#include "sync/last_seen.h"

namespace veldwijzer::session {
namespace {

/// What the entries of the membership log say about time, each by its author's clock.
class EntryTimes {
public:
    explicit EntryTimes(const store::Store& store) {
        for (const Bytes& bytes : store.rosterEntries()) {
            wire::RosterEntry entry;
            wire::RosterBody body;
            const bool readable = entry.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())) &&
                                  body.ParseFromString(entry.body());
            madeAt_.push_back(readable ? body.wall_ms() : 0);
            if (const auto author = DeviceId::from(viewOf(entry.author())); author && readable)
                lastBy_[*author] = std::max(lastBy_[*author], body.wall_ms());
        }
    }
    /// 0: not known.
    [[nodiscard]] WallMs at(std::uint64_t position) const {
        return position >= 1 && position <= madeAt_.size() ? madeAt_[position - 1] : 0;
    }
    [[nodiscard]] WallMs lastBy(const DeviceId& device) const {
        const auto found = lastBy_.find(device);
        return found == lastBy_.end() ? 0 : found->second;
    }

private:
    std::vector<WallMs> madeAt_;
    std::map<DeviceId, WallMs> lastBy_;
};

std::optional<WallMs> seenLast(const store::Store& store, const EntryTimes& times,
                               const roster::Device& device, WallMs now) {
    // What a clock that ran ahead has said is no later than this moment.
    const WallMs said = std::min(std::max(times.at(device.addedAt), times.lastBy(device.id)), now);
    const WallMs latest = std::max(said, sync::lastSeen(store, device.id).value_or(0));
    return latest > 0 ? std::optional(latest) : std::nullopt;
}

}  // namespace

std::vector<Person> People::members() const {
    std::vector<Person> found;
    if (!state_.joined()) return found;
    const roster::Roster& roster = state_.keeper->roster();
    const EntryTimes times(*state_.store);
    const WallMs now = state_.environment.clock.wallMs();
    for (const auto& [id, member] : roster.members()) {
        if (member.removed) continue;
        Person person{.id = id,
                      .name = state_.nameOf(id),
                      .role = std::string(roster::roleName(member.role)),
                      .sinceMs = times.at(member.roles.front().position),
                      .lastSeenMs = {},
                      .devices = {},
                      .you = id == state_.identity->member};
        for (const DeviceId& each : member.devices) {
            const roster::Device* device = roster.device(each);
            if (device == nullptr || device->removed) continue;
            const bool here = each == state_.identity->device();
            const auto seen = here ? std::optional(now) : seenLast(*state_.store, times, *device, now);
            person.devices.push_back(
                {each, person.you ? deviceName(state_, each) : "", times.at(device->addedAt), seen, here});
            person.lastSeenMs = std::max(person.lastSeenMs, seen);
        }
        found.push_back(std::move(person));
    }
    std::ranges::sort(found, [](const Person& a, const Person& b) {
        return std::tuple(!a.you, a.name, a.id) < std::tuple(!b.you, b.name, b.id);
    });
    return found;
}

Result<MemberId> People::memberFrom(std::string_view typed) const {
    std::vector<Named<MemberId>> all;
    if (!state_.joined()) return state_.mayWrite({}).error();
    for (const auto& [id, member] : state_.keeper->roster().members())
        if (!member.removed)
            all.push_back({id, state_.nameOf(id), std::string(roster::roleName(member.role))});
    return meant(typed, all, "member", "`members` lists them");
}

Result<void> People::setRole(const MemberId& member, roster::Role role) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    MembershipQueue queue(state_);
    const roster::Member* known = queue.roster().member(member);
    if (known != nullptr && !known->removed && known->role == role) return {};
    return queue.add(
        roster::makeSetRole(queue.roster(), queue.author(), member, role, queue.seal(), queue.random()));
}

Result<void> People::remove(const MemberId& member) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    MembershipQueue queue(state_);
    return queue.add(roster::makeRemoveMember(queue.roster(), queue.author(), member, queue.random()));
}

}  // namespace veldwijzer::session
