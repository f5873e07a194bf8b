// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/kinds.h"
#include "domain/schedule.h"
#include "store/store.h"

namespace veldwijzer::search {

/// Where a word stands, as a mark before it. Words of the name and of the tags (organisation, places, roles,
/// languages) are in the index twice: marked and plain. The marks are characters that wordsOf never leaves in
/// a word.
inline constexpr std::string_view nameMark = "\xC2\xB9";  // ¹
inline constexpr std::string_view tagMark = "\xC2\xB2";   // ²

/// Single precision, a metre or so: what the index keeps and what the tail has must be the same.
struct Point {
    float latitude = 0;
    float longitude = 0;
    bool operator==(const Point&) const = default;
};

/// Kilometres.
[[nodiscard]] double kilometresBetween(const Point& a, const Point& b);

/// Where an offer can be found.
struct Place {
    std::string city;
    std::string postcode;
    std::optional<Point> point;
    bool operator==(const Place&) const = default;
};

/// One service or organisation with all that is said about it in other records: what the index holds of it.
struct Document {
    std::int64_t row = 0;  ///< of the store
    RecordId id;
    std::string kind;
    std::string title;
    std::string organization;        ///< its name; empty when there is none, or the document is one
    std::vector<std::string> words;  ///< marked and plain, sorted, each once
    std::vector<domain::FacetCode> facets;
    std::vector<Place> places;
    /// Its own; else those of where it is given; else those of that location.
    std::vector<domain::Schedule> hours;
    std::uint16_t nameWords = 0;
    std::optional<std::int64_t> minimumAge;
    std::optional<std::int64_t> maximumAge;
    std::int64_t assuredDay = 0;         ///< days since 1970; 0: nobody looked
    bool active = true;                  ///< its status says nothing else
    std::vector<std::uint64_t> sources;  ///< keyOf every record it was made from or points at, sorted

    bool operator==(const Document&) const = default;
};

/// The first eight bytes: ids are hashes or random, so two that share them are a rarity that costs a document
/// made once more, nothing else.
[[nodiscard]] std::uint64_t keyOf(const RecordId& id);

/// Kinds that have a document of their own.
[[nodiscard]] bool hasDocument(std::string_view kind);
/// Kinds whose records are folded into the documents of others.
[[nodiscard]] bool isFolded(std::string_view kind);

/// References with which a record hangs itself under another ("service" of a phone), by their targets. What
/// it points at without hanging under it (the location of a service at a location) is not among them.
[[nodiscard]] std::vector<RecordId> parentsOf(const merge::Record& record, const merge::ClampedTime& clamped);

/// Days since 1970 of the date that a text begins with; 0 when it begins with none.
[[nodiscard]] std::int64_t dayOf(std::string_view text);

}  // namespace veldwijzer::search
