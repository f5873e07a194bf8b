// SPDX-License-Identifier: EUPL-1.2
#include "cli/programme_words.h"

#include <array>

#include "base/text.h"
#include "domain/opening_hours.h"

namespace veldwijzer::cli {
namespace {

std::string momentOf(WallMs at) {
    return domain::textOf(at, domain::Zone::amsterdam());
}

Json factsJson(const std::optional<domain::SessionFacts>& facts, const std::string& room) {
    if (!facts) return nullptr;
    Json json{{"start", momentOf(facts->start)}, {"end", momentOf(facts->end)}, {"room", room}};
    json["capacity"] = facts->capacity ? Json(*facts->capacity) : Json(nullptr);
    return json;
}

}  // namespace

Json jsonOf(const session::ItemView& view) {
    return {{"id", toHex(view.item.id.view())},
            {"title", view.item.title},
            {"start", momentOf(view.item.start)},
            {"end", momentOf(view.item.end)},
            {"room", view.room},
            {"track", view.track},
            {"event", view.event},
            {"cancelled", view.item.cancelled},
            {"favourite", view.favourite}};
}

Json jsonOf(const session::ChangeView& view) {
    Json kinds = Json::array();
    for (const domain::ChangeKind kind : view.change.kinds)
        kinds.push_back(domain::nameOf(kind));
    return {{"session", toHex(view.change.session.view())},
            {"title", view.title},
            {"kinds", std::move(kinds)},
            {"before", factsJson(view.change.before, view.roomBefore)},
            {"now", factsJson(view.change.now, view.roomNow)},
            {"favourite", view.favourite}};
}

std::string stateName(domain::Place::State state) {
    constexpr std::array<std::string_view, 5> names{"not-signed-up", "waiting-to-be-sent", "received",
                                                    "confirmed", "waiting-list"};
    return std::string(names[static_cast<std::size_t>(state)]);
}

namespace {

std::string newsName(domain::PlaceNews news) {
    constexpr std::array<std::string_view, 5> names{"none", "got-a-place", "moved-up", "capacity-lowered",
                                                    "order-unknown"};
    return std::string(names[static_cast<std::size_t>(news)]);
}

}  // namespace

Json jsonOf(const session::Standing& standing) {
    Json json{{"session", toHex(standing.session.view())},
              {"state", stateName(standing.place.state)},
              {"number", standing.place.number}};
    json["capacity"] = standing.capacity ? Json(*standing.capacity) : Json(nullptr);
    json["signed_up"] = standing.signedUp;
    json["news"] = newsName(standing.news);
    return json;
}

std::string wordsOf(const session::Standing& standing) {
    const std::string of =
        standing.capacity ? " (" + std::to_string(*standing.capacity) + " places)" : std::string();
    switch (standing.place.state) {
        case domain::Place::State::None:
            return "not signed up";
        case domain::Place::State::Waiting:
            return "asked for, not sent yet";
        case domain::Place::State::Received:
            return "asked for; the order is not known yet";
        case domain::Place::State::Confirmed:
            return "confirmed" + of;
        case domain::Place::State::Queued:
            return "waiting list, number " + std::to_string(standing.place.number) + of;
    }
    return {};
}

std::string wordsOf(domain::PlaceNews news) {
    switch (news) {
        case domain::PlaceNews::GotPlace:
            return "you have a place now";
        case domain::PlaceNews::MovedUp:
            return "you moved up";
        case domain::PlaceNews::CapacityLowered:
            return "there are fewer places than before; the first on the list keep theirs";
        case domain::PlaceNews::OrderUnknown:
            return "the list that you stood on is another one now; ask the coordinator";
        case domain::PlaceNews::None:
            break;
    }
    return {};
}

std::string kindsOf(const session::ChangeView& view) {
    std::string words;
    for (const domain::ChangeKind kind : view.change.kinds)
        words += (words.empty() ? "" : ", ") + std::string(domain::nameOf(kind));
    return words;
}

std::string timesOf(WallMs start, WallMs end) {
    const std::string from = domain::localText(start);
    const std::string to = domain::localText(end);
    if (start == end) return from;
    return from + "–" + (from.substr(0, 10) == to.substr(0, 10) ? to.substr(11) : to);
}

}  // namespace veldwijzer::cli
