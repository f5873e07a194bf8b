// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

#include "roster/entries.h"
#include "session/state.h"

namespace veldwijzer::session {

/// Makes entries of the membership log. Private to this room.
///
/// They are made against the log with what waits for it, so that deeds without a network build on each other,
/// and signed as having seen the log as the server last showed it, so that they hold whatever comes in
/// between. Only while joined; for one deed or a few.
class MembershipQueue {
public:
    explicit MembershipQueue(Session::State& state) : state_(state), roster_(state.rosterAndQueue()) {}

    [[nodiscard]] const roster::Roster& roster() const { return roster_; }
    [[nodiscard]] roster::Author author() const;
    /// Seals the present key of a space. An entry with a key that this device lacks is refused by `add`.
    [[nodiscard]] roster::SealKey seal() const;
    [[nodiscard]] Random& random() const { return state_.environment.random; }

    /// An invitation for `guest`, whose keys are made here; its link. With `secret` the link is left out and
    /// the secret given instead.
    Result<std::string> invite(roster::Guest guest, std::array<std::uint8_t, 16>* secret = nullptr);

    /// Durable on return. Refused as Roster::apply refuses: better heard now than after the next sync.
    Result<void> add(const wire::RosterEntry& entry);

private:
    Session::State& state_;
    roster::Roster roster_;
};

}  // namespace veldwijzer::session
