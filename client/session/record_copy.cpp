// SPDX-License-Identifier: EUPL-1.2
#include "session/record_copy.h"

#include "domain/kinds.h"

namespace veldwijzer::session {

store::RecordEdit copyOf(const merge::Record& record, const merge::ClampedTime& clamped) {
    using merge::Action;
    store::RecordEdit copy{.record = record.id, .kind = record.kind, .edits = {}};
    for (const merge::Field& field : record.fields) {
        for (const merge::Value* element : merge::elementsOf(record, field.name))
            copy.edits.push_back({Action::Add, field.name, *element});
        const merge::Value* shown = merge::shownValue(record, field.name, clamped);
        if (shown == nullptr) continue;
        const bool maximum = domain::fieldTypeOf(record.kind, field.name) == domain::FieldType::Maximum;
        copy.edits.push_back({maximum ? Action::Maximum : Action::Assign, field.name, *shown});
    }
    return copy;
}

}  // namespace veldwijzer::session
