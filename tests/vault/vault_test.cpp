// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "temporary_folder.h"
#include "vault/internal.h"
#include "vault/vault.h"

using namespace veldwijzer;
using namespace veldwijzer::vault;
using veldwijzer::vault::test::TemporaryFolder;

TEST_CASE("What was written is there after locking and opening again", "[vault]") {
    const TemporaryFolder folder;
    SystemRandom random;
    {
        auto made = Vault::create(folder / "v", "correct horse battery", kdfFloor, random);
        if (!made) FAIL(made.error().message);
        Database& db = (*made)->database();
        db.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT)");
        Transaction transaction(db);
        for (int i = 0; i < 5000; ++i)
            db.prepare("INSERT INTO t(body) VALUES(?)")
                .bind(1, std::string_view("something to keep around here"))
                .run();
        transaction.commit();
        auto report = (*made)->check();
        if (!report) FAIL(report.error().message);
        for (const auto& p : report->problems)
            FAIL_CHECK(p);
        (*made)->anchorHead(7);
    }
    auto opened = Vault::open(folder / "v", "correct horse battery", random);
    if (!opened) FAIL(opened.error().message);
    Statement count = (*opened)->database().prepare("SELECT count(*) FROM t");
    REQUIRE(count.step());
    CHECK(count.integer(0) == 5000);
    CHECK((*opened)->anchoredHead() == 7);
}
