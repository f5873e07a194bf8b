// SPDX-License-Identifier: EUPL-1.2
#include "domain/field_specs.h"

// Names and members as HSDS 3.1 has them (docs.openreferral.org), so that what is imported needs no second
// vocabulary to come out again. What HSDS nests is here a record of its own. What holds it has it in a set of
// references under the name of HSDS's list (`phones`), which is what tells that it belongs there; a reference
// back (`service`, HSDS's `service_id` without the end) may stand beside it, as in HSDS's tables.
namespace veldwijzer::domain {
namespace {

constexpr double oldest = 150;

Kind organization() {
    return {.name = "organization",
            .titleFields = {"name", "alternate_name"},
            .fields = {text("name"),
                       text("alternate_name"),
                       longText("description"),
                       of(Format::Email, "email"),
                       of(Format::Url, "website"),
                       text("tax_status"),
                       text("tax_id"),
                       number(Format::Integer, "year_incorporated", 1, 9999),
                       text("legal_status"),
                       of(Format::Url, "logo"),
                       of(Format::Url, "uri"),
                       reference("parent_organization", "organization"),
                       children("phones", "phone"),
                       children("contacts", "contact"),
                       children("locations", "location"),
                       children("programs", "program"),
                       children("funding", "funding"),
                       children("organization_identifiers", "organization-identifier"),
                       children("additional_websites", "url"),
                       children("agreements", "agreement"),
                       children("interventions", "intervention")}};
}

Kind program() {
    return {.name = "program",
            .titleFields = {"name", "alternate_name"},
            .fields = {text("name"), text("alternate_name"), longText("description"),
                       reference("organization", "organization")}};
}

Kind service() {
    return {.name = "service",
            .titleFields = {"name", "alternate_name"},
            .fields = {text("name"),
                       text("alternate_name"),
                       longText("description"),
                       of(Format::Url, "url"),
                       of(Format::Email, "email"),
                       facet(of(Format::Code, "status")),
                       text("interpretation_services"),
                       longText("application_process"),
                       longText("fees_description"),
                       text("fees"),
                       text("wait_time"),
                       text("accreditations"),
                       longText("eligibility_description"),
                       number(Format::Integer, "minimum_age", 0, oldest),
                       number(Format::Integer, "maximum_age", 0, oldest),
                       latest("assured_date"),
                       of(Format::Email, "assurer_email"),
                       text("assurer"),
                       text("licenses"),
                       longText("alert"),
                       of(Format::DateTime, "last_modified"),
                       reference("organization", "organization"),
                       reference("program", "program"),
                       children("phones", "phone"),
                       children("schedules", "schedule"),
                       children("languages", "language"),
                       children("contacts", "contact"),
                       children("service_areas", "service-area"),
                       children("cost_options", "cost-option"),
                       children("required_documents", "required-document"),
                       children("funding", "funding"),
                       children("service_at_locations", "service-at-location"),
                       children("capacities", "service-capacity"),
                       children("additional_urls", "url"),
                       children("agreements", "agreement"),
                       children("interventions", "intervention")}};
}

Kind location() {
    return {.name = "location",
            .titleFields = {"name", "alternate_name", "description"},
            .fields = {facet(of(Format::Code, "location_type")), of(Format::Url, "url"), text("name"),
                       text("alternate_name"), longText("description"), longText("transportation"),
                       number(Format::Number, "latitude", -90, 90),
                       number(Format::Number, "longitude", -180, 180), text("external_identifier"),
                       text("external_identifier_type"), facet(of(Format::Boolean, "confidential")),
                       reference("organization", "organization"), children("phones", "phone"),
                       children("schedules", "schedule"), children("languages", "language"),
                       children("contacts", "contact"), children("addresses", "address"),
                       children("accessibility", "accessibility")}};
}

Kind serviceAtLocation() {
    return {.name = "service-at-location",
            .titleFields = {"description"},
            .fields = {longText("description"), reference("service", "service"),
                       reference("location", "location"), children("phones", "phone"),
                       children("schedules", "schedule"), children("contacts", "contact"),
                       children("service_areas", "service-area")}};
}

// `lived_experience`: an ervaringsdeskundige, who never has to give a full name.
Kind contact() {
    return {.name = "contact",
            .titleFields = {"name", "title", "department", "email"},
            .fields = {text("name"), text("title"), text("department"), of(Format::Email, "email"),
                       facet(of(Format::Boolean, "lived_experience")), longText("availability"),
                       reference("organization", "organization"), reference("service", "service"),
                       reference("service_at_location", "service-at-location"),
                       reference("location", "location"), children("phones", "phone")}};
}

Kind phone() {
    return {
        .name = "phone",
        .titleFields = {"number", "description"},
        .fields = {text("number"), number(Format::Integer, "extension", 0), facet(of(Format::Code, "type")),
                   longText("description"), reference("organization", "organization"),
                   reference("service", "service"), reference("service_at_location", "service-at-location"),
                   reference("location", "location"), reference("contact", "contact"),
                   children("languages", "language")}};
}

Kind schedule() {
    return {.name = "schedule",
            .titleFields = {"description", "notes", "byday"},
            .fields = {of(Format::Date, "valid_from"),
                       of(Format::Date, "valid_to"),
                       of(Format::Date, "dtstart"),
                       of(Format::Boolean, "closed"),
                       number(Format::Number, "timezone", -14, 14),
                       of(Format::Date, "until"),
                       number(Format::Integer, "count", 1),
                       of(Format::Code, "wkst"),
                       of(Format::Code, "freq"),
                       number(Format::Integer, "interval", 1),
                       of(Format::Code, "byday"),
                       of(Format::Code, "byweekno"),
                       of(Format::Code, "bymonthday"),
                       of(Format::Code, "byyearday"),
                       longText("description"),
                       of(Format::Time, "opens_at"),
                       of(Format::Time, "closes_at"),
                       of(Format::Url, "schedule_link"),
                       text("attending_type"),
                       longText("notes"),
                       reference("service", "service"),
                       reference("location", "location"),
                       reference("service_at_location", "service-at-location")}};
}

Kind address() {
    return {
        .name = "address",
        .titleFields = {"address_1", "city", "postal_code", "attention"},
        .fields = {text("attention"), text("address_1"), text("address_2"), facet(text("city")),
                   text("region"), text("state_province"), text("postal_code"), of(Format::Code, "country"),
                   of(Format::Code, "address_type"), reference("location", "location")}};
}

Kind language() {
    return {.name = "language",
            .titleFields = {"name", "code"},
            .fields = {text("name"), facet(of(Format::Code, "code")), text("note"),
                       reference("service", "service"), reference("location", "location"),
                       reference("phone", "phone")}};
}

Kind costOption() {
    return {.name = "cost-option",
            .titleFields = {"option", "amount_description", "amount"},
            .fields = {of(Format::Date, "valid_from"), of(Format::Date, "valid_to"), text("option"),
                       of(Format::Code, "currency"), number(Format::Number, "amount", 0),
                       text("amount_description"), reference("service", "service")}};
}

Kind requiredDocument() {
    return {.name = "required-document",
            .titleFields = {"document"},
            .fields = {text("document"), of(Format::Url, "uri"), reference("service", "service")}};
}

Kind serviceArea() {
    return {
        .name = "service-area",
        .titleFields = {"name", "description"},
        .fields = {text("name"), longText("description"), longText("extent"), of(Format::Code, "extent_type"),
                   of(Format::Url, "uri"), reference("service", "service"),
                   reference("service_at_location", "service-at-location")}};
}

Kind funding() {
    return {.name = "funding",
            .titleFields = {"source"},
            .fields = {longText("source"), reference("organization", "organization"),
                       reference("service", "service")}};
}

Kind accessibility() {
    return {.name = "accessibility",
            .titleFields = {"description", "details"},
            .fields = {longText("description"), longText("details"), of(Format::Url, "url"),
                       reference("location", "location")}};
}

Kind organizationIdentifier() {
    return {.name = "organization-identifier",
            .titleFields = {"identifier", "identifier_type"},
            .fields = {of(Format::Code, "identifier_scheme"), text("identifier_type"), text("identifier"),
                       reference("organization", "organization")}};
}

// What hangs a taxonomy term on any other record.
Kind attribute() {
    return {.name = "attribute",
            .titleFields = {"value", "link_type"},
            .fields = {reference("link"), facet(of(Format::Code, "link_entity")),
                       facet(of(Format::Code, "link_type")), text("value"),
                       reference("taxonomy_term", "taxonomy-term")}};
}

Kind metadata() {
    return {.name = "metadata",
            .titleFields = {"field_name", "last_action_type"},
            .fields = {reference("resource"), of(Format::Code, "resource_type"),
                       of(Format::Date, "last_action_date"), of(Format::Code, "last_action_type"),
                       of(Format::Code, "field_name"), longText("previous_value"),
                       longText("replacement_value"), text("updated_by")}};
}

Kind taxonomy() {
    return {.name = "taxonomy",
            .titleFields = {"name"},
            .fields = {text("name"), longText("description"), of(Format::Url, "uri"), text("version")}};
}

Kind taxonomyTerm() {
    return {.name = "taxonomy-term",
            .titleFields = {"name", "code"},
            .fields = {of(Format::Code, "code"), text("name"), longText("description"),
                       reference("parent", "taxonomy-term"), facet(text("taxonomy")),
                       of(Format::Code, "language"), of(Format::Boolean, "retired"),
                       reference("taxonomy_detail", "taxonomy"), of(Format::Url, "term_uri")}};
}

Kind url() {
    return {.name = "url",
            .titleFields = {"label", "url"},
            .fields = {text("label"), of(Format::Url, "url"), reference("organization", "organization"),
                       reference("service", "service")}};
}

Kind serviceCapacity() {
    return {.name = "service-capacity",
            .titleFields = {"description", "available"},
            .fields = {number(Format::Number, "available", 0), number(Format::Number, "maximum", 0),
                       longText("description"), of(Format::DateTime, "updated"),
                       reference("service", "service"), reference("unit", "unit")}};
}

Kind unit() {
    return {.name = "unit",
            .titleFields = {"name", "identifier"},
            .fields = {text("name"), of(Format::Code, "scheme"), text("identifier"), of(Format::Url, "uri")}};
}

}  // namespace

std::vector<Kind> socialMapKinds() {
    return {organization(),
            program(),
            service(),
            location(),
            serviceAtLocation(),
            contact(),
            phone(),
            schedule(),
            address(),
            language(),
            costOption(),
            requiredDocument(),
            serviceArea(),
            funding(),
            accessibility(),
            organizationIdentifier(),
            attribute(),
            metadata(),
            taxonomy(),
            taxonomyTerm(),
            url(),
            serviceCapacity(),
            unit()};
}

}  // namespace veldwijzer::domain
