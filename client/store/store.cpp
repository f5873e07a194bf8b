// SPDX-License-Identifier: EUPL-1.2
#include "store/store.h"

#include <algorithm>
#include <tuple>

#include "base/ensure.h"
#include "domain/kinds.h"
#include "merge/conflicts.h"
#include "signing/identity.h"
#include "store/acknowledgement.h"
#include "store/bulk_writer.h"
#include "store/care.h"
#include "store/columns.h"
#include "store/draft.h"
#include "store/history_view.h"
#include "store/page.h"
#include "store/reauthoring.h"
#include "store/schema.h"
#include "store/tables.h"
#include "store/transactions.h"

namespace veldwijzer::store {
namespace {

// Settings of the store's own; callers' keys have no such prefix.
constexpr std::string_view deviceSetting = "store/device";
constexpr std::string_view indexSetting = "store/index";

Error unknownSpace() {
    return fail(ErrorCode::NotFound, "this device does not know that space");
}

}  // namespace

struct Store::Parts {
    explicit Parts(Ground given)
        : ground(std::move(given)), tables(ground.db), bench(tables), transactions(ground, tables, bench) {}

    [[nodiscard]] const SpaceState& known(const SpaceId& id) const {
        const SpaceState* space = tables.spaces.find(id);
        ENSURE(space != nullptr);
        return *space;
    }
    [[nodiscard]] SpaceId idOf(std::int64_t key) const {
        for (const SpaceState& space : tables.spaces.all()) {
            if (space.key == key) return space.row.id;
        }
        throwDamaged("a record of a space");
    }
    [[nodiscard]] DeviceId device() const {
        const auto bytes = tables.settings.get(deviceSetting);
        const auto id = bytes ? DeviceId::from(*bytes) : std::nullopt;
        ENSURE(id.has_value());
        return *id;
    }
    /// Never one that was used: after a restore even randomness may repeat itself.
    [[nodiscard]] Incarnation freshIncarnation() const {
        for (;;) {
            const auto incarnation = ground.random.id<Incarnation>();
            const ActorId actor = actorOf(device(), incarnation);
            const auto& spaces = tables.spaces.all();
            const bool ours = std::any_of(spaces.begin(), spaces.end(),
                                          [&](const SpaceState& space) { return space.row.actor == actor; });
            if (!ours && !tables.actors.device(actor)) return incarnation;
        }
    }
    /// A server that lost its memory was read to its end, and it lacks older changes of ours than are kept
    /// here: under our present name it would never take anything again.
    void giveUpWhatCannotBeOffered(const SpaceId& id) {
        const SpaceState& space = known(id);
        if (space.row.position < space.row.headPosition || space.offeredSeq >= space.row.ackedSeq) return;
        const auto first = tables.outbox.firstHeld(space.key);
        if (first && *first <= space.offeredSeq + 1) return;
        bench.flush();
        reauthor(tables, id, device(), freshIncarnation(), nullptr);
    }
    void deriveAgainIfOld() {
        const std::string version = std::to_string(indexVersion);
        const auto stored = tables.settings.get(indexSetting);
        if (stored && textOf(*stored) == version) return;
        transactions.run([&] {
            tables.records.deriveAgain([this](std::int64_t space) { return tables.clamps.of(space); });
            tables.settings.set(indexSetting, viewOf(version));
        });
    }

    Ground ground;
    Tables tables;
    Workbench bench;
    Transactions transactions;
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(Ground ground) {
    {
        const std::lock_guard lock(ground.writeMutex);
        if (auto made = makeSchema(ground.db); !made) return made.error();
    }
    auto parts = std::make_unique<Parts>(std::move(ground));
    parts->deriveAgainIfOld();
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

std::uint64_t Store::head() const {
    return parts_->tables.spaces.head();
}

void Store::raiseHead(std::uint64_t head) {
    transact([&] { parts_->tables.spaces.raiseHead(head); });
}

void Store::transact(const std::function<void()>& work) {
    parts_->transactions.run(work);
}

void Store::defer(const std::function<void()>& work) {
    parts_->transactions.defer(work);
}

void Store::settle() {
    parts_->transactions.settle();
}

// ---- local writes

Result<std::uint64_t> Store::write(const SpaceId& space, std::span<const RecordEdit> edits) {
    if (parts_->tables.spaces.find(space) == nullptr) return unknownSpace();
    Result<std::uint64_t> seq = std::uint64_t{0};
    transact([&] {
        parts_->transactions.flushBench();
        Draft draft(parts_->tables, space, parts_->ground.clock.wallMs());
        for (const RecordEdit& edit : edits) {
            if (auto added = draft.add(edit.record, edit.kind, edit.edits); !added) {
                seq = added.error();
                return;
            }
        }
        seq = draft.save();
    });
    return seq;
}

Result<BulkProgress> Store::writeBulk(const SpaceId& space, std::span<const RecordEdit> edits) {
    if (parts_->tables.spaces.find(space) == nullptr) return unknownSpace();
    BulkWriter writer(parts_->tables, space, parts_->ground.clock, edits);
    while (!writer.done()) {
        Result<void> written;
        transact([&] {
            parts_->transactions.flushBench();
            written = writer.writeSome(changesPerBulkTransaction);
        });
        if (!written) return written.error();
    }
    return writer.progress();
}

// ---- reading

std::optional<StoredRecord> Store::find(const RecordId& id) const {
    parts_->transactions.flushBench();
    std::optional<StoredRecord> best;
    bool bestShown = false;
    for (const std::int64_t row : parts_->tables.records.rowsOf(id)) {
        OpenRecord open = *parts_->tables.records.read(row);
        // One id in two spaces or of two kinds is somebody's mistake; the one that lists show comes first,
        // then the least by space and kind: the same on every device, whatever numbers these have here.
        const bool shown = open.before.title.has_value();
        const SpaceId space = parts_->idOf(open.space);
        const auto later = [&] {
            if (shown != bestShown) return bestShown;
            return std::tie(best->space, best->record.kind) < std::tie(space, open.record.kind);
        };
        if (best && later()) continue;
        const auto visibility = merge::visibilityOf(open.record, domain::deletePolicyOf(open.record.kind));
        best = StoredRecord{space, std::move(open.record), visibility, parts_->tables.records.hasBase(row)};
        bestShown = shown;
    }
    return best;
}

ListResult Store::list(const ListQuery& query) const {
    parts_->transactions.flushBench();
    const auto kind = parts_->tables.kinds.find(query.kind);
    if (!kind) return {};
    return parts_->tables.listing.list(query, *kind, parts_->tables.kinds.present(*kind));
}

std::vector<std::pair<std::string, std::uint64_t>> Store::kinds() const {
    parts_->transactions.flushBench();
    return parts_->tables.kinds.all();
}

std::vector<HistoryEntry> Store::history(const RecordId& id) const {
    parts_->transactions.flushBench();
    return historyOf(parts_->tables, id);
}

std::vector<ConflictRow> Store::conflicts(std::size_t limit) const {
    parts_->transactions.flushBench();
    std::vector<ConflictRow> rows;
    for (const std::int64_t row : parts_->tables.records.inConflict(limit)) {
        const OpenRecord open = *parts_->tables.records.read(row);
        const merge::ClampedTime clamped = parts_->tables.clamps.of(open.space);
        const merge::DeletePolicy policy = domain::deletePolicyOf(open.record.kind);
        rows.push_back({parts_->idOf(open.space), open.record.id, open.record.kind,
                        open.before.title ? *open.before.title : domain::titleOf(open.record, clamped),
                        merge::conflictsOf(open.record, policy, clamped)});
    }
    return rows;
}

std::uint64_t Store::conflictCount() const {
    parts_->transactions.flushBench();
    return parts_->tables.records.conflictCount();
}

std::uint64_t Store::pendingCount() const {
    std::uint64_t count = 0;
    for (const SpaceState& space : parts_->tables.spaces.all())
        count += space.row.lastSeq - space.offeredSeq;
    return count;
}

std::vector<RecordId> Store::idsBetween(const RecordId& first, const RecordId& last,
                                        std::size_t limit) const {
    return parts_->tables.records.idsBetween(first, last, limit);
}

std::vector<RejectedChange> Store::rejected() const {
    std::vector<RejectedChange> changes;
    for (auto& [space, change] : parts_->tables.tray.rejected()) {
        change.space = parts_->idOf(space);
        changes.push_back(std::move(change));
    }
    return changes;
}

void Store::dismissRejected(std::int64_t id) {
    transact([&] { parts_->tables.tray.dismiss(id); });
}

std::uint64_t Store::quarantinedCount() const {
    return parts_->tables.tray.quarantinedCount();
}

std::optional<DeviceId> Store::deviceOf(const ActorId& actor) const {
    for (const SpaceState& space : parts_->tables.spaces.all()) {
        if (space.row.actor == actor) return parts_->device();
    }
    return parts_->tables.actors.device(actor);
}

merge::ClampedTime Store::clampedTime(const SpaceId& space) const {
    return parts_->tables.clamps.of(parts_->known(space).key);
}

// ---- spaces

void Store::setDevice(const DeviceId& device) {
    const auto known = this->device();
    ENSURE(!known || *known == device || parts_->tables.spaces.all().empty());
    if (known != device) setSetting(deviceSetting, device.view());
}

std::optional<DeviceId> Store::device() const {
    const auto bytes = parts_->tables.settings.get(deviceSetting);
    return bytes ? DeviceId::from(*bytes) : std::nullopt;
}

void Store::addSpace(const SpaceId& id, std::uint32_t type, const std::string& name) {
    const SpaceState* known = parts_->tables.spaces.find(id);
    if (known != nullptr && known->row.type == type && known->row.name == name) return;
    transact([&] {
        if (known != nullptr) {
            SpaceState& space = parts_->tables.spaces.edit(id);
            space.row.type = type;
            space.row.name = name;
            return;
        }
        SpaceRow row;
        row.id = id;
        row.type = type;
        row.name = name;
        row.incarnation = parts_->freshIncarnation();
        row.actor = actorOf(parts_->device(), row.incarnation);
        parts_->tables.spaces.add(row);
    });
}

std::vector<SpaceRow> Store::spaces() const {
    std::vector<SpaceRow> rows;
    for (const SpaceState& space : parts_->tables.spaces.all())
        rows.push_back(space.row);
    return rows;
}

std::optional<SpaceRow> Store::space(const SpaceId& id) const {
    const SpaceState* space = parts_->tables.spaces.find(id);
    if (space == nullptr) return std::nullopt;
    return space->row;
}

merge::StateDigest Store::digest(const SpaceId& space) const {
    parts_->transactions.flushBench();
    return parts_->known(space).digest;
}

merge::StateDigest Store::computeDigest(const SpaceId& space) const {
    parts_->transactions.flushBench();
    return digestOfRecords(parts_->tables, parts_->known(space).key);
}

// ---- outbox

std::vector<PendingChange> Store::pendingChanges(const SpaceId& id, std::size_t limit,
                                                 std::size_t bytes) const {
    const SpaceState& space = parts_->known(id);
    return parts_->tables.outbox.changes(space.key, space.row.frozenSeq, space.row.lastSeq, limit, bytes);
}

std::vector<ActorHead> Store::unsentDependencies(const SpaceId& space) const {
    return parts_->tables.actors.unsent(parts_->known(space).key);
}

void Store::freeze(const SpaceId& id, const OutgoingEnvelope& envelope) {
    transact([&] {
        SpaceState& space = parts_->tables.spaces.edit(id);
        ENSURE(envelope.firstSeq == space.row.frozenSeq + 1 && envelope.lastSeq >= envelope.firstSeq);
        ENSURE(envelope.lastSeq <= space.row.lastSeq);
        parts_->tables.outbox.addEnvelope(space.key, envelope);
        parts_->tables.actors.markSent(space.key);
        space.row.frozenSeq = envelope.lastSeq;
        space.row.lastContentId = envelope.contentId;
    });
}

void Store::refreeze(const SpaceId& id, const OutgoingEnvelope& envelope) {
    transact([&] { parts_->tables.outbox.replaceSealed(parts_->known(id).key, envelope); });
}

std::vector<OutgoingEnvelope> Store::outgoing(const SpaceId& id, std::size_t limit, std::size_t bytes) const {
    const SpaceState& space = parts_->known(id);
    return parts_->tables.outbox.envelopes(space.key, space.offeredSeq, limit, bytes);
}

SealedAhead Store::sealedAhead(const SpaceId& id, std::uint32_t epoch) const {
    const SpaceState& space = parts_->known(id);
    return parts_->tables.outbox.sealedAhead(space.key, space.offeredSeq, epoch);
}

void Store::acknowledge(const SpaceId& id, const Hash& contentId, WallMs serverTimeMs) {
    transact([&] {
        const SpaceState& space = parts_->known(id);
        const auto range = parts_->tables.outbox.find(space.key, contentId);
        if (!range) return;
        if (range->last > space.row.ackedSeq)
            acknowledgeUpTo(parts_->tables, parts_->bench, id, range->last, contentId, serverTimeMs);
        else if (range->last > space.offeredSeq)
            parts_->tables.spaces.edit(id).offeredSeq = range->last;
    });
}

void Store::reject(const SpaceId& id, const Hash& contentId, std::string_view reason) {
    transact([&] {
        const SpaceState& space = parts_->known(id);
        const auto range = parts_->tables.outbox.find(space.key, contentId);
        if (!range) return;
        parts_->transactions.flushBench();
        const Removal removal{range->first, range->last, reason, parts_->ground.clock.wallMs()};
        reauthor(parts_->tables, id, parts_->device(), parts_->freshIncarnation(), &removal);
    });
}

std::uint64_t Store::rejectUnsealed(const SpaceId& id, std::string_view reason) {
    std::uint64_t count = 0;
    transact([&] {
        const SpaceRow& row = parts_->known(id).row;
        // Authored again, an envelope that the server has would be there twice.
        ENSURE(row.frozenSeq == row.ackedSeq);
        count = row.lastSeq - row.ackedSeq;
        if (count == 0) return;
        parts_->transactions.flushBench();
        const Removal removal{row.ackedSeq + 1, row.lastSeq, reason, parts_->ground.clock.wallMs()};
        reauthor(parts_->tables, id, parts_->device(), parts_->freshIncarnation(), &removal);
    });
    return count;
}

void Store::reincarnate(const SpaceId& space) {
    transact([&] {
        parts_->transactions.flushBench();
        reauthor(parts_->tables, space, parts_->device(), parts_->freshIncarnation(), nullptr);
    });
}

void Store::rewindCursor(const SpaceId& id) {
    transact([&] {
        SpaceState& space = parts_->tables.spaces.edit(id);
        space.row.position = 0;
        space.row.headPosition = 0;
        space.row.chain = {};
        space.offeredSeq = 0;
        parts_->tables.chain.clear(space.key);
    });
}

// ---- incoming

Result<void> Store::applyPage(const SpaceId& id, std::span<const IncomingEnvelope> envelopes,
                              std::uint64_t position, const Hash& chain, std::uint64_t headPosition) {
    if (parts_->tables.spaces.find(id) == nullptr) return unknownSpace();
    Result<void> result;
    transact([&] {
        Page page(parts_->tables, parts_->bench, id, parts_->device(),
                  [this] { return parts_->freshIncarnation(); });
        result = page.plan(envelopes);
        if (!result) return;
        page.apply();
        SpaceState& space = parts_->tables.spaces.edit(id);
        for (const IncomingEnvelope& envelope : envelopes) {
            if (envelope.position > space.row.position && !envelope.chain.isZero())
                parts_->tables.chain.add(space.key, envelope.position, envelope.chain);
        }
        if (position > space.row.position) {
            space.row.position = position;
            space.row.chain = chain;
            parts_->tables.chain.add(space.key, position, chain);
            parts_->tables.chain.trim(space.key, position);
        }
        space.row.headPosition = std::max(headPosition, space.row.position);
        parts_->giveUpWhatCannotBeOffered(id);
    });
    return result;
}

std::optional<Hash> Store::chainAt(const SpaceId& space, std::uint64_t position) const {
    return parts_->tables.chain.at(parts_->known(space).key, position);
}

std::optional<ActorHead> Store::actorHead(const SpaceId& id, const ActorId& actor) const {
    const SpaceState& space = parts_->known(id);
    if (actor != space.row.actor) return parts_->tables.actors.head(space.key, actor);
    if (space.row.ackedSeq == 0) return std::nullopt;
    return ActorHead{actor, parts_->device(), space.row.ackedSeq, space.ackedContentId};
}

void Store::noteSynced(const SpaceId& space, WallMs serverTimeMs) {
    transact([&] { parts_->tables.spaces.edit(space).row.lastSyncMs = serverTimeMs; });
}

void Store::setProblem(const SpaceId& space, std::string_view reason) {
    if (parts_->known(space).row.problem == reason) return;
    transact([&] { parts_->tables.spaces.edit(space).row.problem = reason; });
}

// ---- small things kept beside

std::optional<Bytes> Store::setting(std::string_view key) const {
    return parts_->tables.settings.get(key);
}

void Store::setSetting(std::string_view key, ByteView value) {
    transact([&] { parts_->tables.settings.set(key, value); });
}

std::vector<Bytes> Store::rosterEntries() const {
    return parts_->tables.roster.entries();
}

void Store::appendRosterEntry(ByteView entry) {
    transact([&] { parts_->tables.roster.append(entry); });
}

void Store::queueRosterEntry(ByteView entry) {
    transact([&] { parts_->tables.roster.queue(entry); });
}

std::vector<std::pair<std::int64_t, Bytes>> Store::queuedRosterEntries() const {
    return parts_->tables.roster.queued();
}

void Store::dropQueuedRosterEntry(std::int64_t id) {
    transact([&] { parts_->tables.roster.drop(id); });
}

// ---- for what is derived from records outside the store

std::vector<Store::ChangedRow> Store::changedRows(std::size_t limit) const {
    parts_->transactions.flushBench();
    std::vector<ChangedRow> rows;
    for (const ChangedRows::Row& row : parts_->tables.changed.list(limit))
        rows.push_back({row.row, row.id, row.kind == 0 ? "" : parts_->tables.kinds.name(row.kind), row.gone});
    return rows;
}

std::size_t Store::changedCount(std::size_t limit) const {
    parts_->transactions.flushBench();
    return parts_->tables.changed.count(limit);
}

void Store::settleChanged(std::int64_t lastRow) {
    transact([&] { parts_->tables.changed.settle(lastRow); });
}

void Store::unsettleAll() {
    transact([&] { parts_->tables.changed.noteAll(); });
}

std::optional<Store::RowRecord> Store::readRow(std::int64_t row) const {
    parts_->transactions.flushBench();
    std::optional<OpenRecord> open = parts_->tables.records.read(row);
    if (!open) return std::nullopt;
    return RowRecord{parts_->idOf(open->space), std::move(open->record),
                     parts_->tables.clamps.of(open->space), open->before.title.has_value()};
}

std::vector<std::int64_t> Store::rowsOf(const RecordId& id) const {
    parts_->transactions.flushBench();
    return parts_->tables.records.rowsOf(id);
}

Database& Store::database() {
    return parts_->ground.db;
}

Store::CheckReport Store::check() const {
    parts_->transactions.flushBench();
    return checkTables(parts_->tables);
}

}  // namespace veldwijzer::store
