// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange/fhir_questionnaire.h"
#include "session/state.h"

/// A template as its records. Private to this room.
namespace veldwijzer::session {

/// With the items that are there. NotFound for what is no template, is not here or was deleted.
[[nodiscard]] Result<exchange::TemplateRecords> templateRecords(const Session::State& state,
                                                                const RecordId& id);

}  // namespace veldwijzer::session
