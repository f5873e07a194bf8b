// SPDX-License-Identifier: EUPL-1.2
#include "store/change_codec.h"

#include <google/protobuf/arena.h>
#include <google/protobuf/stubs/logging.h>

#include <algorithm>
#include <limits>

#include "base/limits.h"
#include "store/change_writer.h"
#include "veldwijzer.pb.h"

namespace veldwijzer::store {
namespace {

/// What a value of a kind that we do not know becomes: no action of ours, so it is quarantined.
constexpr auto unknownAction = static_cast<merge::Action>(0);

Error malformed(const char* what) {
    return fail(ErrorCode::Malformed, std::string("a change with ") + what);
}

/// Reads one parsed change. The strings of the message move out of it.
class ChangeReader {
public:
    ChangeReader(const ActorId& actor, std::uint64_t seq, wire::Change& message) : message_(message) {
        change_.actor = actor;
        change_.seq = seq;
        change_.wallMs = message.wall_ms();
        change_.schemaVersion = message.schema_version();
    }

    Result<merge::Change> read() && {
        for (const std::string& bytes : message_.actors()) {
            const auto actor = ActorId::from(viewOf(bytes));
            if (!actor) return malformed("an actor of the wrong size");
            actors_.push_back(*actor);
        }
        for (const std::string& name : message_.names()) {
            if (name.empty() || name.size() > limits::nameBytes)
                return malformed("a name that is empty or too long");
        }
        change_.records.reserve(static_cast<std::size_t>(message_.records_size()));
        for (wire::RecordOperations& source : *message_.mutable_records()) {
            if (auto done = readRecord(source); !done) return done.error();
        }
        return std::move(change_);
    }

private:
    const std::string* name(std::uint32_t index) const {
        if (index >= static_cast<std::uint32_t>(message_.names_size())) return nullptr;
        return &message_.names(static_cast<int>(index));
    }

    Result<void> readRecord(wire::RecordOperations& source) {
        merge::RecordOperations& target = change_.records.emplace_back();
        const auto id = RecordId::from(viewOf(source.record()));
        const std::string* kind = name(source.kind());
        if (!id || kind == nullptr) return malformed("a record without id or kind");
        target.record = *id;
        target.kind = *kind;
        index_ += static_cast<std::size_t>(source.operations_size());
        if (index_ > limits::operationsPerChange)
            return fail(ErrorCode::TooLarge, "a change with too many operations");
        auto next = static_cast<std::uint32_t>(index_ - static_cast<std::size_t>(source.operations_size()));
        target.operations.reserve(static_cast<std::size_t>(source.operations_size()));
        for (wire::Operation& operation : *source.mutable_operations()) {
            if (auto done = readOperation(operation, next++, target.operations.emplace_back()); !done)
                return done;
        }
        return {};
    }

    Result<void> readOperation(wire::Operation& source, std::uint32_t index, merge::Operation& target) {
        target.id = {change_.actor, change_.seq, index};
        target.wallMs = change_.wallMs;
        target.schemaVersion = change_.schemaVersion;
        if (source.action() > std::numeric_limits<std::uint8_t>::max())
            return malformed("an action out of range");
        target.action = static_cast<merge::Action>(source.action());
        if (target.action < merge::Action::Delete) {
            const std::string* field = name(source.field());
            if (field == nullptr) return malformed("a field that has no name");
            target.field = *field;
        }
        if (source.has_value()) {
            if (auto done = readValue(*source.mutable_value(), target); !done) return done;
        }
        return readReplaces(source, target);
    }

    static Result<void> readValue(wire::Value& source, merge::Operation& target) {
        switch (source.kind_case()) {
            case wire::Value::kBoolean:
                target.value = source.boolean();
                break;
            case wire::Value::kInteger:
                target.value = std::int64_t{source.integer()};
                break;
            case wire::Value::kNumber:
                target.value = source.number();
                break;
            case wire::Value::kText:
                target.value = std::move(*source.mutable_text());
                break;
            case wire::Value::kBlob:
                target.value = toBytes(viewOf(source.blob()));
                break;
            case wire::Value::kReference: {
                const auto id = RecordId::from(viewOf(source.reference()));
                if (!id) return malformed("a reference of the wrong size");
                target.value = *id;
                break;
            }
            case wire::Value::kJson:
                target.value = merge::Json{std::move(*source.mutable_json())};
                break;
            case wire::Value::KIND_NOT_SET:
                target.action = unknownAction;
                break;
        }
        return {};
    }

    Result<void> readReplaces(const wire::Operation& source, merge::Operation& target) const {
        const auto& numbers = source.replaces();
        if (numbers.empty()) return {};
        if (numbers.size() % 3 != 0) return malformed("a list of replaced operations that is cut off");
        const auto count = static_cast<std::size_t>(numbers.size()) / 3;
        if (count > limits::replacesPerOperation)
            return fail(ErrorCode::TooLarge, "an operation that replaces too many");
        target.replaces.reserve(count);
        for (int i = 0; i < numbers.size(); i += 3) {
            const std::uint64_t index = numbers[i + 2];
            if (numbers[i] >= actors_.size() || index > std::numeric_limits<std::uint32_t>::max())
                return malformed("a replaced operation that has no author or place");
            target.replaces.push_back({actors_[static_cast<std::size_t>(numbers[i])], numbers[i + 1],
                                       static_cast<std::uint32_t>(index)});
        }
        // The order on the wire is the writer's business; ours is sorted, each once.
        std::sort(target.replaces.begin(), target.replaces.end());
        target.replaces.erase(std::unique(target.replaces.begin(), target.replaces.end()),
                              target.replaces.end());
        return {};
    }

    wire::Change& message_;
    merge::Change change_;
    std::vector<ActorId> actors_;
    std::size_t index_ = 0;  ///< operations read so far
};

}  // namespace

Result<Bytes> encodeChange(const merge::Change& change) {
    ChangeWriter writer;
    for (const merge::RecordOperations& target : change.records) {
        writer.record(target.record, target.kind);
        for (const merge::Operation& operation : target.operations)
            writer.operation(operation.action, operation.field, operation.value ? &*operation.value : nullptr,
                             operation.replaces);
    }
    return writer.finish(change.wallMs, change.schemaVersion);
}

Result<merge::Change> decodeChange(const ActorId& actor, std::uint64_t seq, ByteView bytes, Plain plain) {
    if (bytes.size() > limits::changeBytes) return fail(ErrorCode::TooLarge, "a change that is too large");
    merge::Change scanned;
    scanned.actor = actor;
    scanned.seq = seq;
    if (scanChange(bytes, scanned, plain)) return Result<merge::Change>(std::move(scanned));
    return decodeChangeMessage(actor, seq, bytes);
}

Result<merge::Change> decodeChangeMessage(const ActorId& actor, std::uint64_t seq, ByteView bytes) {
    google::protobuf::Arena arena;
    auto& message = *google::protobuf::Arena::CreateMessage<wire::Change>(&arena);
    // Protobuf would write to the error stream what a peer can make it write at will.
    const google::protobuf::LogSilencer silent;
    if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return malformed("bytes that are none of a change");
    return ChangeReader(actor, seq, message).read();
}

Bytes encodeValue(const merge::Value& value) {
    Bytes bytes;
    bytes.reserve(merge::sizeOf(value) + 8);
    appendValue(value, bytes);
    return bytes;
}

std::optional<merge::Value> decodeValue(ByteView bytes) {
    wire::Value message;
    if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return std::nullopt;
    switch (message.kind_case()) {
        case wire::Value::kBoolean:
            return merge::Value(message.boolean());
        case wire::Value::kInteger:
            return merge::Value(std::int64_t{message.integer()});
        case wire::Value::kNumber:
            return merge::Value(message.number());
        case wire::Value::kText:
            return merge::Value(message.text());
        case wire::Value::kBlob:
            return merge::Value(toBytes(viewOf(message.blob())));
        case wire::Value::kReference: {
            const auto id = RecordId::from(viewOf(message.reference()));
            if (!id) return std::nullopt;
            return merge::Value(*id);
        }
        case wire::Value::kJson:
            return merge::Value(merge::Json{message.json()});
        case wire::Value::KIND_NOT_SET:
            break;
    }
    return std::nullopt;
}

}  // namespace veldwijzer::store
