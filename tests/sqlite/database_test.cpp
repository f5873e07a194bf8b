// SPDX-License-Identifier: EUPL-1.2
#include "sqlite/database.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace veldwijzer;

namespace {

Database inMemory() {
    Database db = Database::open(":memory:");
    db.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT, bytes BLOB, number REAL)");
    return db;
}

std::int64_t rows(Database& db) {
    Statement count = db.prepare("SELECT count(*) FROM t");
    REQUIRE(count.step());
    return count.integer(0);
}

}  // namespace

TEST_CASE("Every kind of value comes back as it was bound", "[sqlite]") {
    Database db = inMemory();
    const Bytes bytes{0, 1, 255, 0};
    db.prepare("INSERT INTO t VALUES(?,?,?,?)")
        .bind(1, std::int64_t{-5})
        .bind(2, std::string_view("met \0 erin", 10))
        .bind(3, ByteView(bytes))
        .bind(4, 0.5)
        .run();
    Statement row = db.prepare("SELECT id, text, bytes, number FROM t");
    REQUIRE(row.step());
    CHECK(row.integer(0) == -5);
    CHECK(row.text(1) == std::string_view("met \0 erin", 10));
    CHECK(toBytes(row.blob(2)) == bytes);
    CHECK(row.number(3) == 0.5);
    CHECK_FALSE(row.step());
}

TEST_CASE("An empty text or blob is not null, and null is", "[sqlite]") {
    Database db = inMemory();
    db.prepare("INSERT INTO t VALUES(1,?,?,?)")
        .bind(1, std::string_view())
        .bind(2, ByteView())
        .bindNull(3)
        .run();
    Statement row = db.prepare("SELECT text, bytes, number FROM t");
    REQUIRE(row.step());
    CHECK_FALSE(row.isNull(0));
    CHECK_FALSE(row.isNull(1));
    CHECK(row.isNull(2));
    CHECK(row.text(0).empty());
    CHECK(row.blob(1).empty());
}

TEST_CASE("A statement that is borrowed but not yet stepped is not given out twice", "[sqlite]") {
    Database db = inMemory();
    constexpr std::string_view sql = "INSERT INTO t(id) VALUES(?)";
    Statement outer = db.prepare(sql);
    outer.bind(1, std::int64_t{1});
    db.prepare(sql).bind(1, std::int64_t{2}).run();
    outer.run();
    Statement row = db.prepare("SELECT id FROM t ORDER BY id");
    REQUIRE(row.step());
    CHECK(row.integer(0) == 1);
    REQUIRE(row.step());
    CHECK(row.integer(0) == 2);
}

TEST_CASE("The same query nests within itself", "[sqlite]") {
    Database db = inMemory();
    for (std::int64_t id = 1; id <= 3; ++id)
        db.prepare("INSERT INTO t(id) VALUES(?)").bind(1, id).run();
    int pairs = 0;
    Statement outer = db.prepare("SELECT id FROM t");
    while (outer.step()) {
        Statement inner = db.prepare("SELECT id FROM t");
        while (inner.step())
            ++pairs;
    }
    CHECK(pairs == 9);
}

TEST_CASE("A statement is prepared once, and comes back without its old parameters", "[sqlite]") {
    Database db = inMemory();
    constexpr std::string_view sql = "SELECT ?1";
    {
        Statement first = db.prepare(sql);
        first.bind(1, std::int64_t{7});
        REQUIRE(first.step());
    }
    const auto compiled = [&db] {
        int count = 0;
        for (sqlite3_stmt* s = sqlite3_next_stmt(db.handle(), nullptr); s != nullptr;
             s = sqlite3_next_stmt(db.handle(), s))
            ++count;
        return count;
    };
    const int before = compiled();
    Statement again = db.prepare(sql);
    REQUIRE(again.step());
    CHECK(again.isNull(0));
    CHECK(compiled() == before);
}

TEST_CASE("A statement that is moved is given back once", "[sqlite]") {
    Database db = inMemory();
    constexpr std::string_view sql = "SELECT 1";
    {
        Statement first = db.prepare(sql);
        Statement second = std::move(first);
        REQUIRE(second.step());
    }
    Statement third = db.prepare(sql);
    CHECK(third.step());
}

TEST_CASE("A statement survives that its connection is moved and its cache grows", "[sqlite]") {
    Database db = inMemory();
    {
        Statement held = db.prepare("SELECT 42");
        Database moved = std::move(db);
        for (int i = 0; i < 200; ++i)
            CHECK(moved.prepare("SELECT " + std::to_string(i)).step());
        REQUIRE(held.step());
        CHECK(held.integer(0) == 42);
        db = std::move(moved);
    }
    CHECK(db.prepare("SELECT 42").step());
}

TEST_CASE("No more statements are kept than the limit says", "[sqlite]") {
    Database db = inMemory();
    for (std::size_t i = 0; i < Database::statementsKept + 50; ++i)
        CHECK(db.prepare("SELECT " + std::to_string(i)).step());
    std::size_t kept = 0;
    for (sqlite3_stmt* s = sqlite3_next_stmt(db.handle(), nullptr); s != nullptr;
         s = sqlite3_next_stmt(db.handle(), s))
        ++kept;
    CHECK(kept == Database::statementsKept);
}

TEST_CASE("A transaction that is not committed leaves nothing", "[sqlite]") {
    Database db = inMemory();
    {
        const Transaction transaction(db);
        db.execute("INSERT INTO t(id) VALUES(1)");
        CHECK(db.inTransaction());
    }
    CHECK_FALSE(db.inTransaction());
    CHECK(rows(db) == 0);
    Transaction transaction(db);
    db.execute("INSERT INTO t(id) VALUES(1)");
    CHECK(db.changes() == 1);
    CHECK(db.lastInsertRowid() == 1);
    transaction.commit();
    CHECK(rows(db) == 1);
}

TEST_CASE("An exception in a transaction rolls it back, and the connection goes on", "[sqlite]") {
    Database db = inMemory();
    db.execute("INSERT INTO t(id) VALUES(1)");
    const auto collide = [&db] {
        const Transaction transaction(db);
        db.execute("INSERT INTO t(id) VALUES(2)");
        db.prepare("INSERT INTO t(id) VALUES(?)").bind(1, std::int64_t{1}).run();
    };
    CHECK_THROWS_AS(collide(), StorageError);
    CHECK(rows(db) == 1);
    db.prepare("INSERT INTO t(id) VALUES(?)").bind(1, std::int64_t{3}).run();
    CHECK(rows(db) == 2);
}

TEST_CASE("A full disk is a storage fault that says what is safe", "[sqlite]") {
    Database db = inMemory();
    db.execute("PRAGMA max_page_count=4");
    const Bytes large(100'000);
    try {
        db.prepare("INSERT INTO t(bytes) VALUES(?)").bind(1, ByteView(large)).run();
        FAIL("it fitted");
    } catch (const StorageError& error) {
        CHECK(error.code() == ErrorCode::Storage);
        CHECK_THAT(error.what(), Catch::Contains("disk is full"));
        CHECK_THAT(error.what(), Catch::Contains("everything before it is safe"));
    }
}

TEST_CASE("A file that is no database is reported as damaged", "[sqlite]") {
    const auto path =
        std::filesystem::temp_directory_path() / ("veldwijzer-sqlite-" + std::to_string(::getpid()) + ".db");
    std::ofstream(path) << std::string(8192, 'x');
    Database db = Database::open(path.string());
    try {
        db.execute("SELECT * FROM sqlite_schema");
        FAIL("it opened");
    } catch (const StorageError& error) {
        CHECK(error.code() == ErrorCode::VaultDamaged);
        CHECK_THAT(error.what(), Catch::Contains("damaged"));
    }
    std::filesystem::remove(path);
}

TEST_CASE("A database that cannot be opened is a storage fault with the path", "[sqlite]") {
    try {
        const Database db = Database::open("/nowhere/at/all.db");
        FAIL("it opened");
    } catch (const StorageError& error) {
        CHECK(error.code() == ErrorCode::Storage);
        CHECK_THAT(error.what(), Catch::Contains("/nowhere/at/all.db"));
    }
}
