// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_records.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "domain/kinds.h"
#include "exchange/exact_values.h"
#include "exchange/hsds_check.h"
#include "exchange/hsds_limits.h"
#include "exchange/incoming.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::string_view keptAsItIs = "Kept as it is.";

// Of the record and of the ids by which it names its parents.
RecordId contentOf(const Part& part) {
    const RecordId record = contentOf(part.record);
    if (part.keys.empty() && part.exact.empty()) return record;
    Bytes keys;
    for (const Node& exact : part.exact)
        append(keys, viewOf(canonicalText(exact)));
    for (const KeyReference& key : part.keys) {
        append(keys, viewOf(key.member));
        append(keys, key.target.view());
    }
    return idOf<RecordId>("veldwijzer import content with keys", {record.view(), ByteView(keys)});
}

void checkField(const IncomingRecord& record, std::string_view field, const merge::Value& value,
                HsdsReport& report) {
    if (const auto why = whyOdd(record.kind, field, value))
        report.add(nameOf(record) + ": " + *why, keptAsItIs);
}

/// Of a location's lists those whose records tell where it is.
bool tellsWhere(std::string_view set) {
    return set == "addresses" || set == "accessibility" || set == "metadata";
}

}  // namespace

std::vector<const KeyReference*> settleKeys(IncomingRecord& record, const std::vector<KeyReference>& keys,
                                            const std::function<bool(const RecordId&)>& isThere) {
    std::vector<const KeyReference*> lost;
    for (const KeyReference& key : keys) {
        const std::string text = std::string(foreignPrefix) + key.member;
        if (!isThere(key.target)) {
            const bool known = std::any_of(lost.begin(), lost.end(), [&](const KeyReference* other) {
                return other->member == key.member && other->target == key.target;
            });
            if (known) continue;
            lost.push_back(&key);
            if (key.set.empty()) continue;
            if (findRegister(record, text) == nullptr)
                putRegister(record, text, key.written);
            else if (*findRegister(record, text) != key.written)
                addOtherValue(record, key.member, key.written);
            if (findRegister(record, key.field) == nullptr) putRegister(record, key.field, key.target);
            continue;
        }
        const merge::Value* there = findRegister(record, key.field);
        if (!key.set.empty() || there == nullptr || *there != merge::Value(key.target)) continue;
        const auto at = std::find_if(record.registers.begin(), record.registers.end(), [&](const auto& pair) {
            return pair.first == text && pair.second == key.written;
        });
        if (at != record.registers.end()) record.registers.erase(at);
    }
    return lost;
}

void HsdsRecords::learn(const Part& part) {
    learnConfidential(part);
    const RecordId content = contentOf(part);
    for (const KeyReference& key : part.keys)
        if (!key.set.empty()) links_.push_back({key.target, part.record.id, key.set});
    if (part.record.kind == "attribute" && !part.keys.empty())
        if (const merge::Value* term = findRegister(part.record, "taxonomy_term"))
            if (const auto* id = std::get_if<RecordId>(term))
                attributeTerms_.emplace_back(part.record.id, *id);
    const auto [at, isNew] = seen_.try_emplace(part.record.id, Seen{content, 0, false, false});
    at->second.varies |= at->second.content != content;
    ++at->second.left;
    for (const std::string_view name : {"parent", "parent_organization"})
        if (const merge::Value* parent = findRegister(part.record, name))
            if (const auto* id = std::get_if<RecordId>(parent)) parents_.try_emplace(part.record.id, *id);
}

// Before anything is handed out: an address comes before the location that holds it.
void HsdsRecords::learnConfidential(const Part& part) {
    if (part.record.kind != "location") return;
    const merge::Value* says = findRegister(part.record, "confidential");
    const bool confidential = (says != nullptr && *says == merge::Value(true)) ||
                              confidential_.contains(part.record.id) ||
                              keeper_.keepsConfidential(part.record.id);
    if (!confidential) return;
    confidential_.insert(part.record.id);
    for (const auto& [name, elements] : part.record.sets)
        if (tellsWhere(name))
            for (const merge::Value& element : elements)
                if (const auto* id = std::get_if<RecordId>(&element)) confidential_.insert(*id);
}

// By what holds it, or by what it says that it belongs to.
bool HsdsRecords::isConfidential(const IncomingRecord& record) const {
    if (confidential_.empty()) return false;
    if (record.kind == "location") return confidential_.contains(record.id);
    if (record.kind != "address" && record.kind != "accessibility" && record.kind != "metadata") return false;
    if (confidential_.contains(record.id)) return true;
    for (const std::string_view field : {"location", "resource", "link"})
        if (const merge::Value* value = findRegister(record, field))
            if (const auto* id = std::get_if<RecordId>(value); id != nullptr && confidential_.contains(*id))
                return true;
    return false;
}

void HsdsRecords::learned() {
    std::sort(links_.begin(), links_.end());
    links_.erase(std::unique(links_.begin(), links_.end()), links_.end());
    std::sort(attributeTerms_.begin(), attributeTerms_.end());
    // The CSV form's children name their location, where JSON's location names them.
    for (const Link& link : links_)
        if (confidential_.contains(link.parent) && tellsWhere(link.set)) confidential_.insert(link.child);
}

void HsdsRecords::add(Part&& part, bool top, HsdsReport& report, ImportSink& sink) {
    if (top) noteTop(part, report);
    const RecordId id = part.record.id;
    Seen& seen = seen_[id];
    if (seen.left > 0) --seen.left;
    if (!seen.varies) {
        if (std::exchange(seen.done, true)) return;
        for (const auto& [name, value] : part.record.registers)
            checkField(part.record, name, value, report);
        return handOut(std::move(part), report.row(), report, sink);
    }
    if (seen.done) return;
    const auto [at, isNew] = waiting_.try_emplace(id);
    if (isNew) at->second = {{id, part.record.kind, {}, {}}, {}, {}, report.file(), report.row()};
    uniteInto(at->second, std::move(part), report);
    if (seen.left > 0) return;
    seen.done = true;
    Waiting whole = std::move(at->second);
    waiting_.erase(at);
    const std::uint64_t row = whole.file == report.file() ? whole.row : report.row();
    handOut({std::move(whole.record), std::move(whole.keys), std::move(whole.exact)}, row, report, sink);
}

void HsdsRecords::finish(HsdsReport& report, ImportSink& sink) {
    for (auto& [id, waiting] : waiting_)
        handOut({std::move(waiting.record), std::move(waiting.keys), std::move(waiting.exact)}, 0, report,
                sink);
    waiting_.clear();
}

void HsdsRecords::noteTop(const Part& part, HsdsReport& report) {
    const RecordId content = contentOf(part);
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
    for (KeyReference& key : part.keys)
        if (waiting.keys.size() < limits::hsdsMembers) waiting.keys.push_back(std::move(key));
    for (Node& exact : part.exact)
        if (waiting.exact.size() < limits::hsdsMembers) waiting.exact.push_back(std::move(exact));
    for (const UnitedField& field : unite(waiting.record, std::move(part.record))) {
        if (field.what == United::New) {
            checkField(waiting.record, field.name, field.kept, report);
            continue;
        }
        checkField(waiting.record, field.name, field.lost, report);
        report.add(name + ": " + field.name + " is " + valueShown(field.lost) + " here and " +
                       valueShown(field.kept) + " elsewhere.",
                   field.what == United::Contradicts ? "The latter counts; this one is kept beside it."
                                                     : "The latter counts; this one is not kept.");
    }
}

void HsdsRecords::attachChildren(Part& part, std::uint64_t row, HsdsReport& report) const {
    auto at = std::lower_bound(links_.begin(), links_.end(), part.record.id,
                               [](const Link& link, const RecordId& id) { return link.parent < id; });
    std::size_t left = 0;
    for (; at != links_.end() && at->parent == part.record.id; ++at) {
        if (at->set == "attributes") attachFacet(part, at->child);
        if (!addElement(part.record, at->set, at->child)) ++left;
    }
    if (left > 0)
        report.addAt(row, nameOf(part.record) + " has " + std::to_string(left) + " children more than fit.",
                     "They are imported, but not tied to it.");
}

// As HsdsNormaliser does for attributes that are nested.
void HsdsRecords::attachFacet(Part& part, const RecordId& attribute) const {
    auto at =
        std::lower_bound(attributeTerms_.begin(), attributeTerms_.end(), std::pair(attribute, RecordId{}));
    for (; at != attributeTerms_.end() && at->first == attribute; ++at) {
        const HsdsNormaliser::Term* term = normaliser_.term(at->second);
        if (term == nullptr) continue;
        const domain::FieldSpec* field = domain::findField(part.record.kind, term->facet);
        if (field != nullptr && field->type == domain::FieldType::Set)
            addElement(part.record, term->facet, term->code);
    }
}

void HsdsRecords::handOut(Part&& part, std::uint64_t row, HsdsReport& report, ImportSink& sink) const {
    IncomingRecord& record = part.record;
    const auto isThere = [this](const RecordId& id) { return seen_.find(id) != seen_.end(); };
    for (const KeyReference* key : settleKeys(record, part.keys, isThere))
        report.addAt(
            row, nameOf(record) + ": its " + key->field + " " + shown(key->text) + " is not in these files.",
            "The reference is kept; it may lead to a record that is there already.");
    attachChildren(part, row, report);
    for (const Node& exact : part.exact)
        for (const std::string& why : applyExact(exact, record))
            report.addAt(row, nameOf(record) + ": " + std::string(exactMember) + ": " + why,
                         "That part is not used.");
    exchange::finish(record);
    for (const std::string& why : whyOddTogether(record))
        report.addAt(row, nameOf(record) + ": " + why, keptAsItIs);
    if (isItsOwnParent(record.id))
        report.addAt(row, nameOf(record) + " is its own parent, along a chain of parents.", keptAsItIs);
    record.confidential = isConfidential(record);
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
