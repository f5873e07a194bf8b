// SPDX-License-Identifier: EUPL-1.2
#include "ledger.h"

#include <algorithm>

#include "base/random.h"

namespace veldwijzer::vault::test::ledger {
namespace {

constexpr std::int64_t slots = 40;
constexpr std::int64_t transactionsKept = 12;
constexpr std::int64_t largeEvery = 17;

Bytes content(std::int64_t number, std::int64_t row, std::size_t maxSize) {
    SeededRandom random(static_cast<std::uint64_t>(number * 1000 + row));
    Bytes bytes(random.below(maxSize));
    random.fill(bytes);
    return bytes;
}

std::int64_t rowsOf(std::int64_t number) {
    return number % largeEvery == 0 ? 25 : number % 3;
}

Bytes rowContent(std::int64_t number, std::int64_t row) {
    return content(number, row, number % largeEvery == 0 ? 9000 : 700);
}

std::int64_t firstSlot(std::int64_t number) {
    return number % slots;
}
std::int64_t secondSlot(std::int64_t number) {
    return (number * 7 + 3) % slots;
}

Bytes slotContent(std::int64_t number, std::int64_t slot) {
    return content(number, 500 + slot, 1500);
}

void writeSlot(Database& db, std::int64_t number, std::int64_t slot) {
    const Bytes bytes = slotContent(number, slot);
    db.prepare(
          "INSERT INTO slots(id, number, bytes) VALUES(?1,?2,?3) ON CONFLICT(id) DO UPDATE SET number=?2, "
          "bytes=?3")
        .bind(1, slot)
        .bind(2, number)
        .bind(3, ByteView(bytes))
        .run();
}

std::string rowsProblem(Database& db, std::int64_t head) {
    Statement rows = db.prepare("SELECT number, row, bytes FROM rows ORDER BY number, row");
    for (std::int64_t number = std::max<std::int64_t>(1, head - transactionsKept + 1); number <= head;
         ++number)
        for (std::int64_t row = 0; row < rowsOf(number); ++row) {
            if (!rows.step()) return "rows are missing";
            if (rows.integer(0) != number || rows.integer(1) != row) return "a row is missing or too many";
            if (toBytes(rows.blob(2)) != rowContent(number, row)) return "a row has other content";
        }
    return rows.step() ? "rows are left that were deleted" : "";
}

std::string slotsProblem(Database& db, std::int64_t head) {
    for (std::int64_t slot = 0; slot < slots; ++slot) {
        std::int64_t writer = head;
        while (writer > 0 && firstSlot(writer) != slot && secondSlot(writer) != slot)
            --writer;
        Statement found = db.prepare("SELECT number, bytes FROM slots WHERE id=?");
        const bool there = found.bind(1, slot).step();
        if (there != (writer > 0)) return "a slot is missing or too many";
        if (!there) continue;
        if (found.integer(0) != writer) return "a slot was written by another transaction";
        if (toBytes(found.blob(1)) != slotContent(writer, slot)) return "a slot has other content";
    }
    return {};
}

}  // namespace

void makeTables(Database& db) {
    Transaction transaction(db);
    db.execute("CREATE TABLE head(number INTEGER)");
    db.execute("INSERT INTO head VALUES(0)");
    db.execute("CREATE TABLE rows(number INTEGER, row INTEGER, bytes BLOB, PRIMARY KEY(number, row))");
    db.execute("CREATE TABLE slots(id INTEGER PRIMARY KEY, number INTEGER, bytes BLOB)");
    transaction.commit();
}

void write(Database& db, std::int64_t number) {
    for (std::int64_t row = 0; row < rowsOf(number); ++row) {
        const Bytes bytes = rowContent(number, row);
        db.prepare("INSERT INTO rows VALUES(?,?,?)")
            .bind(1, number)
            .bind(2, row)
            .bind(3, ByteView(bytes))
            .run();
    }
    writeSlot(db, number, firstSlot(number));
    writeSlot(db, number, secondSlot(number));
    db.prepare("DELETE FROM rows WHERE number=?").bind(1, number - transactionsKept).run();
    db.prepare("UPDATE head SET number=?").bind(1, number).run();
}

std::int64_t head(Database& db) {
    Statement tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE name='head'");
    if (!tables.step() || tables.integer(0) == 0) return 0;
    Statement number = db.prepare("SELECT number FROM head");
    return number.step() ? number.integer(0) : 0;
}

std::string problem(Database& db) {
    {
        Statement check = db.prepare("PRAGMA integrity_check");
        if (!check.step() || check.text(0) != "ok") return "integrity check: " + std::string(check.text(0));
    }
    const std::int64_t number = head(db);
    if (number == 0) return {};
    if (std::string rows = rowsProblem(db, number); !rows.empty()) return rows;
    return slotsProblem(db, number);
}

}  // namespace veldwijzer::vault::test::ledger
