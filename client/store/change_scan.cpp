// SPDX-License-Identifier: EUPL-1.2
#include "store/change_scan.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "base/limits.h"
#include "merge/conflicts.h"
#include "merge/names.h"
#include "merge/plain_record.h"
#include "store/change_tags.h"

namespace veldwijzer::store {
namespace {

constexpr std::uint32_t highest32 = std::numeric_limits<std::uint32_t>::max();

/// A walk through one message. Every step says whether it was possible.
class Scan {
public:
    explicit Scan(ByteView bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    [[nodiscard]] bool atEnd() const { return at_ == end_; }

    template <typename Tag>
    bool take(Tag tag) {
        if (at_ == end_ || *at_ != static_cast<std::uint8_t>(tag)) return false;
        ++at_;
        return true;
    }
    bool varint(std::uint64_t& value) {
        value = 0;
        for (unsigned shift = 0; shift < 64 && at_ != end_; shift += 7) {
            const std::uint8_t byte = *at_++;
            if (shift == 63 && byte > 1) return false;
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if (byte < 0x80) return true;
        }
        return false;
    }
    bool varint32(std::uint32_t& value) {
        std::uint64_t wide = 0;
        if (!varint(wide) || wide > highest32) return false;
        value = static_cast<std::uint32_t>(wide);
        return true;
    }
    bool bytes(ByteView& view) {
        std::uint64_t size = 0;
        if (!varint(size) || size > static_cast<std::uint64_t>(end_ - at_)) return false;
        view = {at_, static_cast<std::size_t>(size)};
        at_ += size;
        return true;
    }
    bool fixed64(std::uint64_t& value) {
        if (end_ - at_ < 8) return false;
        value = 0;
        for (unsigned i = 0; i < 8; ++i)
            value |= static_cast<std::uint64_t>(at_[i]) << (8 * i);
        at_ += 8;
        return true;
    }
    template <typename Id>
    bool id(Id& target) {
        ByteView view;
        if (!bytes(view) || view.size() != Id::size) return false;
        std::copy(view.begin(), view.end(), target.bytes.begin());
        return true;
    }
    bool text(std::string& target) {
        ByteView view;
        if (!bytes(view) || !merge::isWellFormedText(textOf(view))) return false;
        target.assign(textOf(view));
        return true;
    }

private:
    const std::uint8_t* at_;
    const std::uint8_t* end_;
};

bool scanValue(ByteView bytes, std::optional<merge::Value>& target) {
    Scan scan(bytes);
    std::uint64_t number = 0;
    if (scan.take(ValueTag::Text)) {
        if (!scan.text(target.emplace().emplace<std::string>())) return false;
    } else if (scan.take(ValueTag::Boolean)) {
        if (!scan.varint(number) || number > 1) return false;
        target = (number == 1);
    } else if (scan.take(ValueTag::Integer)) {
        if (!scan.varint(number)) return false;
        target = static_cast<std::int64_t>((number >> 1U) ^ (~(number & 1U) + 1U));
    } else if (scan.take(ValueTag::Number)) {
        if (!scan.fixed64(number)) return false;
        target = std::bit_cast<double>(number);
    } else if (scan.take(ValueTag::Blob)) {
        ByteView view;
        if (!scan.bytes(view)) return false;
        target = toBytes(view);
    } else if (scan.take(ValueTag::Reference)) {
        if (!scan.id(target.emplace().emplace<RecordId>())) return false;
    } else if (scan.take(ValueTag::Json)) {
        if (!scan.text(target.emplace().emplace<merge::Json>().text)) return false;
    } else {
        return false;
    }
    return scan.atEnd();
}

bool isFinite(std::uint64_t bits) {
    return std::isfinite(std::bit_cast<double>(bits));
}

/// What merge::whyInvalid would not refuse.
bool scanPlainValue(ByteView bytes, merge::PlainOperation& target) {
    Scan scan(bytes);
    if (scan.take(ValueTag::Text)) {
        target.type = 4;
        if (!scan.bytes(target.bytes) || !merge::isWellFormedText(textOf(target.bytes))) return false;
    } else if (scan.take(ValueTag::Boolean)) {
        target.type = 1;
        if (!scan.varint(target.number) || target.number > 1) return false;
    } else if (scan.take(ValueTag::Integer)) {
        target.type = 2;
        if (!scan.varint(target.number)) return false;
    } else if (scan.take(ValueTag::Number)) {
        target.type = 3;
        if (!scan.fixed64(target.number) || !isFinite(target.number)) return false;
    } else if (scan.take(ValueTag::Blob)) {
        target.type = 5;
        if (!scan.bytes(target.bytes)) return false;
    } else if (scan.take(ValueTag::Reference)) {
        target.type = 6;
        if (!scan.bytes(target.bytes) || target.bytes.size() != RecordId::size) return false;
    } else if (scan.take(ValueTag::Json)) {
        target.type = 7;
        if (!scan.bytes(target.bytes) || target.bytes.empty() ||
            !merge::isWellFormedText(textOf(target.bytes)))
            return false;
    } else {
        return false;
    }
    return scan.atEnd() && target.bytes.size() <= limits::valueBytes;
}

class ChangeScan {
public:
    ChangeScan(merge::Change& change, Plain plain) : change_(change), plain_(plain) {}

    bool run(ByteView bytes) {
        Scan scan(bytes);
        std::uint64_t wall = 0;
        change_.schemaVersion = 0;
        if (scan.take(ChangeTag::Wall) && !scan.varint(wall)) return false;
        if (scan.take(ChangeTag::Schema) && !scan.varint32(change_.schemaVersion)) return false;
        change_.wallMs = static_cast<WallMs>(wall);
        while (scan.take(ChangeTag::Actor)) {
            if (!scan.id(actors_.emplace_back())) return false;
        }
        while (scan.take(ChangeTag::Name)) {
            std::string& name = names_.emplace_back();
            if (!scan.text(name) || name.empty() || name.size() > limits::nameBytes) return false;
        }
        if (plain_ == Plain::AsBytes) {
            for (const std::string& name : names_)
                goodNames_.push_back(merge::isName(name));
        }
        while (scan.take(ChangeTag::Record)) {
            ByteView record;
            if (!scan.bytes(record) || !scanRecord(record)) return false;
        }
        return scan.atEnd();
    }

private:
    bool scanRecord(ByteView bytes) {
        Scan scan(bytes);
        merge::RecordOperations& target = change_.records.emplace_back();
        std::uint32_t kind = 0;
        if (!scan.take(RecordTag::Id) || !scan.id(target.record)) return false;
        if (scan.take(RecordTag::Kind) && !scan.varint32(kind)) return false;
        if (kind >= names_.size()) return false;
        target.kind = names_[kind];
        const std::size_t count = operationsIn(scan);
        if (next_ + count > limits::operationsPerChange) return false;
        if (plain_ == Plain::AsBytes && goodNames_[kind] && scanPlain(scan, target)) {
            next_ += static_cast<std::uint32_t>(count);
            return true;
        }
        target.operations.reserve(count);
        while (scan.take(RecordTag::Operation)) {
            ByteView operation;
            if (!scan.bytes(operation) || !scanOperation(operation, target.operations.emplace_back()))
                return false;
        }
        return scan.atEnd();
    }

    /// The same operations as bytes, when all of them are plain and nothing is wrong with any.
    bool scanPlain(Scan scan, merge::RecordOperations& target) {
        plainOperations_.clear();
        std::uint32_t index = next_;
        while (scan.take(RecordTag::Operation)) {
            ByteView operation;
            merge::PlainOperation& plain = plainOperations_.emplace_back();
            plain.index = index++;
            if (!scan.bytes(operation) || !scanPlainOperation(operation, plain)) return false;
        }
        if (!scan.atEnd() || plainOperations_.empty()) return false;
        target.plain = merge::encodePlain({change_.actor, change_.seq, change_.wallMs}, change_.schemaVersion,
                                          plainOperations_);
        return true;
    }

    bool scanPlainOperation(ByteView bytes, merge::PlainOperation& target) const {
        Scan scan(bytes);
        std::uint64_t action = 0;
        std::uint32_t field = 0;
        if (!scan.take(OperationTag::Action) || !scan.varint(action)) return false;
        if (action != static_cast<std::uint64_t>(merge::Action::Assign) &&
            action != static_cast<std::uint64_t>(merge::Action::Add))
            return false;
        target.action = static_cast<merge::Action>(action);
        if (scan.take(OperationTag::Field) && !scan.varint32(field)) return false;
        if (field >= names_.size() || !goodNames_[field]) return false;
        target.field = names_[field];
        if (target.field == merge::deletedField) return false;
        ByteView value;
        if (scan.take(OperationTag::Value) && (!scan.bytes(value) || !scanPlainValue(value, target)))
            return false;
        if (target.action == merge::Action::Add && target.type == 0) return false;
        return scan.atEnd();
    }

    static std::size_t operationsIn(Scan scan) {
        std::size_t count = 0;
        ByteView skipped;
        while (scan.take(RecordTag::Operation) && scan.bytes(skipped))
            ++count;
        return count;
    }

    bool scanOperation(ByteView bytes, merge::Operation& target) {
        Scan scan(bytes);
        target.id = {change_.actor, change_.seq, next_++};
        target.wallMs = change_.wallMs;
        target.schemaVersion = change_.schemaVersion;
        std::uint64_t action = 0;
        std::uint32_t field = 0;
        if (!scan.take(OperationTag::Action) || !scan.varint(action) || action == 0 || action > 0xff)
            return false;
        target.action = static_cast<merge::Action>(action);
        if (scan.take(OperationTag::Field) && !scan.varint32(field)) return false;
        if (target.action < merge::Action::Delete) {
            if (field >= names_.size()) return false;
            target.field = names_[field];
        }
        ByteView part;
        if (scan.take(OperationTag::Value) && (!scan.bytes(part) || !scanValue(part, target.value)))
            return false;
        if (scan.take(OperationTag::Replaces) && (!scan.bytes(part) || !scanReplaces(part, target.replaces)))
            return false;
        return scan.atEnd();
    }

    bool scanReplaces(ByteView bytes, std::vector<merge::OperationId>& target) const {
        Scan scan(bytes);
        while (!scan.atEnd()) {
            std::uint64_t actor = 0;
            merge::OperationId id;
            if (!scan.varint(actor) || actor >= actors_.size() || !scan.varint(id.seq) ||
                !scan.varint32(id.index) || target.size() == limits::replacesPerOperation)
                return false;
            id.actor = actors_[static_cast<std::size_t>(actor)];
            target.push_back(id);
        }
        std::sort(target.begin(), target.end());
        target.erase(std::unique(target.begin(), target.end()), target.end());
        return true;
    }

    merge::Change& change_;
    Plain plain_;
    std::vector<ActorId> actors_;
    std::vector<std::string> names_;
    std::vector<bool> goodNames_;  ///< which of these a kind or a field may bear
    std::vector<merge::PlainOperation> plainOperations_;
    std::uint32_t next_ = 0;  ///< place of the next operation in the change
};

}  // namespace

bool scanChange(ByteView bytes, merge::Change& change, Plain plain) {
    return ChangeScan(change, plain).run(bytes);
}

}  // namespace veldwijzer::store
