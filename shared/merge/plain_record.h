// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>
#include <vector>

#include "merge/packed_record.h"

namespace veldwijzer::merge {

/// An Assign or an Add that replaces nothing, looking into the bytes that it was read from.
struct PlainOperation {
    std::string_view field;
    std::uint32_t index = 0;
    Action action = Action::Assign;
    /// As in RECORD.md: 0 none, 1 boolean, 2 integer, ...
    std::uint8_t type = 0;
    std::uint64_t number = 0;  ///< of a boolean, an integer (zigzag) or a number (its bits)
    ByteView bytes;            ///< of a text, bytes, a reference or JSON
};

/// Looks into the field's name and the value, which may be null.
[[nodiscard]] PlainOperation plainOperation(std::uint32_t index, Action action, std::string_view field,
                                            const Value* value);

/// The bytes of the record that these operations of one change make by themselves: what merge::encode would
/// write after they had been applied to a record that did not exist. They must be valid (see whyInvalid), and
/// come in the order of their indexes. So a record that comes from elsewhere is stored without being taken
/// apart.
[[nodiscard]] Bytes encodePlain(const Stamp& stamp, std::uint32_t schemaVersion,
                                std::vector<PlainOperation>& operations);

/// The operations of such bytes again, in the order of their indexes, in `target.operations`, when there is
/// reason to look at each of them. `target.plain` is empty afterwards.
void takeApart(RecordOperations& target);

}  // namespace veldwijzer::merge
