// SPDX-License-Identifier: EUPL-1.2
#include "domain/sign_ups.h"

#include <algorithm>
#include <map>

namespace veldwijzer::domain {
namespace {

constexpr std::size_t throughBytes = 8;

bool fewer(std::optional<std::int64_t> now, std::optional<std::int64_t> before) {
    return now && (!before || *now < *before);
}

}  // namespace

SignUpList listOf(std::span<const TicketLife> lives) {
    SignUpList list;
    std::map<RecordId, std::pair<LogPlace, Ticket>> first;
    for (const TicketLife& life : lives) {
        list.through = std::max({list.through, life.since.position, life.until ? life.until->position : 0});
        if (life.until) continue;
        const std::pair place{life.since, life.ticket};
        const auto [known, isNew] = first.try_emplace(life.signUp, place);
        if (!isNew) known->second = std::min(known->second, place);
    }
    std::vector<std::pair<LogPlace, Ticket>> order;
    order.reserve(first.size());
    for (const auto& [signUp, place] : first)
        order.push_back(place);
    std::sort(order.begin(), order.end());
    for (const auto& [place, ticket] : order)
        list.tickets.push_back(ticket);
    return list;
}

Bytes encode(const SignUpList& list) {
    Bytes bytes;
    for (std::size_t i = 0; i < throughBytes; ++i)
        bytes.push_back(static_cast<std::uint8_t>(list.through >> (8 * (throughBytes - 1 - i)) & 0xffU));
    for (std::size_t i = 0; i < std::min(list.tickets.size(), ticketsAtMost); ++i)
        append(bytes, list.tickets[i].view());
    return bytes;
}

Result<SignUpList> decodeSignUpList(ByteView bytes) {
    const bool whole = bytes.size() >= throughBytes && (bytes.size() - throughBytes) % Ticket::size == 0;
    if (!whole || bytes.size() > throughBytes + ticketsAtMost * Ticket::size)
        return fail(ErrorCode::Malformed, "a list of sign-ups of a wrong length");
    SignUpList list;
    for (std::size_t i = 0; i < throughBytes; ++i)
        list.through = list.through << 8U | bytes[i];
    for (std::size_t at = throughBytes; at < bytes.size(); at += Ticket::size)
        list.tickets.push_back(*Ticket::from(bytes.subspan(at, Ticket::size)));
    return list;
}

Place placeOf(const SignUpList& list, std::span<const Ticket> mine, std::optional<std::int64_t> capacity,
              bool atServer) {
    if (mine.empty()) return {};
    const auto at = std::find_if(list.tickets.begin(), list.tickets.end(), [&](const Ticket& ticket) {
        return std::find(mine.begin(), mine.end(), ticket) != mine.end();
    });
    if (at == list.tickets.end()) return {atServer ? Place::State::Received : Place::State::Waiting, 0};
    const auto number = static_cast<std::size_t>(at - list.tickets.begin()) + 1;
    const auto places = static_cast<std::size_t>(std::max<std::int64_t>(capacity.value_or(0), 0));
    if (!capacity || number <= places) return {Place::State::Confirmed, number};
    return {Place::State::Queued, number - places};
}

PlaceNews newsBetween(const Place& before, const Place& now, std::optional<std::int64_t> capacityBefore,
                      std::optional<std::int64_t> capacityNow) {
    using State = Place::State;
    if (now.state == State::None || before == now) return PlaceNews::None;
    if (before.state == State::Confirmed && now.state != State::Confirmed)
        return now.state == State::Queued && fewer(capacityNow, capacityBefore) ? PlaceNews::CapacityLowered
                                                                                : PlaceNews::OrderUnknown;
    if (now.state == State::Confirmed && before.state != State::Confirmed) return PlaceNews::GotPlace;
    if (before.state == State::Queued && now.state == State::Queued && now.number < before.number)
        return PlaceNews::MovedUp;
    if (before.state == State::Queued && now.state == State::Queued && fewer(capacityNow, capacityBefore))
        return PlaceNews::CapacityLowered;
    return PlaceNews::None;
}

}  // namespace veldwijzer::domain
