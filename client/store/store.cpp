// SPDX-License-Identifier: EUPL-1.2
#include "store/store.h"

#include <algorithm>
#include <limits>

#include "base/ensure.h"
#include "store/acknowledgement.h"
#include "store/bulk_writer.h"
#include "store/care.h"
#include "store/columns.h"
#include "store/draft.h"
#include "store/page.h"
#include "store/reauthoring.h"
#include "store/schema.h"
#include "store/store_parts.h"
#include "wire/envelope.h"

namespace veldwijzer::store {
namespace {

Error unknownSpace() {
    return fail(ErrorCode::NotFound, "this device does not know that space");
}

}  // namespace

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

std::vector<PendingChange> Store::unacknowledged(const SpaceId& id, std::size_t limit) const {
    const SpaceState& space = parts_->known(id);
    return parts_->tables.outbox.changes(space.key, space.row.ackedSeq, space.row.lastSeq, limit,
                                         std::numeric_limits<std::size_t>::max());
}

std::optional<Bytes> Store::ownChange(const SpaceId& id, std::uint64_t seq) const {
    const SpaceState& space = parts_->known(id);
    constexpr auto all = std::numeric_limits<std::size_t>::max();
    auto waiting = parts_->tables.outbox.changes(space.key, seq - 1, seq, 1, all);
    if (!waiting.empty()) return std::move(waiting.front().change);
    for (const OutgoingEnvelope& held : parts_->tables.outbox.envelopes(space.key, seq - 1, 1, all)) {
        const auto plain = wire::unpack(held.batch);
        wire::ChangeBatch batch;
        if (held.firstSeq > seq || !plain ||
            !batch.ParseFromArray(plain->data(), static_cast<int>(plain->size())))
            continue;
        const auto place = static_cast<int>(seq - held.firstSeq);
        if (place < batch.changes_size()) return toBytes(viewOf(batch.changes(place)));
    }
    return std::nullopt;
}

void Store::freeze(const SpaceId& id, const OutgoingEnvelope& envelope) {
    transact([&] {
        SpaceState& space = parts_->tables.spaces.edit(id);
        ENSURE(envelope.firstSeq == space.row.frozenSeq + 1 && envelope.lastSeq >= envelope.firstSeq);
        ENSURE(envelope.lastSeq <= space.row.lastSeq);
        parts_->tables.outbox.addEnvelope(space.key, envelope);
        parts_->tables.actors.markSent(space.key);
        parts_->tables.carried.markNamed(space.key);
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
    const TakenEnvelope taken{contentId, serverTimeMs};
    acknowledge(id, std::span(&taken, 1));
}

void Store::acknowledge(const SpaceId& id, std::span<const TakenEnvelope> envelopes, bool pagesCome) {
    transact([&] {
        const SpaceState& space = parts_->known(id);
        // Ours may build on what came by hand, and the base takes both in the order of the log: its page will
        // acknowledge them.
        if (pagesCome && parts_->tables.carried.any(space.key)) return;
        std::vector<AcknowledgedUpTo> taken;
        for (const TakenEnvelope& envelope : envelopes) {
            const auto range = parts_->tables.outbox.find(space.key, envelope.contentId);
            if (!range) continue;
            if (range->last > space.row.ackedSeq)
                taken.push_back({range->last, envelope.contentId, envelope.serverTimeMs});
            else if (range->last > space.offeredSeq)
                parts_->tables.spaces.edit(id).offeredSeq = range->last;
        }
        acknowledgeEnvelopes(parts_->tables, parts_->bench, id, taken);
    });
}

void Store::reject(const SpaceId& id, const Hash& contentId, std::string_view reason) {
    transact([&] {
        const SpaceState& space = parts_->known(id);
        const auto range = parts_->tables.outbox.find(space.key, contentId);
        if (!range) return;
        parts_->transactions.flushBench();
        const Removal removal{range->first, range->last, reason, parts_->ground.clock.wallMs()};
        reauthor(parts_->tables, id, parts_->device(), parts_->freshIncarnation(), &removal,
                 {.at = removal.at});
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
        reauthor(parts_->tables, id, parts_->device(), parts_->freshIncarnation(), &removal,
                 {.at = removal.at});
    });
    return count;
}

void Store::reincarnate(const SpaceId& space) {
    transact([&] {
        parts_->transactions.flushBench();
        reauthor(parts_->tables, space, parts_->device(), parts_->freshIncarnation(), nullptr,
                 {.at = parts_->ground.clock.wallMs()});
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
        parts_->tables.places.clear(space.key);
        parts_->tables.carried.forgetOffered(space.key);
        parts_->tables.outbox.markSealedForLostLog(space.key);
    });
}

// ---- incoming

Result<void> Store::applyPage(const SpaceId& id, std::span<const IncomingEnvelope> envelopes,
                              std::uint64_t position, const Hash& chain, std::uint64_t headPosition) {
    if (parts_->tables.spaces.find(id) == nullptr) return unknownSpace();
    Result<void> result;
    transact([&] {
        Page page(parts_->tables, parts_->bench, parts_->ground.helpers, id, parts_->device(),
                  [this] { return parts_->freshIncarnation(); });
        result = page.plan(envelopes);
        if (!result) return;
        page.apply();
        SpaceState& space = parts_->tables.spaces.edit(id);
        for (const IncomingEnvelope& envelope : envelopes) {
            if (envelope.position > space.row.position && !envelope.chain.isZero())
                parts_->tables.chain.add(space.key, envelope.position, envelope.chain);
            if (PlaceTable::keepsPlacesOf(space.row.type) && !envelope.changes.empty())
                parts_->tables.places.add(space.key, envelope.actor,
                                          envelope.firstSeq + envelope.changes.size() - 1, envelope.position);
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

void Store::replaceQueuedRosterEntry(std::int64_t id, ByteView entry) {
    transact([&] { parts_->tables.roster.requeue(id, entry); });
}

void Store::dropQueuedRosterEntry(std::int64_t id) {
    transact([&] { parts_->tables.roster.drop(id); });
}

Store::CheckReport Store::check() const {
    parts_->transactions.flushBench();
    return checkTables(parts_->tables);
}

}  // namespace veldwijzer::store
