// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "checklist/questionnaire.h"

namespace veldwijzer::checklist {

/// What a person typed as an answer to this question. InvalidArgument with a message that says what was
/// expected; Forbidden for what cannot be answered here (a group, an attachment).
///
/// Boolean: ja/nee/yes/no/true/false. Decimal: point or comma. Date: 2026-03-01 or 1-3-2026; also a year or a
/// month. Time: 9:30. Choice: an option's code, "system|code", its words, or its prefix; where the template
/// does not carry the list, any text. Quantity: a number and a unit.
///
/// `offsetOf` gives the offset ("+01:00") of a local date and time that was typed without one.
[[nodiscard]] Result<Answer> typedAnswer(
    const Item& item, std::string_view text,
    const std::function<std::string(std::string_view local)>& offsetOf = {});

/// Characters that a text may have. FHIR asks for less than a million; a record's field bears this many.
inline constexpr std::size_t typedBytesAtMost = 48 * 1024;

}  // namespace veldwijzer::checklist
