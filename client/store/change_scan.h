// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "merge/operation.h"

namespace veldwijzer::store {

/// What becomes of operations that only make a new record.
enum class Plain : std::uint8_t {
    TakenApart,  ///< they are operations like any
    AsBytes,     ///< RecordOperations::plain, where they are valid
};

/// Reads the bytes of a change straight into `change` (whose actor and seq are set), when they are written
/// the way every writer of ours and every ordinary protobuf library writes them: fields in order, each once,
/// nothing unknown, nothing that breaks a rule. False for anything else, and then `change` is spoiled.
///
/// Only a short cut: a first sync reads a hundred thousand operations, and the tree of messages that protobuf
/// would make of them costs more than the merge. What it does not take goes to the protobuf reader, whose
/// verdict is the one that counts.
bool scanChange(ByteView bytes, merge::Change& change, Plain plain);

}  // namespace veldwijzer::store
