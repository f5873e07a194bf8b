// SPDX-License-Identifier: EUPL-1.2
#include "merge/encoding.h"

namespace veldwijzer::merge {
namespace {

struct WriteValue {
    Writer& out;

    void operator()(bool value) const { out.byte(value ? 1 : 0); }
    void operator()(std::int64_t value) const { out.varint(zigzag(value)); }
    void operator()(double value) const { out.fixed64(std::bit_cast<std::uint64_t>(value)); }
    void operator()(const std::string& text) const { out.sized(text.data(), text.size()); }
    void operator()(const Bytes& bytes) const { out.sized(bytes.data(), bytes.size()); }
    void operator()(const RecordId& id) const { out.raw(id.bytes.data(), RecordId::size); }
    void operator()(const Json& json) const { out.sized(json.text.data(), json.text.size()); }
};

}  // namespace

void RecordTables::add(const LiveOperation& live) {
    // Neighbours mostly come from the same change.
    const Stamp stamp = stampOf(live);
    if (stamps.empty() || stamps.back() != stamp) stamps.push_back(stamp);
    bytes += 1 + 2 * varintMax + (live.value ? varintMax + sizeOf(*live.value) : 0);
    if (live.action != Action::Delete) return;
    bytes += varintMax + 3 * varintMax * live.saw.size();
    for (const OperationId& seen : live.saw) {
        if (actors.empty() || actors.back() != seen.actor) actors.push_back(seen.actor);
    }
}

void RecordTables::add(const std::vector<LiveOperation>& operations) {
    for (const LiveOperation& live : operations)
        add(live);
}

void RecordTables::add(const Record& record) {
    for (const Field& field : record.fields) {
        bytes += 2 * varintMax + field.name.size();
        add(field.operations);
    }
    add(record.deletes);
    add(record.erases);
}

void RecordTables::finish() {
    sortUnique(stamps);
    for (const Stamp& stamp : stamps)
        actors.push_back(stamp.actor);
    sortUnique(actors);
    bytes += 1 + 6 * varintMax + actors.size() * ActorId::size + stamps.size() * 3 * varintMax;
}

void RecordWriter::writeTables() {
    out_.varint(tables_.actors.size());
    for (const ActorId& actor : tables_.actors)
        out_.raw(actor.bytes.data(), ActorId::size);
    out_.varint(tables_.stamps.size());
    for (const Stamp& stamp : tables_.stamps) {
        out_.varint(indexOf(tables_.actors, stamp.actor));
        out_.varint(stamp.seq);
        out_.varint(zigzag(stamp.wallMs));
    }
}

void RecordWriter::write(const Field& field) {
    name(field.name);
    write(field.operations);
}

void RecordWriter::write(const std::vector<LiveOperation>& operations) {
    out_.varint(operations.size());
    for (const LiveOperation& live : operations)
        write(live);
}

void RecordWriter::write(const LiveOperation& live) {
    const unsigned type = live.value ? static_cast<unsigned>(live.value->index()) + 1U : 0U;
    out_.byte(static_cast<std::uint8_t>(static_cast<unsigned>(live.action) << 4U | type));
    out_.varint(indexOf(tables_.stamps, stampOf(live)));
    out_.varint(live.id.index);
    if (live.value) std::visit(WriteValue{out_}, *live.value);
    if (live.action == Action::Delete) writeSaw(live.saw);
}

void RecordWriter::writeSaw(const std::vector<OperationId>& saw) {
    out_.varint(saw.size());
    for (const OperationId& seen : saw) {
        out_.varint(indexOf(tables_.actors, seen.actor));
        out_.varint(seen.seq);
        out_.varint(seen.index);
    }
}

void encodeInto(const Record& record, Bytes& target) {
    RecordTables tables;
    tables.add(record);
    tables.finish();
    encodeWith(tables, record, target, [&](RecordWriter& out) {
        out.count(record.fields.size());
        for (const Field& field : record.fields)
            out.write(field);
    });
}

Bytes encode(const Record& record) {
    Bytes bytes;
    encodeInto(record, bytes);
    return bytes;
}

}  // namespace veldwijzer::merge
