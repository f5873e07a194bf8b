// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "merge/record.h"
#include "store/types.h"

/// What people did and were told, kept apart from every device: the oracle's only memory.
namespace veldwijzer::simulation {

/// One operation as a person would name it: what the deed of that number did to a field. Unlike the id of an
/// operation it stays the same when a device authors its waiting work again under a new name.
struct Mark {
    WallMs deed = 0;
    merge::Action action = merge::Action::Assign;
    std::string field;
    std::optional<merge::Value> value;

    friend bool operator<(const Mark& a, const Mark& b);
    friend bool operator==(const Mark& a, const Mark& b) { return !(a < b) && !(b < a); }
};
[[nodiscard]] Mark markOf(const std::string& field, const merge::LiveOperation& live);
[[nodiscard]] std::string describe(const Mark& mark);
[[nodiscard]] std::string describe(const std::optional<merge::Value>& value);
[[nodiscard]] std::string_view nameOf(merge::Action action);
[[nodiscard]] std::string shortName(const RecordId& id);

/// One field of one record that a deed meant to change, and what its author had on the screen.
struct Intent {
    RecordId record;
    std::string kind;
    store::FieldEdit edit;
    /// What the author saw and means to replace, by the rule of the field's type.
    std::vector<Mark> saw;
    /// Changes nothing, as things stood: the store may leave it out, and must when all of the deed is so.
    bool idle = false;
};

struct Deed {
    WallMs number = 0;
    std::size_t device = 0;
    SpaceId space;
    std::vector<Intent> intents;
    /// `Store::write` returned: the person was told that it is safe. Without that it may come or not.
    bool told = false;
    /// Went down with a disk that was replaced by an older copy before the server had heard of it. Nobody can
    /// ask for it; should it come all the same (a request was still on its way), it must be right.
    bool perished = false;
};

class Ledger {
public:
    Deed& begin(std::size_t device, const SpaceId& space);
    [[nodiscard]] const std::map<WallMs, Deed>& deeds() const { return deeds_; }
    [[nodiscard]] const Deed* find(WallMs number) const;
    Deed& at(WallMs number) { return deeds_.at(number); }
    [[nodiscard]] WallMs last() const { return static_cast<WallMs>(deeds_.size()); }
    /// Every record that anybody wrote, with its kind.
    [[nodiscard]] const std::map<RecordId, std::pair<SpaceId, std::string>>& records() const {
        return records_;
    }
    void note(const RecordId& record, const SpaceId& space, const std::string& kind) {
        records_.try_emplace(record, space, kind);
    }

private:
    std::map<WallMs, Deed> deeds_;
    std::map<RecordId, std::pair<SpaceId, std::string>> records_;
};

/// Fills in `saw` and `idle` from the record as its author has it (null: there is none).
void observe(Intent& intent, const merge::Record* record);
/// What is wrong when, right after the write, the author's own record is not as they asked. Empty: nothing.
[[nodiscard]] std::string whyNotDone(const Intent& intent, const merge::Record* record);

}  // namespace veldwijzer::simulation
