// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "roster/roster.h"
#include "session/session.h"

namespace veldwijzer::session {

struct PersonDevice {
    DeviceId id;
    std::string name;    ///< as its owner calls it; only known on devices of theirs
    WallMs sinceMs = 0;  ///< by its own clock when it joined; 0: not known
    /// When the server last took something of it that reached this device. Nothing: it has not written
    /// anything that this device knows of; it may well have read.
    std::optional<WallMs> lastSeenMs;
    bool here = false;  ///< this one
};

/// Somebody in the region.
struct Person {
    MemberId id;
    std::string name;  ///< a short id when this device cannot open the name
    std::string role;
    WallMs sinceMs = 0;                 ///< by the clock of whoever joined; 0: not known
    std::optional<WallMs> lastSeenMs;   ///< of their devices, the latest
    std::vector<PersonDevice> devices;  ///< in use, oldest first
    bool you = false;
};

struct Team {
    SpaceId id;
    std::string name;  ///< a short id for who is not in it: names are sealed with the team's own key
    std::vector<MemberId> members;
    bool yours = false;
};

/// What stands on the sheet of paper in the safe.
struct RecoverySheet {
    std::string code;  ///< six groups of five signs; kept nowhere on the device
    std::string link;  ///< where to use it; no secret
};

/// The people of a region: who they are and what they may do. Every deed is judged here first, by the rules
/// that the server and everybody else judge it by, and then waits for the next sync; deeds that wait build on
/// each other. NotAMember before this device is in a region.
///
/// A view: made when needed, not longer than the session.
class People {
public:
    explicit People(Session& session) : state_(session.state()) {}

    /// Everybody who is in the region now; oneself first, then by name.
    [[nodiscard]] std::vector<Person> members() const;
    /// A name (as it is shown, else without regard to capitals), or the beginning of an id. NotFound;
    /// InvalidArgument with the candidates when more than one is meant.
    [[nodiscard]] Result<MemberId> memberFrom(std::string_view typed) const;

    /// Forbidden: not a coordinator, or the last coordinator would be none.
    Result<void> setRole(const MemberId& member, roster::Role role);
    /// With all their devices. Forbidden as above; anybody may leave. New keys follow by themselves.
    Result<void> remove(const MemberId& member);

    // ---- teams: a space of their own, for those in it
    [[nodiscard]] std::vector<Team> teams() const;  ///< yours first, then by name
    [[nodiscard]] Result<SpaceId> teamFrom(std::string_view typed) const;
    /// With oneself in it. InvalidArgument for a name that a team here has, Forbidden for others than
    /// coordinators.
    Result<SpaceId> newTeam(std::string_view name);
    /// By a coordinator who is in it: only who has the key can give it.
    Result<void> addToTeam(const SpaceId& team, const MemberId& member);
    /// By a coordinator, or oneself; never the last one.
    Result<void> removeFromTeam(const SpaceId& team, const MemberId& member);

    // ---- devices
    /// A name (of one's own), or the beginning of an id.
    [[nodiscard]] Result<DeviceId> deviceFrom(std::string_view typed) const;
    /// For one's own list; travels in one's personal space. Forbidden for a device of somebody else.
    Result<void> nameDevice(const DeviceId& device, std::string_view name);
    /// One's own (but not the one in use), or anybody's for a coordinator. New keys follow by themselves, and
    /// the device empties itself as soon as it asks the server for anything.
    Result<void> removeDevice(const DeviceId& device);
    /// A link with which one more device of one's own joins; as `Session::invite`.
    Result<std::string> linkDevice(std::int64_t validMs);

    // ---- recovery
    /// A new code; an older one of this person stops working. It counts after the next sync. With it, the
    /// link and a new device one gets everything of one's own back: `Session::recover`.
    Result<RecoverySheet> newRecovery();
    [[nodiscard]] bool hasRecovery() const;  ///< one that was not used yet

private:
    Session::State& state_;
};

/// Empty when it has none here.
[[nodiscard]] std::string deviceName(const Session::State& state, const DeviceId& device);

}  // namespace veldwijzer::session
