// SPDX-License-Identifier: EUPL-1.2
#include "store/change_writer.h"

#include <bit>

#include "base/limits.h"
#include "store/change_tags.h"

namespace veldwijzer::store {
namespace {

template <typename Tag>
void putTag(Bytes& target, Tag tag) {
    target.push_back(static_cast<std::uint8_t>(tag));
}

void putVarint(Bytes& target, std::uint64_t value) {
    for (; value >= 0x80U; value >>= 7U)
        target.push_back(static_cast<std::uint8_t>(value | 0x80U));
    target.push_back(static_cast<std::uint8_t>(value));
}

template <typename Tag>
void putBytes(Bytes& target, Tag tag, ByteView bytes) {
    putTag(target, tag);
    putVarint(target, bytes.size());
    target.insert(target.end(), bytes.begin(), bytes.end());
}

// Protobuf leaves out numbers that are zero, but not those that a oneof chose.
template <typename Tag>
void putNumber(Bytes& target, Tag tag, std::uint64_t value) {
    if (value == 0) return;
    putTag(target, tag);
    putVarint(target, value);
}

struct PutValue {
    Bytes& target;

    void operator()(bool value) const {
        putTag(target, ValueTag::Boolean);
        putVarint(target, value ? 1 : 0);
    }
    void operator()(std::int64_t value) const {
        const auto bits = static_cast<std::uint64_t>(value);
        putTag(target, ValueTag::Integer);
        putVarint(target, (bits << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0));
    }
    void operator()(double value) const {
        putTag(target, ValueTag::Number);
        const auto bits = std::bit_cast<std::uint64_t>(value);
        for (unsigned shift = 0; shift < 64; shift += 8)
            target.push_back(static_cast<std::uint8_t>(bits >> shift));
    }
    void operator()(const std::string& value) const { putBytes(target, ValueTag::Text, viewOf(value)); }
    void operator()(const Bytes& value) const { putBytes(target, ValueTag::Blob, value); }
    void operator()(const RecordId& value) const { putBytes(target, ValueTag::Reference, value.view()); }
    void operator()(const merge::Json& value) const { putBytes(target, ValueTag::Json, viewOf(value.text)); }
};

}  // namespace

void appendValue(const merge::Value& value, Bytes& target) {
    std::visit(PutValue{target}, value);
}

std::uint64_t ChangeWriter::nameAt(std::string_view name) {
    const auto known = names_.find(name);
    if (known != names_.end()) return known->second;
    putBytes(nameBytes_, ChangeTag::Name, viewOf(name));
    return names_.emplace(name, names_.size()).first->second;
}

std::uint64_t ChangeWriter::actorAt(const ActorId& actor) {
    const auto [at, fresh] = actors_.try_emplace(actor, actors_.size());
    if (fresh) putBytes(actorBytes_, ChangeTag::Actor, actor.view());
    return at->second;
}

void ChangeWriter::record(const RecordId& id, std::string_view kind) {
    closeRecord();
    putBytes(record_, RecordTag::Id, id.view());
    putNumber(record_, RecordTag::Kind, nameAt(kind));
}

void ChangeWriter::operation(merge::Action action, std::string_view field, const merge::Value* value,
                             std::span<const merge::OperationId> replaces) {
    ++operations_;
    operation_.clear();
    putNumber(operation_, OperationTag::Action, static_cast<std::uint64_t>(action));
    if (!field.empty()) putNumber(operation_, OperationTag::Field, nameAt(field));
    if (value != nullptr) {
        part_.clear();
        appendValue(*value, part_);
        putBytes(operation_, OperationTag::Value, part_);
    }
    if (!replaces.empty()) {
        part_.clear();
        for (const merge::OperationId& id : replaces) {
            putVarint(part_, actorAt(id.actor));
            putVarint(part_, id.seq);
            putVarint(part_, id.index);
        }
        putBytes(operation_, OperationTag::Replaces, part_);
    }
    putBytes(record_, RecordTag::Operation, operation_);
}

void ChangeWriter::closeRecord() {
    if (record_.empty()) return;
    putBytes(records_, ChangeTag::Record, record_);
    record_.clear();
}

Result<Bytes> ChangeWriter::finish(WallMs wallMs, std::uint32_t schemaVersion) {
    closeRecord();
    if (operations_ > limits::operationsPerChange)
        return fail(ErrorCode::TooLarge, "more operations than one change may hold");
    Bytes change;
    change.reserve(32 + actorBytes_.size() + nameBytes_.size() + records_.size());
    putNumber(change, ChangeTag::Wall, static_cast<std::uint64_t>(wallMs));
    putNumber(change, ChangeTag::Schema, schemaVersion);
    for (const Bytes* part : {&actorBytes_, &nameBytes_, &records_})
        change.insert(change.end(), part->begin(), part->end());
    if (change.size() > limits::changeBytes)
        return fail(ErrorCode::TooLarge, "more bytes than one change may hold");
    return change;
}

}  // namespace veldwijzer::store
