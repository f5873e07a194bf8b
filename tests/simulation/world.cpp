// SPDX-License-Identifier: EUPL-1.2
#include "simulation/world.h"

#include <algorithm>
#include <utility>

#include "base/ensure.h"
#include "base/limits.h"
#include "simulation/log_reader.h"
#include "simulation/membership.h"

namespace veldwijzer::simulation {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;

/// Within so much simulated time after the last fault everything has arrived everywhere: the longest wait
/// between two tries and its jitter, and a few polls.
constexpr std::int64_t calmAtMostMs = 20 * minute;
/// Requests in the calm; an engine that asks again and again at the same moment meets this first.
constexpr int calmRequestsAtMost = 1'500;

/// Two or three envelopes.
constexpr std::uint64_t smallPageBytes = 1'200;

}  // namespace

World::World(std::uint64_t seed, bool traced, Meetings meetings)
    : seed_(seed),
      traced_(traced),
      dice_(seed),
      meetings_(seed * 7919 + 1),
      weather_(Weather::drawn(dice_)),
      stage_(Stage::set(weather_.mapRecords)),
      server_(simulatedMs_) {
    for (const FoundedRegion::Person& person : FoundedRegion::get().people()) {
        devices_.push_back(std::make_unique<Device>(person.name, person, copyOf(*person.vault), simulatedMs_,
                                                    dice_.below(UINT64_MAX)));
        if (weather_.wrongClocks) jumpClock(devices_.size() - 1);
    }
    if (meetings == Meetings::Some) {
        weather_.byHand = 80;
        // Everybody still has what they wrote: nobody's disk was put back, nobody lost a right since.
        const bool keepers = weather_.copyDisk == 0 && weather_.newRole == 0;
        weather_.serverLoss = keepers && meetings_.chance(40) ? 40 : 0;
    }
    partitionedUntilMs_.resize(devices_.size());
    // An ordinary page holds all that a history writes. In half of them a sync takes several rounds.
    if (seed % 2 == 1) server_.setPageBytes(smallPageBytes);
}

std::optional<Failure> World::run() {
    for (std::uint64_t i = 0; i < weather_.steps && !failure_; ++i)
        step();
    if (!failure_) calm();
    return failure_;
}

void World::fail(const char* kind, const std::string& what) {
    if (!failure_) failure_ = Failure{kind, what};
}

void World::say(std::size_t device, const std::string& what) {
    if (!traced_) return;
    trace_.push_back(std::to_string(simulatedMs_) + " ms  " + devices_[device]->name() + ": " + what);
}

// ---------------------------------------------------------------- the storm

void World::step() {
    passTime();
    misfortune();
    if (dice_.below(1000) < weather_.writes) write(dice_.below(devices_.size()));
    poll();
    if (!parcels_.empty() && dice_.chance(70)) deliver();
}

void World::passTime() {
    if (dice_.below(1000) < weather_.longWait)
        simulatedMs_ += dice_.between(minute, 3 * day);
    else
        simulatedMs_ += dice_.between(0, 1'500);
}

bool World::on(std::size_t device, const std::function<void()>& work) {
    Device& host = *devices_[device];
    try {
        work();
        return true;
    } catch (const Crash&) {
        say(device, "CRASHES in the middle of it");
        host.stop();
        host.start();
    } catch (const StorageError& error) {
        say(device, std::string("storage fault: ") + error.what());
        host.reload();
    }
    return false;
}

// ---------------------------------------------------------------- writing

std::string World::nameOf(const SpaceId& space) const {
    for (const Stage::Place& place : stage_.places)
        if (place.space == space) return std::string(roster::spaceTypeName(place.type));
    return "another space";
}

std::string World::describe(const Deed& deed) const {
    std::string text = "#" + std::to_string(deed.number) + " in " + nameOf(deed.space) + ":";
    for (const Intent& intent : deed.intents) {
        text += " " + std::string(simulation::nameOf(intent.edit.action)) + " " + shortName(intent.record) +
                "." + intent.edit.field + " " + simulation::describe(intent.edit.value) +
                (intent.idle ? " (idle)" : "");
        for (const Mark& mark : intent.saw)
            text += " [saw " + simulation::describe(mark) + "]";
        text += ";";
    }
    return text;
}

const Stage::Place* World::placeToWrite(std::size_t device) {
    Device& host = *devices_[device];
    const bool overstep = dice_.below(100) < weather_.overstep;
    std::vector<const Stage::Place*> places;
    for (const Stage::Place& place : stage_.places) {
        if (!host.store().space(place.space)) continue;
        if (!place.owner.isZero() && place.owner != host.person().identity.member) continue;
        if (!overstep && !host.keeper().roster().mayWrite(host.id(), place.space)) continue;
        // The map is where people meet.
        const int weight = place.type == roster::SpaceType::Map         ? 6
                           : place.type == roster::SpaceType::Programme ? 3
                                                                        : 1;
        places.insert(places.end(), static_cast<std::size_t>(weight), &place);
    }
    return places.empty() ? nullptr : places[dice_.below(places.size())];
}

void World::write(std::size_t index) {
    if (isGone(index)) return;
    Device& device = *devices_[index];
    const Stage::Place* place = placeToWrite(index);
    if (place == nullptr) return;
    std::vector<Intent> intents = imagine(dice_, device, *place);
    // An erase takes along what its author's device keeps for a server that loses its memory.
    const auto erases = [](const Intent& intent) { return intent.edit.action == merge::Action::Erase; };
    if (weather_.serverLoss > 0 && std::any_of(intents.begin(), intents.end(), erases)) return;
    for (Intent& intent : intents) {
        const auto stored = device.store().find(intent.record);
        observe(intent, stored ? &stored->record : nullptr);
        ledger_.note(intent.record, place->space, intent.kind);
    }
    Deed& deed = ledger_.begin(index, place->space);
    deed.intents = std::move(intents);
    const bool idle = std::all_of(deed.intents.begin(), deed.intents.end(),
                                  [](const Intent& intent) { return intent.idle; });
    if (traced_) say(index, describe(deed));

    device.clock().setMark(deed.number);
    std::optional<Result<std::uint64_t>> written;
    const auto edits = editsOf(deed.intents);
    on(index, [&] { written = device.store().write(place->space, edits); });
    device.clock().setMark(0);
    if (!written) return;  // it crashed: nobody was told anything
    if (!*written) return fail("write", describe(deed) + " was refused: " + written->error().message);
    if ((**written == 0) != idle)
        return fail("write", describe(deed) + (idle ? " changes nothing and was written all the same"
                                                    : " was left out although it changes something"));
    deed.told = !idle;
    for (const Intent& intent : deed.intents) {
        const auto stored = device.store().find(intent.record);
        const std::string why = whyNotDone(intent, stored ? &stored->record : nullptr);
        if (!why.empty()) return fail("silent loss", "right after " + describe(deed) + ": " + why);
    }
    if (dice_.chance(50)) device.engine().noteWritten();
}

bool World::onServer(WallMs deed) {
    const SpaceId space = ledger_.find(deed)->space;
    const LoggedSpace logged = readLog(server_.log(), space, keys());
    return std::any_of(logged.changes.begin(), logged.changes.end(), [&](const merge::Change& change) {
        return (change.wallMs & (DeviceClock::marks - 1)) == deed;
    });
}

// ---------------------------------------------------------------- the calm

bool World::calm() {
    stormEndedMs_ = simulatedMs_;
    if (traced_) say(0, "---- the storm is over; nobody writes any more");
    for (auto& device : devices_)
        device->disarm();
    // Whoever still waits for an answer hears that there is none.
    for (Parcel& parcel : parcels_)
        if (!parcel.nobodyListens && parcel.process == devices_[parcel.device]->process())
            devices_[parcel.device]->engine().failed(veldwijzer::fail(ErrorCode::Offline, "nobody answers"));
    parcels_.clear();
    // Who is gone asks no more.
    const auto dueAtMs = [&](Device& device) {
        for (const std::size_t gone : gone_)
            if (devices_[gone].get() == &device) return INT64_MAX;
        return device.engine().dueAtMs();
    };
    for (int requests = 0; !failure_; ++requests) {
        const auto next =
            std::min_element(devices_.begin(), devices_.end(),
                             [&](const auto& a, const auto& b) { return dueAtMs(*a) < dueAtMs(*b); });
        const auto index = static_cast<std::size_t>(next - devices_.begin());
        const auto unsettled = [&]() -> std::string {
            for (std::size_t i = 0; i < devices_.size(); ++i)
                if (std::string why = whyNotSettled(i); !why.empty()) return devices_[i]->name() + ": " + why;
            return {};
        };
        const std::string why = unsettled();
        if (why.empty()) return true;
        if (calmMs() > calmAtMostMs || requests > calmRequestsAtMost) {
            fail("liveness", why + ", " + std::to_string(calmMs() / 1000) + " s and " +
                                 std::to_string(requests) + " requests after the last fault");
            return false;
        }
        simulatedMs_ = std::max(simulatedMs_, (*next)->engine().dueAtMs());
        calmStep(index);
    }
    return false;
}

void World::calmStep(std::size_t index) {
    Device& device = *devices_[index];
    const auto request = device.engine().nextRequest();
    if (!request) return fail("liveness", device.name() + " is due and has nothing to ask");
    device.engine().received(server_.answer(*request));
    if (traced_) {
        const auto& failure = device.engine().progress().lastFailure;
        say(index, std::string("syncs") + (failure ? ", fails: " + failure->message : ""));
    }
    noteAlarms(index);
    noteGone(index);
}

std::string World::whyNotSettled(std::size_t index) {
    if (isGone(index)) return {};
    Device& device = *devices_[index];
    const sync::Progress& progress = device.engine().progress();
    if (!progress.complete) {
        std::string why = "not complete: " + std::to_string(device.store().pendingCount()) + " changes and " +
                          std::to_string(device.store().queuedRosterEntries().size()) +
                          " membership entries wait";
        for (const sync::Alarm& alarm : progress.alarms)
            why += ", " + std::string(errorName(alarm.code)) + " " + alarm.space + " (" + alarm.message + ")";
        return why;
    }
    if (const std::uint64_t pending = device.store().pendingCount(); pending > 0)
        return std::to_string(pending) + " changes still wait";
    const auto roster = server_.service().roster();
    if (device.keeper().roster().position() != roster->position()) return "behind in the membership log";
    for (const SpaceId& space : roster->readableBy(device.id())) {
        const auto row = device.store().space(space);
        if (!row) return "lacks a space that it may read";
        if (!device.store().carried(space).empty()) return "something that came by hand still waits";
        if (row->position != server_.log().read(space, row->position, 0, 0).headPosition)
            return "behind in " + row->name;
    }
    return {};
}

}  // namespace veldwijzer::simulation
