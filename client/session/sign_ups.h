// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/sign_ups.h"
#include "roster/roster.h"
#include "store/store.h"
#include "sync/identity.h"

/// Places in sessions with few of them, as SIGN_UPS.md tells: a sign-up is its author's own record in the
/// participation space; who reads that space publishes the log's order as random tickets in the programme's.
namespace veldwijzer::session {

/// What signing up works with. References outlive the desk.
struct SignUpGround {
    store::Store& store;
    const roster::Roster& roster;
    const sync::Identity& identity;
    RegionId region;
    Random& random;
};

/// How this person's sign-up for a session stands.
struct Standing {
    RecordId session;
    domain::Place place;
    std::optional<std::int64_t> capacity;
    std::size_t signedUp = 0;                          ///< all on the list
    domain::PlaceNews news = domain::PlaceNews::None;  ///< since the person was last told
};

/// One person on the list, for coordinators.
struct Attendee {
    RecordId signUp;
    std::string name;  ///< empty when it was not sealed to this device
    domain::Place place;
};

/// One thread, the session's. Storage faults throw StorageError.
class SignUpDesk {
public:
    explicit SignUpDesk(SignUpGround ground) : ground_(ground) {}

    /// Signed up already: nothing is done. `name` is sealed to each device of a coordinator and to nobody
    /// else; empty: none is sent. NotFound, InvalidArgument (cancelled), Forbidden.
    Result<void> signUp(const RecordId& session, std::string_view name);
    /// Not signed up: nothing is done.
    Result<void> signOff(const RecordId& session);

    [[nodiscard]] Standing standingOf(const RecordId& session) const;
    /// Of every session that this person signed up for.
    [[nodiscard]] std::vector<Standing> standings() const;
    /// The person has seen this: news counts from here.
    void noteTold(const Standing& standing);

    /// Publishes what the log says beyond the lists that are there. Only who reads participation and writes
    /// the programme; for others nothing. True when something was written.
    bool keepLists();

    /// In the log's order, by the list that everybody sees. Forbidden unless a coordinator.
    [[nodiscard]] Result<std::vector<Attendee>> attendees(const RecordId& session) const;

    [[nodiscard]] domain::SignUpList listOf(const RecordId& session) const;
    [[nodiscard]] std::optional<std::int64_t> capacityOf(const RecordId& session) const;

    [[nodiscard]] static RecordId signUpId(const MemberId& member, const RecordId& session);
    [[nodiscard]] static RecordId listId(const RecordId& session);

private:
    [[nodiscard]] SpaceId space(roster::SpaceType type) const;
    [[nodiscard]] std::vector<domain::Ticket> ticketsOf(const merge::Record& signUp) const;
    void addLives(const RecordId& signUp, std::vector<domain::TicketLife>& lives) const;
    [[nodiscard]] std::optional<domain::LogPlace> placeOf(const merge::OperationId& operation) const;
    [[nodiscard]] std::vector<Bytes> sealedNames(std::string_view name, const RecordId& signUp) const;
    [[nodiscard]] std::string nameIn(const merge::Record& signUp) const;
    /// Every sign-up that counts, with its session.
    [[nodiscard]] std::vector<std::pair<RecordId, RecordId>> allSignUps() const;

    SignUpGround ground_;
};

}  // namespace veldwijzer::session
