// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <cstdint>
#include <string_view>

#include "merge/value.h"

/// The word on screen for a kind of record, for one of its fields, and for the codes that standards fix. What
/// a region itself names (facets, tags) stands in its taxonomy, not here. Pure; any thread.
namespace veldwijzer::app {

/// "dienst", "adres". The code itself for a kind that this version does not know.
[[nodiscard]] QString kindLabel(std::string_view kind);
/// "1 dienst", "12 diensten".
[[nodiscard]] QString kindCount(std::string_view kind, std::uint64_t count);
/// As a heading: "Diensten".
[[nodiscard]] QString kindHeading(std::string_view kind);

/// "Telefoonnummer", "Voor wie". The field's own name when this version does not know it: what other programs
/// added is shown rather than hidden.
[[nodiscard]] QString fieldLabel(std::string_view kind, std::string_view field);
/// Whether there is a word for it; tests ask this of everything in domain::kinds.
[[nodiscard]] bool hasKindLabel(std::string_view kind);
[[nodiscard]] bool hasFieldLabel(std::string_view kind, std::string_view field);
[[nodiscard]] bool hasCodeLabel(std::string_view kind, std::string_view field, std::string_view code);

/// "tijdelijk gesloten" for a service's status "temporarily closed"; the code itself when nobody fixed it.
[[nodiscard]] QString codeLabel(std::string_view kind, std::string_view field, std::string_view code);
/// "coördinator" for a role's name in the core.
[[nodiscard]] QString roleLabel(std::string_view role);
/// A value for people: codes and booleans in words, dates as days ("3 maart 2026"). References as the id's
/// first digits: who can look records up shows their title instead.
[[nodiscard]] QString valueLabel(std::string_view kind, std::string_view field, const merge::Value& value);

}  // namespace veldwijzer::app
