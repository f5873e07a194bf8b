// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_records.h"

#include <algorithm>
#include <utility>

#include "exchange/hsds_check.h"
#include "exchange/hsds_limits.h"
#include "exchange/incoming.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::string_view keptAsItIs = "Kept as it is.";

void checkField(const IncomingRecord& record, std::string_view field, const merge::Value& value,
                HsdsReport& report) {
    if (const auto why = whyOdd(record.kind, field, value))
        report.add(nameOf(record) + ": " + *why, keptAsItIs);
}

}  // namespace

void HsdsRecords::learn(const Part& part) {
    const RecordId content = contentOf(part.record);
    const auto [at, isNew] = seen_.try_emplace(part.record.id, Seen{content, 0, false, false});
    at->second.varies |= at->second.content != content;
    ++at->second.left;
    for (const std::string_view name : {"parent", "parent_organization"})
        if (const merge::Value* parent = findRegister(part.record, name))
            if (const auto* id = std::get_if<RecordId>(parent)) parents_.try_emplace(part.record.id, *id);
}

void HsdsRecords::add(Part&& part, bool top, HsdsReport& report, ImportSink& sink) {
    if (top) noteTop(part, report);
    const RecordId id = part.record.id;
    Seen& seen = seen_[id];
    if (seen.left > 0) --seen.left;
    if (!seen.varies) {
        if (std::exchange(seen.done, true)) return;
        for (const KeyReference& key : part.keys)
            checkKey(nameOf(part.record), key, report);
        for (const auto& [name, value] : part.record.registers)
            checkField(part.record, name, value, report);
        return handOut(std::move(part.record), report.row(), report, sink);
    }
    if (seen.done) return;
    const auto [at, isNew] = waiting_.try_emplace(id);
    if (isNew) at->second = {{id, part.record.kind, {}, {}}, report.file(), report.row()};
    uniteInto(at->second, std::move(part), report);
    if (seen.left > 0) return;
    seen.done = true;
    Waiting whole = std::move(at->second);
    waiting_.erase(at);
    handOut(std::move(whole.record), whole.file == report.file() ? whole.row : report.row(), report, sink);
}

void HsdsRecords::finish(HsdsReport& report, ImportSink& sink) {
    for (auto& [id, waiting] : waiting_)
        handOut(std::move(waiting.record), 0, report, sink);
    waiting_.clear();
}

void HsdsRecords::noteTop(const Part& part, HsdsReport& report) {
    const RecordId content = contentOf(part.record);
    const auto [first, isNew] =
        top_.try_emplace(part.record.id, FirstRow{report.file(), report.row(), content});
    if (isNew) return;
    const std::string where = "row " + std::to_string(first->second.row) +
                              (first->second.file == report.file() ? "" : " of " + first->second.file);
    const bool same = first->second.content == content;
    report.add(nameOf(part.record) + ": " + where + " has the same id" + (same ? " and says the same." : "."),
               same ? "Read as one record." : "Read as one record: what only one of them says is kept.");
}

void HsdsRecords::uniteInto(Waiting& waiting, Part&& part, HsdsReport& report) {
    if (part.record.kind != waiting.record.kind) {
        report.add(nameOf(part.record) + " has the id of a " + waiting.record.kind + ".",
                   "Not imported; the first counts.");
        return;
    }
    const std::string name = nameOf(part.record);
    for (const UnitedField& field : unite(waiting.record, std::move(part.record))) {
        if (field.what == United::New) {
            checkField(waiting.record, field.name, field.kept, report);
            for (const KeyReference& key : part.keys)
                if (key.field == field.name) checkKey(name, key, report);
            continue;
        }
        checkField(waiting.record, field.name, field.lost, report);
        report.add(name + ": " + field.name + " is " + valueShown(field.lost) + " here and " +
                       valueShown(field.kept) + " elsewhere.",
                   field.what == United::Contradicts ? "The latter counts; this one is kept beside it."
                                                     : "The latter counts; this one is not kept.");
    }
}

void HsdsRecords::checkKey(const std::string& name, const KeyReference& key, HsdsReport& report) const {
    if (seen_.find(key.target) == seen_.end())
        report.add(name + ": its " + key.field + " " + shown(key.text) + " is not in these files.",
                   "The reference is kept; it may lead to a record that is there already.");
}

void HsdsRecords::handOut(IncomingRecord&& record, std::uint64_t row, HsdsReport& report,
                          ImportSink& sink) const {
    for (const std::string& why : whyOddTogether(record))
        report.addAt(row, nameOf(record) + ": " + why, keptAsItIs);
    if (isItsOwnParent(record.id))
        report.addAt(row, nameOf(record) + " is its own parent, along a chain of parents.", keptAsItIs);
    sink.record(std::move(record));
}

bool HsdsRecords::isItsOwnParent(const RecordId& id) const {
    auto at = parents_.find(id);
    for (std::size_t step = 0; step < limits::hsdsParentSteps && at != parents_.end(); ++step) {
        if (at->second == id) return true;
        at = parents_.find(at->second);
    }
    return false;
}

}  // namespace veldwijzer::exchange
