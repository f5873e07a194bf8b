// SPDX-License-Identifier: EUPL-1.2
#include "domain/field_specs.h"

// What a person keeps for themselves about a record (in their own space), and what they say about it to those
// who look after it (a suggestion, in the space where everybody writes their own only). A suggestion also has
// fields `proposed.FIELD` and `seen.FIELD`, after the fields of what it is about;
// client/session/suggestions.h.
namespace veldwijzer::domain {
namespace {

Kind favourite() {
    return {.name = "favourite", .titleFields = {"name"}, .fields = {text("name"), reference("record")}};
}

Kind note() {
    return {.name = "note", .titleFields = {"text"}, .fields = {reference("record"), longText("text")}};
}

// How a person calls one of their own devices.
Kind deviceName() {
    return {.name = "device-name", .titleFields = {"name"}, .fields = {text("name")}};
}

// What became of a suggestion; written by whoever decided, as a record of their own.
Kind suggestionDecision() {
    return {.name = "suggestion-decision",
            .titleFields = {"why", "outcome"},
            .fields = {reference("suggestion", "suggestion"), of(Format::Code, "outcome"), text("why")}};
}

Kind suggestion() {
    return {.name = "suggestion", .titleFields = {"text"}, .fields = {reference("record"), longText("text")}};
}

}  // namespace

std::vector<Kind> personalKinds() {
    return {favourite(), note(), deviceName(), suggestion(), suggestionDecision()};
}

}  // namespace veldwijzer::domain
