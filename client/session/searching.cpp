// SPDX-License-Identifier: EUPL-1.2
// Finding the right offer.
#include "domain/gazetteer.h"
#include "session/session.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

constexpr WallMs dayMs = 24 * 60 * 60 * 1000;

}  // namespace

search::SearchIndex& indexOf(Session::State& state) {
    if (!state.search) state.search = std::make_unique<search::SearchIndex>(*state.store);
    return *state.search;
}

Result<search::Answer> Session::search(search::Query query, std::string_view near) {
    search::SearchIndex& index = indexOf(*state_);
    if (!near.empty()) {
        // The region's own addresses know its hamlets and neighbourhoods better than any list.
        query.near = index.placeOf(near);
        if (!query.near) {
            const auto place = domain::findPlace(near);
            if (!place)
                return fail(ErrorCode::NotFound,
                            "no place or postcode \"" + std::string(near) + "\" is known; try a town nearby");
            query.near =
                search::Point{static_cast<float>(place->latitude), static_cast<float>(place->longitude)};
        }
    }
    const WallMs now = state_->environment.clock.wallMs();
    query.today = now / dayMs;
    if (!query.at) query.at = now;
    return index.search(query);
}

void Session::keepSearchUp(const std::function<bool()>& progress) {
    while (indexOf(*state_).keepUp())
        if (progress && !progress()) return;
    state_->vault->checkpointIfLarge();
}

}  // namespace veldwijzer::session
