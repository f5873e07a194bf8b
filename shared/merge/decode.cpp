// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "merge/names.h"
#include "merge/record.h"
#include "merge/stored_value.h"
#include "merge/varint.h"

namespace veldwijzer::merge {
namespace {

constexpr std::uint8_t format = 1;
constexpr std::uint64_t max32 = 0xffffffffU;

// The fewest bytes that one of each can take: what a count may claim.
constexpr std::size_t stampLeast = 3;
constexpr std::size_t operationLeast = 3;
constexpr std::size_t fieldLeast = 3 + operationLeast;
constexpr std::size_t seenLeast = 3;

// A count costs its author three bytes and would cost us forty times as much: past this, memory is taken as
// the bytes really come.
constexpr std::size_t reservedMost = 256;

struct Stamp {
    std::size_t actor = 0;
    std::uint64_t seq = 0;
    WallMs wallMs = 0;
    bool used = false;

    [[nodiscard]] bool sortsBefore(const Stamp& other) const {
        if (actor != other.actor) return actor < other.actor;
        return seq != other.seq ? seq < other.seq : wallMs < other.wallMs;
    }
};

struct Actor {
    ActorId id;
    bool used = false;
};

class RecordReader {
public:
    RecordReader(RecordId id, std::string_view kind, ByteView bytes) : in_(bytes) {
        record_.id = id;
        record_.kind = kind;
    }

    Result<Record> read() {
        const std::uint8_t version = in_.byte();
        if (in_.ok() && version > format)
            return fail(ErrorCode::UnsupportedVersion, "The record was written by a newer version.");
        if (version != format) in_.refuse();
        record_.schemaVersion = static_cast<std::uint32_t>(in_.varintUpTo(max32));
        readActors();
        readStamps();
        readFields();
        readOperations(record_.deletes, [](Action a) { return a == Action::Delete || a == Action::Restore; });
        readOperations(record_.erases, [](Action a) { return a == Action::Erase; });
        if (!in_.ok() || in_.left() != 0 || !isWhole())
            return fail(ErrorCode::Malformed, "The record's bytes are damaged.");
        return std::move(record_);
    }

private:
    void readActors() {
        actors_.resize(in_.count(ActorId::size));
        for (std::size_t i = 0; i < actors_.size() && in_.ok(); ++i) {
            const ByteView bytes = in_.raw(ActorId::size);
            if (!in_.ok()) return;
            std::copy(bytes.begin(), bytes.end(), actors_[i].id.bytes.begin());
            if (i > 0 && actors_[i].id <= actors_[i - 1].id) in_.refuse();
        }
    }

    std::size_t readActorIndex() {
        const std::uint64_t index = in_.varint();
        if (index >= actors_.size()) {
            in_.refuse();
            return 0;
        }
        actors_[index].used = true;
        return static_cast<std::size_t>(index);
    }

    void readStamps() {
        stamps_.resize(in_.count(stampLeast));
        for (std::size_t i = 0; i < stamps_.size() && in_.ok(); ++i) {
            stamps_[i].actor = readActorIndex();
            stamps_[i].seq = in_.varint();
            stamps_[i].wallMs = unzigzag(in_.varint());
            if (i > 0 && !stamps_[i - 1].sortsBefore(stamps_[i])) in_.refuse();
        }
    }

    void readFields() {
        const std::size_t count = in_.count(fieldLeast);
        record_.fields.reserve(std::min(count, reservedMost));
        for (std::size_t i = 0; i < count && in_.ok(); ++i) {
            const std::string_view name = textOf(in_.sized());
            if (!isName(name) || (i > 0 && name <= record_.fields.back().name)) return in_.refuse();
            Field& field = record_.fields.emplace_back();
            field.name = name;
            readOperations(field.operations, [](Action a) {
                return a == Action::Assign || a == Action::Add || a == Action::Maximum;
            });
            if (field.operations.empty() || hasTwoMaximums(field)) return in_.refuse();
        }
    }

    static bool hasTwoMaximums(const Field& field) {
        if (field.operations.size() < 2) return false;
        return std::count_if(field.operations.begin(), field.operations.end(),
                             [](const LiveOperation& live) { return live.action == Action::Maximum; }) > 1;
    }

    template <typename Allowed>
    void readOperations(std::vector<LiveOperation>& operations, Allowed allowed) {
        const std::size_t count = in_.count(operationLeast);
        operations.reserve(std::min(count, reservedMost));
        for (std::size_t i = 0; i < count && in_.ok(); ++i) {
            LiveOperation& live = operations.emplace_back();
            const std::uint8_t head = in_.byte();
            live.action = static_cast<Action>(head >> 4U);
            if (!allowed(live.action)) return in_.refuse();
            readId(live);
            readValue(live, head & 0x0fU);
            if (live.action == Action::Delete) readSaw(live.saw);
            if (i > 0 && live.id <= operations[i - 1].id) return in_.refuse();
        }
    }

    void readId(LiveOperation& live) {
        const std::uint64_t index = in_.varint();
        if (index >= stamps_.size()) return in_.refuse();
        Stamp& stamp = stamps_[index];
        stamp.used = true;
        live.id = {actors_[stamp.actor].id, stamp.seq, static_cast<std::uint32_t>(in_.varintUpTo(max32))};
        live.wallMs = stamp.wallMs;
    }

    void readValue(LiveOperation& live, unsigned type) {
        const bool needed = live.action == Action::Add || live.action == Action::Maximum;
        const bool allowed = needed || live.action == Action::Assign;
        if (type == 0 ? needed : !allowed) return in_.refuse();
        if (type != 0) merge::readValue(in_, type, live.value);
    }

    void readSaw(std::vector<OperationId>& saw) {
        const std::size_t count = in_.count(seenLeast);
        saw.reserve(std::min(count, reservedMost));
        for (std::size_t i = 0; i < count && in_.ok(); ++i) {
            const std::size_t actor = readActorIndex();
            if (!in_.ok()) return;
            const std::uint64_t seq = in_.varint();
            saw.push_back({actors_[actor].id, seq, static_cast<std::uint32_t>(in_.varintUpTo(max32))});
            if (i > 0 && saw[i] <= saw[i - 1]) in_.refuse();
        }
    }

    // What only the end can tell: nothing in the tables that nobody uses, and nothing beside an Erase.
    [[nodiscard]] bool isWhole() const {
        const auto used = [](const auto& entry) { return entry.used; };
        const bool tablesUsed = std::all_of(actors_.begin(), actors_.end(), used) &&
                                std::all_of(stamps_.begin(), stamps_.end(), used);
        return tablesUsed && (!record_.erased() || (record_.fields.empty() && record_.deletes.empty()));
    }

    Reader in_;
    Record record_;
    std::vector<Actor> actors_;
    std::vector<Stamp> stamps_;
};

}  // namespace

Result<Record> decode(RecordId id, std::string_view kind, ByteView bytes) {
    return RecordReader(id, kind, bytes).read();
}

}  // namespace veldwijzer::merge
