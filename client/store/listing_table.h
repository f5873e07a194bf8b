// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/kinds.h"
#include "sqlite/database.h"
#include "store/types.h"

namespace veldwijzer::store {

/// What lists and filters know of a record, derived from it.
struct Listed {
    std::optional<std::string> title;       ///< nothing: lists do not show it
    std::uint32_t conflicts = 0;            ///< fields in conflict, a delete that met an edit among them
    std::vector<domain::FacetCode> facets;  ///< sorted; none when it is not shown

    bool operator==(const Listed&) const = default;
};

[[nodiscard]] Listed listedOf(const merge::Record& record, const merge::ClampedTime& clamped);
/// Of these, the conflicts alone.
[[nodiscard]] std::uint32_t conflictsIn(const merge::Record& record, const merge::ClampedTime& clamped);

/// Which record a row of the listing stands for.
struct ListingKey {
    std::int64_t kind = 0;
    std::int64_t row = 0;
    RecordId id;
};

/// Lists of records by kind and title, filtered by facets, without reading a record: the listing's rows hold
/// all that a list shows.
class ListingTable {
public:
    explicit ListingTable(Database& db) : db_(db) {}

    /// Brings the rows of one record from `before` to `after`; touches what differs.
    void update(const ListingKey& key, const Listed& before, const Listed& after);

    /// `query.kind` is known as `kind`, which lists `present` records.
    [[nodiscard]] ListResult list(const ListQuery& query, std::int64_t kind, std::uint64_t present) const;

    // The statements that a list reads by, named so that a test can ask how SQLite runs them.
    static constexpr std::string_view pageSql =
        "SELECT id, title, conflict FROM listing WHERE kind = ? ORDER BY key, id, record LIMIT ? OFFSET ?";
    static constexpr std::string_view walkSql =
        "SELECT id, title, conflict, record FROM listing WHERE kind = ? ORDER BY key, id, record";
    static constexpr std::string_view facetSql =
        "SELECT record FROM facet WHERE kind = ? AND facet = ? AND code = ?";

private:
    [[nodiscard]] ListResult filtered(const ListQuery& query, std::int64_t kind) const;
    [[nodiscard]] std::vector<std::int64_t> recordsWith(std::int64_t kind, const std::string& facet,
                                                        const std::string& code) const;
    void insertRow(const ListingKey& key, const Listed& listed);
    void dropRow(const ListingKey& key, const std::string& title);
    void updateFacets(const ListingKey& key, const Listed& before, const Listed& after);

    Database& db_;
};

}  // namespace veldwijzer::store
