// SPDX-License-Identifier: EUPL-1.2
// Requests and answers between the devices and the server, with what the weather does to them.
#include <algorithm>
#include <utility>

#include "base/ensure.h"
#include "simulation/world.h"

namespace veldwijzer::simulation {
namespace {

bool isExpected(const sync::Alarm& alarm) {
    // A server that was restored, a role that was taken away, and a membership entry that was made on
    // yesterday's view. Everything else would accuse an honest server or an honest colleague.
    return alarm.code == ErrorCode::ServerRestored || alarm.code == ErrorCode::Forbidden ||
           alarm.code == ErrorCode::EpochOld || alarm.code == ErrorCode::NotAMember;
}

}  // namespace

void World::poll() {
    const std::size_t index = dice_.below(devices_.size());
    if (isGone(index)) return;
    Device& device = *devices_[index];
    if (dice_.chance(60)) device.engine().wake();
    on(index, [&] {
        if (auto request = device.engine().nextRequest()) {
            say(index, "asks the server");
            parcels_.push_back({index, device.process(), std::move(*request), false, std::nullopt, false});
        }
    });
}

void World::deliver() {
    // Any of them: what was sent first need not arrive first.
    const std::size_t which = dice_.below(parcels_.size());
    Parcel parcel = std::move(parcels_[which]);
    parcels_.erase(parcels_.begin() + static_cast<std::ptrdiff_t>(which));
    if (parcel.answered)
        deliverAnswer(std::move(parcel));
    else
        deliverRequest(std::move(parcel));
}

void World::deliverRequest(Parcel parcel) {
    const std::size_t device = parcel.device;
    const bool cut = simulatedMs_ < partitionedUntilMs_[device];
    if (!parcel.nobodyListens && dice_.chance(weather_.duplicated)) {
        say(device, "its request is on its way twice");
        parcels_.push_back(parcel);
        parcels_.back().nobodyListens = true;
    }
    parcel.answered = true;
    if (cut || dice_.chance(weather_.requestLost)) {
        say(device, "its request is lost");
    } else if (dice_.chance(weather_.busy)) {
        parcel.response = server_.busy(parcel.request);
    } else {
        parcel.response = server_.answer(parcel.request);
        say(device, "the server answers " + std::to_string(parcel.response->status));
    }
    if (!parcel.nobodyListens) parcels_.push_back(std::move(parcel));
}

sync::Response World::spoiled(sync::Response response) {
    switch (dice_.below(4)) {
        case 0:
            return {502, "<html>Bad Gateway</html>", "", std::nullopt};
        case 1:
            return {200, "<html>Welcome to the hotel</html>", "", std::nullopt};
        case 2:
            response.body.resize(response.body.size() / 2);
            return response;
        default:
            if (!response.body.empty()) response.body[dice_.below(response.body.size())] ^= 0x10;
            return response;
    }
}

void World::deliverAnswer(Parcel parcel) {
    const std::size_t index = parcel.device;
    Device& device = *devices_[index];
    if (parcel.process != device.process() || isGone(index)) return;  // nobody waits for it any more
    const bool cut = simulatedMs_ < partitionedUntilMs_[index];
    const bool lost = !parcel.response || cut || dice_.chance(weather_.answerLost);
    on(index, [&] {
        if (lost) {
            say(index, "hears nothing");
            device.engine().failed(veldwijzer::fail(ErrorCode::Offline, "nobody answers"));
            // A broken middleman may deliver what was given up, into the next conversation.
            if (parcel.response && dice_.chance(weather_.lateAnswer)) parcels_.push_back(parcel);
            return;
        }
        sync::Response response = std::move(*parcel.response);
        if (dice_.chance(weather_.garbage)) response = spoiled(std::move(response));
        device.engine().received(response);
        const sync::Progress& progress = device.engine().progress();
        say(index, "takes an answer of " + std::to_string(response.status) +
                       (progress.lastFailure ? ", fails: " + progress.lastFailure->message : ""));
    });
    noteAlarms(index);
    noteGone(index);
}

void World::noteAlarms(std::size_t device) {
    for (const sync::Alarm& alarm : devices_[device]->engine().progress().alarms) {
        say(device,
            "ALARM " + std::string(errorName(alarm.code)) + " in '" + alarm.space + "': " + alarm.message);
        if (!isExpected(alarm))
            fail("false alarm", devices_[device]->name() + " raises " + std::string(errorName(alarm.code)) +
                                    " in '" + alarm.space +
                                    "' although everybody is honest: " + alarm.message);
    }
}

}  // namespace veldwijzer::simulation
