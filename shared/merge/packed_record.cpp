// SPDX-License-Identifier: EUPL-1.2
#include "merge/packed_record.h"

#include <algorithm>

#include "base/ensure.h"
#include "merge/encoding.h"
#include "merge/stored_value.h"

namespace veldwijzer::merge {
namespace {

constexpr unsigned typeBits = 0x0fU;

Action actionIn(std::uint8_t head) {
    return static_cast<Action>(head >> 4U);
}

}  // namespace

PackedRecord::PackedRecord(const RecordId& id, std::string_view kind) {
    loose_.id = id;
    loose_.kind = kind;
}

Result<PackedRecord> PackedRecord::of(const RecordId& id, std::string_view kind, ByteView bytes) {
    PackedRecord record(id, kind);
    if (record.parse(bytes)) return record;
    // Deleted or erased, or not a record at all.
    Result<Record> whole = decode(id, kind, bytes);
    if (!whole) return whole.error();
    PackedRecord loose(id, kind);
    loose.loose_ = *std::move(whole);
    return loose;
}

bool PackedRecord::parse(ByteView bytes) {
    Reader in(bytes);
    if (in.byte() != encodingFormat) return false;
    loose_.schemaVersion = static_cast<std::uint32_t>(in.varint());
    const std::size_t actors = in.count(ActorId::size);
    const ByteView ids = in.raw(actors * ActorId::size);
    stamps_.resize(in.count(3));
    for (Stamp& stamp : stamps_) {
        const std::uint64_t actor = in.varint();
        stamp.seq = in.varint();
        stamp.wallMs = unzigzag(in.varint());
        if (!in.ok() || actor >= actors) return false;
        std::copy_n(ids.data() + actor * ActorId::size, ActorId::size, stamp.actor.bytes.begin());
    }
    ownStamps_ = stamps_.size();
    const std::size_t fields = in.count(6);
    packed_.reserve(fields);
    for (std::size_t i = 0; i < fields; ++i)
        if (!parseField(in)) return false;
    // No deletes and no erases; a record with any is taken apart.
    return in.byte() == 0 && in.byte() == 0 && in.ok() && in.left() == 0;
}

bool PackedRecord::parseField(Reader& in) {
    Packed field;
    field.name = textOf(in.sized());
    const std::uint8_t* begin = in.at();
    field.count = in.count(3);
    std::size_t assigns = 0;
    for (std::size_t i = 0; i < field.count; ++i) {
        const std::uint8_t head = in.byte();
        const std::uint64_t stamp = in.varint();
        if (stamp >= stamps_.size()) return false;
        const std::uint8_t* rest = in.at();
        in.varint();
        skipValue(in, head & typeBits);
        if (!in.ok()) return false;
        if (actionIn(head) == Action::Assign) ++assigns;
        if (i > 0) continue;
        field.head = head;
        field.stamp = static_cast<std::size_t>(stamp);
        field.rest = {rest, in.at()};
    }
    field.operations = {begin, in.at()};
    packed_.push_back(field);
    if (assigns > 1) loosen(packed_.end() - 1);
    return in.ok() && field.count > 0;
}

std::vector<PackedRecord::Packed>::iterator PackedRecord::find(std::string_view name) {
    const auto at =
        std::lower_bound(packed_.begin(), packed_.end(), name,
                         [](const Packed& field, std::string_view wanted) { return field.name < wanted; });
    return at != packed_.end() && at->name == name ? at : packed_.end();
}

void PackedRecord::loosen(std::vector<Packed>::iterator at) {
    Reader in(at->operations);
    Field field{std::string(at->name), {}};
    const std::size_t count = in.count(3);
    field.operations.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        LiveOperation& live = field.operations.emplace_back();
        const std::uint8_t head = in.byte();
        live.action = actionIn(head);
        const Stamp& stamp = stamps_[at->firstStamp + static_cast<std::size_t>(in.varint())];
        live.id = {stamp.actor, stamp.seq, static_cast<std::uint32_t>(in.varint())};
        live.wallMs = stamp.wallMs;
        if ((head & typeBits) != 0) readValue(in, head & typeBits, live.value);
    }
    // Walked once already, when it was read.
    ENSURE(in.ok());
    const auto place =
        std::lower_bound(loose_.fields.begin(), loose_.fields.end(), at->name,
                         [](const Field& other, std::string_view name) { return other.name < name; });
    loose_.fields.insert(place, std::move(field));
    loosened_.push_back(at->name);
    packed_.erase(at);
}

void PackedRecord::loosen(std::string_view field) {
    if (const auto at = find(field); at != packed_.end()) loosen(at);
}

void PackedRecord::loosenFor(std::string_view field) {
    if (field.empty())
        whole();
    else
        loosen(field);
}

const Record& PackedRecord::whole() {
    loose_.fields.reserve(loose_.fields.size() + packed_.size());
    while (!packed_.empty())
        loosen(packed_.end() - 1);
    return loose_;
}

bool PackedRecord::wasLoosened(std::string_view field) const {
    return loose_.field(field) != nullptr ||
           std::find(loosened_.begin(), loosened_.end(), field) != loosened_.end();
}

void PackedRecord::apply(const Operation& operation, std::vector<Superseded>* superseded) {
    changed_ = true;
    loosenFor(operation.field);
    merge::apply(loose_, operation, superseded);
}

void PackedRecord::apply(RecordOperations&& target, std::vector<Superseded>* superseded) {
    changed_ = true;
    if (packed_.empty()) return merge::apply(loose_, std::move(target), superseded);
    for (Operation& operation : target.operations) {
        loosenFor(operation.field);
        merge::apply(loose_, std::move(operation), superseded);
    }
}

std::vector<std::string> PackedRecord::touchedFields() const {
    std::vector<std::string> fields(loosened_.begin(), loosened_.end());
    for (const Field& field : loose_.fields)
        fields.push_back(field.name);
    sortUnique(fields);
    return fields;
}

void PackedRecord::encodeOnly(const std::vector<std::string>& fields, Bytes& target) const {
    PackedRecord part(loose_.id, loose_.kind);
    part.loose_.schemaVersion = loose_.schemaVersion;
    part.stamps_ = stamps_;
    part.ownStamps_ = ownStamps_;
    const auto wanted = [&](std::string_view name) {
        return std::binary_search(fields.begin(), fields.end(), name, std::less<>());
    };
    std::copy_if(loose_.fields.begin(), loose_.fields.end(), std::back_inserter(part.loose_.fields),
                 [&](const Field& field) { return wanted(field.name); });
    std::copy_if(packed_.begin(), packed_.end(), std::back_inserter(part.packed_),
                 [&](const Packed& field) { return wanted(field.name); });
    part.encodeInto(target);
}

void PackedRecord::exchange(const std::vector<std::string>& fields, const PackedRecord& other) {
    const auto goes = [&](const auto& field) {
        return std::binary_search(fields.begin(), fields.end(), std::string_view(field.name), std::less<>());
    };
    std::erase_if(loose_.fields, goes);
    std::erase_if(packed_, goes);
    loose_.schemaVersion = other.loose_.schemaVersion;
    loose_.fields.insert(loose_.fields.end(), other.loose_.fields.begin(), other.loose_.fields.end());
    const std::size_t first = stamps_.size();
    stamps_.insert(stamps_.end(), other.stamps_.begin(), other.stamps_.end());
    for (Packed field : other.packed_) {
        field.stamp += first;
        field.firstStamp += first;
        packed_.push_back(field);
    }
    const auto byName = [](const auto& a, const auto& b) { return a.name < b.name; };
    std::sort(loose_.fields.begin(), loose_.fields.end(), byName);
    std::sort(packed_.begin(), packed_.end(), byName);
    changed_ = true;
}

/// Writes loose and packed fields in one order, with one table of stamps.
class PackedRecord::Encoder {
public:
    explicit Encoder(const PackedRecord& record) : record_(record), places_(record.stamps_.size(), unused) {
        tables_.add(record.loose_);
        for (const Packed& field : record.packed_)
            measure(field);
        for (std::size_t i = 0; i < places_.size(); ++i)
            if (places_[i] != unused) tables_.stamps.push_back(record.stamps_[i]);
        tables_.finish();
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (places_[i] == unused) continue;
            places_[i] = indexOf(tables_.stamps, record.stamps_[i]);
            // What is copied as it stands counts from the first table; rows of others may come twice.
            same_ = same_ && (places_[i] == i || i >= record.ownStamps_);
        }
    }

    void into(Bytes& target) const {
        encodeWith(tables_, record_.loose_, target, [&](RecordWriter& out) {
            out.count(record_.loose_.fields.size() + record_.packed_.size());
            auto packed = record_.packed_.begin();
            for (const Field& field : record_.loose_.fields) {
                for (; packed != record_.packed_.end() && packed->name < field.name; ++packed)
                    write(*packed, out);
                out.write(field);
            }
            for (; packed != record_.packed_.end(); ++packed)
                write(*packed, out);
        });
    }

private:
    static constexpr auto unused = static_cast<std::size_t>(-1);

    void measure(const Packed& field) {
        tables_.bytes += varintMax + field.name.size() + field.operations.size() + field.count * varintMax;
        if (field.count == 1) {
            places_[field.stamp] = 0;
            return;
        }
        walk(field, [&](std::uint8_t, std::size_t stamp, ByteView) { places_[stamp] = 0; });
    }

    void write(const Packed& field, RecordWriter& out) const {
        out.name(field.name);
        if (same_ && field.firstStamp == 0) return out.raw(field.operations);
        out.count(field.count);
        if (field.count == 1) return out.operation(field.head, places_[field.stamp], field.rest);
        walk(field, [&](std::uint8_t head, std::size_t stamp, ByteView rest) {
            out.operation(head, places_[stamp], rest);
        });
    }

    template <typename Visit>
    static void walk(const Packed& field, Visit visit) {
        Reader in(field.operations);
        const std::size_t count = in.count(3);
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint8_t head = in.byte();
            const std::size_t stamp = field.firstStamp + static_cast<std::size_t>(in.varint());
            const std::uint8_t* rest = in.at();
            in.varint();
            skipValue(in, head & typeBits);
            visit(head, stamp, {rest, in.at()});
        }
    }

    const PackedRecord& record_;
    std::vector<std::size_t> places_;  ///< of each stamp as it was: its place in the new table
    bool same_ = true;
    RecordTables tables_;
};

void PackedRecord::encodeInto(Bytes& target) const {
    if (packed_.empty()) return merge::encodeInto(loose_, target);
    Encoder(*this).into(target);
}

}  // namespace veldwijzer::merge
