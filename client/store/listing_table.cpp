// SPDX-License-Identifier: EUPL-1.2
#include "store/listing_table.h"

#include <algorithm>
#include <iterator>

#include "merge/conflicts.h"
#include "store/columns.h"
#include "store/title_key.h"

namespace veldwijzer::store {
namespace {

bool isShown(merge::Visibility visibility) {
    return visibility == merge::Visibility::Present || visibility == merge::Visibility::PresentDespiteDelete;
}

ListRow rowAt(const Statement& row, const std::string& kind) {
    return {idAt<RecordId>(row, 0), kind, std::string(row.text(1)), row.integer(2) != 0};
}

}  // namespace

std::uint32_t conflictsIn(const merge::Record& record, const merge::ClampedTime& clamped) {
    const merge::DeletePolicy policy = domain::deletePolicyOf(record.kind);
    if (!merge::hasConflict(record, policy)) return 0;
    return static_cast<std::uint32_t>(merge::conflictsOf(record, policy, clamped).size());
}

Listed listedOf(const merge::Record& record, const merge::ClampedTime& clamped) {
    const merge::DeletePolicy policy = domain::deletePolicyOf(record.kind);
    Listed listed;
    listed.conflicts = conflictsIn(record, clamped);
    if (isShown(merge::visibilityOf(record, policy))) {
        listed.title = domain::titleOf(record, clamped);
        listed.facets = domain::facetsOf(record, clamped);
    }
    return listed;
}

void ListingTable::update(const ListingKey& key, const Listed& before, const Listed& after) {
    const bool sameRow = before.title == after.title && (before.conflicts > 0) == (after.conflicts > 0);
    if (!sameRow) {
        if (before.title) dropRow(key, *before.title);
        if (after.title) insertRow(key, after);
    }
    if (before.facets != after.facets) updateFacets(key, before, after);
}

void ListingTable::insertRow(const ListingKey& key, const Listed& listed) {
    const std::string sortKey = titleKey(*listed.title);
    db_.prepare("INSERT INTO listing(kind, key, id, record, conflict, title) VALUES (?, ?, ?, ?, ?, ?)")
        .bind(1, key.kind)
        .bind(2, std::string_view(sortKey))
        .bind(3, key.id.view())
        .bind(4, key.row)
        .bind(5, std::int64_t{listed.conflicts > 0 ? 1 : 0})
        .bind(6, std::string_view(*listed.title))
        .run();
}

void ListingTable::dropRow(const ListingKey& key, const std::string& title) {
    const std::string sortKey = titleKey(title);
    db_.prepare("DELETE FROM listing WHERE kind = ? AND key = ? AND id = ? AND record = ?")
        .bind(1, key.kind)
        .bind(2, std::string_view(sortKey))
        .bind(3, key.id.view())
        .bind(4, key.row)
        .run();
}

void ListingTable::updateFacets(const ListingKey& key, const Listed& before, const Listed& after) {
    const auto change = [&](std::string_view sql, const domain::FacetCode& code) {
        db_.prepare(sql)
            .bind(1, key.kind)
            .bind(2, std::string_view(code.facet))
            .bind(3, std::string_view(code.code))
            .bind(4, key.row)
            .run();
    };
    std::vector<domain::FacetCode> gone;
    std::set_difference(before.facets.begin(), before.facets.end(), after.facets.begin(), after.facets.end(),
                        std::back_inserter(gone));
    std::vector<domain::FacetCode> come;
    std::set_difference(after.facets.begin(), after.facets.end(), before.facets.begin(), before.facets.end(),
                        std::back_inserter(come));
    for (const domain::FacetCode& code : gone)
        change("DELETE FROM facet WHERE kind = ? AND facet = ? AND code = ? AND record = ?", code);
    for (const domain::FacetCode& code : come)
        change("INSERT OR IGNORE INTO facet(kind, facet, code, record) VALUES (?, ?, ?, ?)", code);
}

ListResult ListingTable::list(const ListQuery& query, std::int64_t kind, std::uint64_t present) const {
    if (!query.facets.empty()) return filtered(query, kind);
    ListResult result;
    result.total = present;
    if (query.offset >= present) return result;
    const std::size_t rows = std::min(query.limit, static_cast<std::size_t>(present) - query.offset);
    result.rows.reserve(rows);
    Statement page = db_.prepare(pageSql);
    page.bind(1, kind).bind(2, toColumn(rows)).bind(3, toColumn(query.offset));
    while (page.step())
        result.rows.push_back(rowAt(page, query.kind));
    return result;
}

std::vector<std::int64_t> ListingTable::recordsWith(std::int64_t kind, const std::string& facet,
                                                    const std::string& code) const {
    std::vector<std::int64_t> records;
    Statement rows = db_.prepare(facetSql);
    rows.bind(1, kind).bind(2, std::string_view(facet)).bind(3, std::string_view(code));
    while (rows.step())
        records.push_back(rows.integer(0));
    return records;  // sorted: the last column of the key
}

// The facet's index names the records; one walk of the listing, in order, picks them out. So the total and
// the page come from the same pass, and no plan of SQLite's can make it read records.
ListResult ListingTable::filtered(const ListQuery& query, std::int64_t kind) const {
    std::vector<std::int64_t> wanted;
    for (std::size_t i = 0; i < query.facets.size(); ++i) {
        std::vector<std::int64_t> records = recordsWith(kind, query.facets[i].first, query.facets[i].second);
        if (i > 0) {
            std::vector<std::int64_t> both;
            std::set_intersection(wanted.begin(), wanted.end(), records.begin(), records.end(),
                                  std::back_inserter(both));
            records = std::move(both);
        }
        wanted = std::move(records);
        if (wanted.empty()) return {};
    }
    ListResult result;
    result.total = wanted.size();
    std::size_t seen = 0;
    Statement walk = db_.prepare(walkSql);
    walk.bind(1, kind);
    while (result.rows.size() < query.limit && seen < wanted.size() && walk.step()) {
        if (!std::binary_search(wanted.begin(), wanted.end(), walk.integer(3))) continue;
        if (seen++ >= query.offset) result.rows.push_back(rowAt(walk, query.kind));
    }
    return result;
}

}  // namespace veldwijzer::store
