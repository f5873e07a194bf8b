// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

#include "base/limits.h"
#include "base/text.h"
#include "base/utf8.h"
#include "domain/kinds.h"
#include "domain/moments.h"

namespace veldwijzer::domain {
namespace {

using merge::Value;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view gaps = " \t\r\n";
    const std::size_t from = text.find_first_not_of(gaps);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(gaps) - from + 1);
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

bool hasGapOrControl(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= 0x20 || byte == 0x7f;
    });
}

// Loose on purpose: only what surely is none is refused.
bool isEmail(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos && !hasGapOrControl(text);
}

// Shown as a link that people press, so no scheme that runs something.
bool isUrl(std::string_view text) {
    if (hasGapOrControl(text)) return false;
    const std::size_t colon = text.find(':');
    const std::string scheme = lower(text.substr(0, colon));
    if (scheme == "mailto" || scheme == "tel") return text.size() > colon + 1;
    if (scheme == "http" || scheme == "https")
        return text.substr(scheme.size()).starts_with("://") && text.size() > scheme.size() + 3;
    const std::string_view host = text.substr(0, text.find('/'));
    const std::size_t dot = host.find('.');
    const std::size_t port = host.find(':');
    const bool portIsNumber = port == std::string_view::npos ||
                              host.find_first_not_of("0123456789", port + 1) == std::string_view::npos;
    return dot != std::string_view::npos && dot > 0 && dot + 1 < host.size() && portIsNumber;
}

std::string expectation(Format format) {
    switch (format) {
        case Format::Integer:
            return "a whole number, such as 18";
        case Format::Number:
            return "a number, such as 51.44";
        case Format::Boolean:
            return "true or false";
        case Format::Date:
            return "a date, such as 2026-03-01";
        case Format::Time:
            return "a time, such as 09:30";
        case Format::DateTime:
            return "a date and time, such as 2026-03-01T09:30";
        case Format::Email:
            return "an e-mail address";
        case Format::Url:
            return "a web address, such as https://example.org";
        case Format::Reference:
            return "the id of a record (32 hexadecimal digits)";
        case Format::Json:
            return "JSON from an import";
        case Format::Text:
        case Format::Code:
            break;
    }
    return "text";
}

bool isWrittenAs(Format format, std::string_view text) {
    switch (format) {
        case Format::Date:
            return isDate(text);
        case Format::Time:
            return isTime(text);
        case Format::DateTime:
            return isDateTime(text);
        case Format::Email:
            return isEmail(text);
        case Format::Url:
            return isUrl(text);
        case Format::Text:
        case Format::Code:
            return true;
        default:
            return false;
    }
}

bool hasFormat(Format format, const Value& value) {
    switch (format) {
        case Format::Integer:
            return std::holds_alternative<std::int64_t>(value);
        case Format::Number:
            return std::holds_alternative<double>(value) || std::holds_alternative<std::int64_t>(value);
        case Format::Boolean:
            return std::holds_alternative<bool>(value);
        case Format::Reference:
            return std::holds_alternative<RecordId>(value);
        case Format::Json:
            return std::holds_alternative<merge::Json>(value);
        default: {
            const auto* text = std::get_if<std::string>(&value);
            return text != nullptr && isWrittenAs(format, *text);
        }
    }
}

std::optional<double> numberIn(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
    if (const auto* number = std::get_if<double>(&value)) return *number;
    return std::nullopt;
}

std::optional<std::string> whyOutOfRange(const FieldSpec& field, const Value& value) {
    const std::optional<double> number = numberIn(value);
    if (!number) return std::nullopt;
    const auto plain = [](double limit) { return displayText(Value(limit)); };
    if (field.least && *number < *field.least) return "at least " + plain(*field.least);
    if (field.most && *number > *field.most) return "at most " + plain(*field.most);
    return std::nullopt;
}

template <typename Number>
std::optional<Value> parseNumber(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if constexpr (std::is_floating_point_v<Number>) {
        if (!std::isfinite(number)) return std::nullopt;
    }
    return Value(number);
}

std::optional<Value> parseBoolean(std::string_view text) {
    const std::string word = lower(text);
    if (word == "true" || word == "yes" || word == "ja" || word == "1") return Value(true);
    if (word == "false" || word == "no" || word == "nee" || word == "0") return Value(false);
    return std::nullopt;
}

std::optional<Value> parseReference(std::string_view text) {
    const std::optional<Bytes> bytes = fromHex(text);
    if (!bytes) return std::nullopt;
    const std::optional<RecordId> id = RecordId::from(*bytes);
    return id ? std::optional<Value>(*id) : std::nullopt;
}

std::optional<Value> parseAs(Format format, std::string_view text) {
    const std::string_view inner = trimmed(text);
    switch (format) {
        case Format::Integer:
            return parseNumber<std::int64_t>(inner);
        case Format::Number:
            return parseNumber<double>(inner);
        case Format::Boolean:
            return parseBoolean(inner);
        case Format::Reference:
            return parseReference(inner);
        case Format::Json:
            return std::nullopt;
        case Format::Text:
            return Value(std::string(text));
        default:
            break;
    }
    return isWrittenAs(format, inner) ? std::optional<Value>(std::string(inner)) : std::nullopt;
}

// A maximum cannot be lowered again: a year mistyped would count as checked for ever.
bool isTooLate(const FieldSpec& field, const Value& value, std::optional<WallMs> now) {
    constexpr WallMs dayMs = 24LL * 3600 * 1000;
    const auto* text = std::get_if<std::string>(&value);
    if (field.type != FieldType::Maximum || !now || text == nullptr) return false;
    return text->substr(0, dateLength) > formatUtc(*now + dayMs).substr(0, dateLength);
}

Error refusal(std::string_view field, const std::string& wanted) {
    return fail(ErrorCode::InvalidArgument,
                std::string(field) + " has to be " + wanted + ". Nothing was changed.");
}

}  // namespace

Result<merge::Value> parseValue(std::string_view kind, std::string_view field, std::string_view text,
                                std::optional<WallMs> now) {
    constexpr FieldSpec unknown{};
    const FieldSpec* known = findField(kind, field);
    const FieldSpec& spec = known != nullptr ? *known : unknown;
    if (text.size() > limits::valueBytes)
        return fail(ErrorCode::TooLarge, std::string(field) + " is too long. Nothing was changed.");
    if (!isUtf8(text) || text.find('\0') != std::string_view::npos)
        return refusal(field, "readable text in UTF-8");
    if (trimmed(text).empty()) return refusal(field, expectation(spec.format) + ", not empty");
    std::optional<Value> value = parseAs(spec.format, text);
    if (!value) return refusal(field, expectation(spec.format));
    if (const auto limit = whyOutOfRange(spec, *value)) return refusal(field, *limit);
    if (isTooLate(spec, *value, now)) return refusal(field, "a date that is not in the future");
    return std::move(*value);
}

std::optional<std::string> whyDoubtful(std::string_view kind, std::string_view field, const Value& value) {
    const FieldSpec* spec = findField(kind, field);
    if (spec == nullptr) return std::nullopt;
    if (!hasFormat(spec->format, value))
        return std::string(field) + " should be " + expectation(spec->format);
    if (const auto limit = whyOutOfRange(*spec, value)) return std::string(field) + " should be " + *limit;
    return std::nullopt;
}

}  // namespace veldwijzer::domain
