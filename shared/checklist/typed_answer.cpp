// SPDX-License-Identifier: EUPL-1.2
#include "checklist/typed_answer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "checklist/conditions.h"

namespace veldwijzer::checklist {
namespace {

Error expected(const std::string& what) {
    return fail(ErrorCode::InvalidArgument, "expected " + what);
}

std::string lowered(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view gaps = " \t\r\n";
    const std::size_t first = text.find_first_not_of(gaps);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(gaps) - first + 1);
}

Result<Answer> booleanFrom(std::string_view text) {
    const std::string word = lowered(text);
    for (const std::string_view yes : {"true", "ja", "yes", "j", "y", "1"})
        if (word == yes) return answerOf(true);
    for (const std::string_view no : {"false", "nee", "no", "n", "0"})
        if (word == no) return answerOf(false);
    return expected("ja or nee");
}

Result<Answer> numberFrom(Answer::Type type, std::string_view text) {
    std::string digits(text);
    if (type == Answer::Type::Decimal) std::replace(digits.begin(), digits.end(), ',', '.');
    if (digits.starts_with('.')) digits.insert(0, "0");
    if (type == Answer::Type::Integer && !isInteger(digits)) return expected("a whole number");
    if (type == Answer::Type::Decimal && !isDecimal(digits)) return expected("a number, like 12.5");
    return answerOf(type, digits);
}

/// "1-3-2026" and "1/3/2026" as the Dutch write them; anything else as it is.
std::string dateFrom(std::string_view text) {
    std::string word(text);
    std::replace(word.begin(), word.end(), '/', '-');
    unsigned day = 0;
    unsigned month = 0;
    unsigned year = 0;
    int used = 0;
    if (std::sscanf(word.c_str(), "%2u-%2u-%4u%n", &day, &month, &year, &used) != 3 ||
        static_cast<std::size_t>(used) != word.size() || year < 1000)
        return word;
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04u-%02u-%02u", year, month, day);
    return buffer.data();
}

std::string timeFrom(std::string_view text) {
    std::string time(text);
    if (time.size() >= 2 && time[1] == ':') time.insert(0, "0");
    if (time.size() == 5) time += ":00";
    return time;
}

Result<Answer> momentFrom(std::string_view text,
                          const std::function<std::string(std::string_view)>& offsetOf) {
    std::string moment(text);
    const std::size_t gap = moment.find_first_of("T ");
    if (gap != std::string::npos) {
        const std::string day = dateFrom(std::string_view(moment).substr(0, gap));
        std::string time = moment.substr(gap + 1);
        const std::size_t zone = std::min(time.find_first_of("Z+-"), time.size());
        std::string offset = time.substr(zone);
        time = timeFrom(std::string_view(time).substr(0, zone));
        if (offset.empty()) offset = offsetOf ? offsetOf(day + 'T' + time) : "Z";
        moment = day + 'T' + time + offset;
    } else {
        moment = dateFrom(moment);
    }
    if (!isFhirDateTime(moment)) return expected("a date and a time, like 2026-03-01T09:30");
    return answerOf(Answer::Type::DateTime, moment);
}

bool isMeant(const Option& option, std::string_view text) {
    const Answer& value = option.value;
    if (value.type == Answer::Type::Coding) {
        const Coding& coding = value.coding;
        if (!coding.code.empty() && (text == coding.code || text == coding.system + '|' + coding.code))
            return true;
    }
    return lowered(displayText(value)) == lowered(text) || (!option.prefix.empty() && option.prefix == text);
}

std::string choicesOf(const Item& item) {
    constexpr std::size_t shownAtMost = 20;
    std::string list;
    for (std::size_t i = 0; i < std::min(item.options.size(), shownAtMost); ++i) {
        const Answer& value = item.options[i].value;
        list += "\n  ";
        if (!value.coding.code.empty()) list += value.coding.code + "  ";
        list += displayText(value);
    }
    if (item.options.size() > shownAtMost) list += "\n  …";
    return list;
}

Result<Answer> choiceFrom(const Item& item, std::string_view text) {
    std::vector<const Option*> meant;
    for (const Option& option : item.options)
        if (isMeant(option, text)) meant.push_back(&option);
    // A code is meant before words that look like it.
    if (meant.size() > 1)
        std::erase_if(meant, [&](const Option* option) { return option->value.coding.code != text; });
    if (meant.size() == 1) return meant.front()->value;
    if (item.type == ItemType::OpenChoice) return answerOf(Answer::Type::String, text);
    if (item.options.empty()) return answerOf(Coding{{}, {}, std::string(text)});
    return expected("one of these:" + choicesOf(item));
}

Result<Answer> quantityFrom(const Item& item, std::string_view text) {
    const std::size_t gap = std::min(text.find(' '), text.size());
    const auto number = numberFrom(Answer::Type::Decimal, text.substr(0, gap));
    if (!number) return expected("a number and a unit, like 12.5 kg");
    std::string unit(trimmed(text.substr(gap)));
    if (unit.empty() && item.units.size() == 1) unit = item.units.front();
    std::string json = "{\"valueQuantity\":{";
    if (!unit.empty()) json += "\"unit\":" + nlohmann::json(unit).dump() + ',';
    return answerFrom(json + "\"value\":" + number->text + "}}");
}

}  // namespace

Result<Answer> typedAnswer(const Item& item, std::string_view text,
                           const std::function<std::string(std::string_view)>& offsetOf) {
    if (!isQuestion(item.type))
        return fail(ErrorCode::Forbidden, "this is a " + std::string(nameOf(item.type)) + ", not a question");
    if (!isFillable(item.type))
        return fail(ErrorCode::Forbidden,
                    "an answer of this type (" + item.typeName + ") cannot be given with this program");
    if (!isUtf8(text)) return expected("text in UTF-8");
    if (text.size() > typedBytesAtMost)
        return fail(ErrorCode::TooLarge,
                    "an answer has at most " + std::to_string(typedBytesAtMost) + " bytes");
    const std::string_view word = trimmed(text);
    if (word.empty()) return expected("an answer; --clear takes one away");
    switch (item.type) {
        case ItemType::Boolean:
            return booleanFrom(word);
        case ItemType::Decimal:
            return numberFrom(Answer::Type::Decimal, word);
        case ItemType::Integer:
            return numberFrom(Answer::Type::Integer, word);
        case ItemType::Date: {
            const std::string date = dateFrom(word);
            if (!isFhirDate(date)) return expected("a date, like 2026-03-01");
            return answerOf(Answer::Type::Date, date);
        }
        case ItemType::Time: {
            const std::string time = timeFrom(word);
            if (!isFhirTime(time)) return expected("a time, like 09:30");
            return answerOf(Answer::Type::Time, time);
        }
        case ItemType::DateTime:
            return momentFrom(word, offsetOf);
        case ItemType::Url:
            if (word.find_first_of(" \t\r\n") != std::string_view::npos)
                return expected("an address without spaces");
            return answerOf(Answer::Type::Uri, word);
        case ItemType::Choice:
        case ItemType::OpenChoice:
            return choiceFrom(item, word);
        case ItemType::Quantity:
            return quantityFrom(item, word);
        default:
            // Of a text its lines and spaces are the writer's.
            return answerOf(Answer::Type::String, text);
    }
}

}  // namespace veldwijzer::checklist
