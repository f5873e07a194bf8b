// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_check.h"

#include <algorithm>
#include <array>

#include "domain/kinds.h"
#include "exchange/hsds_report.h"
#include "exchange/hsds_vocabulary.h"
#include "exchange/incoming.h"

namespace veldwijzer::exchange {
namespace {

bool isOurs(std::string_view field) {
    return field == sourceIdField || field.substr(0, foreignPrefix.size()) == foreignPrefix ||
           field.substr(0, 7) == "import.";
}

bool isNull(const merge::Value& value) {
    const auto* json = std::get_if<merge::Json>(&value);
    return json != nullptr && json->text == "null";
}

bool isMissing(const IncomingRecord& record, std::string_view field) {
    const merge::Value* value = findRegister(record, field);
    if (value == nullptr || isNull(*value)) return true;
    const auto* text = std::get_if<std::string>(value);
    return text != nullptr && text->find_first_not_of(" \t\r\n") == std::string::npos;
}

std::optional<std::string> whyOddNumber(const std::string& number) {
    if (number.find_first_of("\"'") != std::string::npos) return "has quotes in it";
    if (number.find_first_of("0123456789") == std::string::npos) return "has no digits";
    return std::nullopt;
}

std::optional<std::string> whyNotAllowed(std::string_view kind, std::string_view field,
                                         const merge::Value& value) {
    const std::vector<std::string_view>* allowed = allowedWords(kind, field);
    const auto* text = std::get_if<std::string>(&value);
    if (allowed == nullptr || text == nullptr) return std::nullopt;
    if (std::find(allowed->begin(), allowed->end(), *text) != allowed->end()) return std::nullopt;
    std::string words;
    for (const std::string_view word : *allowed)
        words.append(words.empty() ? "" : ", ").append(word);
    return "is not one of " + words;
}

// Both ends present and the wrong way round. Dates are texts that sort as they should.
template <typename Type>
bool isReversed(const IncomingRecord& record, std::string_view from, std::string_view to) {
    const merge::Value* first = findRegister(record, from);
    const merge::Value* last = findRegister(record, to);
    if (first == nullptr || last == nullptr) return false;
    const auto* a = std::get_if<Type>(first);
    const auto* b = std::get_if<Type>(last);
    return a != nullptr && b != nullptr && *b < *a;
}

}  // namespace

std::string nameOf(const IncomingRecord& record) {
    const merge::Value* id = findRegister(record, sourceIdField);
    return record.kind + (id != nullptr ? " " + valueShown(*id) : "");
}

std::optional<std::string> whyOdd(std::string_view kind, std::string_view field, const merge::Value& value) {
    if (isOurs(field) || isNull(value)) return std::nullopt;
    std::optional<std::string> why;
    if (const auto* text = std::get_if<std::string>(&value);
        text != nullptr && kind == "phone" && field == "number")
        why = whyOddNumber(*text);
    if (!why) why = whyNotAllowed(kind, field, value);
    if (why) return std::string(field) + " " + valueShown(value) + " " + *why + ".";
    why = domain::whyDoubtful(kind, field, value);
    if (why) return std::string(field) + " " + valueShown(value) + ": " + *why + ".";
    return std::nullopt;
}

std::vector<std::string> whyOddTogether(const IncomingRecord& record) {
    std::vector<std::string> odd;
    for (const std::string_view member : requiredMembers(record.kind))
        if (isMissing(record, member)) odd.push_back(std::string(member) + " is missing.");
    if (isReversed<std::int64_t>(record, "minimum_age", "maximum_age"))
        odd.emplace_back("minimum_age is above maximum_age.");
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> spans = {
        {{"valid_from", "valid_to"}, {"dtstart", "until"}}};
    for (const auto& [from, to] : spans)
        if (isReversed<std::string>(record, from, to))
            odd.push_back(std::string(from) + " is after " + std::string(to) + ".");
    return odd;
}

}  // namespace veldwijzer::exchange
