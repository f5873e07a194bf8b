// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "exchange/hsds_reader.h"
#include "exchange/json_node.h"

/// FHIR R4 Questionnaire in and out. FHIR.md has the rules. Pure functions.
namespace veldwijzer::exchange {

/// A template as records: one `questionnaire` and its `questionnaire-item`s, parents first.
struct TemplateRecords {
    IncomingRecord questionnaire;
    std::vector<IncomingRecord> items;
};

struct TemplateReading {
    TemplateRecords records;
    std::size_t questions = 0;    ///< that can be filled in
    std::vector<Problem> report;  ///< what was adapted, and what cannot be filled in; `row` is the item
};

/// Ids follow from the template's url (else its identifier or name) and version, and from where an item
/// stands, so that importing again finds the same records. Malformed, TooLarge; the message says why nothing
/// was read.
[[nodiscard]] Result<TemplateReading> readQuestionnaire(const Node& resource, const std::string& file);

/// The resource again. Every member that was read comes out; what people changed since is in it. Items whose
/// parent is not there stand at the end, at the top.
[[nodiscard]] Node questionnaireOf(const TemplateRecords& records);

/// The JSON that goes with a filled-in list: the template without the members that say nothing to who fills
/// it in (narrative, meta).
[[nodiscard]] std::string templateCopy(const TemplateRecords& records);

/// "url|version"; without an url "urn:uuid:" and the record's id.
[[nodiscard]] std::string canonicalOf(const IncomingRecord& questionnaire);

}  // namespace veldwijzer::exchange
