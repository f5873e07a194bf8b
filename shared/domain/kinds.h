// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "merge/record.h"

/// What a record means. Kinds and fields are data, so that a richer model grows by adding rows, and a kind
/// or field that this version does not know still works: it is a register of text (see `fieldTypeOf`).
namespace veldwijzer::domain {

/// Stamped on every change that this version makes. Raise it when an older version could misread a record.
inline constexpr std::uint32_t currentSchemaVersion = 1;

/// How a field merges: which operations write it.
enum class FieldType : std::uint8_t {
    Register,   ///< Assign: one value; concurrent different ones are a conflict
    LongText,   ///< Assign; the inbox may suggest a three-way merge
    Reference,  ///< Assign of a RecordId
    Position,   ///< Assign of a place in an ordered list (merge/position.h)
    Set,        ///< Add and Remove
    Maximum,    ///< Maximum: the greatest wins, so a smaller value cannot be written; do not try
};

/// What a person may type there. An import keeps what breaks this, and reports it (`whyDoubtful`).
enum class Format : std::uint8_t {
    Text,
    Code,       ///< text from a list that a region or a standard keeps; compared as it stands
    Integer,    ///< std::int64_t
    Number,     ///< double
    Boolean,    ///< bool
    Date,       ///< text, 2026-03-01
    Time,       ///< text, 09:30 or 09:30:00, with or without Z or an offset
    DateTime,   ///< text, a date, or a date and a time
    Email,      ///< text
    Url,        ///< text
    Reference,  ///< RecordId
    Json,       ///< merge::Json
};

struct FieldSpec {
    std::string_view name;
    FieldType type = FieldType::Register;
    Format format = Format::Text;
    bool facet = false;             ///< its values are chips to filter a list by
    std::optional<double> least{};  ///< of an Integer or Number
    std::optional<double> most{};
    std::string_view refersTo{};  ///< the kind that a Reference points to; empty: any
};

struct Kind {
    std::string_view name;  ///< the term of the standard, kebab-case: "service-at-location"
    /// The first that has a text is the title.
    std::vector<std::string_view> titleFields;
    merge::DeletePolicy deletePolicy = merge::DeletePolicy::EditWins;
    std::vector<FieldSpec> fields;  ///< beside `commonFields`, which every kind has
};

/// Sorted by name. All of these live as long as the program.
[[nodiscard]] const std::vector<Kind>& kinds();
/// Null for a kind that this version does not know.
[[nodiscard]] const Kind* findKind(std::string_view kind);
/// Fields that every kind has, known or not: `tags`, the facets of the social map, `status`, `position`,
/// where an imported record came from (`source_id`, its id there, and `import.source`), and HSDS's
/// `attributes` and `metadata`.
[[nodiscard]] const std::vector<FieldSpec>& commonFields();
/// Of the kind, else of the common fields; null if neither knows it.
[[nodiscard]] const FieldSpec* findField(std::string_view kind, std::string_view field);
/// Register for what is not known.
[[nodiscard]] FieldType fieldTypeOf(std::string_view kind, std::string_view field);
/// EditWins for what is not known: it loses nothing.
[[nodiscard]] merge::DeletePolicy deletePolicyOf(std::string_view kind);

/// The line under which people find the record: at most 200 bytes of UTF-8, white space collapsed, never
/// empty ("service 3fa85f64" when no field helps).
[[nodiscard]] std::string titleOf(const merge::Record& record, const merge::ClampedTime& clamped = {});
inline constexpr std::size_t titleBytes = 200;

/// The fields that `titleOf` and `facetsOf` look at: what an edit of others leaves as it is.
[[nodiscard]] const std::vector<std::string_view>& listedFieldsOf(std::string_view kind);

/// One chip of the record: ("phase", "signalering"), ("tags", "avond"), ("status", "active").
struct FacetCode {
    std::string facet;
    std::string code;
    auto operator<=>(const FacetCode&) const = default;
};
/// Sorted, each once. Empty for a record without any; codes are at most 200 bytes.
[[nodiscard]] std::vector<FacetCode> facetsOf(const merge::Record& record,
                                              const merge::ClampedTime& clamped = {});

/// A value as text: numbers and dates plain, references in hexadecimal, JSON as it stands.
[[nodiscard]] std::string displayText(const merge::Value& value);

/// What a person typed for a field, or for one element of a set. InvalidArgument with a message that says
/// what was expected. Empty text is refused: emptying a field is an Assign without a value, which is the
/// caller's to decide. With `now`, a Maximum date after tomorrow is refused, because nobody could lower it.
[[nodiscard]] Result<merge::Value> parseValue(std::string_view kind, std::string_view field,
                                              std::string_view text,
                                              std::optional<WallMs> now = std::nullopt);

/// Why a value is odd for its field (wrong type, out of range, not a date), for an importer's report; the
/// importer keeps it all the same. Nothing if it is fine or the field is not known.
[[nodiscard]] std::optional<std::string> whyDoubtful(std::string_view kind, std::string_view field,
                                                     const merge::Value& value);

}  // namespace veldwijzer::domain
