// SPDX-License-Identifier: EUPL-1.2
#include "simulation/log_reader.h"

#include <algorithm>

#include "base/ensure.h"
#include "base/hash.h"
#include "wire/envelope.h"

namespace veldwijzer::simulation {
namespace {

std::optional<merge::Value> valueOf(const wire::Value& value) {
    switch (value.kind_case()) {
        case wire::Value::kBoolean:
            return value.boolean();
        case wire::Value::kInteger:
            return std::int64_t{value.integer()};
        case wire::Value::kNumber:
            return value.number();
        case wire::Value::kText:
            return value.text();
        case wire::Value::kBlob:
            return toBytes(viewOf(value.blob()));
        case wire::Value::kReference:
            return *RecordId::from(viewOf(value.reference()));
        case wire::Value::kJson:
            return merge::Json{value.json()};
        case wire::Value::KIND_NOT_SET:
            break;
    }
    return std::nullopt;
}

std::vector<merge::OperationId> replacedBy(const wire::Change& change, const wire::Operation& operation) {
    std::vector<merge::OperationId> ids;
    for (int i = 0; i + 2 < operation.replaces_size(); i += 3)
        ids.push_back({*ActorId::from(viewOf(change.actors(static_cast<int>(operation.replaces(i))))),
                       operation.replaces(i + 1), static_cast<std::uint32_t>(operation.replaces(i + 2))});
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// The batch in an envelope, under whichever key fits.
std::optional<wire::ChangeBatch> openBatch(const wire::Envelope& envelope, const wire::Header& header,
                                           const KeyRing& keys) {
    const auto [begin, end] = keys.equal_range(header.space);
    for (auto key = begin; key != end; ++key) {
        const auto packed = unseal(*key->second, viewOf(envelope.ciphertext()), viewOf(envelope.header()));
        if (!packed) continue;
        const auto plain = wire::unpack(packed->view());
        wire::ChangeBatch batch;
        if (!plain || !batch.ParseFromArray(plain->data(), static_cast<int>(plain->size())))
            return std::nullopt;
        return batch;
    }
    return std::nullopt;
}

class Reading {
public:
    explicit Reading(const KeyRing& keys) : keys_(keys) {}

    void add(const wire::LogEntry& entry) {
        const std::string where = "entry " + std::to_string(entry.position()) + ": ";
        if (entry.position() != ++space_.head) return complain(where + "not the next position");
        space_.chain = wire::nextLogHash(space_.chain, entry);
        const auto header = wire::openHeader(entry.envelope());
        if (!header) return complain(where + header.error().message);
        std::uint64_t& last = lastSeq_[header->actor()];
        if (header->firstSeq <= last) complain(where + "an actor's number stands in the log twice");
        if (header->firstSeq > last + 1) complain(where + "an actor's number was skipped");
        last = header->lastSeq;
        for (const wire::Dependency& dependency : header->dependencies)
            if (lastSeq_[dependency.actor] < dependency.seq)
                complain(where + "builds on a change that is not before it");
        const auto batch = openBatch(entry.envelope(), *header, keys_);
        if (!batch) return complain(where + "cannot be opened");
        for (int i = 0; i < batch->changes_size(); ++i) {
            auto change = readChange(header->actor(), header->firstSeq + static_cast<std::uint64_t>(i),
                                     batch->changes(i));
            if (!change) return complain(where + "holds a change that cannot be read");
            space_.changes.push_back(std::move(*change));
        }
    }

    LoggedSpace finish(const Hash& chain) && {
        if (chain != space_.chain) complain("the chain does not end where the server says");
        return std::move(space_);
    }
    void complain(std::string what) { space_.problems.push_back(std::move(what)); }

private:
    const KeyRing& keys_;
    LoggedSpace space_;
    std::map<ActorId, std::uint64_t> lastSeq_;
};

}  // namespace

std::optional<merge::Change> readChange(const ActorId& actor, std::uint64_t seq, std::string_view bytes) {
    wire::Change message;
    if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
    merge::Change change{actor, seq, message.wall_ms(), message.schema_version(), {}};
    std::uint32_t index = 0;
    for (const wire::RecordOperations& record : message.records()) {
        merge::RecordOperations target{
            *RecordId::from(viewOf(record.record())), message.names(static_cast<int>(record.kind())), {}};
        for (const wire::Operation& operation : record.operations()) {
            const auto action = static_cast<merge::Action>(operation.action());
            const bool whole = action >= merge::Action::Delete;
            target.operations.push_back({{actor, seq, index++},
                                         action,
                                         whole ? "" : message.names(static_cast<int>(operation.field())),
                                         valueOf(operation.value()),
                                         replacedBy(message, operation),
                                         change.wallMs,
                                         change.schemaVersion});
        }
        change.records.push_back(std::move(target));
    }
    return change;
}

LoggedSpace readLog(const server::Log& log, const SpaceId& space, const KeyRing& keys) {
    Reading reading(keys);
    const server::StoredPage page = log.read(space, 0, SIZE_MAX, SIZE_MAX);
    for (const wire::LogEntry& entry : page.entries)
        reading.add(entry);
    if (page.entries.size() != page.headPosition) reading.complain("the server's page is cut off");
    return std::move(reading).finish(page.chainAfter);
}

}  // namespace veldwijzer::simulation
