// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <vector>

#include "checklist/questionnaire.h"

/// Between what stands in a field and what a person reads and types.
namespace veldwijzer::app {

/// "1-3-2026", "1-3-2026 09:30", "09:30", "12,5": as it is typed, without a unit.
[[nodiscard]] QString typedText(const checklist::Answer& answer);

/// "1 maart 2026", "Ja", "12,5 kg", an option's own words: as it is read.
[[nodiscard]] QString readText(const checklist::Item& item, const checklist::Answer& answer);
/// All answers of a place, one a line; empty when there are none.
[[nodiscard]] QString readText(const checklist::Item& item, const std::vector<checklist::Answer>& answers);

/// What somebody typed so far. What is no answer of the question's type yet is kept as a text, so that no key
/// is lost; the review then says what is wrong with it. Empty for empty text.
[[nodiscard]] std::vector<checklist::Answer> answersTyped(const checklist::Item& item, const QString& text,
                                                          const QString& unit = {});

/// "+01:00", for a local time without one. In Europe/Amsterdam.
[[nodiscard]] std::string offsetOfLocal(std::string_view local);

}  // namespace veldwijzer::app
