// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <bit>
#include <tuple>

#include "base/ensure.h"
#include "merge/record.h"
#include "merge/varint.h"

namespace veldwijzer::merge {
namespace {

constexpr std::uint8_t format = 1;

// What the operations of one change share.
struct Stamp {
    ActorId actor;
    std::uint64_t seq = 0;
    WallMs wallMs = 0;
    auto operator<=>(const Stamp&) const = default;
};

Stamp stampOf(const LiveOperation& live) {
    return {live.id.actor, live.id.seq, live.wallMs};
}

template <typename T>
void sortUnique(std::vector<T>& values) {
    if (values.size() < 2) return;
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <typename T>
std::size_t indexOf(const std::vector<T>& sorted, const T& value) {
    if (sorted.size() == 1) return 0;
    return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

// The two tables, and no fewer bytes than the record will take.
struct Measure {
    std::vector<ActorId> actors;
    std::vector<Stamp> stamps;
    std::size_t bytes = 0;

    void add(const LiveOperation& live) {
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
    void add(const std::vector<LiveOperation>& operations) {
        for (const LiveOperation& live : operations)
            add(live);
    }
    void finish() {
        sortUnique(stamps);
        for (const Stamp& stamp : stamps)
            actors.push_back(stamp.actor);
        sortUnique(actors);
        bytes += 1 + 6 * varintMax + actors.size() * ActorId::size + stamps.size() * 3 * varintMax;
    }
};

Measure measure(const Record& record) {
    Measure result;
    for (const Field& field : record.fields) {
        result.bytes += 2 * varintMax + field.name.size();
        result.add(field.operations);
    }
    result.add(record.deletes);
    result.add(record.erases);
    result.finish();
    return result;
}

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

class RecordWriter {
public:
    RecordWriter(const Measure& tables, Writer& out) : tables_(tables), out_(out) {}

    void writeTables() {
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
    void write(const Field& field) {
        out_.sized(field.name.data(), field.name.size());
        write(field.operations);
    }
    void write(const std::vector<LiveOperation>& operations) {
        out_.varint(operations.size());
        for (const LiveOperation& live : operations)
            write(live);
    }

private:
    void write(const LiveOperation& live) {
        const unsigned type = live.value ? static_cast<unsigned>(live.value->index()) + 1U : 0U;
        out_.byte(static_cast<std::uint8_t>(static_cast<unsigned>(live.action) << 4U | type));
        out_.varint(indexOf(tables_.stamps, stampOf(live)));
        out_.varint(live.id.index);
        if (live.value) std::visit(WriteValue{out_}, *live.value);
        if (live.action == Action::Delete) writeSaw(live.saw);
    }
    void writeSaw(const std::vector<OperationId>& saw) {
        out_.varint(saw.size());
        for (const OperationId& seen : saw) {
            out_.varint(indexOf(tables_.actors, seen.actor));
            out_.varint(seen.seq);
            out_.varint(seen.index);
        }
    }

    const Measure& tables_;
    Writer& out_;
};

}  // namespace

void encodeInto(const Record& record, Bytes& target) {
    const Measure tables = measure(record);
    target.resize(tables.bytes);
    Writer out(target.data());
    out.byte(format);
    out.varint(record.schemaVersion);
    RecordWriter writer(tables, out);
    writer.writeTables();
    out.varint(record.fields.size());
    for (const Field& field : record.fields)
        writer.write(field);
    writer.write(record.deletes);
    writer.write(record.erases);
    const auto used = static_cast<std::size_t>(out.at() - target.data());
    ENSURE(used <= target.size());
    target.resize(used);
}

Bytes encode(const Record& record) {
    Bytes bytes;
    encodeInto(record, bytes);
    return bytes;
}

}  // namespace veldwijzer::merge
