// SPDX-License-Identifier: EUPL-1.2
#include "domain/field_specs.h"

// What a person keeps for themselves about a record (in their own space), and what they say about it to those
// who look after it (a suggestion, in the space where everybody writes their own only).
namespace veldwijzer::domain {
namespace {

Kind favourite() {
    return {.name = "favourite", .titleFields = {"name"}, .fields = {text("name"), reference("record")}};
}

Kind note() {
    return {.name = "note", .titleFields = {"text"}, .fields = {reference("record"), longText("text")}};
}

Kind suggestion() {
    return {.name = "suggestion", .titleFields = {"text"}, .fields = {reference("record"), longText("text")}};
}

}  // namespace

std::vector<Kind> personalKinds() {
    return {favourite(), note(), suggestion()};
}

}  // namespace veldwijzer::domain
