// SPDX-License-Identifier: EUPL-1.2
#include "log/sqlite_log.h"

#include <cstdlib>
#include <utility>

#include "base/ensure.h"
#include "log/append.h"
#include "log/schema.h"

namespace veldwijzer::server {
namespace {

template <typename Id>
Id fixed(ByteView bytes) {
    const auto id = Id::from(bytes);
    if (!id) throw StorageError(ErrorCode::VaultDamaged, "an id in the log has the wrong size");
    return *id;
}

std::uint64_t count(Database& db, std::string_view sql) {
    Statement statement = db.prepare(sql);
    return statement.step() ? static_cast<std::uint64_t>(statement.integer(0)) : 0;
}

}  // namespace

// In memory there is one connection, so reading waits for the writer.
class SqliteLog::Reader {
public:
    explicit Reader(const SqliteLog& log) : log_(log) {
        if (log_.mode_ == Mode::Memory) {
            shared_ = std::unique_lock(log_.writeMutex_);
            return;
        }
        const std::lock_guard lock(log_.readersMutex_);
        if (log_.idleReaders_.empty()) return;
        own_ = std::move(log_.idleReaders_.back());
        log_.idleReaders_.pop_back();
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() {
        if (!own_) return;
        const std::lock_guard lock(log_.readersMutex_);
        log_.idleReaders_.push_back(std::move(own_));
    }
    Database& db() {
        if (shared_.owns_lock()) return log_.writer_;
        if (!own_) own_ = std::make_unique<Database>(log_.connect(false));
        return *own_;
    }

private:
    const SqliteLog& log_;
    std::unique_lock<std::mutex> shared_;
    std::unique_ptr<Database> own_;
};

std::unique_ptr<SqliteLog> SqliteLog::open(const std::filesystem::path& file) {
    return std::unique_ptr<SqliteLog>(new SqliteLog(file.string(), Mode::File));
}

std::unique_ptr<SqliteLog> SqliteLog::openReadOnly(const std::filesystem::path& file) {
    return std::unique_ptr<SqliteLog>(new SqliteLog(file.string(), Mode::ReadOnly));
}

std::unique_ptr<SqliteLog> SqliteLog::inMemory() {
    return std::unique_ptr<SqliteLog>(new SqliteLog(":memory:", Mode::Memory));
}

SqliteLog::SqliteLog(std::string path, Mode mode)
    : path_(std::move(path)), mode_(mode), writer_(connect(mode != Mode::ReadOnly)) {
    if (mode_ == Mode::ReadOnly) return;
    const auto remember = [](void* pages, sqlite3*, const char*, int count) {
        *static_cast<int*>(pages) = count;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(writer_.handle(), remember, &walPages_);
    prepareSchema(writer_);
}

SqliteLog::~SqliteLog() {
    ENSURE(queue_.empty());
}

Database SqliteLog::connect(bool writable) const {
    const int access = writable ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
    Database db = Database::open(path_, access);
    db.execute("PRAGMA busy_timeout = 5000");
    db.execute("PRAGMA wal_autocheckpoint = 0");
    // No reader may write, nor fold the log when it happens to be the last one to close.
    if (!writable) {
        db.execute("PRAGMA query_only = ON");
        sqlite3_db_config(db.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        db.execute("PRAGMA cache_size = -512");
        return db;
    }
    if (mode_ == Mode::File) db.execute("PRAGMA journal_mode = WAL");
    db.execute("PRAGMA synchronous = FULL");
    db.execute("PRAGMA foreign_keys = ON");
    db.execute("PRAGMA cache_size = -4096");
    return db;
}

// ---------------------------------------------------------------- the region

void SqliteLog::put(std::string_view key, ByteView value) {
    Statement statement = writer_.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)");
    statement.bind(1, key).bind(2, value).run();
}

Bytes SqliteLog::get(Database& db, std::string_view key) const {
    Statement statement = db.prepare("SELECT value FROM meta WHERE key = ?1");
    statement.bind(1, key);
    return statement.step() ? toBytes(statement.blob(0)) : Bytes{};
}

std::optional<Region> SqliteLog::region() const {
    Reader reader(*this);
    const Bytes id = get(reader.db(), "region");
    if (id.empty()) return std::nullopt;
    return Region{fixed<RegionId>(id), toString(get(reader.db(), "name")), toString(get(reader.db(), "url")),
                  fixed<SigningPublicKey>(get(reader.db(), "server_key"))};
}

void SqliteLog::putRegion(const Region& region, const ServerEpoch& epoch) {
    ENSURE(get(writer_, "region").empty());
    put("region", region.id.view());
    put("name", viewOf(region.name));
    put("url", viewOf(region.url));
    put("server_key", region.serverKey.view());
    put("epoch", epoch.view());
}

void SqliteLog::found(const Region& region, const ServerEpoch& epoch, const Bootstrap& bootstrap) {
    const std::lock_guard lock(writeMutex_);
    Transaction transaction(writer_);
    putRegion(region, epoch);
    put("bootstrap_key", bootstrap.key.view());
    put("bootstrap_expires", viewOf(std::to_string(bootstrap.expiresMs)));
    transaction.commit();
}

void SqliteLog::adopt(const Region& region, const ServerEpoch& epoch, const Hash& rootFingerprint) {
    const std::lock_guard lock(writeMutex_);
    Transaction transaction(writer_);
    putRegion(region, epoch);
    put("root_fingerprint", rootFingerprint.view());
    // No bootstrap invitation can found it again: nobody has a key of zeroes.
    put("bootstrap_key", SigningPublicKey{}.view());
    put("bootstrap_expires", viewOf("0"));
    transaction.commit();
}

std::optional<Hash> SqliteLog::rootFingerprint() const {
    Reader reader(*this);
    const Bytes bytes = get(reader.db(), "root_fingerprint");
    if (bytes.empty()) return std::nullopt;
    return fixed<Hash>(bytes);
}

WallMs SqliteLog::refillUntilMs() const {
    Reader reader(*this);
    const std::string until = toString(get(reader.db(), "refill_until"));
    return static_cast<WallMs>(std::strtoll(until.c_str(), nullptr, 10));
}

void SqliteLog::setRefillUntilMs(WallMs until) {
    const std::lock_guard lock(writeMutex_);
    Transaction transaction(writer_);
    put("refill_until", viewOf(std::to_string(until)));
    transaction.commit();
}

ServerEpoch SqliteLog::epoch() const {
    Reader reader(*this);
    return fixed<ServerEpoch>(get(reader.db(), "epoch"));
}

void SqliteLog::setEpoch(const ServerEpoch& epoch) {
    const std::lock_guard lock(writeMutex_);
    Transaction transaction(writer_);
    put("epoch", epoch.view());
    transaction.commit();
}

Bootstrap SqliteLog::bootstrap() const {
    Reader reader(*this);
    const std::string expires = toString(get(reader.db(), "bootstrap_expires"));
    return {fixed<SigningPublicKey>(get(reader.db(), "bootstrap_key")),
            static_cast<WallMs>(std::strtoll(expires.c_str(), nullptr, 10))};
}

void SqliteLog::setBootstrap(const Bootstrap& bootstrap) {
    const std::lock_guard lock(writeMutex_);
    Transaction transaction(writer_);
    put("bootstrap_key", bootstrap.key.view());
    put("bootstrap_expires", viewOf(std::to_string(bootstrap.expiresMs)));
    transaction.commit();
}

// ---------------------------------------------------------------- what is there for everybody

namespace {

// Among the other facts of this region: a table of its own would need a new format for a handful of rows.
std::string publishedKey(std::string_view name) {
    return "published/" + std::string(name);
}

}  // namespace

void SqliteLog::setPublished(std::string_view name, const std::optional<std::string>& document) {
    const std::lock_guard lock(writeMutex_);
    Transaction transaction(writer_);
    if (document)
        put(publishedKey(name), viewOf(*document));
    else
        writer_.prepare("DELETE FROM meta WHERE key = ?1").bind(1, publishedKey(name)).run();
    transaction.commit();
}

std::optional<std::string> SqliteLog::published(std::string_view name) const {
    Reader reader(*this);
    const Bytes document = get(reader.db(), publishedKey(name));
    return document.empty() ? std::nullopt : std::optional(toString(document));
}

std::vector<std::string> SqliteLog::publishedNames() const {
    Reader reader(*this);
    std::vector<std::string> names;
    const std::string prefix = publishedKey({});
    Statement rows =
        reader.db().prepare("SELECT key FROM meta WHERE key > ?1 AND key < 'published0' ORDER BY key");
    rows.bind(1, prefix);
    while (rows.step())
        names.push_back(std::string(rows.text(0)).substr(prefix.size()));
    return names;
}

// ---------------------------------------------------------------- the membership log

std::uint64_t SqliteLog::rosterPosition() const {
    Reader reader(*this);
    return count(reader.db(), "SELECT max(position) FROM roster");
}

std::vector<std::string> SqliteLog::rosterAfter(std::uint64_t position, std::size_t maxEntries,
                                                std::size_t maxBytes) const {
    Reader reader(*this);
    Statement rows = reader.db().prepare("SELECT entry FROM roster WHERE position > ?1 ORDER BY position");
    rows.bind(1, static_cast<std::int64_t>(position));
    std::vector<std::string> entries;
    std::size_t bytes = 0;
    while (entries.size() < maxEntries && rows.step()) {
        const ByteView entry = rows.blob(0);
        bytes += entry.size();
        if (!entries.empty() && bytes > maxBytes) break;
        entries.push_back(toString(entry));
    }
    return entries;
}

bool SqliteLog::appendRoster(std::uint64_t expectedPosition, std::span<const std::string> entries) {
    const std::lock_guard lock(writeMutex_);
    Transaction transaction(writer_);
    std::uint64_t position = count(writer_, "SELECT max(position) FROM roster");
    if (position != expectedPosition) return false;
    for (const std::string& entry : entries) {
        Statement insert = writer_.prepare("INSERT INTO roster (position, entry) VALUES (?1, ?2)");
        insert.bind(1, static_cast<std::int64_t>(++position)).bind(2, viewOf(entry)).run();
    }
    transaction.commit();
    checkpointWhenDue();
    return true;
}

// ---------------------------------------------------------------- appending to the spaces

Result<AppendResult> SqliteLog::append(std::uint64_t rosterPosition, std::span<const Candidate> candidates,
                                       WallMs now) {
    Job job;
    job.rosterPosition = rosterPosition;
    job.candidates = candidates;
    job.now = now;

    std::unique_lock lock(queueMutex_);
    if (queue_.size() >= maxWaitingAppends)
        return fail(ErrorCode::Busy, "the server has too much to write at this moment; try again shortly");
    queue_.push_back(&job);
    queueChanged_.wait(lock, [&] { return job.done || !writing_; });
    if (!job.done) {
        // Nobody writes: this caller commits for all who wait, itself among them.
        writing_ = true;
        std::vector<Job*> jobs;
        jobs.swap(queue_);
        lock.unlock();
        commit(jobs);
        lock.lock();
        for (Job* each : jobs)
            each->done = true;
        counts_.transactions += 1;
        counts_.calls += jobs.size();
        writing_ = false;
        queueChanged_.notify_all();
    }
    lock.unlock();
    if (job.fault) std::rethrow_exception(job.fault);
    return std::move(job.result);
}

void SqliteLog::commit(const std::vector<Job*>& jobs) {
    try {
        const std::lock_guard lock(writeMutex_);
        commitOrThrow(jobs);
    } catch (const std::exception&) {
        // Storage and memory faults alike: the transaction was rolled back, and everybody in it must hear so.
        for (Job* job : jobs)
            job->fault = std::current_exception();
    }
}

void SqliteLog::commitOrThrow(const std::vector<Job*>& jobs) {
    {
        Transaction transaction(writer_);
        const std::uint64_t position = count(writer_, "SELECT max(position) FROM roster");
        for (Job* job : jobs) {
            job->result.rosterMoved = job->rosterPosition != position;
            if (job->result.rosterMoved) continue;
            for (const Candidate& candidate : job->candidates)
                job->result.outcomes.push_back(appendOne(writer_, candidate, job->now));
        }
        transaction.commit();
    }
    checkpointWhenDue();
}

// A failed checkpoint loses nothing: what was committed stays in the write-ahead log.
void SqliteLog::checkpointWhenDue() {
    if (walPages_ < checkpointPages) return;
    sqlite3_wal_checkpoint_v2(writer_.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

void SqliteLog::checkpoint() {
    if (mode_ != Mode::File) return;
    const std::lock_guard lock(writeMutex_);
    const int code =
        sqlite3_wal_checkpoint_v2(writer_.handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) throwSqlite(writer_.handle(), code, "folding the write-ahead log");
}

SqliteLog::Counts SqliteLog::counts() const {
    const std::lock_guard lock(queueMutex_);
    return counts_;
}

// ---------------------------------------------------------------- reading the spaces

StoredPage SqliteLog::read(const SpaceId& space, std::uint64_t position, std::size_t maxEntries,
                           std::size_t maxBytes) const {
    Reader reader(*this);
    Database& db = reader.db();
    StoredPage page;
    std::int64_t key = 0;
    {
        // The head first: entries never change, so whatever stands up to it is one consistent view.
        Statement row = db.prepare("SELECT key, position FROM space WHERE id = ?1");
        row.bind(1, space.view());
        if (!row.step()) return page;
        key = row.integer(0);
        page.headPosition = static_cast<std::uint64_t>(row.integer(1));
    }
    if (position > page.headPosition) return page;
    if (position > 0) {
        Statement before = db.prepare("SELECT chain FROM entry WHERE space = ?1 AND position = ?2");
        before.bind(1, key).bind(2, static_cast<std::int64_t>(position));
        if (!before.step()) throw StorageError(ErrorCode::VaultDamaged, "an entry of the log is missing");
        page.chainBefore = fixed<Hash>(before.blob(0));
    }
    page.chainAfter = page.chainBefore;
    Statement rows = db.prepare(
        "SELECT position, server_time_ms, chain, envelope FROM entry "
        "WHERE space = ?1 AND position > ?2 AND position <= ?3 ORDER BY position");
    rows.bind(1, key)
        .bind(2, static_cast<std::int64_t>(position))
        .bind(3, static_cast<std::int64_t>(page.headPosition));
    std::size_t bytes = 0;
    while (page.entries.size() < maxEntries && rows.step()) {
        const ByteView envelope = rows.blob(3);
        bytes += envelope.size();
        if (!page.entries.empty() && bytes > maxBytes) break;
        wire::LogEntry& entry = page.entries.emplace_back();
        entry.set_position(static_cast<std::uint64_t>(rows.integer(0)));
        entry.set_server_time_ms(rows.integer(1));
        if (!entry.mutable_envelope()->ParseFromArray(envelope.data(), static_cast<int>(envelope.size())))
            throw StorageError(ErrorCode::VaultDamaged, "an envelope in the log cannot be parsed");
        page.chainAfter = fixed<Hash>(rows.blob(2));
    }
    return page;
}

std::optional<AppendOutcome> SqliteLog::find(const SpaceId& space, const ActorId& actor,
                                             std::uint64_t firstSeq, const Hash& contentId) const {
    Reader reader(*this);
    return findStored(reader.db(), space, actor, firstSeq, contentId);
}

ActorHead SqliteLog::actorHead(const SpaceId& space, const ActorId& actor) const {
    Reader reader(*this);
    return storedHead(reader.db(), space, actor);
}

std::vector<SpaceHead> SqliteLog::spaces() const {
    Reader reader(*this);
    Statement rows = reader.db().prepare("SELECT id, position, chain FROM space ORDER BY id");
    std::vector<SpaceHead> heads;
    while (rows.step())
        heads.push_back({fixed<SpaceId>(rows.blob(0)), static_cast<std::uint64_t>(rows.integer(1)),
                         fixed<Hash>(rows.blob(2))});
    return heads;
}

// ---------------------------------------------------------------- upkeep

std::vector<std::string> SqliteLog::checkStorage() const {
    Reader reader(*this);
    std::vector<std::string> problems;
    const auto collect = [&](std::string_view sql) {
        Statement rows = reader.db().prepare(sql);
        while (rows.step())
            if (rows.text(0) != "ok") problems.emplace_back(rows.text(0));
    };
    collect("PRAGMA integrity_check");
    collect(
        "SELECT 'space ' || hex(id) || ': the head is not the last entry' FROM space AS s WHERE position <> "
        "(SELECT coalesce(max(position), 0) FROM entry WHERE space = s.key)");
    collect(
        "SELECT 'an actor without entries: ' || hex(actor) FROM actor AS a WHERE NOT EXISTS "
        "(SELECT 1 FROM entry AS e WHERE e.space = a.space AND e.actor = a.actor)");
    collect(
        "SELECT 'the membership log has a gap before position ' || position FROM roster AS r "
        "WHERE position > 1 AND NOT EXISTS (SELECT 1 FROM roster WHERE position = r.position - 1)");
    return problems;
}

void SqliteLog::probe() const {
    Reader reader(*this);
    static_cast<void>(count(reader.db(), "SELECT count(*) FROM meta"));
}

void SqliteLog::copyTo(const std::filesystem::path& file) const {
    Database db = connect(false);
    db.execute("PRAGMA query_only = OFF");  // it would refuse the copy too
    const std::string target = file.string();
    Statement copy = db.prepare("VACUUM INTO ?1");
    copy.bind(1, target).run();
}

}  // namespace veldwijzer::server
