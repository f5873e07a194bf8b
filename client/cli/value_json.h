// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"
#include "merge/conflicts.h"
#include "store/types.h"

/// Records and their conflicts in the shapes that `--json` promises.
namespace veldwijzer::cli {

/// Numbers, booleans and text as they are, references in hexadecimal, foreign JSON as JSON, bytes in
/// base64url, an emptied field as null.
[[nodiscard]] Json jsonOf(const std::optional<merge::Value>& value);

/// "set", "add", "delete", …
[[nodiscard]] std::string_view nameOf(merge::Action action);

/// What may be shown of a value of this record: numbers about fewer than ten people are not.
[[nodiscard]] merge::Value shownOf(const merge::Record& record, std::string_view field,
                                   const merge::Value& value);

/// The fields that have a value: one value, or the array of a set.
[[nodiscard]] Json fieldsOf(const merge::Record& record, const merge::ClampedTime& clamped);

/// `[{"value","by","at"}]`. For the delete that met an edit: `value` is true for the delete and false for
/// what speaks against it; an edit has "field" and "edit" (its value) beside it.
[[nodiscard]] Json valuesOf(const merge::Conflict& conflict, const session::Session& session);

/// The same value for people.
[[nodiscard]] std::string textOfValue(const merge::ConflictingValue& value, std::string_view conflictField);

}  // namespace veldwijzer::cli
