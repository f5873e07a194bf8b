// SPDX-License-Identifier: EUPL-1.2
#include "store/draft.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "merge/record_part.h"
#include "store/edit_plan.h"

namespace veldwijzer::store {
namespace {

// What the framing of a record, an operation and a replaced id takes on the wire, rounded up.
constexpr std::size_t recordBytes = 40;
constexpr std::size_t operationBytes = 24;
constexpr std::size_t replacedBytes = 20;

// Each edit is held against those before it.
constexpr std::size_t plainEdits = 64;

std::size_t estimate(const merge::Operation& operation) {
    return operationBytes + operation.field.size() + (operation.value ? merge::sizeOf(*operation.value) : 0) +
           operation.replaces.size() * replacedBytes;
}

}  // namespace

Draft::Draft(Tables& tables, const SpaceId& space, WallMs now)
    : tables_(tables), space_(*tables.spaces.find(space)), clamped_(tables.clamps.of(space_.key)) {
    stamp_ = {space_.row.actor, space_.row.lastSeq + 1, now};
}

Draft::Touched& Draft::touch(const Key& key, bool& fresh) {
    const auto [at, isNew] = index_.try_emplace(key, touched_.size());
    fresh = isNew;
    if (isNew) touched_.push_back({tables_.records.open(space_.key, key.first, key.second, clamped_), {}});
    return touched_[at->second];
}

Result<void> Draft::add(const RecordId& record, const std::string& kind, std::span<const FieldEdit> edits) {
    const Key key(record, kind);
    bool fresh = false;
    Touched& touched = touch(key, fresh);
    const std::size_t before = operations_;
    const bool plain = fresh && !touched.open.stored() && isPlain(edits);
    if (auto done = plain ? addPlain(touched, edits) : addPlanned(touched, edits); !done) return done;
    if (operations_ > before) {
        bytes_ += recordBytes + kind.size();
    } else if (fresh) {
        // Nothing changed: an import that comes again need not hold on to what it only looked at.
        index_.erase(key);
        touched_.pop_back();
    }
    return {};
}

/// Edits of a new record that are its operations as they stand.
bool Draft::isPlain(std::span<const FieldEdit> edits) {
    const auto clashes = [](const FieldEdit& a, const FieldEdit& b) {
        if (a.action != b.action || a.field != b.field) return false;
        return a.action == merge::Action::Assign || merge::compare(*a.value, *b.value) == 0;
    };
    for (std::size_t i = 0; i < edits.size(); ++i) {
        const FieldEdit& edit = edits[i];
        if ((edit.action != merge::Action::Assign && edit.action != merge::Action::Add) || !edit.value)
            return false;
        if (std::any_of(edits.begin(), edits.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const FieldEdit& earlier) { return clashes(earlier, edit); }))
            return false;
    }
    return edits.size() <= plainEdits;
}

Result<void> Draft::addPlain(Touched& touched, std::span<const FieldEdit> edits) {
    plain_.clear();
    for (const FieldEdit& edit : edits) {
        const merge::Value* value = &*edit.value;
        if (const auto why = merge::whyInvalid(touched.open.kindName, edit.action, edit.field, value))
            return fail(ErrorCode::InvalidArgument, *why);
        plain_.push_back(
            merge::plainOperation(static_cast<std::uint32_t>(operations_), edit.action, edit.field, value));
        if (plain_.size() == 1) change_.record(touched.open.id, touched.open.kindName);
        if (auto counted = count(operationBytes + edit.field.size() + merge::sizeOf(*value)); !counted)
            return counted;
        change_.operation(edit.action, edit.field, value, {});
    }
    if (!plain_.empty()) touched.open.adopt(merge::encodePlain(stamp_, domain::currentSchemaVersion, plain_));
    return {};
}

Result<void> Draft::addPlanned(Touched& touched, std::span<const FieldEdit> edits) {
    merge::PackedRecord& record = touched.open.record();
    if (record.loose().schemaVersion > domain::currentSchemaVersion)
        return fail(
            ErrorCode::UnsupportedVersion,
            "a newer version of the program wrote this record. It can be read here; to change it, update");
    bool named = false;
    for (const FieldEdit& edit : edits) {
        plan_.clear();
        record.loosenFor(edit.field);
        planEdit(record.loose(), edit, plan_);
        if (!plan_.empty() && !std::exchange(named, true))
            change_.record(touched.open.id, touched.open.kindName);
        for (merge::Operation& operation : plan_) {
            if (auto taken = take(touched, std::move(operation)); !taken) return taken;
        }
    }
    return {};
}

Result<void> Draft::count(std::size_t bytes) {
    if (++operations_ > limits::operationsPerChange)
        return fail(ErrorCode::TooLarge, "more edits than one change may hold; nothing was written");
    bytes_ += bytes;
    return {};
}

Result<void> Draft::take(Touched& touched, merge::Operation&& operation) {
    operation.id = {stamp_.actor, stamp_.seq, static_cast<std::uint32_t>(operations_)};
    operation.wallMs = stamp_.wallMs;
    operation.schemaVersion = domain::currentSchemaVersion;
    if (const auto why = merge::whyInvalid({touched.open.id, touched.open.kindName}, operation))
        return fail(ErrorCode::InvalidArgument, *why);
    if (auto counted = count(estimate(operation)); !counted) return counted;
    change_.operation(operation.action, operation.field, operation.value ? &*operation.value : nullptr,
                      operation.replaces);
    touched.open.record().apply(operation, &touched.superseded);
    return {};
}

Result<std::uint64_t> Draft::save() {
    if (empty()) return std::uint64_t{0};
    const Result<Bytes> body = change_.finish(stamp_.wallMs, domain::currentSchemaVersion);
    if (!body) return body.error();
    for (Touched& touched : touched_)
        store(touched, stamp_.seq);
    tables_.outbox.add(space_.key, stamp_.seq, *body);
    tables_.spaces.edit(space_.row.id).row.lastSeq = stamp_.seq;
    return stamp_.seq;
}

void Draft::store(Touched& touched, std::uint64_t seq) {
    OpenRecord& open = touched.open;
    const Bytes base = basePart(open);
    tables_.records.save(open, clamped_);
    if (base.empty())
        tables_.records.touchBase(open.row, seq);
    else
        tables_.records.setBase(open.row, seq, base);
    // What an erase of ours takes away stays until it is acknowledged, as the base does: it may be refused.
    if (!open.erased()) tables_.history.add(open.row, touched.superseded);
}

/// What the base tells beside the record from now on; empty when it tells that already.
Bytes Draft::basePart(OpenRecord& open) const {
    if (!open.stored()) return merge::wholePart({});
    const bool ahead = space_.pending() || tables_.carried.any(space_.key);
    const auto known = ahead ? tables_.records.base(open.row) : std::nullopt;
    if (known && merge::isWhole(known->part)) return {};
    const Bytes bytes = known ? bodyWith(open.body, known->part) : open.body;
    // A record that is deleted or erased now has no fields to compare.
    if (open.record().isMoreThanFields()) return merge::wholePart(bytes);
    std::vector<std::string> fields = open.record().touchedFields();
    if (known) {
        const std::vector<std::string> before = fieldsOf(known->part);
        if (std::includes(before.begin(), before.end(), fields.begin(), fields.end())) return {};
        std::vector<std::string> all;
        std::set_union(before.begin(), before.end(), fields.begin(), fields.end(), std::back_inserter(all));
        fields = std::move(all);
    }
    return merge::partOf(packedRecord(open.id, open.kindName, bytes), fields);
}

}  // namespace veldwijzer::store
