// SPDX-License-Identifier: EUPL-1.2
#include "bench/plain_sqlite.h"

#include <cstring>

namespace veldwijzer::bench {
namespace {

void putNumber(std::string& out, std::uint64_t value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void putText(std::string& out, const std::string& text) {
    putNumber(out, text.size());
    out += text;
}

class Frames {
public:
    explicit Frames(const std::string& bytes) : rest_(bytes) {}
    [[nodiscard]] bool more() const { return !rest_.empty(); }
    std::uint64_t number() {
        std::uint64_t value = 0;
        std::memcpy(&value, rest_.data(), sizeof value);
        rest_.remove_prefix(sizeof value);
        return value;
    }
    std::string_view text() {
        const std::size_t size = number();
        const std::string_view result = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return result;
    }

private:
    std::string_view rest_;
};

std::string columns(const char* type) {
    std::string list;
    for (const char* name : fieldNames)
        list += std::string(list.empty() ? "" : ",") + name + type;
    return list;
}

}  // namespace

PlainSqlite::PlainSqlite(const std::filesystem::path& file) : db_(Database::open(file.string())) {
    db_.execute("PRAGMA journal_mode=WAL");
    db_.execute("PRAGMA synchronous=FULL");
    db_.execute("PRAGMA wal_autocheckpoint=0");
    db_.execute("PRAGMA cache_size=-32768");  // as much as the vault has
    db_.execute(
        ("CREATE TABLE IF NOT EXISTS service(id INTEGER PRIMARY KEY," + columns(" TEXT") + ")").c_str());
    db_.execute(
        "CREATE TABLE IF NOT EXISTS field_clock(id INTEGER, field INTEGER, clock INTEGER, site INTEGER,"
        " PRIMARY KEY(id, field)) WITHOUT ROWID");
    db_.execute(
        "CREATE TABLE IF NOT EXISTS change(seq INTEGER PRIMARY KEY, id INTEGER, field INTEGER, value TEXT,"
        " clock INTEGER, site INTEGER)");
}

std::string PlainSqlite::framesOf(const std::vector<Service>& services) {
    std::string out;
    for (std::size_t i = 0; i < services.size(); ++i) {
        putNumber(out, i);
        for (const std::string& value : services[i].values)
            putText(out, value);
    }
    return out;
}

std::string PlainSqlite::framesOf(const std::vector<Edit>& edits, std::int64_t site) {
    std::string out;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        putNumber(out, edits[i].service);
        putNumber(out, edits[i].field);
        putText(out, edits[i].value);
        putNumber(out, i + 1);
        putNumber(out, static_cast<std::uint64_t>(site));
    }
    return out;
}

void PlainSqlite::firstSync(const std::string& frames) {
    Transaction transaction(db_);
    std::string marks = "?";
    for (std::size_t i = 0; i < fieldNames.size(); ++i)
        marks += ",?";
    Statement insert = db_.prepare("INSERT INTO service VALUES(" + marks + ")");
    for (Frames in(frames); in.more();) {
        insert.bind(1, static_cast<std::int64_t>(in.number()));
        for (int i = 0; i < static_cast<int>(fieldNames.size()); ++i)
            insert.bind(i + 2, in.text());
        insert.run();
    }
    db_.execute("CREATE INDEX service_name ON service(name)");
    db_.execute("CREATE UNIQUE INDEX service_source ON service(source_id)");
    transaction.commit();
}

void PlainSqlite::makeSearchIndex() {
    Transaction transaction(db_);
    db_.execute(
        "CREATE VIRTUAL TABLE service_text USING fts5(name, alternate_name, description, application_process,"
        " fees_description, eligibility_description, alert, interpretation_services, accreditations, "
        "wait_time,"
        " content='service', content_rowid='id', prefix='2 3',"
        " tokenize='unicode61 remove_diacritics 1')");
    db_.execute("INSERT INTO service_text(service_text) VALUES('rebuild')");
    transaction.commit();
}

bool PlainSqlite::apply(const Edit& edit, std::int64_t clock, std::int64_t site) {
    const auto id = static_cast<std::int64_t>(edit.service);
    const auto field = static_cast<std::int64_t>(edit.field);
    Statement old = db_.prepare("SELECT clock, site FROM field_clock WHERE id=? AND field=?");
    old.bind(1, id).bind(2, field);
    const bool loses =
        old.step() && (old.integer(0) > clock || (old.integer(0) == clock && old.integer(1) > site));
    if (!loses) {
        Statement update =
            db_.prepare("UPDATE service SET " + std::string(fieldNames[edit.field]) + "=? WHERE id=?");
        update.bind(1, edit.value).bind(2, id).run();
        Statement stamp = db_.prepare("INSERT OR REPLACE INTO field_clock VALUES(?,?,?,?)");
        stamp.bind(1, id).bind(2, field).bind(3, clock).bind(4, site).run();
    }
    Statement log = db_.prepare("INSERT INTO change(id, field, value, clock, site) VALUES(?,?,?,?,?)");
    log.bind(1, id).bind(2, field).bind(3, edit.value).bind(4, clock).bind(5, site).run();
    return !loses;
}

void PlainSqlite::editOneByOne(const std::vector<Edit>& edits, std::int64_t site) {
    std::int64_t clock = 0;
    for (const Edit& edit : edits) {
        Transaction transaction(db_);
        apply(edit, ++clock, site);
        transaction.commit();
    }
}

void PlainSqlite::editTogether(const std::vector<Edit>& edits, std::int64_t site) {
    Transaction transaction(db_);
    std::int64_t clock = 0;
    for (const Edit& edit : edits)
        apply(edit, ++clock, site);
    transaction.commit();
}

std::size_t PlainSqlite::applyEdits(const std::string& frames) {
    Transaction transaction(db_);
    std::size_t lost = 0;
    for (Frames in(frames); in.more();) {
        Edit edit;
        edit.service = in.number();
        edit.field = in.number();
        edit.value = std::string(in.text());
        const auto clock = static_cast<std::int64_t>(in.number());
        const auto site = static_cast<std::int64_t>(in.number());
        if (!apply(edit, clock, site)) ++lost;
    }
    transaction.commit();
    return lost;
}

std::string PlainSqlite::changesSince(std::int64_t from) {
    std::string out;
    Statement rows = db_.prepare("SELECT id, field, value, clock, site FROM change WHERE seq>? ORDER BY seq");
    rows.bind(1, from);
    while (rows.step()) {
        putNumber(out, static_cast<std::uint64_t>(rows.integer(0)));
        putNumber(out, static_cast<std::uint64_t>(rows.integer(1)));
        putText(out, std::string(rows.text(2)));
        putNumber(out, static_cast<std::uint64_t>(rows.integer(3)));
        putNumber(out, static_cast<std::uint64_t>(rows.integer(4)));
    }
    return out;
}

std::vector<std::string> PlainSqlite::firstNames(std::size_t count) {
    std::vector<std::string> names;
    Statement rows = db_.prepare("SELECT id, name FROM service ORDER BY name LIMIT ?");
    rows.bind(1, static_cast<std::int64_t>(count));
    while (rows.step())
        names.emplace_back(rows.text(1));
    return names;
}

void PlainSqlite::checkpoint() {
    db_.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace veldwijzer::bench
