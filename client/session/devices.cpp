// SPDX-License-Identifier: EUPL-1.2
// Own devices, and the way back when all of them are lost.
#include "base/hash.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "merge/conflicts.h"
#include "session/abbreviation.h"
#include "session/membership_queue.h"
#include "session/people.h"
#include "session/recovery_code.h"
#include "signing/identity.h"

namespace veldwijzer::session {
namespace {

/// Both devices of a person write the same record.
RecordId nameRecord(const DeviceId& device) {
    return idOf<RecordId>("veldwijzer device name", {device.view()});
}

}  // namespace

std::string deviceName(const Session::State& state, const DeviceId& device) {
    const auto stored = state.store->find(nameRecord(device));
    const merge::Value* value = stored ? merge::shownValue(stored->record, "name") : nullptr;
    const auto* name = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return name != nullptr ? *name : std::string();
}

Result<DeviceId> People::deviceFrom(std::string_view typed) const {
    std::vector<Named<DeviceId>> all;
    for (const Person& person : members())
        for (const PersonDevice& device : person.devices)
            all.push_back({device.id, device.name, person.you ? "yours" : "of " + person.name});
    return meant(typed, all, "device", "`devices` and `members` list them");
}

Result<void> People::nameDevice(const DeviceId& device, std::string_view name) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    const roster::Device* known = state_.keeper->roster().device(device);
    if (known == nullptr || known->member != state_.identity->member)
        return fail(ErrorCode::Forbidden, "only devices of your own can be named");
    auto value = domain::parseValue("device-name", "name", name, state_.environment.clock.wallMs());
    if (!value) return value.error();
    const store::RecordEdit edit{
        nameRecord(device), "device-name", {{merge::Action::Assign, "name", std::move(*value)}}};
    const SpaceId own = roster::personalSpace(state_.region->region, state_.identity->member);
    const auto written = state_.store->write(own, std::span(&edit, 1));
    return written ? Result<void>() : Result<void>(written.error());
}

Result<void> People::removeDevice(const DeviceId& device) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    if (device == state_.identity->device())
        return fail(
            ErrorCode::InvalidArgument,
            "this is the device that you are using; remove it from another one of yours, or leave the "
            "region");
    MembershipQueue queue(state_);
    return queue.add(roster::makeRemoveDevice(queue.roster(), queue.author(), device, queue.random()));
}

Result<std::string> People::linkDevice(std::int64_t validMs) {
    if (!state_.joined()) return state_.mayWrite({}).error();
    roster::Guest guest;
    guest.ownDevice = true;
    guest.expiresMs = state_.environment.clock.wallMs() + validMs;
    return MembershipQueue(state_).invite(guest);
}

Result<RecoverySheet> People::newRecovery() {
    if (!state_.joined()) return state_.mayWrite({}).error();
    RecoverySecret secret;
    roster::Guest guest;
    guest.recovery = true;
    auto made = MembershipQueue(state_).invite(guest, &secret);
    if (!made) return made.error();
    roster::InvitationLink link = *state_.region;
    link.secret = {};
    RecoverySheet sheet{recoveryCodeOf(secret), roster::encodeLink(link)};
    secret.fill(0);
    return sheet;
}

bool People::hasRecovery() const {
    return state_.joined() && state_.rosterAndQueue().recoveryOf(state_.identity->member) != nullptr;
}

}  // namespace veldwijzer::session
