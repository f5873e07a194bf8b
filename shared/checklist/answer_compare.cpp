// SPDX-License-Identifier: EUPL-1.2
// The forms of FHIR's numbers and dates, and how answers compare.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "checklist/answer.h"

namespace veldwijzer::checklist {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// "dddd-dd": d stands for a digit.
bool fits(std::string_view text, std::string_view pattern) {
    return text.size() == pattern.size() &&
           std::equal(text.begin(), text.end(), pattern.begin(),
                      [](char c, char p) { return p == 'd' ? isDigit(c) : c == p; });
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool isDay(std::string_view text) {
    using namespace std::chrono;
    return fits(text, "dddd-dd-dd") &&
           year_month_day{year{number(text.substr(0, 4))}, month{unsigned(number(text.substr(5, 2)))},
                          day{unsigned(number(text.substr(8, 2)))}}
               .ok();
}

bool isOffset(std::string_view text) {
    if (text == "Z") return true;
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
    return fits(text.substr(1), "dd:dd") && number(text.substr(1, 2)) <= 14 && number(text.substr(4, 2)) < 60;
}

/// Where the offset of a time begins, or the text's end.
std::size_t offsetIn(std::string_view time) {
    return std::min(time.find_first_of("Z+-"), time.size());
}

/// Seconds since 1970 (or since midnight for a time alone); the text has been checked.
double secondsOf(std::string_view time) {
    const std::string_view clock = time.substr(0, offsetIn(time));
    double seconds = number(clock.substr(0, 2)) * 3600 + number(clock.substr(3, 2)) * 60;
    if (clock.size() >= 8) {
        seconds += number(clock.substr(6, 2));
        double part = 0;
        double scale = 0.1;
        for (std::size_t i = 9; i < clock.size(); ++i, scale /= 10)
            part += (clock[i] - '0') * scale;
        seconds += part;
    }
    const std::string_view offset = time.substr(offsetIn(time));
    if (offset.size() == 6) {
        const int shift = number(offset.substr(1, 2)) * 3600 + number(offset.substr(4, 2)) * 60;
        seconds -= offset[0] == '-' ? -shift : shift;
    }
    return seconds;
}

double secondsSince1970(std::string_view moment) {
    using namespace std::chrono;
    const sys_days day =
        year_month_day{year{number(moment.substr(0, 4))}, month{unsigned(number(moment.substr(5, 2)))},
                       std::chrono::day{unsigned(number(moment.substr(8, 2)))}};
    return static_cast<double>(day.time_since_epoch().count()) * 86'400.0 + secondsOf(moment.substr(11));
}

template <typename T>
Order orderOf(const T& left, const T& right) {
    return left < right ? Order::Less : right < left ? Order::Greater : Order::Equal;
}

/// Dates are as long as they are precise: what both say is compared, and equal so far is not equal.
Order compareMoments(std::string_view left, std::string_view right) {
    if (!isFhirDateTime(left) || !isFhirDateTime(right)) return Order::Unknown;
    const bool timedLeft = left.size() > 10;
    const bool timedRight = right.size() > 10;
    if (timedLeft && timedRight) return orderOf(secondsSince1970(left), secondsSince1970(right));
    const std::size_t common = std::min({left.size(), right.size(), std::size_t{10}});
    const Order order = orderOf(left.substr(0, common), right.substr(0, common));
    if (order != Order::Equal) return order;
    return left.size() == right.size() ? Order::Equal : Order::Unknown;
}

bool isNumber(const Answer& answer) {
    return answer.type == Answer::Type::Integer || answer.type == Answer::Type::Decimal;
}
bool isMoment(const Answer& answer) {
    return answer.type == Answer::Type::Date || answer.type == Answer::Type::DateTime;
}
bool isText(const Answer& answer) {
    return answer.type == Answer::Type::String || answer.type == Answer::Type::Uri;
}

Order compareCodings(const Coding& left, const Coding& right) {
    const bool oneSystem = left.system.empty() || right.system.empty() || left.system == right.system;
    // Typed without a list of answers, a coding has only words.
    if (left.code.empty() && right.code.empty())
        return left.display == right.display && oneSystem ? Order::Equal : Order::Unknown;
    return left.code == right.code && oneSystem ? Order::Equal : Order::Unknown;
}

Order compareQuantities(const Answer& left, const Answer& right) {
    const bool coded = !left.coding.code.empty() && !right.coding.code.empty();
    const bool oneUnit = coded ? left.coding.code == right.coding.code &&
                                     (left.coding.system.empty() || right.coding.system.empty() ||
                                      left.coding.system == right.coding.system)
                               : left.text == right.text;
    return oneUnit ? orderOf(left.number, right.number) : Order::Unknown;
}

}  // namespace

bool isInteger(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.empty() || text.size() > 10 || (text[0] == '0' && text.size() > 1)) return false;
    if (!std::all_of(text.begin(), text.end(), isDigit)) return false;
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value <= 2'147'483'647;
}

bool isDecimal(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.size() > 40) return false;
    const auto digits = [&] {
        std::size_t count = 0;
        while (count < text.size() && isDigit(text[count]))
            ++count;
        text.remove_prefix(count);
        return count;
    };
    const bool leadingZero = text.starts_with('0');
    const std::size_t whole = digits();
    if (whole == 0 || (leadingZero && whole > 1)) return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (digits() == 0) return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
        const std::size_t exponent = digits();
        if (exponent == 0 || exponent > 2) return false;
    }
    return text.empty();
}

bool isFhirDate(std::string_view text) {
    if (fits(text, "dddd")) return true;
    if (fits(text, "dddd-dd")) return number(text.substr(5)) >= 1 && number(text.substr(5)) <= 12;
    return isDay(text);
}

bool isFhirTime(std::string_view text) {
    if (text.size() < 8 || !fits(text.substr(0, 8), "dd:dd:dd")) return false;
    if (number(text.substr(0, 2)) > 23 || number(text.substr(3, 2)) > 59 || number(text.substr(6, 2)) > 60)
        return false;
    const std::string_view fraction = text.substr(8);
    return fraction.empty() || (fraction.size() > 1 && fraction.size() < 12 && fraction[0] == '.' &&
                                std::all_of(fraction.begin() + 1, fraction.end(), isDigit));
}

bool isFhirDateTime(std::string_view text) {
    if (isFhirDate(text)) return true;
    if (text.size() < 20 || !isDay(text.substr(0, 10)) || text[10] != 'T') return false;
    const std::string_view time = text.substr(11);
    const std::size_t offset = offsetIn(time);
    return isFhirTime(time.substr(0, offset)) && isOffset(time.substr(offset));
}

Order compare(const Answer& left, const Answer& right) {
    using Type = Answer::Type;
    if (isNumber(left) && isNumber(right)) return orderOf(left.number, right.number);
    if (isMoment(left) && isMoment(right)) return compareMoments(left.text, right.text);
    if (isText(left) && isText(right)) return orderOf(left.text, right.text);
    if (left.type != right.type) return Order::Unknown;
    switch (left.type) {
        case Type::Boolean:
            return orderOf(left.boolean, right.boolean);
        case Type::Time:
            return isFhirTime(left.text) && isFhirTime(right.text)
                       ? orderOf(secondsOf(left.text), secondsOf(right.text))
                       : Order::Unknown;
        case Type::Coding:
            return compareCodings(left.coding, right.coding);
        case Type::Quantity:
            return compareQuantities(left, right);
        case Type::Reference:
            return left.text == right.text ? Order::Equal : Order::Unknown;
        default:
            return left.json == right.json ? Order::Equal : Order::Unknown;
    }
}

}  // namespace veldwijzer::checklist
