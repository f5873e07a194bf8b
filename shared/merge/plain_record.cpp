// SPDX-License-Identifier: EUPL-1.2
#include "merge/plain_record.h"

#include <algorithm>
#include <bit>

#include "base/ensure.h"
#include "merge/varint.h"

namespace veldwijzer::merge {
namespace {

constexpr std::uint8_t format = 1;

void writeValue(const PlainOperation& operation, Writer& out) {
    switch (operation.type) {
        case 0:
            return;
        case 1:
            return out.byte(static_cast<std::uint8_t>(operation.number));
        case 2:
            return out.varint(operation.number);
        case 3:
            return out.fixed64(operation.number);
        case 6:
            return out.raw(operation.bytes.data(), operation.bytes.size());
        default:
            return out.sized(operation.bytes.data(), operation.bytes.size());
    }
}

struct SetValue {
    PlainOperation& target;

    void operator()(bool value) const { target.number = value ? 1 : 0; }
    void operator()(std::int64_t value) const { target.number = zigzag(value); }
    void operator()(double value) const { target.number = std::bit_cast<std::uint64_t>(value); }
    void operator()(const std::string& value) const { target.bytes = viewOf(value); }
    void operator()(const Bytes& value) const { target.bytes = value; }
    void operator()(const RecordId& value) const { target.bytes = value.view(); }
    void operator()(const Json& value) const { target.bytes = viewOf(value.text); }
};

std::size_t mostBytes(const std::vector<PlainOperation>& operations) {
    std::size_t bytes = 2 + ActorId::size + 6 * varintMax;
    for (const PlainOperation& operation : operations)
        bytes += 1 + 5 * varintMax + operation.field.size() + operation.bytes.size();
    return bytes;
}

// Each name has its field, and the operations of one field follow each other by index.
std::size_t sortByField(std::vector<PlainOperation>& operations) {
    const auto byField = [](const PlainOperation& a, const PlainOperation& b) {
        const int order = a.field.compare(b.field);
        return order != 0 ? order < 0 : a.index < b.index;
    };
    if (!std::is_sorted(operations.begin(), operations.end(), byField))
        std::sort(operations.begin(), operations.end(), byField);
    std::size_t fields = operations.empty() ? 0 : 1;
    for (std::size_t i = 1; i < operations.size(); ++i)
        fields += operations[i].field != operations[i - 1].field ? 1U : 0U;
    return fields;
}

}  // namespace

PlainOperation plainOperation(std::uint32_t index, Action action, std::string_view field,
                              const Value* value) {
    PlainOperation operation{field, index, action, 0, 0, {}};
    if (value == nullptr) return operation;
    operation.type = static_cast<std::uint8_t>(value->index() + 1);
    std::visit(SetValue{operation}, *value);
    return operation;
}

Bytes encodePlain(const Stamp& stamp, std::uint32_t schemaVersion, std::vector<PlainOperation>& operations) {
    const std::size_t fields = sortByField(operations);
    Bytes target(mostBytes(operations));
    Writer out(target.data());
    out.byte(format);
    out.varint(schemaVersion);
    out.varint(1);
    out.raw(stamp.actor.bytes.data(), ActorId::size);
    out.varint(1);
    out.varint(0);
    out.varint(stamp.seq);
    out.varint(zigzag(stamp.wallMs));
    out.varint(fields);
    for (auto first = operations.begin(); first != operations.end();) {
        const auto end = std::find_if(first, operations.end(), [&](const PlainOperation& operation) {
            return operation.field != first->field;
        });
        out.sized(first->field.data(), first->field.size());
        out.varint(static_cast<std::uint64_t>(end - first));
        for (; first != end; ++first) {
            out.byte(static_cast<std::uint8_t>(static_cast<unsigned>(first->action) << 4U | first->type));
            out.varint(0);
            out.varint(first->index);
            writeValue(*first, out);
        }
    }
    out.varint(0);
    out.varint(0);
    const auto used = static_cast<std::size_t>(out.at() - target.data());
    ENSURE(used <= target.size());
    target.resize(used);
    return target;
}

void takeApart(RecordOperations& target) {
    if (target.plain.empty()) return;
    Result<Record> record = decode(target.record, target.kind, target.plain);
    // Written by encodePlain a moment ago.
    ENSURE(record.ok());
    for (Field& field : record->fields) {
        for (LiveOperation& live : field.operations)
            target.operations.push_back({live.id,
                                         live.action,
                                         field.name,
                                         std::move(live.value),
                                         {},
                                         live.wallMs,
                                         record->schemaVersion});
    }
    std::sort(target.operations.begin(), target.operations.end(),
              [](const Operation& a, const Operation& b) { return a.id < b.id; });
    target.plain = {};
}

}  // namespace veldwijzer::merge
