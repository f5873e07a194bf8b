// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/hsds_reader.h"

/// Building and uniting IncomingRecords. Pure functions.
namespace veldwijzer::exchange {

[[nodiscard]] const merge::Value* findRegister(const IncomingRecord& record, std::string_view name);
/// The caller knows that it is not there yet.
void putRegister(IncomingRecord& record, std::string_view name, merge::Value value);
/// False if the set is full (hsdsSetElements; of other values hsdsOtherValues).
bool addElement(IncomingRecord& record, std::string_view set, merge::Value value);
/// Keeps a value that lost. False if there is no room: then only a problem tells of it.
bool addOtherValue(IncomingRecord& record, std::string_view member, const merge::Value& value);

/// Sorts, and leaves each element once. To be called when nothing is added any more.
void finish(IncomingRecord& record);

/// What `unite` did with one register.
enum class United { New, Contradicts, LostForGood };
struct UnitedField {
    std::string name;
    United what = United::New;
    merge::Value kept;
    merge::Value lost;
};

/// Adds to `known` what `more` (same id and kind) says beyond it. A contradicting value is kept among the
/// other values; null gives way to any value; of a field that merges as a maximum the greatest stays. A
/// member and its original go together. Both are finished; so is the result. Reports what was not equal.
std::vector<UnitedField> unite(IncomingRecord& known, IncomingRecord&& more);

/// The first 16 bytes of a hash of all of it: equal means the same content.
[[nodiscard]] RecordId contentOf(const IncomingRecord& record);

/// A value as JSON text. References as "veldwijzer:" and hexadecimal digits.
[[nodiscard]] std::string jsonOf(const merge::Value& value);
inline constexpr std::string_view ownIdPrefix = "veldwijzer:";

}  // namespace veldwijzer::exchange
