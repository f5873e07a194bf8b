// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "simulation/founded_region.h"
#include "store/store.h"
#include "sync/engine.h"

namespace veldwijzer::simulation {

/// The process died here. Not an exception of the program's: nothing there may catch it.
struct Crash {};

/// A device's idea of the time. Time passes for all alike; what it is called differs by years, stands still,
/// or jumps. The lowest bits of a wall time hold the number of the deed that is being written, so that an
/// operation tells which deed it came from, whatever its id has become.
class DeviceClock final : public Clock {
public:
    static constexpr WallMs marks = 4096;

    explicit DeviceClock(const std::int64_t& simulatedMs) : simulatedMs_(simulatedMs) {}
    [[nodiscard]] WallMs wallMs() const override {
        const WallMs now = stoodStillAt_ ? *stoodStillAt_ : beginningMs + simulatedMs_;
        return ((now + offsetMs_) & ~(marks - 1)) | mark_;
    }
    [[nodiscard]] std::int64_t steadyMs() const override { return simulatedMs_; }

    void setOffset(std::int64_t ms) { offsetMs_ = ms; }
    void freeze() { stoodStillAt_ = beginningMs + simulatedMs_; }
    void run() { stoodStillAt_.reset(); }
    void setMark(WallMs mark) { mark_ = mark; }

private:
    const std::int64_t& simulatedMs_;
    std::int64_t offsetMs_ = 0;
    std::optional<WallMs> stoodStillAt_;
    WallMs mark_ = 0;
};

enum class Fault { None, Crash, DiskFull };

/// One device: a disk that survives, and a process on it that does not.
class Device {
public:
    Device(std::string name, const FoundedRegion::Person& person, Database disk,
           const std::int64_t& simulatedMs, std::uint64_t seed,
           const FoundedRegion& region = FoundedRegion::get());

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const FoundedRegion::Person& person() const { return person_; }
    [[nodiscard]] DeviceId id() const { return person_.identity.device(); }
    [[nodiscard]] const Database& disk() const { return disk_; }
    DeviceClock& clock() { return clock_; }

    /// A new process on what the disk holds. Ends the program where the store itself is damaged.
    void start();
    /// The process ends wherever it is; what it had not committed is gone.
    void stop();
    /// As a session does after a storage fault: keys, membership log and engine are made anew, the store
    /// stays.
    void reload();
    /// The disk becomes that of another time.
    void replaceDisk(Database disk);

    [[nodiscard]] bool running() const { return engine_ != nullptr; }
    /// Counts the processes: an answer for an earlier one finds nobody.
    [[nodiscard]] std::uint64_t process() const { return process_; }
    store::Store& store() { return *store_; }
    sync::RosterKeeper& keeper() { return *keeper_; }
    sync::Engine& engine() { return *engine_; }
    Random& random() { return random_; }

    /// The fault strikes at the store's `point`-th fault point from now.
    void arm(Fault fault, std::uint64_t point);
    void disarm() { armed_ = Fault::None; }

private:
    void strike();
    void makeEngine();

    std::string name_;
    const FoundedRegion& region_;
    const FoundedRegion::Person& person_;
    Database disk_;
    DeviceClock clock_;
    SeededRandom random_;
    std::mutex mutex_;
    std::uint64_t process_ = 0;
    Fault armed_ = Fault::None;
    std::uint64_t pointsLeft_ = 0;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<sync::RosterKeeper> keeper_;
    std::unique_ptr<sync::Engine> engine_;
};

}  // namespace veldwijzer::simulation
