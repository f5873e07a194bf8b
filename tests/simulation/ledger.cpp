// SPDX-License-Identifier: EUPL-1.2
#include "simulation/ledger.h"

#include <algorithm>

#include "base/ensure.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "simulation/device.h"

namespace veldwijzer::simulation {
namespace {

using merge::Action;
using merge::LiveOperation;

int compareValues(const std::optional<merge::Value>& a, const std::optional<merge::Value>& b) {
    if (a.has_value() != b.has_value()) return a.has_value() ? 1 : -1;
    return a ? merge::compare(*a, *b) : 0;
}

std::vector<const LiveOperation*> liveOf(const merge::Record* record, const std::string& field,
                                         Action action) {
    std::vector<const LiveOperation*> found;
    const merge::Field* present = record != nullptr ? record->field(field) : nullptr;
    if (present == nullptr) return found;
    for (const LiveOperation& live : present->operations)
        if (live.action == action) found.push_back(&live);
    return found;
}

void sees(Intent& intent, const std::vector<const LiveOperation*>& live) {
    for (const LiveOperation* each : live)
        intent.saw.push_back(markOf(intent.edit.field, *each));
}

void observeAll(Intent& intent, const merge::Record& record) {
    for (const merge::Field& field : record.fields)
        for (const LiveOperation& live : field.operations)
            intent.saw.push_back(markOf(field.name, live));
    for (const LiveOperation& live : record.deletes)
        intent.saw.push_back(markOf({}, live));
}

std::vector<const LiveOperation*> additionsOf(const merge::Record* record, const store::FieldEdit& edit) {
    std::vector<const LiveOperation*> additions = liveOf(record, edit.field, Action::Add);
    std::erase_if(additions,
                  [&](const LiveOperation* live) { return compareValues(live->value, edit.value) != 0; });
    return additions;
}

merge::Visibility visibilityOf(const merge::Record* record) {
    if (record == nullptr) return merge::Visibility::Present;
    return merge::visibilityOf(*record, domain::deletePolicyOf(record->kind));
}

}  // namespace

bool operator<(const Mark& a, const Mark& b) {
    if (a.deed != b.deed) return a.deed < b.deed;
    if (a.action != b.action) return a.action < b.action;
    if (a.field != b.field) return a.field < b.field;
    return compareValues(a.value, b.value) < 0;
}

Mark markOf(const std::string& field, const LiveOperation& live) {
    return {live.wallMs & (DeviceClock::marks - 1), live.action, field, live.value};
}

std::string_view nameOf(Action action) {
    constexpr std::string_view names[] = {"?",       "assign", "add",     "remove",
                                          "maximum", "delete", "restore", "erase"};
    const auto index = static_cast<std::size_t>(action);
    return index < std::size(names) ? names[index] : names[0];
}

std::string describe(const std::optional<merge::Value>& value) {
    return value ? "'" + domain::displayText(*value) + "'" : "(nothing)";
}

std::string describe(const Mark& mark) {
    return "#" + std::to_string(mark.deed) + " " + std::string(nameOf(mark.action)) + " " + mark.field + " " +
           describe(mark.value);
}

std::string shortName(const RecordId& id) {
    return toHex(id.view()).substr(0, 6);
}

Deed& Ledger::begin(std::size_t device, const SpaceId& space) {
    const WallMs number = last() + 1;
    ENSURE(number < DeviceClock::marks);
    Deed& deed = deeds_[number];
    deed.number = number;
    deed.device = device;
    deed.space = space;
    return deed;
}

const Deed* Ledger::find(WallMs number) const {
    const auto found = deeds_.find(number);
    return found == deeds_.end() ? nullptr : &found->second;
}

void observe(Intent& intent, const merge::Record* record) {
    const store::FieldEdit& edit = intent.edit;
    if (record != nullptr && record->erased()) {
        intent.idle = true;
        return;
    }
    switch (edit.action) {
        case Action::Assign: {
            const auto live = liveOf(record, edit.field, Action::Assign);
            intent.idle = live.empty() ? !edit.value
                                       : live.size() == 1 && compareValues(live[0]->value, edit.value) == 0;
            return sees(intent, live);
        }
        case Action::Add:
            intent.idle = !additionsOf(record, edit).empty();
            return;
        case Action::Remove: {
            const auto additions = additionsOf(record, edit);
            intent.idle = additions.empty();
            return sees(intent, additions);
        }
        case Action::Maximum: {
            const auto live = liveOf(record, edit.field, Action::Maximum);
            intent.idle = !live.empty() && compareValues(live[0]->value, edit.value) >= 0;
            return;
        }
        case Action::Delete:
            if (record != nullptr) observeAll(intent, *record);
            intent.idle = intent.saw.empty() || visibilityOf(record) == merge::Visibility::Deleted;
            return;
        case Action::Restore:
            if (record != nullptr)
                for (const LiveOperation& live : record->deletes)
                    if (live.action == Action::Delete) intent.saw.push_back(markOf({}, live));
            intent.idle = intent.saw.empty();
            return;
        case Action::Erase:
            if (record != nullptr) observeAll(intent, *record);
            intent.idle = intent.saw.empty();
            return;
    }
}

std::string whyNotDone(const Intent& intent, const merge::Record* record) {
    const store::FieldEdit& edit = intent.edit;
    if (record != nullptr && record->erased())
        return edit.action == Action::Erase || intent.idle ? "" : "the record is erased";
    switch (edit.action) {
        case Action::Assign: {
            const auto live = liveOf(record, edit.field, Action::Assign);
            if (live.empty() && !edit.value) return "";
            if (live.size() == 1 && compareValues(live[0]->value, edit.value) == 0) return "";
            return "the field holds " + std::to_string(live.size()) + " values, not just the one written";
        }
        case Action::Add:
            return additionsOf(record, edit).empty() ? "the element is not in the set" : "";
        case Action::Remove:
            return additionsOf(record, edit).empty() ? "" : "the element is still in the set";
        case Action::Maximum: {
            const auto live = liveOf(record, edit.field, Action::Maximum);
            return live.size() == 1 && compareValues(live[0]->value, edit.value) >= 0
                       ? ""
                       : "the field holds less than the maximum written";
        }
        case Action::Delete:
            if (intent.saw.empty()) return "";
            return visibilityOf(record) == merge::Visibility::Deleted ? "" : "the record is still there";
        case Action::Restore:
            return visibilityOf(record) == merge::Visibility::Present ? "" : "the record is not back";
        case Action::Erase:
            return intent.idle ? "" : "the record is not erased";
    }
    return "";
}

}  // namespace veldwijzer::simulation
