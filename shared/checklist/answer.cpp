// SPDX-License-Identifier: EUPL-1.2
#include "checklist/answer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

namespace veldwijzer::checklist {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::pair<std::string_view, Answer::Type>, 12> names{{
    {"valueBoolean", Answer::Type::Boolean},
    {"valueDecimal", Answer::Type::Decimal},
    {"valueInteger", Answer::Type::Integer},
    {"valueDate", Answer::Type::Date},
    {"valueDateTime", Answer::Type::DateTime},
    {"valueTime", Answer::Type::Time},
    {"valueString", Answer::Type::String},
    {"valueUri", Answer::Type::Uri},
    {"valueCoding", Answer::Type::Coding},
    {"valueQuantity", Answer::Type::Quantity},
    {"valueAttachment", Answer::Type::Attachment},
    {"valueReference", Answer::Type::Reference},
}};

Error malformed(std::string_view what) {
    return fail(ErrorCode::Malformed, "an answer " + std::string(what));
}

std::string textAt(const Json& object, const char* member) {
    const auto at = object.find(member);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

std::string dumped(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The digits of the one number in {"valueDecimal":…}, as they were written.
std::string digitsIn(std::string_view json, const Json& value) {
    const std::size_t colon = json.rfind(':');
    if (colon == std::string_view::npos) return dumped(value);
    std::string_view digits = json.substr(colon + 1);
    digits = digits.substr(std::min(digits.find_first_not_of(" \t\r\n"), digits.size()));
    digits = digits.substr(0, std::min(digits.find_first_of(" \t\r\n}"), digits.size()));
    return isDecimal(digits) ? std::string(digits) : dumped(value);
}

bool take(Answer& answer, const Json& value) {
    using Type = Answer::Type;
    switch (answer.type) {
        case Type::Boolean:
            if (!value.is_boolean()) return false;
            answer.boolean = value.get<bool>();
            return true;
        case Type::Integer:
            if (!value.is_number_integer()) return false;
            [[fallthrough]];
        case Type::Decimal:
            if (!value.is_number()) return false;
            answer.number = value.get<double>();
            answer.text = digitsIn(answer.json, value);
            return true;
        case Type::Date:
        case Type::DateTime:
        case Type::Time:
        case Type::String:
        case Type::Uri:
            if (!value.is_string()) return false;
            answer.text = value.get<std::string>();
            return true;
        case Type::Coding:
            if (!value.is_object()) return false;
            answer.coding = {textAt(value, "system"), textAt(value, "code"), textAt(value, "display")};
            return true;
        case Type::Quantity:
            if (!value.is_object()) return false;
            if (const auto number = value.find("value"); number != value.end() && number->is_number())
                answer.number = number->get<double>();
            answer.text = textAt(value, "unit");
            answer.coding = {textAt(value, "system"), textAt(value, "code"), {}};
            return true;
        case Type::Attachment:
            answer.text = value.is_object() ? textAt(value, "title") : std::string();
            return value.is_object();
        case Type::Reference:
            answer.text = value.is_object() ? textAt(value, "reference") : std::string();
            return value.is_object();
        case Type::Unknown:
            return true;
    }
    return false;
}

Result<Answer> answerIn(const Json& object, std::string_view json) {
    if (!object.is_object()) return malformed("is not a JSON object");
    const Json* value = nullptr;
    Answer answer;
    for (const auto& [name, member] : object.items()) {
        if (!name.starts_with("value")) continue;
        if (value != nullptr) return malformed("has two values");
        value = &member;
        for (const auto& [known, type] : names)
            if (name == known) answer.type = type;
    }
    if (value == nullptr) return malformed("has no value");
    answer.json = json;
    if (object.contains("item")) {
        Json without = object;
        without.erase("item");
        answer.json = dumped(without);
    }
    if (!take(answer, *value)) return malformed("has a value of the wrong kind");
    return answer;
}

/// The elements of a JSON array, as they stand. The text is valid JSON.
std::vector<std::string_view> elementsIn(std::string_view array) {
    std::vector<std::string_view> elements;
    std::size_t start = array.find('[') + 1;
    int depth = 0;
    bool inText = false;
    for (std::size_t i = start; i < array.size(); ++i) {
        const char c = array[i];
        if (inText) {
            if (c == '\\') ++i;
            inText = c != '"';
            continue;
        }
        if (c == '"') inText = true;
        if (c == '{' || c == '[') ++depth;
        const bool ends = depth == 0 && (c == ',' || c == ']');
        if (ends && array.substr(start, i - start).find_first_not_of(" \t\r\n") != std::string_view::npos)
            elements.push_back(array.substr(start, i - start));
        if (ends) start = i + 1;
        if (c == '}' || c == ']') --depth;
    }
    return elements;
}

}  // namespace

Result<Answer> answerFrom(std::string_view json) {
    const Json object = Json::parse(json, nullptr, false);
    if (object.is_discarded()) return malformed("is not JSON");
    return answerIn(object, json);
}

Result<std::vector<Answer>> answersFrom(std::string_view jsonArray) {
    const Json array = Json::parse(jsonArray, nullptr, false);
    if (!array.is_array()) return malformed("is not a JSON array");
    std::vector<Answer> answers;
    answers.reserve(array.size());
    const auto elements = elementsIn(jsonArray);
    for (std::size_t i = 0; i < array.size(); ++i) {
        auto answer = answerIn(array[i], i < elements.size() ? elements[i] : std::string_view());
        if (!answer) return answer.error();
        answers.push_back(std::move(*answer));
    }
    return answers;
}

std::string fieldText(const std::vector<Answer>& answers) {
    std::string text = "[";
    for (const Answer& answer : answers) {
        if (text.size() > 1) text += ',';
        text += answer.json;
    }
    return text + ']';
}

Answer answerOf(bool value) {
    Answer answer;
    answer.type = Answer::Type::Boolean;
    answer.boolean = value;
    answer.json = value ? R"({"valueBoolean":true})" : R"({"valueBoolean":false})";
    return answer;
}

Answer answerOf(Answer::Type textual, std::string_view text) {
    Answer answer;
    answer.type = textual;
    answer.text = text;
    const auto name =
        std::find_if(names.begin(), names.end(), [&](const auto& pair) { return pair.second == textual; });
    if (textual == Answer::Type::Decimal || textual == Answer::Type::Integer) {
        std::from_chars(text.data(), text.data() + text.size(), answer.number);
        answer.json = "{\"" + std::string(name->first) + "\":" + std::string(text) + '}';
    } else {
        answer.json = dumped(Json{{std::string(name->first), text}});
    }
    return answer;
}

Answer answerOf(const Coding& coding) {
    Answer answer;
    answer.type = Answer::Type::Coding;
    answer.coding = coding;
    Json value = Json::object();
    if (!coding.system.empty()) value["system"] = coding.system;
    if (!coding.code.empty()) value["code"] = coding.code;
    if (!coding.display.empty()) value["display"] = coding.display;
    answer.json = dumped(Json{{"valueCoding", value}});
    return answer;
}

std::string displayText(const Answer& answer) {
    using Type = Answer::Type;
    switch (answer.type) {
        case Type::Boolean:
            return answer.boolean ? "true" : "false";
        case Type::Coding:
            return answer.coding.display.empty() ? answer.coding.code : answer.coding.display;
        case Type::Quantity: {
            std::array<char, 40> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), answer.number).ptr;
            const std::string unit = answer.text.empty() ? answer.coding.code : answer.text;
            return std::string(digits.data(), end) + (unit.empty() ? "" : " " + unit);
        }
        default:
            return answer.text;
    }
}

}  // namespace veldwijzer::checklist
