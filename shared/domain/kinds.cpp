// SPDX-License-Identifier: EUPL-1.2
#include "domain/kinds.h"

#include <algorithm>
#include <iterator>

#include "domain/field_specs.h"

namespace veldwijzer::domain {
namespace {

const FieldSpec* findIn(const std::vector<FieldSpec>& fields, std::string_view name) {
    const auto at = std::find_if(fields.begin(), fields.end(),
                                 [&](const FieldSpec& field) { return field.name == name; });
    return at != fields.end() ? &*at : nullptr;
}

std::vector<Kind> allKinds() {
    std::vector<Kind> all = socialMapKinds();
    for (std::vector<Kind> more : {regionKinds(), programmeKinds(), checklistKinds(), personalKinds()})
        std::move(more.begin(), more.end(), std::back_inserter(all));
    std::sort(all.begin(), all.end(), [](const Kind& a, const Kind& b) { return a.name < b.name; });
    return all;
}

}  // namespace

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all = allKinds();
    return all;
}

const std::vector<FieldSpec>& commonFields() {
    static const std::vector<FieldSpec> fields = {
        facet(codes("tags")),
        facet(codes("domain")),
        facet(codes("phase")),
        facet(codes("audience")),
        facet(codes("risk_group")),
        facet(codes("partner_type")),
        facet(codes("basis")),
        facet(codes("network_role")),
        facet(codes("urgency")),
        facet(codes("municipality")),
        facet(of(Format::Code, "status")),
        {.name = "position", .type = FieldType::Position},
        text("source_id"),
        text("import.source"),
        children("attributes", "attribute"),
        children("metadata", "metadata"),
    };
    return fields;
}

const Kind* findKind(std::string_view kind) {
    const auto& all = kinds();
    const auto at = std::lower_bound(all.begin(), all.end(), kind,
                                     [](const Kind& k, std::string_view wanted) { return k.name < wanted; });
    return at != all.end() && at->name == kind ? &*at : nullptr;
}

const FieldSpec* findField(std::string_view kind, std::string_view field) {
    if (const Kind* known = findKind(kind)) {
        if (const FieldSpec* own = findIn(known->fields, field)) return own;
    }
    return findIn(commonFields(), field);
}

FieldType fieldTypeOf(std::string_view kind, std::string_view field) {
    const FieldSpec* spec = findField(kind, field);
    return spec != nullptr ? spec->type : FieldType::Register;
}

merge::DeletePolicy deletePolicyOf(std::string_view kind) {
    const Kind* known = findKind(kind);
    return known != nullptr ? known->deletePolicy : merge::DeletePolicy::EditWins;
}

}  // namespace veldwijzer::domain
