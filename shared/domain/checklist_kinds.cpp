// SPDX-License-Identifier: EUPL-1.2
#include "domain/field_specs.h"

// Templates and filled-in lists, in the words of FHIR R4. What a list's records are for, and how answers
// stand in them: checklist/CHECKLISTS.md.
namespace veldwijzer::domain {
namespace {

Kind questionnaire() {
    return {.name = "questionnaire",
            .titleFields = {"title", "name", "url"},
            .fields = {of(Format::Url, "url"), text("version"), text("name"), text("title"),
                       longText("description"), longText("purpose"), longText("copyright"), text("publisher"),
                       number(Format::Integer, "retention_months", 1, 1200)}};
}

Kind questionnaireItem() {
    return {.name = "questionnaire-item",
            .titleFields = {"text", "link_id"},
            .fields = {facet(reference("questionnaire", "questionnaire")),
                       reference("parent", "questionnaire-item"), text("link_id"), longText("text"),
                       text("prefix"), of(Format::Code, "type"), of(Format::Boolean, "required"),
                       of(Format::Boolean, "repeats"), of(Format::Boolean, "read_only"),
                       number(Format::Integer, "max_length", 0), text("answer_value_set"),
                       of(Format::Code, "enable_behavior"), of(Format::Json, "answer_option"),
                       of(Format::Json, "enable_when"), of(Format::Json, "initial")}};
}

Kind questionnaireResponse() {
    return {.name = "questionnaire-response",
            .titleFields = {"case_code", "title"},
            .fields = {text("title"), text("case_code"), text("questionnaire"), text("template_hash"),
                       of(Format::DateTime, "authored"), latest("retain_until"), longText("retention_reason"),
                       reference("shared_by"), reference("moved_from")}};
}

/// A record that belongs to a list, found by it.
Kind partOfResponse(std::string_view name, std::vector<FieldSpec> fields) {
    fields.push_back(facet(reference("response", "questionnaire-response")));
    return {.name = name, .titleFields = {}, .fields = std::move(fields)};
}

}  // namespace

std::vector<Kind> checklistKinds() {
    return {
        questionnaire(),
        questionnaireItem(),
        questionnaireResponse(),
        partOfResponse("questionnaire-response-template", {}),
        partOfResponse("questionnaire-response-seal", {text("amends"), text("hash"), reference("sealed_by"),
                                                       of(Format::DateTime, "sealed_at")}),
        partOfResponse("questionnaire-response-amendment", {text("amends"), longText("reason")}),
        partOfResponse("questionnaire-response-access",
                       {of(Format::Code, "action"), reference("member"), of(Format::DateTime, "at")})};
}

}  // namespace veldwijzer::domain
