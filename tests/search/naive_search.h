// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/opening_hours.h"
#include "search/search_index.h"

namespace veldwijzer::search::testing {

using Counts = std::map<std::string, std::map<std::string, std::uint64_t>>;

inline std::string textOf(const merge::Record& record, std::string_view field) {
    const merge::Value* value = merge::shownValue(record, field);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return text == nullptr ? std::string() : *text;
}
inline std::optional<RecordId> linkOf(const merge::Record& record, std::string_view field) {
    const merge::Value* value = merge::shownValue(record, field);
    const auto* id = value == nullptr ? nullptr : std::get_if<RecordId>(value);
    return id == nullptr ? std::nullopt : std::optional(*id);
}
inline bool isThere(const std::optional<store::StoredRecord>& stored, std::string_view kind) {
    return stored && stored->record.kind == kind &&
           (stored->visibility == merge::Visibility::Present ||
            stored->visibility == merge::Visibility::PresentDespiteDelete);
}

/// Reads every record there may be, every time.
class Oracle {
public:
    /// `ids`: of every record that there may be.
    Oracle(const store::Store& records, std::vector<RecordId> ids) : store_(records), ids_(std::move(ids)) {}

    struct Says {
        std::set<RecordId> found;
        std::uint64_t open = 0;  ///< of them
        Counts facets;
    };

    /// To a query of one word at most.
    Says answer(const Query& query) {
        Says says;
        const auto& filters = query.filters;
        for (const RecordId& id : ids_) {
            const auto stored = store_.find(id);
            if (!isThere(stored, "service") || !hasWord(stored->record, query.text)) continue;
            const bool open = isOpen(stored->record, *query.at);
            if (query.openNow && !open) continue;
            if (open && meets(domain::facetsOf(stored->record), filters, "")) ++says.open;
            const auto codes = domain::facetsOf(stored->record);
            if (meets(codes, filters, "")) says.found.insert(stored->record.id);
            for (const domain::FacetCode& code : codes)
                if (meets(codes, filters, code.facet)) ++says.facets[code.facet][code.code];
        }
        return says;
    }

private:
    static bool meets(const std::vector<domain::FacetCode>& codes,
                      const std::vector<std::pair<std::string, std::string>>& filters,
                      const std::string& exceptFacet) {
        return std::all_of(filters.begin(), filters.end(), [&](const auto& filter) {
            return filter.first == exceptFacet ||
                   std::any_of(filters.begin(), filters.end(), [&](const auto& other) {
                       return other.first == filter.first &&
                              std::find(codes.begin(), codes.end(),
                                        domain::FacetCode{other.first, other.second}) != codes.end();
                   });
        });
    }

    bool hasWord(const merge::Record& service, const std::string& word) const {
        std::string text = textOf(service, "name") + " " + textOf(service, "description");
        if (const auto id = linkOf(service, "organization")) {
            const auto organization = store_.find(*id);
            if (isThere(organization, "organization")) text += " " + textOf(organization->record, "name");
        }
        for (const merge::Value* element : merge::elementsOf(service, "service_at_locations"))
            text += " " + atLocation(std::get<RecordId>(*element));
        for (const RecordId& id : ids_) {
            const auto contact = store_.find(id);
            if (isThere(contact, "contact") && linkOf(contact->record, "service") == service.id)
                text += " " + textOf(contact->record, "title");
        }
        return word.empty() || (" " + text + " ").find(" " + word + " ") != std::string::npos;
    }

    std::string atLocation(const RecordId& id) const {
        const auto at = store_.find(id);
        if (!isThere(at, "service-at-location")) return {};
        const auto location = linkOf(at->record, "location");
        const auto stored = location ? store_.find(*location) : std::nullopt;
        if (!isThere(stored, "location")) return {};
        std::string text = textOf(stored->record, "name");
        for (const merge::Value* element : merge::elementsOf(stored->record, "addresses")) {
            const auto address = store_.find(std::get<RecordId>(*element));
            if (isThere(address, "address")) text += " " + textOf(address->record, "city");
        }
        return text;
    }

    [[nodiscard]] bool isOpen(const merge::Record& service, WallMs at) const {
        std::vector<domain::Schedule> schedules = schedulesOf(service);
        if (schedules.empty())
            for (const merge::Value* element : merge::elementsOf(service, "service_at_locations")) {
                const auto place = store_.find(std::get<RecordId>(*element));
                if (!isThere(place, "service-at-location")) continue;
                auto here = schedulesOf(place->record);
                const auto location = linkOf(place->record, "location");
                const auto stored = location && here.empty() ? store_.find(*location) : std::nullopt;
                if (isThere(stored, "location")) here = schedulesOf(stored->record);
                schedules.insert(schedules.end(), here.begin(), here.end());
            }
        const auto openness = domain::openAt(schedules, at);
        return openness && openness->open;
    }

    [[nodiscard]] std::vector<domain::Schedule> schedulesOf(const merge::Record& record) const {
        std::vector<domain::Schedule> schedules;
        for (const merge::Value* element : merge::elementsOf(record, "schedules")) {
            const auto stored = store_.find(std::get<RecordId>(*element));
            if (!isThere(stored, "schedule")) continue;
            if (const auto schedule = domain::scheduleFrom(stored->record)) schedules.push_back(*schedule);
        }
        return schedules;
    }

    const store::Store& store_;
    std::vector<RecordId> ids_;
};

inline std::set<RecordId> idsOf(const Answer& answer) {
    std::set<RecordId> ids;
    for (const Found& found : answer.found)
        ids.insert(found.id);
    return ids;
}

}  // namespace veldwijzer::search::testing
