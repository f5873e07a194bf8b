// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/opening_hours.h"
#include "search/document.h"
#include "store/store.h"

namespace veldwijzer::search {

enum class Sort : std::uint8_t {
    Relevance,  ///< what matches best, as it stands in the field
    Name,       ///< as lists have it
    Distance,   ///< the nearest first; those whose place is unknown last
    Assured,    ///< looked at last first; those that nobody looked at last
};

struct Query {
    std::string text;              ///< as typed; empty finds everything
    std::string kind = "service";  ///< or "organization"
    /// Chips: (facet, code). Of one facet any of its chosen codes will do; every facet must be met.
    std::vector<std::pair<std::string, std::string>> filters{};
    std::optional<Point> near{};
    std::size_t offset = 0;
    std::size_t limit = 20;
    std::int64_t today = 0;      ///< days since 1970, for how long ago somebody looked
    std::optional<WallMs> at{};  ///< when, for what is open then; nothing: nobody asks
    bool openNow = false;        ///< only what is open at `at`
    Sort sort = Sort::Relevance;
};

struct Found {
    RecordId id;
    std::string title;
    std::string organization;          ///< empty: none, or it is one
    std::optional<double> distanceKm;  ///< when `near` was asked and the place is known
    std::vector<std::string> phases;   ///< codes
    std::int64_t assuredDay = 0;       ///< days since 1970; 0: never
    double score = 0;
    /// At the query's `at`. Nothing: nobody asked, or nobody said when it is open.
    std::optional<domain::Openness> open{};
    bool operator==(const Found&) const = default;
};

struct Answer {
    std::uint64_t total = 0;
    std::vector<Found> found;  ///< best first; equals by id
    /// Of `total` those that are open at the query's `at`: what its `openNow` would leave.
    std::uint64_t openNow = 0;
    /// By facet and code: how many there would be if this code were chosen, given the text and the chips of
    /// the other facets. Codes that none has are left out.
    std::map<std::string, std::map<std::string, std::uint64_t>> facets;
    std::vector<std::string> unknownWords;  ///< folded; asked for and found nowhere, so left out
    bool allWords = true;                   ///< everything found matches every known word of the question
};

/// What lists ask of every document.
struct Overview {
    RecordId id;
    std::int64_t assuredDay = 0;  ///< days since 1970; 0: never
    std::optional<domain::Openness> open;
};

/// Searches the region's services and organisations, and keeps the index that makes it fast.
///
/// The index is derived and lives in the vault, so it is as safe as the records and never more than they are.
/// It is written in batches of its own, never in the transaction of a record; what it has not read yet is
/// read directly at every search, so an answer is always of this moment. An index that is of another version,
/// damaged or cannot be written costs time, not an error: it is made anew, or the records are searched
/// without it. Errors that reading the records themselves meets are thrown as ever.
///
/// Not found: what is deleted, and whatever lies in another space than its service (confidential addresses).
///
/// One thread, the store's.
class SearchIndex {
public:
    explicit SearchIndex(store::Store& store);
    ~SearchIndex();
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;

    [[nodiscard]] Answer search(const Query& query);
    /// Every service or organisation there is, in no order, without reading its records.
    [[nodiscard]] std::vector<Overview> overview(std::string_view kind, const std::optional<WallMs>& at);
    /// Where a place name or the beginning of a postcode lies, by the region's own addresses.
    [[nodiscard]] std::optional<Point> placeOf(std::string_view cityOrPostcode);

    /// Reads at most one batch of what changed into the index. True while there is more. Throws StorageError
    /// when it cannot be written; searching does not mind.
    bool keepUp();
    /// Throws the index away; the next search or keepUp makes it anew.
    void discard();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Changed records that a search reads directly; with more it brings the index up to date first.
inline constexpr std::size_t tailRecords = 256;
/// Documents that these may touch, likewise: an organisation may have many services.
inline constexpr std::size_t tailDocuments = 512;
/// Changed records that one batch reads.
inline constexpr std::size_t batchRecords = 8192;

}  // namespace veldwijzer::search
