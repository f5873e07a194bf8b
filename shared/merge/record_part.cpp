// SPDX-License-Identifier: EUPL-1.2
#include "merge/record_part.h"

#include <algorithm>

#include "merge/varint.h"

namespace veldwijzer::merge {
namespace {

constexpr std::uint8_t whole = 0;
constexpr std::uint8_t fieldsOnly = 1;

Error malformed() {
    return fail(ErrorCode::Malformed, "The bytes of a part of a record are damaged.");
}

// A part that is not whole: the names it tells, and the bytes of a record with those of them that are there.
struct Opened {
    std::vector<std::string> fields;
    ByteView record;
};

Result<Opened> opened(ByteView part) {
    Reader in(part);
    if (in.byte() != fieldsOnly) return malformed();
    Opened result;
    result.fields.resize(in.count(1));
    for (std::string& field : result.fields)
        field = textOf(in.sized());
    if (!in.ok()) return malformed();
    result.record = in.raw(in.left());
    return result;
}

}  // namespace

Bytes wholePart(ByteView record) {
    Bytes part(1 + record.size());
    part[0] = whole;
    std::copy(record.begin(), record.end(), part.begin() + 1);
    return part;
}

Bytes partOf(const PackedRecord& record, const std::vector<std::string>& fields) {
    Bytes bytes;
    if (record.isMoreThanFields()) {
        record.encodeInto(bytes);
        return wholePart(bytes);
    }
    record.encodeOnly(fields, bytes);
    std::size_t size = 1 + varintMax + bytes.size();
    for (const std::string& field : fields)
        size += varintMax + field.size();
    Bytes part(size);
    Writer out(part.data());
    out.byte(fieldsOnly);
    out.varint(fields.size());
    for (const std::string& field : fields)
        out.sized(field.data(), field.size());
    out.raw(bytes.data(), bytes.size());
    part.resize(static_cast<std::size_t>(out.at() - part.data()));
    return part;
}

bool isWhole(ByteView part) {
    return !part.empty() && part[0] == whole;
}

Result<std::vector<std::string>> fieldsIn(ByteView part) {
    if (isWhole(part)) return std::vector<std::string>{};
    auto parts = opened(part);
    if (!parts) return parts.error();
    return std::move(parts->fields);
}

Result<Bytes> withPart(ByteView record, ByteView part) {
    if (isWhole(part)) return toBytes(part.subspan(1));
    const auto parts = opened(part);
    if (!parts) return parts.error();
    auto merged = PackedRecord::of({}, {}, record);
    if (!merged) return merged.error();
    const auto other = PackedRecord::of({}, {}, parts->record);
    if (!other) return other.error();
    merged->exchange(parts->fields, *other);
    Bytes bytes;
    merged->encodeInto(bytes);
    return bytes;
}

}  // namespace veldwijzer::merge
