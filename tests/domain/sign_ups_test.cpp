// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include <map>
#include <random>

#include "domain/sign_ups.h"
#include "merge/make.h"

using namespace veldwijzer;
using namespace veldwijzer::domain;
using State = Place::State;

namespace {

Ticket ticket(std::uint8_t number) {
    Ticket made;
    made.bytes.fill(number);
    return made;
}

TicketLife life(std::uint8_t person, std::uint8_t number, std::uint64_t position,
                std::optional<std::uint64_t> until = std::nullopt) {
    TicketLife made{test::recordId(person), ticket(number), {position, 1, 0}, std::nullopt};
    if (until) made.until = LogPlace{*until, 1, 0};
    return made;
}

Place placeIn(const SignUpList& list, std::uint8_t number, std::optional<std::int64_t> capacity) {
    const Ticket mine = ticket(number);
    return placeOf(list, std::span(&mine, 1), capacity, true);
}

}  // namespace

TEST_CASE("The first in the log have a place, the rest wait in the log's order", "[sign-ups]") {
    const SignUpList list = listOf(std::vector{life(3, 3, 9), life(1, 1, 5), life(2, 2, 7)});
    CHECK(list.through == 9);
    CHECK(placeIn(list, 1, 2) == Place{State::Confirmed, 1});
    CHECK(placeIn(list, 2, 2) == Place{State::Confirmed, 2});
    CHECK(placeIn(list, 3, 2) == Place{State::Queued, 1});
    CHECK(placeIn(list, 3, std::nullopt) == Place{State::Confirmed, 3});
    CHECK(placeIn(list, 1, 0) == Place{State::Queued, 1});
}

TEST_CASE("Nothing says confirmed before the order is known", "[sign-ups]") {
    const Ticket mine = ticket(4);
    CHECK(placeOf({}, std::span(&mine, 1), 12, false) == Place{State::Waiting, 0});
    CHECK(placeOf({}, std::span(&mine, 1), 12, true) == Place{State::Received, 0});
    CHECK(placeOf({}, {}, 12, true) == Place{State::None, 0});
}

TEST_CASE("Who signs off makes room, and comes back at the end", "[sign-ups]") {
    const SignUpList list =
        listOf(std::vector{life(1, 1, 1, 4), life(2, 2, 2), life(3, 3, 3), life(1, 9, 6)});
    CHECK(list.tickets == std::vector{ticket(2), ticket(3), ticket(9)});
    CHECK(list.through == 6);
}

TEST_CASE("A person with two devices has one place, the first", "[sign-ups]") {
    const SignUpList list = listOf(std::vector{life(1, 1, 5), life(2, 2, 6), life(1, 7, 4)});
    CHECK(list.tickets == std::vector{ticket(7), ticket(2)});
    const std::vector mine{ticket(1), ticket(7)};
    CHECK(placeOf(list, mine, 1, true) == Place{State::Confirmed, 1});
}

TEST_CASE("Of two in one envelope the first operation comes first", "[sign-ups]") {
    TicketLife second = life(1, 1, 5);
    second.since = {5, 8, 2};
    TicketLife first = life(2, 2, 5);
    first.since = {5, 8, 1};
    CHECK(listOf(std::vector{second, first}).tickets == std::vector{ticket(2), ticket(1)});
}

TEST_CASE("A list survives its bytes, and the later one is greater", "[sign-ups]") {
    const SignUpList list = listOf(std::vector{life(1, 1, 5), life(2, 2, 300)});
    const auto back = decodeSignUpList(encode(list));
    REQUIRE(back);
    CHECK(*back == list);
    const SignUpList longer = listOf(std::vector{life(9, 200, 1), life(8, 201, 2), life(7, 202, 299)});
    CHECK(merge::compare(merge::Value(encode(list)), merge::Value(encode(longer))) > 0);
    CHECK_FALSE(decodeSignUpList(Bytes{1, 2, 3}));
    CHECK_FALSE(decodeSignUpList(Bytes(8 + 17)));
    CHECK_FALSE(decodeSignUpList(Bytes(8 + 16 * (ticketsAtMost + 1))));
    SignUpList full;
    full.tickets.assign(ticketsAtMost + 5, ticket(1));
    CHECK(decodeSignUpList(encode(full))->tickets.size() == ticketsAtMost);
}

TEST_CASE("A person hears why a place changed", "[sign-ups]") {
    const Place had{State::Confirmed, 11};
    CHECK(newsBetween({State::Received, 0}, had, 12, 12) == PlaceNews::GotPlace);
    CHECK(newsBetween({State::Queued, 2}, had, 12, 12) == PlaceNews::GotPlace);
    CHECK(newsBetween({State::Queued, 3}, {State::Queued, 2}, 12, 12) == PlaceNews::MovedUp);
    CHECK(newsBetween(had, {State::Queued, 1}, 12, 10) == PlaceNews::CapacityLowered);
    CHECK(newsBetween(had, {State::Queued, 1}, std::nullopt, 10) == PlaceNews::CapacityLowered);
    CHECK(newsBetween({State::Queued, 1}, {State::Queued, 3}, 12, 10) == PlaceNews::CapacityLowered);
    CHECK(newsBetween(had, {State::Queued, 1}, 12, 12) == PlaceNews::OrderUnknown);
    CHECK(newsBetween(had, {State::None, 0}, 12, 12) == PlaceNews::None);
    CHECK(newsBetween(had, had, 12, 12) == PlaceNews::None);
    CHECK(newsBetween(had, {State::Confirmed, 3}, 12, 12) == PlaceNews::None);
}

TEST_CASE("As the log grows nobody moves back", "[sign-ups][random]") {
    const std::uint64_t seed = test::seedOf("sign-ups");
    for (std::size_t run = 0; run < test::runsOf(300); ++run) {
        INFO("VELDWIJZER_SEED=" << seed + run);
        std::mt19937_64 random(seed + run);
        std::vector<TicketLife> lives;
        std::map<Ticket, std::size_t> before;
        for (std::uint64_t position = 1; position <= 60; ++position) {
            const auto person = static_cast<std::uint8_t>(1 + random() % 20);
            const auto own = std::find_if(lives.begin(), lives.end(), [&](const TicketLife& each) {
                return each.signUp == test::recordId(person) && !each.until;
            });
            if (own == lives.end())
                lives.push_back(life(person, static_cast<std::uint8_t>(position), position));
            else
                own->until = LogPlace{position, 1, 0};
            std::shuffle(lives.begin(), lives.end(), random);
            const SignUpList list = listOf(lives);
            std::map<Ticket, std::size_t> now;
            for (std::size_t i = 0; i < list.tickets.size(); ++i) {
                now[list.tickets[i]] = i;
                if (before.contains(list.tickets[i])) CHECK(i <= before[list.tickets[i]]);
            }
            before = std::move(now);
            CHECK(list.through == position);
        }
    }
}
