// SPDX-License-Identifier: EUPL-1.2
#include "search/document.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>

#include "domain/care.h"
#include "domain/gazetteer.h"

namespace veldwijzer::search {
namespace {

constexpr std::array<std::string_view, 12> foldedKinds = {
    "accessibility",     "address", "contact",      "cost-option",         "language", "location", "phone",
    "required-document", "program", "service-area", "service-at-location", "schedule"};

// Both as HSDS has it and as the reader of HSDS writes it.
constexpr std::array<std::string_view, 10> parentFields = {
    "service",  "service_id",  "service_at_location", "service_at_location_id",
    "location", "location_id", "organization",        "organization_id",
    "contact",  "contact_id"};

bool pointsDown(std::string_view kind, std::string_view field) {
    return kind == "service-at-location" && (field == "location" || field == "location_id");
}

}  // namespace

double kilometresBetween(const Point& a, const Point& b) {
    return domain::distanceKm(double{a.latitude}, double{a.longitude}, double{b.latitude},
                              double{b.longitude});
}

std::uint64_t keyOf(const RecordId& id) {
    std::uint64_t key = 0;
    std::memcpy(&key, id.view().data(), sizeof key);
    return key;
}

bool hasDocument(std::string_view kind) {
    return kind == "service" || kind == "organization";
}

bool isFolded(std::string_view kind) {
    return std::find(foldedKinds.begin(), foldedKinds.end(), kind) != foldedKinds.end();
}

std::vector<RecordId> parentsOf(const merge::Record& record, const merge::ClampedTime& clamped) {
    std::vector<RecordId> parents;
    if (!isFolded(record.kind) || record.kind == "program") return parents;
    for (const std::string_view field : parentFields) {
        if (pointsDown(record.kind, field)) continue;
        const merge::Value* value = merge::shownValue(record, field, clamped);
        if (value == nullptr) continue;
        if (const auto* id = std::get_if<RecordId>(value)) parents.push_back(*id);
    }
    return parents;
}

std::int64_t dayOf(std::string_view text) {
    const auto day = domain::dayFrom(text);
    return day ? day->time_since_epoch().count() : 0;
}

}  // namespace veldwijzer::search
