// SPDX-License-Identifier: EUPL-1.2
#include "domain/field_specs.h"

// What a region agrees, measures and sets. HSDS has no words for these; as lists in an organisation or a
// service (`agreements`, `interventions`) or as items of their own they pass through its files.
namespace veldwijzer::domain {
namespace {

// A samenwerkingsafspraak. `basis` (a common field) tells whether a law or an agreement is behind it.
Kind agreement() {
    return {.name = "agreement",
            .titleFields = {"name", "task"},
            .fields = {text("name"), longText("description"), longText("task"), longText("responsibility"),
                       longText("authority"), text("legal_basis"), of(Format::Date, "signed_on"),
                       of(Format::Date, "review_by"), of(Format::Url, "url"),
                       reference("organization", "organization"), reference("service", "service"),
                       children("partners", "organization")}};
}

// An entry of a database of effective interventions: what it says there, when a person last looked.
Kind intervention() {
    return {.name = "intervention",
            .titleFields = {"name", "url"},
            .fields = {text("name"), longText("description"), of(Format::Url, "url"),
                       facet(of(Format::Code, "database")), facet(of(Format::Code, "recognition_level")),
                       latest("checked_on"), reference("organization", "organization"),
                       reference("service", "service")}};
}

// A number about a region, made elsewhere from many people. `count` is how many people it is about: see
// domain/indicators.h for what may be shown of it.
Kind indicator() {
    return {.name = "indicator",
            .titleFields = {"name", "description"},
            .fields = {text("name"), longText("description"), number(Format::Integer, "year", 1900, 2200),
                       number(Format::Number, "value", std::nullopt), of(Format::Code, "measure"),
                       number(Format::Integer, "count", 0), text("data_source"), of(Format::Url, "url"),
                       latest("checked_on"), reference("organization", "organization")}};
}

// Words that people type and what they mean by them: "dader" stands for "pleger".
Kind synonym() {
    return {
        .name = "synonym",
        .titleFields = {"term"},
        .fields = {text("term"), {.name = "stands_for", .type = FieldType::Set}, longText("description")}};
}

// One record a region, with an id that follows from the region.
Kind regionSettings() {
    return {.name = "region-settings",
            .titleFields = {"name"},
            .fields = {text("name"), number(Format::Integer, "stale_after_months", 1, 60)}};
}

}  // namespace

std::vector<Kind> regionKinds() {
    return {agreement(), intervention(), indicator(), synonym(), regionSettings()};
}

}  // namespace veldwijzer::domain
