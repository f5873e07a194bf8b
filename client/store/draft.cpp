// SPDX-License-Identifier: EUPL-1.2
#include "store/draft.h"

#include <algorithm>

#include "base/limits.h"
#include "merge/record_part.h"
#include "store/change_codec.h"
#include "store/edit_plan.h"

namespace veldwijzer::store {
namespace {

// What the framing of a record, an operation and a replaced id takes on the wire, rounded up.
constexpr std::size_t recordBytes = 40;
constexpr std::size_t operationBytes = 24;
constexpr std::size_t replacedBytes = 20;

std::size_t estimate(const merge::Operation& operation) {
    return operationBytes + operation.field.size() + (operation.value ? merge::sizeOf(*operation.value) : 0) +
           operation.replaces.size() * replacedBytes;
}

}  // namespace

Draft::Draft(Tables& tables, const SpaceId& space, WallMs now)
    : tables_(tables), space_(*tables.spaces.find(space)), clamped_(tables.clamps.of(space_.key)) {
    change_.actor = space_.row.actor;
    change_.seq = space_.row.lastSeq + 1;
    change_.wallMs = now;
    change_.schemaVersion = domain::currentSchemaVersion;
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
    if (touched.open.record().loose().schemaVersion > domain::currentSchemaVersion)
        return fail(
            ErrorCode::UnsupportedVersion,
            "a newer version of the program wrote this record. It can be read here; to change it, update");
    merge::RecordOperations target{record, kind, {}};
    for (const FieldEdit& edit : edits) {
        plan_.clear();
        touched.open.record().loosenFor(edit.field);
        planEdit(touched.open.record().loose(), edit, plan_);
        for (merge::Operation& operation : plan_) {
            if (auto taken = take(target, touched, std::move(operation)); !taken) return taken;
        }
    }
    if (!target.operations.empty()) {
        bytes_ += recordBytes + kind.size();
        change_.records.push_back(std::move(target));
    } else if (fresh) {
        // Nothing changed: an import that comes again need not hold on to what it only looked at.
        index_.erase(key);
        touched_.pop_back();
    }
    return {};
}

Result<void> Draft::take(merge::RecordOperations& target, Touched& touched, merge::Operation&& operation) {
    operation.id = {change_.actor, change_.seq, static_cast<std::uint32_t>(operations_)};
    operation.wallMs = change_.wallMs;
    operation.schemaVersion = change_.schemaVersion;
    if (const auto why = merge::whyInvalid(target, operation)) return fail(ErrorCode::InvalidArgument, *why);
    if (++operations_ > limits::operationsPerChange)
        return fail(ErrorCode::TooLarge, "more edits than one change may hold; nothing was written");
    bytes_ += estimate(operation);
    touched.open.record().apply(operation, &touched.superseded);
    target.operations.push_back(std::move(operation));
    return {};
}

Result<std::uint64_t> Draft::save() {
    if (empty()) return std::uint64_t{0};
    const Result<Bytes> body = encodeChange(change_);
    if (!body) return body.error();
    for (Touched& touched : touched_)
        store(touched, change_.seq);
    tables_.outbox.add(space_.key, change_.seq, *body);
    tables_.spaces.edit(space_.row.id).row.lastSeq = change_.seq;
    return change_.seq;
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
    const auto known = space_.pending() ? tables_.records.base(open.row) : std::nullopt;
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
