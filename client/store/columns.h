// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "sqlite/database.h"

namespace veldwijzer::store {

/// What we wrote ourselves and cannot read any more: the vault is damaged.
[[noreturn]] inline void throwDamaged(const char* what) {
    throw StorageError(ErrorCode::VaultDamaged,
                       std::string("the vault holds ") + what + " that cannot be read");
}

/// An id or hash from a column; an empty blob is all zero.
template <typename Id>
Id idAt(const Statement& statement, int column) {
    const ByteView bytes = statement.blob(column);
    if (bytes.empty()) return {};
    const auto id = Id::from(bytes);
    if (!id) throwDamaged("an id of the wrong size");
    return *id;
}

// Sequence numbers and positions are counted from one and stay far below 2^63.
inline std::int64_t toColumn(std::uint64_t number) {
    return static_cast<std::int64_t>(number);
}
inline std::uint64_t numberAt(const Statement& statement, int column) {
    return static_cast<std::uint64_t>(statement.integer(column));
}

}  // namespace veldwijzer::store
