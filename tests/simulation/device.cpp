// SPDX-License-Identifier: EUPL-1.2
#include "simulation/device.h"

#include <utility>

#include "base/ensure.h"

namespace veldwijzer::simulation {

Device::Device(std::string name, const FoundedRegion::Person& person, Database disk,
               const std::int64_t& simulatedMs, std::uint64_t seed, const FoundedRegion& region)
    : name_(std::move(name)),
      region_(region),
      person_(person),
      disk_(std::move(disk)),
      clock_(simulatedMs),
      random_(seed) {
    start();
}

void Device::start() {
    ENSURE(!running());
    disarm();
    ++process_;
    auto opened = store::Store::open({.db = disk_,
                                      .writeMutex = mutex_,
                                      .clock = clock_,
                                      .random = random_,
                                      .anchorHead = {},
                                      .checkpoint = {},
                                      .fault = [this](const char*) { strike(); }});
    ENSURE(opened.ok());
    store_ = std::move(*opened);
    makeEngine();
}

void Device::makeEngine() {
    auto keeper = sync::RosterKeeper::load(*store_, person_.identity, region_.anchor());
    ENSURE(keeper.ok());
    keeper_ = std::make_unique<sync::RosterKeeper>(std::move(*keeper));
    engine_ = std::make_unique<sync::Engine>(*store_, person_.identity, *keeper_, region_.region().serverKey,
                                             clock_, random_);
}

void Device::stop() {
    engine_.reset();
    keeper_.reset();
    store_.reset();
    disarm();
    ENSURE(!disk_.inTransaction());
}

void Device::reload() {
    engine_.reset();
    keeper_.reset();
    disarm();
    ++process_;
    makeEngine();
}

void Device::replaceDisk(Database disk) {
    ENSURE(!running());
    disk_ = std::move(disk);
}

void Device::arm(Fault fault, std::uint64_t point) {
    armed_ = fault;
    pointsLeft_ = point;
}

void Device::strike() {
    if (armed_ == Fault::None || pointsLeft_-- > 0) return;
    const Fault fault = std::exchange(armed_, Fault::None);
    if (fault == Fault::Crash) throw Crash{};
    throw StorageError(ErrorCode::Storage, "no space left on the simulated disk");
}

}  // namespace veldwijzer::simulation
