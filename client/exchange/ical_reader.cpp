// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>

#include "domain/recurrence.h"
#include "exchange/file_kind.h"
#include "exchange/hsds_limits.h"
#include "exchange/hsds_report.h"
#include "exchange/ical_session.h"
#include "exchange/incoming.h"
#include "exchange/programme_file.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::string_view format = "ical";

class IcalReading {
public:
    IcalReading(std::string file, ImportSink& sink) : file_(std::move(file)), sink_(sink) {}

    Result<void> read(std::string_view bytes) {
        const std::size_t begin = bytes.find("BEGIN:VCALENDAR");
        if (begin == std::string_view::npos)
            return fail(ErrorCode::InvalidArgument,
                        file_ + " holds no calendar (BEGIN:VCALENDAR). Nothing was imported.");
        if (bytes.substr(0, begin).find_first_not_of(" \r\n\t") != std::string_view::npos)
            complain("there is something before the calendar", "Passed over.");
        for (const std::string& line : unfoldedLines(bytes.substr(begin)))
            add(line);
        if (inCalendar_) complain("the calendar has no end", "What came by then was imported.");
        makeEvent();
        makeSessions();
        return {};
    }

private:
    void complain(std::string problem, std::string action) {
        if (++problems_ <= limits::hsdsProblemsPerFile)
            sink_.problem({file_, row_, std::move(problem), std::move(action)});
    }

    void add(const std::string& text) {
        if (text.size() > limits::valueBytes) {
            complain("a line is longer than " + std::to_string(limits::valueBytes / limits::kib) + " KiB",
                     "Left out; the rest is imported.");
            return;
        }
        IcalLine line = icalLineFrom(text);
        const bool begins = line.name == "BEGIN";
        const bool ends = line.name == "END";
        if (begins && line.value == "VCALENDAR" && components_.empty()) {
            inCalendar_ = true;
            return;
        }
        if (!inCalendar_) return;  // what an HTML page has around it
        if (begins) components_.push_back(line.value);
        if (ends && components_.empty()) {
            inCalendar_ = false;
            return;
        }
        place(std::move(line));
        if (ends) components_.pop_back();
    }

    /// Of the event that is being read, or of the calendar.
    void place(IcalLine line) {
        const bool ofEvent = !components_.empty() && components_.front() == "VEVENT";
        if (!ofEvent) {
            calendar_.push_back(std::move(line));
            return;
        }
        const bool outermost = components_.size() == 1;
        if (outermost && line.name == "BEGIN") {
            ++row_;
            if (events_.size() < limits::programmeSessions)
                events_.emplace_back();
            else
                complain("there are more events than a programme may hold", "Left out.");
        } else if (!(outermost && line.name == "END") && row_ == events_.size() && !events_.empty()) {
            events_.back().push_back(std::move(line));
        }
    }

    void makeEvent() {
        row_ = 0;
        event_.kind = "event";
        std::string name;
        std::optional<RecordId> own;
        for (const IcalLine& line : calendar_) {
            const bool names = line.name == "X-WR-CALNAME" || line.name == "NAME";
            if (names && name.empty()) name = unescapedText(line.value);
            if (line.name == ownIdProperty) own = ownIdFrom(line.value);
        }
        if (name.empty()) name = file_.substr(0, file_.rfind('.'));
        event_.id = own ? *own : programmeId(format, "event", name);
        if (!own) putRegister(event_, sourceIdField, name.substr(0, 1000));
        putRegister(event_, "title", name.substr(0, limits::valueBytes - 1));
        if (!keepLines(linesToKeep(name), event_))
            complain("the calendar has more about itself than can be kept",
                     "Left out; its events are imported.");
        if (events_.empty()) complain("the calendar holds no events", "The calendar alone was imported.");
    }

    /// All that this program does not write by itself.
    [[nodiscard]] std::vector<std::string> linesToKeep(const std::string& name) const {
        std::vector<std::string> kept;
        std::vector<std::string> component;
        bool made = false;
        int depth = 0;
        for (const IcalLine& line : calendar_) {
            if (line.name == "BEGIN") ++depth;
            if (depth > 0) {
                component.push_back(line.raw);
                made |= line.name == madeParameter;
                if (line.name != "END" || --depth > 0) continue;
                if (!made) kept.insert(kept.end(), component.begin(), component.end());
                component.clear();
                made = false;
                continue;
            }
            const bool ours = line.raw == "VERSION:2.0" || line.raw == "PRODID:-//Veldwijzer//EN" ||
                              line.raw == "X-WR-CALNAME:" + escapedText(name) ||
                              line.raw == "NAME:" + escapedText(name) || line.name == ownIdProperty ||
                              !line.parameter(madeParameter).empty();
            if (!ours) kept.push_back(line.raw);
        }
        return kept;
    }

    void makeSessions() {
        std::map<std::string, RecordId> series;
        std::set<RecordId> seen;
        std::vector<IncomingRecord> sessions;
        for (const auto& lines : events_) {
            ++row_;
            sessions.push_back(session(lines, series, seen));
        }
        for (IncomingRecord& each : sessions) {
            const auto at = series.find(textField(each, "uid"));
            if (at != series.end() && findRegister(each, "recurrence_id") != nullptr && at->second != each.id)
                putRegister(each, "series_id", at->second);
            finish(each);
            sink_.record(std::move(each));
        }
        row_ = 0;
        finish(event_);
        sink_.record(std::move(event_));
    }

    IncomingRecord session(const std::vector<IcalLine>& lines, std::map<std::string, RecordId>& series,
                           std::set<RecordId>& seen) {
        IncomingRecord made{.id = {}, .kind = "session", .registers = {}, .sets = {}};
        if (!takeSession(lines, made))
            complain("the event has more than can be kept", "The rest was left out.");
        const std::string uid = textField(made, "uid");
        const std::string instance = textField(made, "recurrence_id");
        std::string key = event_.id == RecordId{} ? std::string() : std::string(textOf(event_.id.view()));
        key += uid.empty() ? textField(made, "title") + "\n" + textField(made, "start") : uid;
        key += "\n" + instance;
        made.id = programmeId(format, "session", key);
        for (const IcalLine& line : lines)
            if (line.name == ownIdProperty)
                if (const auto own = ownIdFrom(line.value)) made.id = *own;
        // Real files have a UID on many events.
        for (int repeat = 2; !seen.insert(made.id).second; ++repeat) {
            if (repeat == 2)
                complain("the UID " + shown(uid) + " stands at more than one event",
                         "The later ones are known by their place in the file.");
            made.id = programmeId(format, "session", key + "\n" + std::to_string(repeat));
        }
        putRegister(made, "event_id", event_.id);
        if (!uid.empty()) putRegister(made, sourceIdField, uid.substr(0, 1000));
        if (instance.empty() && !uid.empty()) series.try_emplace(uid, made.id);
        sayWhatIsOdd(made);
        return made;
    }

    void sayWhatIsOdd(const IncomingRecord& made) {
        if (textField(made, "uid").empty())
            complain("an event without a UID", "Known by its title and time.");
        if (textField(made, "start").empty())
            complain("an event without a time that can be read", "Kept; it stands in no timetable.");
        const std::string zone = textField(made, "time_zone");
        if (!zone.empty() && !domain::Zone::named(zone))
            complain("the time zone " + shown(zone) + " is not known here",
                     "Its times are read as Dutch time.");
        std::string_view rules;
        const std::string rrule = textField(made, "rrule");
        for (rules = rrule; !rules.empty();) {
            const std::string_view rule = rules.substr(0, rules.find('\n'));
            rules.remove_prefix(std::min(rule.size() + 1, rules.size()));
            if (!domain::recurrenceRuleFrom(rule))
                complain("the rule " + shown(rule) + " is not followed by this program",
                         "Kept; only the first time is shown.");
        }
    }

    std::string file_;
    ImportSink& sink_;
    std::uint64_t row_ = 0;
    std::uint64_t problems_ = 0;
    bool inCalendar_ = false;
    std::vector<std::string> components_;
    std::vector<IcalLine> calendar_;
    std::vector<std::vector<IcalLine>> events_;
    IncomingRecord event_;
};

}  // namespace

Result<void> readIcal(std::string_view file, const std::string& fileName, ImportSink& sink) {
    if (file.size() > limits::programmeFileBytes)
        return fail(ErrorCode::TooLarge, fileName + " is too large for a calendar. Nothing was imported.");
    const std::string bytes = asUtf8(file, fileName, sink);
    sink.progress(0, bytes.size());
    auto read = IcalReading(fileName, sink).read(bytes);
    if (read) sink.progress(bytes.size(), bytes.size());
    return read;
}

}  // namespace veldwijzer::exchange
