// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/json_node.h"

/// The words of HSDS 3.0 and 3.1 (docs.openreferral.org, schema reference) as tables.
namespace veldwijzer::exchange {

/// What a member of an object holds.
enum class MemberRole {
    Plain,     ///< a value
    Children,  ///< a list of objects: a set of references
    Child,     ///< one object: a reference
};
struct MemberSpec {
    std::string_view name;
    MemberRole role = MemberRole::Plain;
    std::string_view kind;  ///< of the children
};
/// Plain for what is not known.
MemberSpec memberSpec(std::string_view name);

/// An id that stands beside or instead of an object: {"organization_id"} gives {field "organization", kind
/// "organization"}. For ids whose kind stands in another member (attribute.link_id) `kind` is empty and
/// `kindMember` names it.
struct ForeignKey {
    std::string_view member;
    std::string_view field;
    std::string_view kind;
    std::string_view kindMember;
};
std::optional<ForeignKey> foreignKey(std::string_view kind, std::string_view member);

/// Where a child stands that names its parent by an id, as every table of the CSV form does: a phone's
/// "service_id" puts it into the service's `phones`. `kind` is empty where another member names it
/// (attribute.link_id). Nothing for ids that are no such thing (service.organization_id).
struct Container {
    std::string_view kind;  ///< of the parent
    std::string_view set;   ///< of the parent
};
std::optional<Container> containerOf(std::string_view kind, std::string_view member);
/// The member by which a child of that kind names a parent that has it in `set`; empty: by none.
std::string_view memberForContainer(std::string_view childKind, std::string_view parentKind,
                                    std::string_view set);
/// The member in which a reference stands as an id: ("service", "organization") → "organization_id"; empty:
/// none.
std::string_view memberForReference(std::string_view kind, std::string_view field);

/// The table (file name without extension, plural or not) of a kind: "services" → "service"; empty for what
/// is none.
std::string_view kindOfTable(std::string_view table);
/// The name that HSDS gives the table of a kind; empty for a kind of our own.
std::string_view tableOfKind(std::string_view kind);

/// The name, without extension, of the file that a kind is written to; "other-3" for a kind that nobody
/// knows, whose name may be anything, and which is `number`th among the exported.
std::string fileNameOf(std::string_view kind, std::size_t number);

/// "service_at_location" → "service-at-location"; nothing for a word that is none of HSDS' objects.
std::optional<std::string_view> kindNamed(std::string_view entity);

/// What a top-level item is, by the members that only its kind has. Empty when nothing tells.
std::string_view guessKind(const Node& item);

/// Members that the standard requires and people miss.
const std::vector<std::string_view>& requiredMembers(std::string_view kind);
/// The words that the standard allows there; null when it allows any.
const std::vector<std::string_view>* allowedWords(std::string_view kind, std::string_view member);

/// Texts that people write at length, in which editors leave HTML and Markdown.
bool isProse(std::string_view member);
/// Names and titles: HTML may have slipped in, but '*' and '_' belong to the name.
bool isNameLike(std::string_view member);

/// Our facet for a taxonomy's name: "fase", "Phase", "veldwijzer:phase" → "phase"; empty for another's.
std::string facetNamed(std::string_view taxonomy);

}  // namespace veldwijzer::exchange
