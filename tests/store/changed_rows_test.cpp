// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "store/device.h"

using namespace veldwijzer;
using namespace veldwijzer::store;
using namespace veldwijzer::store::testing;

namespace {

void settleAll(Store& store) {
    const auto rows = store.changedRows(1000);
    if (!rows.empty()) store.settleChanged(rows.back().row);
}

std::vector<std::int64_t> numbers(const Store& store) {
    std::vector<std::int64_t> rows;
    for (const Store::ChangedRow& row : store.changedRows(1000))
        rows.push_back(row.row);
    return rows;
}

}  // namespace

TEST_CASE("Rows count as changed from their write until they are settled", "[store]") {
    Device device(1);
    device.write(recordOf(1), "service", {assign("name", std::string("A"))});
    device.write(recordOf(2), "service", {assign("name", std::string("B"))});
    CHECK(device.store->changedRows(1000).size() == 2);
    CHECK(device.store->changedCount(1) == 1);

    device.store->settleChanged(device.store->changedRows(1).front().row);
    CHECK(numbers(*device.store) == device.store->rowsOf(recordOf(2)));
    settleAll(*device.store);
    CHECK(device.store->changedCount(1000) == 0);

    device.write(recordOf(1), "service", {assign("description", std::string("new"))});
    CHECK(numbers(*device.store) == device.store->rowsOf(recordOf(1)));
    settleAll(*device.store);

    device.write(recordOf(2), "service", {whole(merge::Action::Delete)});
    const auto gone = numbers(*device.store);
    REQUIRE(gone == device.store->rowsOf(recordOf(2)));
    CHECK_FALSE(device.store->readRow(gone.front())->shown);
    settleAll(*device.store);

    device.store->unsettleAll();
    CHECK(device.store->changedRows(1000).size() == 2);
}

TEST_CASE("A write that is undone leaves no row changed", "[store]") {
    Device device(1);
    device.write(recordOf(1), "service", {assign("name", std::string("A"))});
    settleAll(*device.store);
    CHECK_THROWS_AS(device.store->transact([&] {
        device.write(recordOf(1), "service", {assign("name", std::string("B"))});
        settleAll(*device.store);
        device.write(recordOf(2), "service", {assign("name", std::string("C"))});
        throw Crash();
    }),
                    Crash);
    CHECK(device.store->changedCount(1000) == 0);
    device.write(recordOf(2), "service", {assign("name", std::string("C"))});
    CHECK(numbers(*device.store) == device.store->rowsOf(recordOf(2)));
}

TEST_CASE("A vault of the first version gets what it lacks, and everything counts as changed", "[store]") {
    Device device(1);
    device.write(recordOf(1), "service", {assign("name", std::string("A"))});
    settleAll(*device.store);
    device.db.execute("DROP TABLE changed");
    device.db.execute("DROP TABLE edited");
    device.db.execute("UPDATE base SET body = substr(body, 2)");
    for (const char* later : {"DROP TABLE carried", "DROP TABLE carried_change", "DROP TABLE carried_record"})
        device.db.execute(later);
    device.db.execute("PRAGMA user_version = 1");
    device.open();
    CHECK(device.store->changedCount(1000) == 1);
    CHECK(device.store->check().problems.empty());
    device.write(recordOf(1), "service", {assign("name", std::string("B"))});
    CHECK(device.store->check().problems.empty());
}
