// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

/// One answer to a question: FHIR R4's answer.value[x]. Pure functions.
namespace veldwijzer::checklist {

struct Coding {
    std::string system;
    std::string code;
    std::string display;
    bool operator==(const Coding&) const = default;
};

struct Answer {
    enum class Type : std::uint8_t {
        Boolean,
        Decimal,
        Integer,
        Date,
        DateTime,
        Time,
        String,
        Uri,
        Coding,
        Quantity,
        Attachment,
        Reference,
        Unknown,  ///< a value[x] that FHIR R4 does not give an answer; kept
    };
    Type type = Type::Unknown;
    bool boolean = false;
    double number = 0;  ///< of a Decimal, an Integer, a Quantity
    std::string text;   ///< of the texts and dates; the unit of a Quantity; the digits of a number
    Coding coding;      ///< of a Coding; of a Quantity its unit's system and code
    /// {"valueCoding":{…}}: canonical JSON (members sorted, no spaces), digits as they were written.
    std::string json;
};

/// From `{"valueX": …}`, as it stands in a record. Malformed for what is no JSON object with one value[x].
/// Extensions beside the value stay in `json`; items below the answer do not: they are answers of their own.
[[nodiscard]] Result<Answer> answerFrom(std::string_view json);
/// From a record's field: `[{"valueX": …}, …]`. Malformed when one is.
[[nodiscard]] Result<std::vector<Answer>> answersFrom(std::string_view jsonArray);
/// The text of the field again.
[[nodiscard]] std::string fieldText(const std::vector<Answer>& answers);
/// What stands in the field of a question that is answered with nothing.
inline constexpr std::string_view noAnswers = "[]";

[[nodiscard]] Answer answerOf(bool value);
[[nodiscard]] Answer answerOf(Answer::Type textual, std::string_view text);
[[nodiscard]] Answer answerOf(const Coding& coding);

/// What a person reads: a coding's display (else its code), a number with its unit.
[[nodiscard]] std::string displayText(const Answer& answer);
/// A number, a date, a time, as FHIR writes them.
[[nodiscard]] bool isDecimal(std::string_view text);
[[nodiscard]] bool isInteger(std::string_view text);
/// "2026", "2026-03" or "2026-03-01".
[[nodiscard]] bool isFhirDate(std::string_view text);
/// A date as above, or a whole one with "T", a time and an offset.
[[nodiscard]] bool isFhirDateTime(std::string_view text);
/// "09:30:00", with or without a fraction.
[[nodiscard]] bool isFhirTime(std::string_view text);

enum class Order : std::int8_t { Less = -1, Equal = 0, Greater = 1, Unknown = 2 };
/// As enableWhen compares. Numbers by value; dates and times as far as both are known ("2026" against
/// "2026-03" is Unknown); texts by bytes; codings by code, and by system where both have one; quantities of
/// one unit. Unknown for what cannot be compared.
[[nodiscard]] Order compare(const Answer& left, const Answer& right);

}  // namespace veldwijzer::checklist
