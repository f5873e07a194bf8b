// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "checklist/form.h"
#include "exchange/hsds_reader.h"
#include "exchange/json_node.h"

/// FHIR R4 QuestionnaireResponse in and out. FHIR.md has the rules. Pure functions.
namespace veldwijzer::exchange {

/// Members of an item or an answer of a response that have no place in ours, as fields beside the answers:
/// `kept.KEY@ROWS`, canonical JSON.
inline constexpr std::string_view keptPrefix = "kept.";

struct ResponseReading {
    std::string canonical;  ///< of its template, as it stands there
    std::string status;
    std::string authored;
    checklist::Fields fields;             ///< answers and rows
    checklist::Fields kept;               ///< what else items say
    std::vector<IncomingRecord> foreign;  ///< one: what else the response says, as `fhir.MEMBER`
    std::vector<Problem> report;
};

/// The canonical of a response's template, before it is read. InvalidArgument when it is none.
[[nodiscard]] Result<std::string> templateOfResponse(const Node& resource);
/// Held against its template. Rows get tokens that follow from where they stand: the same on every device.
[[nodiscard]] Result<ResponseReading> readResponse(const Node& resource,
                                                   const checklist::Questionnaire& questionnaire,
                                                   const std::string& file);

struct ResponseHeader {
    std::string id;  ///< a FHIR id
    std::string canonical;
    std::string status;    ///< in-progress, completed, amended
    std::string authored;  ///< dateTime; empty: left out
    std::string caseCode;  ///< as identifier; empty: left out
    IncomingRecord foreign;
    checklist::Fields kept;
};
/// What counts and was answered, and the groups around it.
[[nodiscard]] Node responseOf(const checklist::Form& form, const ResponseHeader& header);

/// The system of a case code as a FHIR identifier.
inline constexpr std::string_view caseCodeSystem = "https://veldwijzer.example/fhir/case-code";

}  // namespace veldwijzer::exchange
