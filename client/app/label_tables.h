// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

/// The rows behind labels.h; sources for translation, in the context "Labels". Private to this room.
namespace veldwijzer::app {

struct KindRow {
    std::string_view kind;
    const char* one;
    const char* many;
};
/// `kind` empty: in every kind that has no row of its own for the field.
struct FieldRow {
    std::string_view kind;
    std::string_view field;
    const char* label;
};
struct CodeRow {
    std::string_view kind;
    std::string_view field;
    std::string_view code;
    const char* label;
};

[[nodiscard]] std::span<const KindRow> kindRows();
[[nodiscard]] std::span<const FieldRow> fieldRows();
[[nodiscard]] std::span<const CodeRow> codeRows();

}  // namespace veldwijzer::app
