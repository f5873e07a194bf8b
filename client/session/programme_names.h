// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>

#include "session/programme.h"

namespace veldwijzer::session {

/// What items and changes refer to, read once for many. Private to this room.
struct Programme::Names {
    std::map<RecordId, std::string> titles;        ///< of rooms, tracks and events
    std::map<RecordId, std::string> zones;         ///< of events; may be empty texts
    std::multimap<RecordId, RecordId> favourites;  ///< what is one → the favourite's own record

    [[nodiscard]] std::string titleOf(const RecordId& id) const {
        const auto at = titles.find(id);
        return at != titles.end() ? at->second : std::string();
    }
    [[nodiscard]] std::string zoneOf(const RecordId& event) const {
        const auto at = zones.find(event);
        return at != zones.end() ? at->second : std::string();
    }
    [[nodiscard]] ItemView viewOf(domain::ProgrammeItem item) const {
        ItemView view;
        if (item.room) view.room = titleOf(*item.room);
        if (item.track) view.track = titleOf(*item.track);
        if (item.event) view.event = titleOf(*item.event);
        view.favourite = favourites.contains(item.id);
        view.item = std::move(item);
        return view;
    }
};

}  // namespace veldwijzer::session
