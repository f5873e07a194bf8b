// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "device.h"
#include "store/listing_table.h"
#include "store/title_key.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;

namespace {

std::vector<std::string> titlesOf(const ListResult& list) {
    std::vector<std::string> titles;
    for (const ListRow& row : list.rows)
        titles.push_back(row.title);
    return titles;
}

/// How SQLite runs a statement, line by line.
std::string planOf(Database& db, std::string_view sql) {
    std::string plan;
    Statement rows = db.prepare("EXPLAIN QUERY PLAN " + std::string(sql));
    while (rows.step())
        plan += std::string(rows.text(3)) + "\n";
    return plan;
}

}  // namespace

TEST_CASE("Titles sort without case, accents and apostrophes", "[store]") {
    CHECK(titleKey("École") == "ecole");
    CHECK(titleKey("'t Huis") == "t huis");
    CHECK(titleKey("IJsselstein") == titleKey("ĳsselstein"));
    CHECK(titleKey("Straße") == "strasse");
    CHECK(titleKey("e\xCC\x81") == "e");
    CHECK(titleKey("  \"Aap\"") == "aap");
    CHECK(titleKey("Œuvre × 2") == "oeuvre × 2");
    CHECK(titleKey("Ωmega") == "Ωmega");
    CHECK(titleKey("\xff\xfe") == "\xff\xfe");
    CHECK(titleKey("").empty());
    CHECK(titleKey("🙂 b") == "🙂 b");
}

TEST_CASE("A list is in order of title, then id, and comes in parts", "[store]") {
    Device device(1);
    const std::vector<std::string> names = {"Zorg", "école", "Aap", "'t Anker", "aap", "Eik"};
    for (std::size_t i = 0; i < names.size(); ++i)
        device.write(i, {assign("name", names[i])});
    const ListResult all = device.store->list({.kind = "service"});
    CHECK(all.total == 6);
    const std::vector<std::string> titles = titlesOf(all);
    CHECK(titles[2] == "école");
    CHECK(titles[3] == "Eik");
    CHECK(titles[4] == "'t Anker");
    CHECK(titles[5] == "Zorg");
    CHECK(all.rows[0].id < all.rows[1].id);  // "Aap" and "aap"
    const ListResult part = device.store->list({.kind = "service", .offset = 2, .limit = 2});
    CHECK(part.total == 6);
    CHECK(titlesOf(part) == std::vector<std::string>{"école", "Eik"});
    CHECK(device.store->list({.kind = "service", .offset = 6}).rows.empty());
    CHECK(device.store->list({.kind = "service", .offset = 0, .limit = 0}).total == 6);
    CHECK(device.store->list({.kind = "nothing"}).total == 0);
}

TEST_CASE("Facets narrow a list; all of them must hold", "[store]") {
    Device device(1);
    for (std::uint64_t i = 0; i < 60; ++i) {
        std::vector<FieldEdit> edits = {assign("name", "dienst " + std::to_string(100 + i))};
        if (i % 2 == 0) edits.push_back(add("tags", "even"));
        if (i % 3 == 0) edits.push_back(add("tags", "drie"));
        edits.push_back(assign("status", std::string(i < 30 ? "active" : "inactive")));
        device.write(i, edits);
    }
    CHECK(device.store->list({.kind = "service", .facets = {{"tags", "even"}}}).total == 30);
    const ListQuery both = {.kind = "service",
                            .facets = {{"tags", "even"}, {"tags", "drie"}, {"status", "active"}},
                            .offset = 1,
                            .limit = 2};
    const ListResult list = device.store->list(both);
    CHECK(list.total == 5);
    CHECK(titlesOf(list) == std::vector<std::string>{"dienst 106", "dienst 112"});
    CHECK(device.store->list({.kind = "service", .facets = {{"tags", "even"}, {"tags", "niets"}}}).total ==
          0);
    device.write(6, {remove("tags", "even"), assign("name", std::string("Aap"))});
    CHECK(device.store->list(both).total == 4);
    CHECK(problemsOf(device) == "");
}

TEST_CASE("Fifty thousand records are listed from the listing alone", "[store]") {
    Device device(1);
    std::vector<RecordEdit> edits;
    for (std::uint64_t i = 0; i < 50'000; ++i) {
        edits.push_back({recordOf(i), "service", {assign("name", "dienst " + std::to_string(i))}});
        if (i % 100 == 0) edits.back().edits.push_back(add("tags", "honderd"));
    }
    REQUIRE(device.store->writeBulk(theSpace, edits).ok());
    CHECK(device.store->list({.kind = "service"}).total == 50'000);
    CHECK(device.store->list({.kind = "service", .facets = {}, .offset = 49'990, .limit = 50}).rows.size() ==
          10);
    const ListQuery tagged = {.kind = "service", .facets = {{"tags", "honderd"}}, .offset = 490, .limit = 50};
    CHECK(device.store->list(tagged).total == 500);
    CHECK(device.store->list(tagged).rows.size() == 10);

    for (const std::string_view sql :
         {ListingTable::pageSql, ListingTable::walkSql, ListingTable::facetSql}) {
        const std::string plan = planOf(device.db, sql);
        INFO(plan);
        // By the key of a table without bodies, in its order: no scan, no sorting, no visit to the records.
        CHECK(plan.find("SEARCH") != std::string::npos);
        CHECK(plan.find("PRIMARY KEY") != std::string::npos);
        CHECK(plan.find("SCAN") == std::string::npos);
        CHECK(plan.find("TEMP B-TREE") == std::string::npos);
        CHECK(plan.find("SEARCH record") == std::string::npos);
    }
}

TEST_CASE("Lists are derived again when their version is an old one", "[store]") {
    Device device(1);
    device.write(1, {assign("name", std::string("a")), add("tags", "x")});
    device.write(2, {assign("name", std::string("b"))});
    device.db.execute("UPDATE setting SET value = '0' WHERE key = 'store/index'");
    device.db.execute("DELETE FROM listing");
    device.db.execute("UPDATE record SET title = 'stale' WHERE title = 'a'");
    CHECK_FALSE(device.store->check().listingsMatch);
    CHECK(device.store->check().digestsMatch);
    device.open();
    CHECK(device.store->list({.kind = "service"}).rows.size() == 2);
    CHECK(device.store->list({.kind = "service", .facets = {{"tags", "x"}}}).total == 1);
    CHECK(problemsOf(device) == "");
}

TEST_CASE("A check finds what does not fit", "[store]") {
    Device device(1);
    device.write(1, {assign("name", std::string("a")), add("tags", "x")});
    const auto problemsAfter = [&](const char* damage) {
        device.db.execute("SAVEPOINT whole");
        device.db.execute(damage);
        Store::CheckReport report = device.store->check();
        device.db.execute("ROLLBACK TO whole");
        device.db.execute("RELEASE whole");
        return report;
    };
    CHECK_FALSE(problemsAfter("UPDATE base SET body = CAST(x'00' || (SELECT body FROM record) AS BLOB)")
                    .digestsMatch);
    CHECK_FALSE(problemsAfter("DELETE FROM listing").listingsMatch);
    CHECK_FALSE(problemsAfter("UPDATE listing SET conflict = 1").listingsMatch);
    CHECK_FALSE(problemsAfter("DELETE FROM facet").listingsMatch);
    CHECK_FALSE(problemsAfter("INSERT INTO facet VALUES (1, 'tags', 'y', 1)").listingsMatch);
    CHECK_FALSE(problemsAfter("UPDATE record SET conflicts = 1").listingsMatch);
    CHECK(problemsOf(device) == "");
    device.db.execute("UPDATE record SET body = x'00'");
    CHECK_THROWS_AS(device.store->find(recordOf(1)), StorageError);
}
