// SPDX-License-Identifier: EUPL-1.2
#include "simulation/author.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "merge/position.h"
#include "store/own_records.h"

namespace veldwijzer::simulation {
namespace {

using merge::Action;
using roster::SpaceType;

RecordId numbered(const char* what, std::uint64_t number) {
    return idOf<RecordId>("simulated record", {viewOf(what), viewOf(std::to_string(number))});
}

std::string word(Dice& dice) {
    // Few enough that two people now and then write the same.
    constexpr std::array words{"buurthuis", "inloop", "wijkteam", "meldpunt", "Filomena", "opvang"};
    return words[dice.below(words.size())];
}

merge::Value foreign(Dice& dice) {
    switch (dice.below(5)) {
        case 0:
            return merge::Json{"{\"x\":" + std::to_string(dice.below(5)) + "}"};
        case 1:
            return static_cast<double>(dice.below(7)) / 2;
        case 2:
            return dice.chance(50);
        case 3:
            return Bytes(dice.below(4), 7);
        default:
            return static_cast<std::int64_t>(dice.below(9));
    }
}

std::string place(Dice& dice, Device& device, const RecordId& record) {
    const auto stored = device.store().find(record);
    const merge::Value* shown = stored ? merge::shownValue(stored->record, "position") : nullptr;
    const auto* text = shown != nullptr ? std::get_if<std::string>(shown) : nullptr;
    if (text == nullptr || dice.chance(50)) return merge::positionBetween({}, {}, device.random());
    return merge::positionBetween(*text, {}, device.random());
}

store::FieldEdit field(Dice& dice, Device& device, const RecordId& record, const char* titleField) {
    switch (dice.below(10)) {
        case 0:
        case 1:
        case 2:
            return {Action::Assign, titleField,
                    dice.chance(8) ? std::nullopt : std::optional<merge::Value>(word(dice))};
        case 3:
            return {Action::Assign, "description",
                    word(dice) + " van " + device.name() + ", " + std::to_string(dice.below(1000))};
        case 4:
        case 5:
            return {Action::Add, "tags", word(dice)};
        case 6:
            return {Action::Remove, "tags", word(dice)};
        case 7:
            return {Action::Maximum, "assured_date",
                    "2026-0" + std::to_string(1 + dice.below(9)) + "-0" + std::to_string(1 + dice.below(9))};
        case 8:
            return {Action::Assign, "position", place(dice, device, record)};
        default:
            return {Action::Assign, "x-foreign", foreign(dice)};
    }
}

bool clash(const Intent& a, const Intent& b) {
    return a.record == b.record && a.edit.field == b.edit.field;
}

void imagineFields(Dice& dice, Device& device, const Stage::Place& where, const RecordId& record,
                   std::vector<Intent>& intents) {
    const char* title = where.kind == "session" ? "title" : "name";
    const std::uint64_t fields = 1 + dice.below(dice.chance(10) ? 8 : 2);
    for (std::uint64_t i = 0; i < fields; ++i) {
        Intent intent{record, where.kind, field(dice, device, record, title), {}, false};
        // One field, one edit: what a change does to its own earlier operations is the store's tests' matter.
        const bool taken = std::any_of(intents.begin(), intents.end(),
                                       [&](const Intent& other) { return clash(intent, other); });
        if (!taken) intents.push_back(std::move(intent));
    }
}

}  // namespace

Stage Stage::set(std::uint64_t mapRecords) {
    const auto& region = FoundedRegion::get();
    const RegionId id = region.region().id;
    Stage stage;
    Place map{roster::regionSpace(id, SpaceType::Map), SpaceType::Map, {}, "service", {}};
    for (std::uint64_t i = 0; i < mapRecords; ++i)
        map.records.push_back(numbered("map", i));
    stage.places.push_back(std::move(map));
    stage.places.push_back({roster::regionSpace(id, SpaceType::Programme),
                            SpaceType::Programme,
                            {},
                            "session",
                            {numbered("programme", 0)}});
    // Two devices of one member share what is theirs: each member once.
    for (const std::size_t person : {std::size_t{1}, std::size_t{2}, std::size_t{4}}) {
        const MemberId member = region.people()[person].identity.member;
        stage.places.push_back({roster::regionSpace(id, SpaceType::Participation),
                                SpaceType::Participation,
                                member,
                                "wish",
                                {store::ownRecordId(member, numbered("wish", person))}});
    }
    const MemberId twoDevices = region.people()[2].identity.member;
    stage.places.push_back({roster::personalSpace(id, twoDevices),
                            SpaceType::Personal,
                            twoDevices,
                            "note",
                            {numbered("note", 0)}});
    return stage;
}

std::vector<Intent> imagine(Dice& dice, Device& device, const Stage::Place& where) {
    std::vector<Intent> intents;
    // An erase that is refused must bring back all that it seemed to end, so there it is tried more often.
    const bool lawful = device.keeper().roster().mayWrite(device.id(), where.space).ok();
    const std::uint64_t records = dice.chance(85) ? 1 : 1 + dice.below(where.records.size());
    for (std::uint64_t i = 0; i < records; ++i) {
        const RecordId record = where.records[dice.below(where.records.size())];
        if (std::any_of(intents.begin(), intents.end(),
                        [&](const Intent& other) { return other.record == record; }))
            continue;
        const std::uint64_t what = dice.below(100);
        const auto whole = [&](Action action) {
            intents.push_back({record, where.kind, {action, {}, std::nullopt}, {}, false});
        };
        if (what < 10)
            whole(Action::Delete);
        else if (what < 15)
            whole(Action::Restore);
        else if (what < (lawful ? 16 : 25))
            whole(Action::Erase);
        else
            imagineFields(dice, device, where, record, intents);
    }
    return intents;
}

std::vector<store::RecordEdit> editsOf(const std::vector<Intent>& intents) {
    std::vector<store::RecordEdit> edits;
    for (const Intent& intent : intents) {
        if (edits.empty() || edits.back().record != intent.record)
            edits.push_back({intent.record, intent.kind, {}});
        edits.back().edits.push_back(intent.edit);
    }
    return edits;
}

}  // namespace veldwijzer::simulation
