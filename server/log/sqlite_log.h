// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "log/log.h"
#include "sqlite/database.h"

namespace veldwijzer::server {

/// The log in one SQLite file (WAL, synchronous=FULL).
///
/// Group commit: appends queue up; whoever arrives while nobody writes becomes the writer and commits
/// everything that waits in one transaction. So there is one write at a time, one fsync for many callers, and
/// no thread to start or stop. Reads have their own connections and never wait for a write. Checkpoints run
/// under the write mutex: SQLite before 3.51.3 can lose commits when a checkpoint by one connection races a
/// commit by another, which is also why only one process may open a log for writing (the caller sees to it).
class SqliteLog final : public Log {
public:
    /// More callers than this wait for the writer: Busy.
    static constexpr std::size_t maxWaitingAppends = 256;
    /// The write-ahead log is folded into the main file past this many pages of 4 KiB.
    static constexpr int checkpointPages = 2048;

    /// Makes the schema in an empty file. StorageError when it cannot be opened, is damaged, or was made by a
    /// newer program.
    [[nodiscard]] static std::unique_ptr<SqliteLog> open(const std::filesystem::path& file);
    /// Only reads, beside a process that writes: for `check` and `backup`.
    [[nodiscard]] static std::unique_ptr<SqliteLog> openReadOnly(const std::filesystem::path& file);
    /// The same code with nothing on disk, for tests and simulations.
    [[nodiscard]] static std::unique_ptr<SqliteLog> inMemory();
    ~SqliteLog() override;
    SqliteLog(const SqliteLog&) = delete;
    SqliteLog& operator=(const SqliteLog&) = delete;

    [[nodiscard]] std::optional<Region> region() const override;
    void found(const Region& region, const ServerEpoch& epoch, const Bootstrap& bootstrap) override;
    [[nodiscard]] ServerEpoch epoch() const override;
    void setEpoch(const ServerEpoch& epoch) override;
    void adopt(const Region& region, const ServerEpoch& epoch, const Hash& rootFingerprint) override;
    [[nodiscard]] std::optional<Hash> rootFingerprint() const override;
    [[nodiscard]] WallMs refillUntilMs() const override;
    void setRefillUntilMs(WallMs until) override;
    [[nodiscard]] Bootstrap bootstrap() const override;
    void setBootstrap(const Bootstrap& bootstrap) override;

    [[nodiscard]] std::uint64_t rosterPosition() const override;
    [[nodiscard]] std::vector<std::string> rosterAfter(std::uint64_t position, std::size_t maxEntries,
                                                       std::size_t maxBytes) const override;
    [[nodiscard]] bool appendRoster(std::uint64_t expectedPosition,
                                    std::span<const std::string> entries) override;

    [[nodiscard]] Result<AppendResult> append(std::uint64_t rosterPosition,
                                              std::span<const Candidate> candidates, WallMs now) override;
    [[nodiscard]] StoredPage read(const SpaceId& space, std::uint64_t position, std::size_t maxEntries,
                                  std::size_t maxBytes) const override;
    [[nodiscard]] std::optional<AppendOutcome> find(const SpaceId& space, const ActorId& actor,
                                                    std::uint64_t firstSeq,
                                                    const Hash& contentId) const override;
    [[nodiscard]] ActorHead actorHead(const SpaceId& space, const ActorId& actor) const override;
    [[nodiscard]] std::vector<SpaceHead> spaces() const override;

    void setPublished(std::string_view name, const std::optional<std::string>& document) override;
    [[nodiscard]] std::optional<std::string> published(std::string_view name) const override;
    [[nodiscard]] std::vector<std::string> publishedNames() const override;

    [[nodiscard]] std::vector<std::string> checkStorage() const override;
    void probe() const override;

    /// A consistent copy in a new file, made while others read and write.
    void copyTo(const std::filesystem::path& file) const;
    /// Folds the write-ahead log into the main file; afterwards the main file alone is everything.
    void checkpoint();
    /// Transactions committed by `append`, and the calls they served: tells how well commits are grouped.
    struct Counts {
        std::uint64_t transactions = 0;
        std::uint64_t calls = 0;
    };
    [[nodiscard]] Counts counts() const;

private:
    enum class Mode { File, ReadOnly, Memory };
    SqliteLog(std::string path, Mode mode);

    /// One caller's candidates, waiting for the writer.
    struct Job {
        std::uint64_t rosterPosition = 0;
        std::span<const Candidate> candidates;
        WallMs now = 0;
        AppendResult result;
        std::exception_ptr fault;
        bool done = false;
    };
    /// A connection to read with, given back when it goes away.
    class Reader;

    [[nodiscard]] Database connect(bool writable) const;
    void commit(const std::vector<Job*>& jobs);
    void commitOrThrow(const std::vector<Job*>& jobs);
    void checkpointWhenDue();
    void putRegion(const Region& region, const ServerEpoch& epoch);
    void put(std::string_view key, ByteView value);
    [[nodiscard]] Bytes get(Database& db, std::string_view key) const;

    const std::string path_;
    const Mode mode_;

    mutable std::mutex writeMutex_;  ///< guards writer_: transactions and checkpoints
    mutable Database writer_;        ///< in memory also the one that reads
    int walPages_ = 0;               ///< after the last commit

    mutable std::mutex readersMutex_;
    mutable std::vector<std::unique_ptr<Database>> idleReaders_;

    mutable std::mutex queueMutex_;
    std::condition_variable queueChanged_;
    std::vector<Job*> queue_;
    bool writing_ = false;
    Counts counts_;
};

}  // namespace veldwijzer::server
