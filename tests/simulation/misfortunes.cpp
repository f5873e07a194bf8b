// SPDX-License-Identifier: EUPL-1.2
// What befalls devices, clocks, disks, the server and the membership while a history runs.
#include <algorithm>
#include <utility>

#include "base/ensure.h"
#include "simulation/membership.h"
#include "simulation/world.h"
#include "sync/bundle.h"

namespace veldwijzer::simulation {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;
constexpr std::int64_t year = 365 * day;

}  // namespace

void World::misfortune() {
    const auto strikes = [&](unsigned thousandths) { return dice_.below(1000) < thousandths; };
    const std::size_t device = dice_.below(devices_.size());
    if (strikes(weather_.removal)) removeSomebody();
    if (isGone(device)) return;
    if (strikes(weather_.crash)) crash(device);
    if (strikes(weather_.fault)) armFault(device);
    if (strikes(weather_.clockJump)) jumpClock(device);
    if (strikes(weather_.partition)) {
        partitionedUntilMs_[device] = simulatedMs_ + dice_.between(5'000, 60'000);
        say(device, "no network for a while");
    }
    if (strikes(weather_.serverCrash)) {
        server_.restart();
        say(device, "(the server crashes and starts again)");
    }
    if (strikes(weather_.copyDisk)) copyDisk(device);
    if (strikes(weather_.restoreDisk)) restoreDisk();
    if (strikes(weather_.twin)) makeTwin();
    if (strikes(weather_.newEpoch)) makeEpoch();
    if (strikes(weather_.newRole)) changeRole();
    if (weather_.serverLoss > 0 && meetings_.below(1000) < weather_.serverLoss) loseServerMemory();
    if (weather_.byHand > 0 && meetings_.below(1000) < weather_.byHand) handOver();
}

void World::crash(std::size_t device) {
    say(device, "crashes and starts again");
    devices_[device]->stop();
    devices_[device]->start();
}

void World::armFault(std::size_t device) {
    devices_[device]->arm(dice_.chance(70) ? Fault::Crash : Fault::DiskFull, dice_.below(4));
}

void World::jumpClock(std::size_t device) {
    DeviceClock& clock = devices_[device]->clock();
    clock.run();
    switch (dice_.below(5)) {
        case 0:
            clock.setOffset(0);
            break;
        case 1:
            clock.setOffset(dice_.between(-10 * minute, 10 * minute));
            break;
        case 2:
            clock.setOffset(dice_.between(-10 * year, 10 * year));
            break;
        case 3:
            clock.setOffset(dice_.between(-3 * day, 3 * day));
            break;
        default:
            clock.freeze();
            break;
    }
    say(device, "its clock says " + formatUtc(clock.wallMs()));
}

void World::copyDisk(std::size_t device) {
    // What is not committed yet is on no disk, and this copy cannot see around it.
    if (devices_[device]->disk().inTransaction()) return;
    oldDisk_.reset();
    oldDisk_.emplace(OldDisk{device, ledger_.last(), copyOf(devices_[device]->disk())});
    say(device, "a copy of its disk is made");
}

void World::restoreDisk() {
    if (!oldDisk_) return;
    const std::size_t device = oldDisk_->device;
    if (isGone(device)) return;
    say(device, "an older copy of its disk is put back");
    for (WallMs number = oldDisk_->lastDeed + 1; number <= ledger_.last(); ++number) {
        Deed& deed = ledger_.at(number);
        if (deed.device == device && !onServer(number)) deed.perished = true;
    }
    devices_[device]->stop();
    devices_[device]->replaceDisk(std::move(oldDisk_->disk));
    devices_[device]->start();
    oldDisk_.reset();
    cloned_.insert(device);
    // A session notices most restores by the head that it keeps elsewhere; the engine must find the rest.
    // Until then it writes under numbers that stand in the server's log already, on yesterday's view.
    if (dice_.chance(60)) {
        for (std::uint64_t more = 1 + dice_.below(4); more > 0 && !failure_; --more)
            write(device);
        return;
    }
    on(device, [&] {
        for (const store::SpaceRow& row : devices_[device]->store().spaces())
            devices_[device]->store().reincarnate(row.id);
    });
}

void World::makeTwin() {
    if (!oldDisk_ || devices_.size() > FoundedRegion::get().people().size()) return;
    const std::size_t device = oldDisk_->device;
    if (isGone(device)) return;
    devices_.push_back(std::make_unique<Device>(devices_[device]->name() + "'s twin",
                                                devices_[device]->person(), std::move(oldDisk_->disk),
                                                simulatedMs_, dice_.below(UINT64_MAX)));
    partitionedUntilMs_.push_back(0);
    oldDisk_.reset();
    cloned_.insert(device);
    cloned_.insert(devices_.size() - 1);
    say(devices_.size() - 1, "starts, from a copy of the other's disk");
}

void World::loseServerMemory() {
    if (meetings_.chance(50)) {
        backup_ = server_.backup();
        say(0, "(the server is backed up)");
        return;
    }
    if (backup_ && meetings_.chance(60)) {
        say(0, "(the server is restored from its backup)");
        return server_.restoreFrom(*backup_);
    }
    say(0, "(the server is begun anew, with nothing but its key)");
    server_.loseEverything();
}

void World::handOver() {
    const std::size_t from = meetings_.below(devices_.size());
    const std::size_t to = meetings_.below(devices_.size());
    if (from == to) return;
    std::optional<wire::Bundle> bundle;
    on(from, [&] {
        Device& giver = *devices_[from];
        bundle = sync::makeBundle(giver.store(), giver.person().identity, giver.keeper(), giver.random(), 0);
    });
    if (!bundle) return;
    std::optional<Result<sync::BundleReport>> report;
    on(to, [&] {
        Device& taker = *devices_[to];
        report =
            sync::takeBundle(*bundle, taker.store(), taker.person().identity, taker.keeper(), taker.random());
    });
    if (!report) return;  // it crashed, or its disk was full
    if (!*report) return fail("by hand", "a bundle is refused: " + report->error().message);
    say(to,
        "takes " + std::to_string((*report)->changes) + " changes by hand from " + devices_[from]->name());
    for (const sync::LeftInBundle& left : (*report)->left)
        if (left.code == ErrorCode::BadSignature || left.code == ErrorCode::Malformed ||
            left.code == ErrorCode::UnsealFailed || left.code == ErrorCode::ChainBroken)
            fail("by hand", "an honest colleague's change is refused: " + left.message);
}

void World::makeEpoch() {
    on(0, [&] {
        Device& coordinator = *devices_[0];
        if (!coordinator.store().queuedRosterEntries().empty()) return;
        const SpaceId space = stage_.places[dice_.below(2)].space;
        const std::uint32_t epoch = coordinator.keeper().roster().space(space)->epoch;
        std::vector<std::pair<SpaceId, SealingKey>> unused;
        if (queueNewEpoch(coordinator, space, unused))
            say(0, "makes epoch " + std::to_string(epoch + 1) + " of " + nameOf(space));
    });
}

void World::changeRole() {
    on(0, [&] {
        Device& coordinator = *devices_[0];
        if (!coordinator.store().queuedRosterEntries().empty()) return;
        const std::size_t who = dice_.chance(60) ? 1 : 4;
        const auto role = static_cast<roster::Role>(2 + dice_.below(3));
        if (queueRole(coordinator, FoundedRegion::get().people()[who].identity.member, role))
            say(0, "makes " + devices_[who]->name() + " " + std::string(roster::roleName(role)));
    });
}

void World::removeSomebody() {
    on(0, [&] {
        Device& coordinator = *devices_[0];
        if (somebodyWasRemoved_ || !coordinator.store().queuedRosterEntries().empty()) return;
        const std::size_t who = 1 + dice_.below(4);
        const bool person = dice_.chance(60) &&
                            devices_[who]->person().identity.member != coordinator.person().identity.member;
        if (devices_[who]->id() == coordinator.id()) return;
        queueRemoval(coordinator, *devices_[who], person);
        somebodyWasRemoved_ = true;
        say(0, std::string(person ? "removes " : "removes the device of ") + devices_[who]->name());
    });
}

void World::noteGone(std::size_t device) {
    if (!devices_[device]->engine().progress().farewellSaid || !gone_.insert(device).second) return;
    say(device, "was removed, and empties itself");
    for (WallMs number = 1; number <= ledger_.last(); ++number) {
        Deed& deed = ledger_.at(number);
        if (deed.device == device && !onServer(number)) deed.perished = true;
    }
}

}  // namespace veldwijzer::simulation
