// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "wire/envelope.h"

/// What the server keeps: sealed bytes, in the order in which it accepted them.
namespace veldwijzer::server {

/// Random, new at `init` and after every restore: a device that knew another one learns that the server may
/// have lost what it once acknowledged.
using ServerEpoch = FixedBytes<struct ServerEpochTag, 16>;

/// What the region was founded with. Its secrets stand elsewhere: the server's key in the key file, the
/// bootstrap secret in the printed link only.
struct Region {
    RegionId id;
    std::string name;
    std::string url;
    SigningPublicKey serverKey;
};

/// The invitation that founds the region; only its public key is kept. A new one voids the old.
struct Bootstrap {
    SigningPublicKey key;
    WallMs expiresMs = 0;
};

/// An envelope whose signature and rights were verified against the membership log at some position. What is
/// left to judge needs the log itself, and is judged inside the appending transaction.
struct Candidate {
    wire::Header header;  ///< of `envelope`
    wire::Envelope envelope;
};

enum class Verdict {
    Accepted,
    Duplicate,            ///< this actor's envelope with this content stands in the log already
    SequenceGap,          ///< the actor's previous changes are missing
    SequenceFork,         ///< other content has this actor and sequence number
    DependenciesMissing,  ///< a change of another actor that it builds on is missing
    SeenElsewhere,        ///< its author read a log that is not, or no longer, this one
};

/// What the log holds of one actor in one space. All zero when it holds nothing.
struct ActorHead {
    std::uint64_t seq = 0;
    Hash contentId;
    bool operator==(const ActorHead&) const = default;
};

struct AppendOutcome {
    Verdict verdict = Verdict::Accepted;
    std::uint64_t position = 0;  ///< when accepted or duplicate
    WallMs serverTimeMs = 0;     ///< when accepted or duplicate: the time of the append
    ActorHead head;              ///< of the candidate's actor, after this append
};

struct AppendResult {
    /// The membership log has grown since the candidates were judged: nothing was appended; judge again.
    bool rosterMoved = false;
    std::vector<AppendOutcome> outcomes;  ///< one for each candidate, in order
};

struct StoredPage {
    std::vector<wire::LogEntry> entries;
    Hash chainBefore;  ///< chain hash at the position asked for; zero at 0
    Hash chainAfter;   ///< chain hash after the last entry
    std::uint64_t headPosition = 0;
};

struct SpaceHead {
    SpaceId space;
    std::uint64_t position = 0;
    Hash chain;
};

/// The server's store. One contract suite (tests/server/log_contract.h) runs against every implementation.
///
/// Thread-safe. What a function reports as appended is durable when it returns. A storage fault throws
/// StorageError, and then nothing of that call has happened. Positions count from 1, without gaps, and are
/// allotted inside the appending transaction from the space's own row, so that a reader who has seen
/// position n has seen everything before it.
class Log {
public:
    virtual ~Log() = default;

    // ------------------------------------------------------------ the region

    /// Nothing before `found`.
    [[nodiscard]] virtual std::optional<Region> region() const = 0;
    /// Once in a log's life; a second time is a bug.
    virtual void found(const Region& region, const ServerEpoch& epoch, const Bootstrap& bootstrap) = 0;
    [[nodiscard]] virtual ServerEpoch epoch() const = 0;
    virtual void setEpoch(const ServerEpoch& epoch) = 0;
    /// An empty log for a region that was founded elsewhere: its membership log comes from its members'
    /// devices, and begins with the root key of this fingerprint. Once in a log's life, instead of `found`.
    virtual void adopt(const Region& region, const ServerEpoch& epoch, const Hash& rootFingerprint) = 0;
    /// Nothing on a server that founded the region.
    [[nodiscard]] virtual std::optional<Hash> rootFingerprint() const = 0;
    /// Until then members' devices may give the membership log back; 0: this server never lost anything.
    [[nodiscard]] virtual WallMs refillUntilMs() const = 0;
    virtual void setRefillUntilMs(WallMs until) = 0;
    [[nodiscard]] virtual Bootstrap bootstrap() const = 0;
    virtual void setBootstrap(const Bootstrap& bootstrap) = 0;

    // ------------------------------------------------------------ the membership log

    [[nodiscard]] virtual std::uint64_t rosterPosition() const = 0;
    /// Serialized wire::RosterEntry after `position`, oldest first, within both bounds but at least one if
    /// there is one.
    [[nodiscard]] virtual std::vector<std::string> rosterAfter(std::uint64_t position, std::size_t maxEntries,
                                                               std::size_t maxBytes) const = 0;
    /// Appends verified entries directly after `expectedPosition`. False when the log stands elsewhere by
    /// now: nothing was appended.
    [[nodiscard]] virtual bool appendRoster(std::uint64_t expectedPosition,
                                            std::span<const std::string> entries) = 0;

    // ------------------------------------------------------------ the spaces

    /// Appends, in order, each candidate that continues its actor's sequence and whose dependencies are
    /// there. One refused candidate does not stop the others. An implementation may commit the candidates of
    /// several callers together. `rosterPosition` is where the membership log stood when they were judged.
    /// Busy when too many callers wait already: nothing was appended.
    [[nodiscard]] virtual Result<AppendResult> append(std::uint64_t rosterPosition,
                                                      std::span<const Candidate> candidates, WallMs now) = 0;

    /// The entries of `space` after `position`: at most `maxEntries`, and no more than fit in `maxBytes`,
    /// but at least one if there is one and `maxEntries` is not 0. A position beyond the head yields no
    /// entries and zero hashes.
    [[nodiscard]] virtual StoredPage read(const SpaceId& space, std::uint64_t position,
                                          std::size_t maxEntries, std::size_t maxBytes) const = 0;
    /// The stored place of an envelope with this first sequence number and content, if it is in the log.
    [[nodiscard]] virtual std::optional<AppendOutcome> find(const SpaceId& space, const ActorId& actor,
                                                            std::uint64_t firstSeq,
                                                            const Hash& contentId) const = 0;
    [[nodiscard]] virtual ActorHead actorHead(const SpaceId& space, const ActorId& actor) const = 0;
    /// Every space that has entries.
    [[nodiscard]] virtual std::vector<SpaceHead> spaces() const = 0;

    // ------------------------------------------------------------ what is there for everybody

    /// What an editor put in the clear on purpose, under a name; nothing takes it away.
    virtual void setPublished(std::string_view name, const std::optional<std::string>& document) = 0;
    [[nodiscard]] virtual std::optional<std::string> published(std::string_view name) const = 0;
    [[nodiscard]] virtual std::vector<std::string> publishedNames() const = 0;

    // ------------------------------------------------------------ upkeep

    /// What is wrong with the store itself (pages, indexes, heads that do not agree with their entries);
    /// empty when all is well. Reads everything: minutes on a large store.
    [[nodiscard]] virtual std::vector<std::string> checkStorage() const = 0;
    /// Throws StorageError when the store can't be read.
    virtual void probe() const = 0;
};

}  // namespace veldwijzer::server
