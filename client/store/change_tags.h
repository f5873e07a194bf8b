// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

/// How a change's fields begin on the wire (wire/veldwijzer.proto). Not for other rooms.
namespace veldwijzer::store {

// A tag is the field's number times eight and how it is written: 0 varint, 1 eight bytes, 2 length and bytes.
enum class ChangeTag : std::uint8_t { Wall = 0x08, Schema = 0x10, Actor = 0x1a, Name = 0x22, Record = 0x2a };
enum class RecordTag : std::uint8_t { Id = 0x0a, Kind = 0x10, Operation = 0x1a };
enum class OperationTag : std::uint8_t { Action = 0x08, Field = 0x10, Value = 0x1a, Replaces = 0x22 };
enum class ValueTag : std::uint8_t {
    Boolean = 0x08,
    Integer = 0x10,
    Number = 0x19,
    Text = 0x22,
    Blob = 0x2a,
    Reference = 0x32,
    Json = 0x3a
};

}  // namespace veldwijzer::store
