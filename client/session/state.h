// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "roster/invitation_link.h"
#include "search/search_index.h"
#include "session/session.h"
#include "sync/identity.h"
#include "sync/roster_keeper.h"

namespace veldwijzer::session {

/// What an unlocked session holds. Private to this room.
struct Session::State {
    explicit State(Environment outside) : environment(outside) {}

    Environment environment;
    std::filesystem::path folder;
    std::unique_ptr<vault::Vault> vault;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<search::SearchIndex> search;  ///< made when first asked for; goes before the store
    std::optional<sync::Identity> identity;
    std::optional<roster::InvitationLink> region;  ///< from the invitation; its secret is not kept
    std::optional<sync::RosterKeeper> keeper;      ///< once this device is in the membership log

    /// Reads identity, region and membership log from the store; again after a failed transaction.
    Result<void> load();
    /// For a vault that was rolled back, or may have been. What we wrote after this copy may be out there
    /// under our names: they are never used again. Commits count on from `head`.
    void goOnUnderNewNames(std::uint64_t head);
    void saveIdentity();
    void saveRegion();
    [[nodiscard]] roster::Anchor anchor() const;
    [[nodiscard]] bool joined() const;
    /// This device was removed from the region, and the membership log that it verified says so.
    [[nodiscard]] bool removed() const;
    /// Takes the vault off the disk. What is open stays usable in memory until the session ends, so that
    /// whoever is in the middle of something comes to an end. Returns what to tell the person.
    Error empty();
    /// The membership log with what waits to be added to it. Only while joined.
    [[nodiscard]] roster::Roster rosterAndQueue() const;
    [[nodiscard]] Result<void> mayWrite(const SpaceId& space) const;
    /// The member's own name, as it travels sealed under the map's key; or any other member's.
    [[nodiscard]] std::string nameOf(const MemberId& member) const;
    /// A short id for a team whose key this device does not hold.
    [[nodiscard]] std::string nameOfTeam(const roster::Space& team) const;
};

/// The one index of this session, made when first asked for.
[[nodiscard]] search::SearchIndex& indexOf(Session::State& state);

/// Where things stand among the store's settings.
inline constexpr std::string_view identitySetting = "identity";
inline constexpr std::string_view regionSetting = "region";
inline constexpr std::string_view rootSeedSetting = "root-seed";
/// The entry with which this device founds or joins, kept until the server has taken it, so that asking again
/// says the same.
inline constexpr std::string_view joiningSetting = "joining";
/// The address of a region that lives on one device: a name that never resolves (RFC 2606).
inline constexpr std::string_view noServer = "http://no-server.invalid";
/// The invitation that let this device in, so that asking again with it is no mistake.
inline constexpr std::string_view joinedWithSetting = "joined-with";
/// The name that was given then. An attendee's travels sealed to coordinators only, with a sign-up.
inline constexpr std::string_view ownNameSetting = "own-name";

}  // namespace veldwijzer::session
