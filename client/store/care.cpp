// SPDX-License-Identifier: EUPL-1.2
#include "store/care.h"

#include <map>

#include "base/text.h"
#include "store/columns.h"
#include "store/title_key.h"

namespace veldwijzer::store {
namespace {

std::int64_t countOf(Database& db, std::string_view sql) {
    Statement row = db.prepare(sql);
    return row.step() ? row.integer(0) : 0;
}

/// One walk over all records.
class Check {
public:
    explicit Check(const Tables& tables) : tables_(tables) {}

    Store::CheckReport run() {
        checkDigests();
        std::vector<std::int64_t> rows;
        {
            Statement ids = tables_.db.prepare("SELECT id FROM record ORDER BY id");
            while (ids.step())
                rows.push_back(ids.integer(0));
        }
        for (const std::int64_t row : rows)
            checkRecord(row);
        checkCounts();
        return std::move(report_);
    }

private:
    void listingProblem(const std::string& what) {
        report_.listingsMatch = false;
        report_.problems.push_back(what);
    }

    void checkDigests() {
        for (const SpaceState& space : tables_.spaces.all()) {
            if (digestOfRecords(tables_, space.key) == space.digest) continue;
            report_.digestsMatch = false;
            report_.problems.push_back("the digest of space " + space.row.name + " does not fit its records");
        }
    }

    void checkRecord(std::int64_t row) {
        const ReadRecord open = *tables_.records.read(row);
        const Listed listed = listedOf(open.record, tables_.clamps.of(open.space));
        const std::string name = "record " + toHex(open.record.id.view());
        if (open.before.title != listed.title)
            listingProblem(name + " has another title than it is listed under");
        if (open.before.conflicts != listed.conflicts)
            listingProblem(name + " has another number of conflicts");
        if (listed.title) {
            ++shown_[open.kind];
            ++listings_;
            if (!isListed(open, listed)) listingProblem(name + " is missing in the listing");
        }
        facets_ += static_cast<std::int64_t>(listed.facets.size());
        for (const domain::FacetCode& code : listed.facets) {
            if (!hasFacet(open, code)) listingProblem(name + " is missing under a facet");
        }
    }

    bool isListed(const ReadRecord& open, const Listed& listed) const {
        const std::string key = titleKey(*listed.title);
        Statement row = tables_.db.prepare(
            "SELECT conflict, title FROM listing WHERE kind = ? AND key = ? AND id = ? AND record = ?");
        row.bind(1, open.kind)
            .bind(2, std::string_view(key))
            .bind(3, open.record.id.view())
            .bind(4, open.row);
        return row.step() && (row.integer(0) != 0) == (listed.conflicts > 0) && row.text(1) == *listed.title;
    }

    bool hasFacet(const ReadRecord& open, const domain::FacetCode& code) const {
        Statement row = tables_.db.prepare(
            "SELECT 1 FROM facet WHERE kind = ? AND facet = ? AND code = ? AND record = ?");
        row.bind(1, open.kind).bind(2, std::string_view(code.facet)).bind(3, std::string_view(code.code));
        return row.bind(4, open.row).step();
    }

    void checkCounts() {
        if (countOf(tables_.db, "SELECT count(*) FROM listing") != listings_)
            listingProblem("the listing holds rows without a record");
        if (countOf(tables_.db, "SELECT count(*) FROM facet") != facets_)
            listingProblem("the facets hold rows without a record");
        for (const auto& [name, count] : tables_.kinds.all()) {
            if (shown_[*tables_.kinds.find(name)] != count)
                listingProblem("the count of kind " + name + " is wrong");
        }
        const std::int64_t lonely =
            countOf(tables_.db, "SELECT count(*) FROM base WHERE record NOT IN (SELECT id FROM record)");
        if (lonely > 0) report_.problems.push_back(std::to_string(lonely) + " bases have no record");
    }

    const Tables& tables_;
    Store::CheckReport report_;
    std::map<std::int64_t, std::uint64_t> shown_;
    std::int64_t listings_ = 0;
    std::int64_t facets_ = 0;
};

}  // namespace

merge::StateDigest digestOfRecords(const Tables& tables, std::int64_t space) {
    merge::StateDigest digest;
    tables.records.forEachCounted(space, [&](const RecordId& id, const std::string& kind, ByteView body) {
        if (!body.empty()) digest.add(id, kind, body);
    });
    return digest;
}

Store::CheckReport checkTables(const Tables& tables) {
    return Check(tables).run();
}

}  // namespace veldwijzer::store
