// SPDX-License-Identifier: EUPL-1.2
#include "domain/field_specs.h"

// A programme in the words of frab and iCalendar. Cancelled stays cancelled: a delete that met an edit must
// not bring a session back into people's day.
namespace veldwijzer::domain {
namespace {

constexpr auto cancellationWins = merge::DeletePolicy::DeleteWins;

/// When something is, and whether it comes again (RFC 5545). `rrule` holds one rule a line.
std::vector<FieldSpec> withTimes(std::vector<FieldSpec> fields) {
    const std::vector<FieldSpec> times{
        of(Format::DateTime, "start"),
        of(Format::DateTime, "end"),
        text("duration"),
        of(Format::Code, "time_zone"),
        longText("rrule"),
        {.name = "rdates", .type = FieldType::Set},
        {.name = "exdates", .type = FieldType::Set},
        text("recurrence_id"),
        text("location"),
    };
    fields.insert(fields.end(), times.begin(), times.end());
    return fields;
}

/// A regional day, a network meeting, a kerngroep, a working group, a case meeting.
Kind event() {
    return {.name = "event",
            .titleFields = {"title", "subtitle", "acronym"},
            .deletePolicy = cancellationWins,
            .fields = withTimes({text("title"), text("subtitle"), longText("description"),
                                 facet(of(Format::Code, "type")), text("acronym"), text("theme"),
                                 text("version"), of(Format::Url, "url"), of(Format::Url, "base_url"),
                                 text("venue"), text("venue_address"), longText("venue_accessibility"),
                                 of(Format::Code, "slug"), of(Format::Json, "days")})};
}

Kind session() {
    return {.name = "session",
            .titleFields = {"title", "subtitle"},
            .deletePolicy = cancellationWins,
            .fields = withTimes({text("title"), text("subtitle"), longText("abstract"),
                                 longText("description"), of(Format::Code, "language"),
                                 facet(of(Format::Code, "type")), reference("event_id", "event"),
                                 reference("room_id", "room"), reference("track_id", "track"),
                                 children("speakers", "speaker"), of(Format::Json, "speaker_order"),
                                 number(Format::Integer, "capacity", 0, 100'000), of(Format::Url, "url"),
                                 reference("series_id", "session"), children("organizations", "organization"),
                                 children("services", "service"), children("focus_areas", "focus-area")})};
}

/// The order of those who signed up, as the log has it (see sign_ups.h): the list that saw the most counts.
Kind signUpList() {
    return {
        .name = "sign-up-list",
        .titleFields = {"name"},
        .deletePolicy = cancellationWins,
        .fields = {
            text("name"), reference("session_id", "session"), {.name = "order", .type = FieldType::Maximum}}};
}

/// Of one person for one session, in the space where everybody writes their own only. The tickets say which
/// place on the list is theirs; the names are each sealed to one coordinator's device.
Kind signUp() {
    return {.name = "sign-up",
            .titleFields = {},
            .deletePolicy = cancellationWins,
            .fields = {reference("session_id", "session"),
                       {.name = "tickets", .type = FieldType::Set},
                       {.name = "sealed_names", .type = FieldType::Set}}};
}

Kind lesson() {
    return {.name = "lesson",
            .titleFields = {"what"},
            .fields = {longText("what"), text("owner"), facet(of(Format::Code, "status")),
                       reference("session_id", "session"), reference("focus_area_id", "focus-area"),
                       number(Format::Integer, "year", 2000, 2100)}};
}

}  // namespace

std::vector<Kind> programmeKinds() {
    return {
        event(),
        session(),
        {.name = "room",
         .titleFields = {"name"},
         .fields = {text("name"), longText("description"), number(Format::Integer, "capacity", 0, 100'000),
                    longText("accessibility"), reference("event_id", "event")}},
        {.name = "track",
         .titleFields = {"name"},
         .fields = {text("name"), of(Format::Code, "color"), reference("event_id", "event")}},
        {.name = "speaker",
         .titleFields = {"name"},
         .fields = {text("name"), longText("biography"), of(Format::Url, "avatar"),
                    reference("event_id", "event")}},
        {.name = "focus-area", .titleFields = {"title"}, .fields = {text("title"), longText("description")}},
        {.name = "milestone",
         .titleFields = {"title"},
         .fields = {text("title"), longText("description"), reference("focus_area_id", "focus-area"),
                    of(Format::Date, "due"), text("owner")}},
        lesson(),
        signUp(),
        signUpList(),
    };
}

}  // namespace veldwijzer::domain
