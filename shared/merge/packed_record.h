// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "merge/record.h"

namespace veldwijzer::merge {

class Reader;

/// What operations of one change share: a row of the table in a record's bytes.
struct Stamp {
    ActorId actor;
    std::uint64_t seq = 0;
    WallMs wallMs = 0;
    auto operator<=>(const Stamp&) const = default;
};

/// A record that can be changed without being taken apart.
///
/// An edit touches a field or two. The others stay as they are in the bytes that the record was read from
/// (*packed*), and are copied from there when it is encoded again: no memory for each text, no value looked
/// at. A field becomes *loose* when an operation needs it or somebody asks for it by name; what then happens
/// to it is merge::apply's to say. Loose from the start are fields with several Assigns (they may be in
/// conflict), and the whole record when something in it was deleted or erased.
///
/// Looks into the bytes it was made from: they must stay where they are while it lives.
class PackedRecord {
public:
    /// One that does not exist yet.
    PackedRecord(const RecordId& id, std::string_view kind);
    PackedRecord(const PackedRecord&) = delete;
    PackedRecord(PackedRecord&&) = default;
    PackedRecord& operator=(const PackedRecord&) = delete;
    PackedRecord& operator=(PackedRecord&&) = default;
    /// From what `encode` wrote, and for our own bytes only: less is checked than `merge::decode` checks.
    [[nodiscard]] static Result<PackedRecord> of(const RecordId& id, std::string_view kind, ByteView bytes);

    /// The loose part, whole in all but the fields that are packed.
    [[nodiscard]] const Record& loose() const { return loose_; }
    /// With everything loose.
    const Record& whole();
    void loosen(std::string_view field);
    /// What an operation on `field` looks at: everything when it has none and concerns the whole record.
    void loosenFor(std::string_view field);
    /// Whether the field is, or was at some time, loose: it may differ from what was read.
    [[nodiscard]] bool wasLoosened(std::string_view field) const;

    /// Nothing was applied to it since it was read.
    [[nodiscard]] bool isUnchanged() const { return !changed_; }

    void apply(const Operation& operation, std::vector<Superseded>* superseded);
    /// All of one change, in order; the values move.
    void apply(RecordOperations&& target, std::vector<Superseded>* superseded);

    /// What merge::encodeInto would write for the whole record.
    void encodeInto(Bytes& target) const;

    // ---- parts; see record_part.h
    /// Fields that may differ from what was read, sorted.
    [[nodiscard]] std::vector<std::string> touchedFields() const;
    /// Something in it was deleted or erased: it is more than its fields.
    [[nodiscard]] bool isMoreThanFields() const { return !loose_.deletes.empty() || loose_.erased(); }
    /// Of the record, only these fields, sorted.
    void encodeOnly(const std::vector<std::string>& fields, Bytes& target) const;
    /// These fields go (all of them sorted), those of `other` come, and its schema version. It must look into
    /// bytes that live as long as this.
    void exchange(const std::vector<std::string>& fields, const PackedRecord& other);

private:
    /// A field in the bytes. `operations` begins with their number, `rest` behind the stamp of the first.
    struct Packed {
        std::string_view name;
        ByteView operations;
        ByteView rest;
        std::size_t count = 0;
        std::size_t stamp = 0;
        std::size_t firstStamp = 0;  ///< where the table begins that the bytes count from
        std::uint8_t head = 0;
    };
    class Encoder;

    bool parse(ByteView bytes);
    bool parseField(Reader& in);
    [[nodiscard]] std::vector<Packed>::iterator find(std::string_view field);
    void loosen(std::vector<Packed>::iterator at);

    Record loose_;
    std::vector<Stamp> stamps_;  ///< of its own bytes, then of others'
    std::size_t ownStamps_ = 0;
    std::vector<Packed> packed_;  ///< sorted by name
    bool changed_ = false;
    std::vector<std::string_view> loosened_;  ///< names of fields that were packed
};

}  // namespace veldwijzer::merge
