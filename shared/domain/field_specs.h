// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/kinds.h"

/// Short words for the tables of kinds. Not for other rooms.
namespace veldwijzer::domain {

constexpr FieldSpec text(std::string_view name) {
    return {.name = name};
}
constexpr FieldSpec longText(std::string_view name) {
    return {.name = name, .type = FieldType::LongText};
}
constexpr FieldSpec of(Format format, std::string_view name) {
    return {.name = name, .format = format};
}
constexpr FieldSpec number(Format format, std::string_view name, std::optional<double> least,
                           std::optional<double> most = std::nullopt) {
    return {.name = name, .format = format, .least = least, .most = most};
}
constexpr FieldSpec reference(std::string_view name, std::string_view kind = {}) {
    return {.name = name, .type = FieldType::Reference, .format = Format::Reference, .refersTo = kind};
}
constexpr FieldSpec codes(std::string_view name) {
    return {.name = name, .type = FieldType::Set, .format = Format::Code};
}
/// What HSDS nests in a list: references to the records that belong to this one.
constexpr FieldSpec children(std::string_view name, std::string_view kind) {
    return {.name = name, .type = FieldType::Set, .format = Format::Reference, .refersTo = kind};
}
/// The latest of the days that people wrote: never put back by an older file or a device with old news.
constexpr FieldSpec latest(std::string_view name) {
    return {.name = name, .type = FieldType::Maximum, .format = Format::Date};
}
constexpr FieldSpec facet(FieldSpec field) {
    field.facet = true;
    return field;
}

/// The social map, in the words of HSDS 3.x.
std::vector<Kind> socialMapKinds();
/// What the regional approach needs beside it: agreements, interventions, indicators, synonyms, settings.
std::vector<Kind> regionKinds();
/// The programme of a regional day, in the words of frab.
std::vector<Kind> programmeKinds();
/// Templates and filled-in lists, in the words of FHIR.
std::vector<Kind> checklistKinds();
/// Favourites, notes to self, and suggestions.
std::vector<Kind> personalKinds();

}  // namespace veldwijzer::domain
