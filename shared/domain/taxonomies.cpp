// SPDX-License-Identifier: EUPL-1.2
#include "domain/taxonomies.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "domain/kinds.h"

namespace veldwijzer::domain {
namespace {

std::string textOf(const merge::Record& record, std::string_view field, const merge::ClampedTime& clamped) {
    const merge::Value* value = merge::shownValue(record, field, clamped);
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return text != nullptr ? *text : std::string();
}

}  // namespace

std::string facetOfTaxonomy(std::string_view taxonomy) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> dutch{
        {{"domein", "domain"},
         {"fase", "phase"},
         {"voor_wie", "audience"},
         {"doelgroep", "audience"},
         {"risicogroep", "risk_group"},
         {"partnertype", "partner_type"},
         {"grondslag", "basis"},
         {"netwerkrol", "network_role"},
         {"spoed", "urgency"},
         {"gemeente", "municipality"}}};
    constexpr std::string_view prefix = "veldwijzer:";
    if (taxonomy.starts_with(prefix)) taxonomy.remove_prefix(prefix.size());
    std::string name;
    for (const char c : taxonomy)
        name.push_back(c == ' ' || c == '-'   ? '_'
                       : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a')
                                              : c);
    const auto* const found =
        std::find_if(dutch.begin(), dutch.end(), [&](const auto& pair) { return pair.first == name; });
    if (found != dutch.end()) name = found->second;
    const FieldSpec* field = findField("service", name);
    const bool facet = field != nullptr && field->facet && field->type == FieldType::Set && name != "tags";
    return facet ? name : std::string();
}

std::optional<Term> termFrom(const merge::Record& record, const merge::ClampedTime& clamped) {
    if (record.kind != "taxonomy-term") return std::nullopt;
    Term term{.id = record.id,
              .facet = facetOfTaxonomy(textOf(record, "taxonomy", clamped)),
              .code = textOf(record, "code", clamped),
              .name = textOf(record, "name", clamped),
              .position = textOf(record, "position", clamped),
              .retired = false};
    if (term.code.empty()) term.code = term.name;
    if (term.facet.empty() || term.code.empty()) return std::nullopt;
    const merge::Value* retired = merge::shownValue(record, "retired", clamped);
    term.retired = retired != nullptr && *retired == merge::Value(true);
    return term;
}

void Taxonomies::add(Term term) {
    auto& codes = terms_[term.facet];
    const auto [at, isNew] = codes.try_emplace(term.code, term);
    if (isNew) return;
    const bool better = std::tie(term.retired, term.id) < std::tie(at->second.retired, at->second.id);
    if (better) at->second = std::move(term);
}

std::string Taxonomies::label(std::string_view facet, std::string_view code) const {
    const auto codes = terms_.find(facet);
    if (codes == terms_.end()) return std::string(code);
    const auto term = codes->second.find(code);
    const bool named = term != codes->second.end() && !term->second.name.empty();
    return named ? term->second.name : std::string(code);
}

std::vector<Term> Taxonomies::terms(std::string_view facet) const {
    std::vector<Term> result;
    const auto codes = terms_.find(facet);
    if (codes == terms_.end()) return result;
    for (const auto& [code, term] : codes->second)
        if (!term.retired) result.push_back(term);
    std::sort(result.begin(), result.end(), [](const Term& a, const Term& b) {
        const bool aLast = a.position.empty();
        const bool bLast = b.position.empty();
        return std::tie(aLast, a.position, a.name, a.code) < std::tie(bLast, b.position, b.name, b.code);
    });
    return result;
}

}  // namespace veldwijzer::domain
