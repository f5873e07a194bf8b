// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <bit>
#include <vector>

#include "base/ensure.h"
#include "merge/packed_record.h"
#include "merge/varint.h"

/// How a record's bytes are written (RECORD.md). Not for other rooms.
namespace veldwijzer::merge {

inline constexpr std::uint8_t encodingFormat = 1;

inline Stamp stampOf(const LiveOperation& live) {
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

/// The two tables of a record, and no fewer bytes than it will take.
struct RecordTables {
    std::vector<ActorId> actors;
    std::vector<Stamp> stamps;
    std::size_t bytes = 0;

    void add(const Record& record);
    void finish();

private:
    void add(const LiveOperation& live);
    void add(const std::vector<LiveOperation>& operations);
};

class RecordWriter {
public:
    RecordWriter(const RecordTables& tables, Writer& out) : tables_(tables), out_(out) {}

    void writeTables();
    void write(const Field& field);
    void write(const std::vector<LiveOperation>& operations);
    // For what is in a record's bytes already.
    void count(std::size_t number) { out_.varint(number); }
    void name(std::string_view name) { out_.sized(name.data(), name.size()); }
    void raw(ByteView bytes) { out_.raw(bytes.data(), bytes.size()); }
    void operation(std::uint8_t head, std::size_t stamp, ByteView rest) {
        out_.byte(head);
        out_.varint(stamp);
        raw(rest);
    }

private:
    void write(const LiveOperation& live);
    void writeSaw(const std::vector<OperationId>& saw);

    const RecordTables& tables_;
    Writer& out_;
};

/// The whole of it, with what `fields` writes where the fields stand, their number first.
template <typename Fields>
void encodeWith(const RecordTables& tables, const Record& record, Bytes& target, Fields fields) {
    target.resize(tables.bytes);
    Writer out(target.data());
    out.byte(encodingFormat);
    out.varint(record.schemaVersion);
    RecordWriter writer(tables, out);
    writer.writeTables();
    fields(writer);
    writer.write(record.deletes);
    writer.write(record.erases);
    const auto used = static_cast<std::size_t>(out.at() - target.data());
    ENSURE(used <= target.size());
    target.resize(used);
}

}  // namespace veldwijzer::merge
