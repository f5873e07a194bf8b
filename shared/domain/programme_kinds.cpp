// SPDX-License-Identifier: EUPL-1.2
#include "domain/field_specs.h"

// The bare rows of a programme: enough that a cancelled session stays cancelled on every device from the
// first version on. A delete that met an edit must not bring a session back into people's day.
namespace veldwijzer::domain {

std::vector<Kind> programmeKinds() {
    constexpr auto cancellationWins = merge::DeletePolicy::DeleteWins;
    return {
        {.name = "event",
         .titleFields = {"title", "subtitle"},
         .deletePolicy = cancellationWins,
         .fields = {text("title"), text("subtitle"), longText("description"), of(Format::DateTime, "start"),
                    of(Format::DateTime, "end"), facet(of(Format::Code, "type"))}},
        {.name = "session",
         .titleFields = {"title", "subtitle"},
         .deletePolicy = cancellationWins,
         .fields = {text("title"), text("subtitle"), longText("abstract"), longText("description"),
                    of(Format::DateTime, "start"), of(Format::Time, "duration"), of(Format::Code, "language"),
                    facet(of(Format::Code, "type")), reference("event_id", "event")}}};
}

}  // namespace veldwijzer::domain
