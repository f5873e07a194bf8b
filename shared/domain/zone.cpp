// SPDX-License-Identifier: EUPL-1.2
#include "domain/zone.h"

#include <date/tz.h>

#include <cstdio>
#include <cstdlib>

#include "domain/moments.h"

namespace veldwijzer::domain {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds longest = days(366);

const date::time_zone& known(const void* zone) {
    return *static_cast<const date::time_zone*>(zone);
}

int numberIn(std::string_view text, std::size_t at, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(at, count))
        value = value * 10 + (c - '0');
    return value;
}

std::chrono::sys_seconds floorOf(WallMs at) {
    return std::chrono::floor<seconds>(std::chrono::sys_time<milliseconds>(milliseconds(at)));
}

std::string clockText(ClockSeconds reading, bool wholeDay) {
    const auto day = std::chrono::floor<days>(std::chrono::sys_seconds(reading));
    const std::chrono::year_month_day date(day);
    const auto ofDay = (std::chrono::sys_seconds(reading) - day).count();
    char text[48];
    const int length = std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    if (!wholeDay)
        std::snprintf(text + length, sizeof text - static_cast<std::size_t>(length), "T%02d:%02d:%02d",
                      static_cast<int>(ofDay / 3600), static_cast<int>(ofDay / 60 % 60),
                      static_cast<int>(ofDay % 60));
    return text;
}

std::optional<seconds> clockDuration(std::string_view text) {
    long parts[3] = {0, 0, 0};
    std::size_t part = 0;
    std::size_t digits = 0;
    for (const char c : text) {
        if (c == ':' && digits > 0 && part < 2) {
            ++part;
            digits = 0;
        } else if (c >= '0' && c <= '9' && digits < 4) {
            parts[part] = parts[part] * 10 + (c - '0');
            ++digits;
        } else {
            return std::nullopt;
        }
    }
    if (part == 0 || digits == 0 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
    return hours(parts[0]) + minutes(parts[1]) + seconds(parts[2]);
}

std::optional<seconds> unitOf(char unit, bool ofTime) {
    switch (unit) {
        case 'W':
            return ofTime ? std::nullopt : std::optional<seconds>(days(7));
        case 'D':
            return ofTime ? std::nullopt : std::optional<seconds>(days(1));
        case 'H':
            return ofTime ? std::optional<seconds>(hours(1)) : std::nullopt;
        case 'M':
            return ofTime ? std::optional<seconds>(minutes(1)) : std::nullopt;
        case 'S':
            return ofTime ? std::optional<seconds>(seconds(1)) : std::nullopt;
        default:
            return std::nullopt;
    }
}

std::optional<seconds> isoDuration(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
    seconds total{0};
    bool ofTime = false;
    long number = 0;
    bool digits = false;
    for (const char c : text.substr(1)) {
        if (c == 'T' && !ofTime && !digits) {
            ofTime = true;
        } else if (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            digits = true;
            if (number > 40'000'000) return std::nullopt;
        } else {
            const auto unit = unitOf(c, ofTime);
            if (!unit || !digits) return std::nullopt;
            total += *unit * number;
            number = 0;
            digits = false;
        }
    }
    return digits ? std::nullopt : std::optional(total);
}

}  // namespace

std::optional<Zone> Zone::named(std::string_view name) {
    // The library reads a file of that name, so a name is letters, digits and what stands between them.
    constexpr std::size_t longestName = 64;
    if (name.empty() || name.size() > longestName || name.front() == '/' ||
        name.find("..") != std::string_view::npos)
        return std::nullopt;
    try {
        return Zone(date::locate_zone(std::string(name)), seconds(0), std::string(name));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

const Zone& Zone::amsterdam() {
    static const Zone zone = *named("Europe/Amsterdam");
    return zone;
}

Zone Zone::fixed(seconds offset) {
    return Zone(nullptr, offset, {});
}

WallMs Zone::instantOf(ClockSeconds reading) const {
    // In a gap `first` is the time before it, in an overlap the summer time that ends.
    const seconds offset =
        zone_ == nullptr ? offset_ : known(zone_).get_info(date::local_seconds(reading)).first.offset;
    return milliseconds(reading - offset).count();
}

seconds Zone::offsetAt(WallMs at) const {
    return zone_ == nullptr ? offset_ : known(zone_).get_info(floorOf(at)).offset;
}

ClockSeconds Zone::readingAt(WallMs at) const {
    return floorOf(at).time_since_epoch() + offsetAt(at);
}

WallMs Moment::instantIn(const Zone& zone) const {
    return offset ? milliseconds(reading - *offset).count() : zone.instantOf(reading);
}

std::optional<Moment> momentFrom(std::string_view text) {
    if (!isDateTime(text)) return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(numberIn(text, 0, 4)),
                                           std::chrono::month(static_cast<unsigned>(numberIn(text, 5, 2))),
                                           std::chrono::day(static_cast<unsigned>(numberIn(text, 8, 2))));
    Moment moment{std::chrono::sys_days(date).time_since_epoch(), std::nullopt, text.size() <= dateLength};
    if (moment.wholeDay) return moment;
    moment.reading += hours(numberIn(text, 11, 2)) + minutes(numberIn(text, 14, 2));
    const std::string_view rest = text.substr(16);
    if (rest.starts_with(':')) moment.reading += seconds(numberIn(text, 17, 2));
    if (rest.ends_with('Z')) moment.offset = seconds(0);
    if (const std::size_t sign = rest.find_first_of("+-"); sign != std::string_view::npos) {
        const seconds offset = hours(numberIn(rest, sign + 1, 2)) + minutes(numberIn(rest, sign + 4, 2));
        moment.offset = rest[sign] == '-' ? -offset : offset;
    }
    return moment;
}

std::string textOf(const Moment& moment) {
    std::string text = clockText(moment.reading, moment.wholeDay);
    if (moment.wholeDay || !moment.offset) return text;
    if (moment.offset->count() == 0) return text + "Z";
    const long minutesEast = std::labs(moment.offset->count()) / 60;
    char offset[32];
    std::snprintf(offset, sizeof offset, "%c%02ld:%02ld", moment.offset->count() < 0 ? '-' : '+',
                  minutesEast / 60, minutesEast % 60);
    return text + offset;
}

std::string textOf(WallMs at, const Zone& zone) {
    return textOf(Moment{zone.readingAt(at), zone.offsetAt(at), false});
}

std::optional<seconds> durationFrom(std::string_view text) {
    const auto duration = text.find(':') != std::string_view::npos ? clockDuration(text) : isoDuration(text);
    return duration && *duration <= longest ? duration : std::nullopt;
}

std::string durationText(seconds duration) {
    const auto total = duration.count();
    char text[64];
    const int length = std::snprintf(text, sizeof text, "%02ld:%02ld", static_cast<long>(total / 3600),
                                     static_cast<long>(total / 60 % 60));
    if (total % 60 != 0)
        std::snprintf(text + length, sizeof text - static_cast<std::size_t>(length), ":%02ld",
                      static_cast<long>(total % 60));
    return text;
}

}  // namespace veldwijzer::domain
