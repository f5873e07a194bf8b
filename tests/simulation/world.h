// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "simulation/author.h"
#include "simulation/device.h"
#include "simulation/ledger.h"
#include "simulation/region_keys.h"
#include "simulation/server_door.h"
#include "simulation/weather.h"

namespace veldwijzer::simulation {

/// What went wrong in a history, for people. `kind` says which promise was broken.
struct Failure {
    std::string kind;  ///< "convergence", "silent loss", "liveness", …
    std::string what;
};

/// Whether people also meet and hand bundles over, and the server loses its memory.
enum class Meetings { None, Some };

/// One history: five devices, a server, a storm, and the calm after it. Everything follows from the seed.
class World {
public:
    World(std::uint64_t seed, bool traced, Meetings meetings = Meetings::None);

    /// The storm, then the calm: until nobody has anything left to send or to fetch. Nothing when all went
    /// well so far; whether the outcome is right is judgement.h's to say.
    std::optional<Failure> run();

    [[nodiscard]] std::vector<std::unique_ptr<Device>>& devices() { return devices_; }
    [[nodiscard]] const Ledger& ledger() const { return ledger_; }
    [[nodiscard]] ServerDoor& server() { return server_; }
    /// Every key that was ever used.
    [[nodiscard]] const KeyRing& keys() { return keys_.in(*server_.service().roster()); }
    /// Devices whose disk was put back or copied: their work may stand in the log twice.
    [[nodiscard]] const std::set<std::size_t>& cloned() const { return cloned_; }
    /// Devices that were removed, heard of it and are empty by now.
    [[nodiscard]] bool isGone(std::size_t device) const { return gone_.contains(device); }
    [[nodiscard]] const std::vector<std::string>& trace() const { return trace_; }
    [[nodiscard]] std::int64_t simulatedMs() const { return simulatedMs_; }
    [[nodiscard]] std::int64_t calmMs() const { return simulatedMs_ - stormEndedMs_; }

    /// Whether a change of that deed stands in the server's log.
    [[nodiscard]] bool onServer(WallMs deed);

private:
    /// A request or an answer between a device and the server.
    struct Parcel {
        std::size_t device = 0;
        std::uint64_t process = 0;
        sync::Request request;
        bool answered = false;                   ///< it is the answer
        std::optional<sync::Response> response;  ///< nothing: the device hears that nobody answered
        bool nobodyListens = false;              ///< a duplicate: whatever comes back is dropped
    };

    void step();
    void passTime();
    void misfortune();
    void write(std::size_t device);
    void poll();
    void deliver();
    void deliverRequest(Parcel parcel);
    void deliverAnswer(Parcel parcel);
    [[nodiscard]] sync::Response spoiled(sync::Response response);
    void crash(std::size_t device);
    void armFault(std::size_t device);
    void jumpClock(std::size_t device);
    void copyDisk(std::size_t device);
    void restoreDisk();
    void makeTwin();
    void handOver();
    void loseServerMemory();
    void makeEpoch();
    void changeRole();
    void removeSomebody();
    /// A device that said farewell takes no part any more; what it had not sent is lost, and was said to be.
    void noteGone(std::size_t device);
    [[nodiscard]] const Stage::Place* placeToWrite(std::size_t device);
    /// Runs `work` on a device; a fault that strikes ends the process, or the engine. True when none did.
    bool on(std::size_t device, const std::function<void()>& work);
    void noteAlarms(std::size_t device);

    bool calm();
    void calmStep(std::size_t device);
    [[nodiscard]] std::string whyNotSettled(std::size_t device);
    void fail(const char* kind, const std::string& what);
    void say(std::size_t device, const std::string& what);
    [[nodiscard]] std::string nameOf(const SpaceId& space) const;
    [[nodiscard]] std::string describe(const Deed& deed) const;

    std::uint64_t seed_;
    bool traced_;
    std::int64_t simulatedMs_ = 0;
    std::int64_t stormEndedMs_ = 0;
    Dice dice_;
    Dice meetings_;  ///< apart, so that histories in which nobody meets stay what they were
    Weather weather_;
    Stage stage_;
    ServerDoor server_;
    std::vector<std::unique_ptr<Device>> devices_;
    std::vector<std::int64_t> partitionedUntilMs_;
    std::vector<Parcel> parcels_;
    Ledger ledger_;
    RegionKeys keys_;
    struct OldDisk {
        std::size_t device;
        WallMs lastDeed;
        Database disk;
    };
    std::optional<OldDisk> oldDisk_;
    std::optional<ServerDoor::Backup> backup_;
    std::set<std::size_t> cloned_;
    std::set<std::size_t> gone_;
    bool somebodyWasRemoved_ = false;
    std::vector<std::string> trace_;
    std::optional<Failure> failure_;
};

}  // namespace veldwijzer::simulation
