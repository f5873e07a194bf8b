// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "merge/packed_record.h"

/// A record's bytes, told as what differs from another state of the same record: the fields that do. An edit
/// of a field then costs the bytes of that field and not those of the record. See RECORD.md, "Parts".
namespace veldwijzer::merge {

/// The record whole, whatever it is compared with; empty bytes are one that does not exist.
[[nodiscard]] Bytes wholePart(ByteView record);
/// `fields` of the record (sorted), those that it lacks included; whole when it is more than its fields.
[[nodiscard]] Bytes partOf(const PackedRecord& record, const std::vector<std::string>& fields);

[[nodiscard]] bool isWhole(ByteView part);
/// Which fields a part tells, sorted; none when it is whole. Our own bytes: Malformed means damage.
[[nodiscard]] Result<std::vector<std::string>> fieldsIn(ByteView part);
/// The bytes of the record that the part tells beside `record`: as merge::encode writes them.
[[nodiscard]] Result<Bytes> withPart(ByteView record, ByteView part);

}  // namespace veldwijzer::merge
