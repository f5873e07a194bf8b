// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/ids.h"
#include "base/result.h"

/// Who has a place in a session with few places. The order is that of the server's log and nothing else, so
/// that a wrong clock and a slow phone cost nobody a place. Pure functions.
namespace veldwijzer::domain {

/// What one sign-up is called in public: random, so that a list of them names nobody.
using Ticket = FixedBytes<struct TicketTag, 16>;

/// Where an operation stands in a space's log. Operations of one envelope share its position.
struct LogPlace {
    std::uint64_t position = 0;
    std::uint64_t seq = 0;
    std::uint32_t index = 0;
    auto operator<=>(const LogPlace&) const = default;
};

/// One ticket as the log tells it.
struct TicketLife {
    RecordId signUp;  ///< the record of this person for this session: has one place, however many tickets
    Ticket ticket;
    LogPlace since;
    std::optional<LogPlace> until;  ///< signed off again
};

/// The tickets that stand, first come first: everybody's place follows from this and the capacity.
///
/// A later list of the same session only ever loses tickets in front and gains some at the end; so nobody
/// moves back.
struct SignUpList {
    std::uint64_t through = 0;  ///< the last position of the log that changed this list
    std::vector<Ticket> tickets;
    bool operator==(const SignUpList&) const = default;
};
/// Of a person with several tickets the first that stands counts.
[[nodiscard]] SignUpList listOf(std::span<const TicketLife> lives);

/// Bytes that grow with `through`: a maximum register keeps the list that has seen the most. Eight bytes
/// `through`, big-endian, and the tickets. Past `ticketsAtMost` the last are left out.
[[nodiscard]] Bytes encode(const SignUpList& list);
[[nodiscard]] Result<SignUpList> decodeSignUpList(ByteView bytes);
inline constexpr std::size_t ticketsAtMost = 4000;

/// How a person's sign-up stands.
struct Place {
    enum class State : std::uint8_t {
        None,       ///< not signed up
        Waiting,    ///< on this device, not at the server yet
        Received,   ///< at the server; the order is not known here yet
        Confirmed,  ///< among the first `capacity`
        Queued,     ///< on the waiting list, `number`th
    };
    State state = State::None;
    std::size_t number = 0;  ///< from 1: in the list of places, or of the waiting list
    bool operator==(const Place&) const = default;
};
/// Without a capacity everybody has a place. `atServer`: of these tickets at least one is acknowledged.
[[nodiscard]] Place placeOf(const SignUpList& list, std::span<const Ticket> mine,
                            std::optional<std::int64_t> capacity, bool atServer);

/// Why a place is another one than a person was told, in the cases that they must hear of.
enum class PlaceNews : std::uint8_t {
    None,
    GotPlace,         ///< confirmed now, for the first time or from the waiting list
    MovedUp,          ///< further ahead on the waiting list
    CapacityLowered,  ///< had a place, or stood further ahead; there are fewer places now
    OrderUnknown,     ///< had a place, and the list is gone or another: never by our own doing
};
[[nodiscard]] PlaceNews newsBetween(const Place& before, const Place& now,
                                    std::optional<std::int64_t> capacityBefore,
                                    std::optional<std::int64_t> capacityNow);

}  // namespace veldwijzer::domain
