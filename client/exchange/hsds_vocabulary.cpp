// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_vocabulary.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "domain/kinds.h"

namespace veldwijzer::exchange {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::array<MemberSpec, 37> members = {{
    {"accessibility", MemberRole::Children, "accessibility"},
    {"additional_urls", MemberRole::Children, "url"},
    {"additional_websites", MemberRole::Children, "url"},
    {"addresses", MemberRole::Children, "address"},
    {"attributes", MemberRole::Children, "attribute"},
    {"contacts", MemberRole::Children, "contact"},
    {"cost_options", MemberRole::Children, "cost-option"},
    {"funding", MemberRole::Children, "funding"},
    {"languages", MemberRole::Children, "language"},
    {"locations", MemberRole::Children, "location"},
    {"metadata", MemberRole::Children, "metadata"},
    {"organization_identifiers", MemberRole::Children, "organization-identifier"},
    {"organizations", MemberRole::Children, "organization"},
    {"phones", MemberRole::Children, "phone"},
    {"programs", MemberRole::Children, "program"},
    {"required_documents", MemberRole::Children, "required-document"},
    {"schedules", MemberRole::Children, "schedule"},
    {"service_areas", MemberRole::Children, "service-area"},
    {"service_at_locations", MemberRole::Children, "service-at-location"},
    {"service_capacities", MemberRole::Children, "service-capacity"},
    {"capacities", MemberRole::Children, "service-capacity"},
    {"services", MemberRole::Children, "service"},
    {"taxonomy_terms", MemberRole::Children, "taxonomy-term"},
    {"units", MemberRole::Children, "unit"},
    {"urls", MemberRole::Children, "url"},
    {"contact", MemberRole::Child, "contact"},
    {"location", MemberRole::Child, "location"},
    {"organization", MemberRole::Child, "organization"},
    {"parent_organization", MemberRole::Child, "organization"},
    {"program", MemberRole::Child, "program"},
    {"service", MemberRole::Child, "service"},
    {"service_at_location", MemberRole::Child, "service-at-location"},
    {"taxonomy_detail", MemberRole::Child, "taxonomy"},
    {"taxonomy_term", MemberRole::Child, "taxonomy-term"},
    {"unit", MemberRole::Child, "unit"},
    // Ours, where HSDS has no word.
    {"agreements", MemberRole::Children, "agreement"},
    {"interventions", MemberRole::Children, "intervention"},
}};

constexpr std::array<ForeignKey, 12> keys = {{
    {"organization_id", "organization", "organization", ""},
    {"parent_organization_id", "parent_organization", "organization", ""},
    {"program_id", "program", "program", ""},
    {"service_id", "service", "service", ""},
    {"location_id", "location", "location", ""},
    {"service_at_location_id", "service_at_location", "service-at-location", ""},
    {"contact_id", "contact", "contact", ""},
    {"phone_id", "phone", "phone", ""},
    {"taxonomy_term_id", "taxonomy_term", "taxonomy-term", ""},
    {"unit_id", "unit", "unit", ""},
    {"link_id", "link", "", "link_entity"},
    {"resource_id", "resource", "", "resource_type"},
}};

struct ContainerSpec {
    std::string_view child;
    std::string_view member;
    Container container;
};
// Schema reference of HSDS 3.1: the foreign keys of its tables, read from the parent's side.
constexpr std::array<ContainerSpec, 36> containers = {{
    {"phone", "service_id", {"service", "phones"}},
    {"phone", "organization_id", {"organization", "phones"}},
    {"phone", "location_id", {"location", "phones"}},
    {"phone", "contact_id", {"contact", "phones"}},
    {"phone", "service_at_location_id", {"service-at-location", "phones"}},
    {"schedule", "service_id", {"service", "schedules"}},
    {"schedule", "location_id", {"location", "schedules"}},
    {"schedule", "service_at_location_id", {"service-at-location", "schedules"}},
    {"language", "service_id", {"service", "languages"}},
    {"language", "location_id", {"location", "languages"}},
    {"language", "phone_id", {"phone", "languages"}},
    {"contact", "service_id", {"service", "contacts"}},
    {"contact", "organization_id", {"organization", "contacts"}},
    {"contact", "location_id", {"location", "contacts"}},
    {"contact", "service_at_location_id", {"service-at-location", "contacts"}},
    {"service-area", "service_id", {"service", "service_areas"}},
    {"service-area", "service_at_location_id", {"service-at-location", "service_areas"}},
    {"cost-option", "service_id", {"service", "cost_options"}},
    {"required-document", "service_id", {"service", "required_documents"}},
    {"funding", "service_id", {"service", "funding"}},
    {"funding", "organization_id", {"organization", "funding"}},
    {"accessibility", "location_id", {"location", "accessibility"}},
    {"address", "location_id", {"location", "addresses"}},
    {"organization-identifier", "organization_id", {"organization", "organization_identifiers"}},
    {"program", "organization_id", {"organization", "programs"}},
    {"location", "organization_id", {"organization", "locations"}},
    {"service-at-location", "service_id", {"service", "service_at_locations"}},
    {"url", "organization_id", {"organization", "additional_websites"}},
    {"url", "service_id", {"service", "additional_urls"}},
    {"service-capacity", "service_id", {"service", "capacities"}},
    {"attribute", "link_id", {"", "attributes"}},
    {"metadata", "resource_id", {"", "metadata"}},
    // Older versions and neighbours of the standard.
    {"attribute", "service_id", {"service", "attributes"}},
    {"attribute", "organization_id", {"organization", "attributes"}},
    {"attribute", "location_id", {"location", "attributes"}},
    {"address", "organization_id", {"organization", "addresses"}},
}};

// The names of the tables, with those that older versions used. The first of a kind is what we write.
constexpr std::array<std::pair<std::string_view, std::string_view>, 31> tables = {{
    {"accessibility", "accessibility"},
    {"addresses", "address"},
    {"attributes", "attribute"},
    {"contacts", "contact"},
    {"cost_options", "cost-option"},
    {"funding", "funding"},
    {"languages", "language"},
    {"locations", "location"},
    {"meta_table_descriptions", "meta-table-description"},
    {"metadata", "metadata"},
    {"organization_identifiers", "organization-identifier"},
    {"organizations", "organization"},
    {"phones", "phone"},
    {"programs", "program"},
    {"required_documents", "required-document"},
    {"schedules", "schedule"},
    {"service_areas", "service-area"},
    {"service_at_location", "service-at-location"},
    {"service_capacity", "service-capacity"},
    {"services", "service"},
    {"taxonomies", "taxonomy"},
    {"taxonomy_terms", "taxonomy-term"},
    {"units", "unit"},
    {"urls", "url"},
    {"services_at_location", "service-at-location"},
    {"service_at_locations", "service-at-location"},
    {"service_capacities", "service-capacity"},
    {"accessibility_for_disabilities", "accessibility"},
    {"payments_accepted", "cost-option"},
    {"capacities", "service-capacity"},
    {"fundings", "funding"},
}};

// Every object of the standard, as attribute.link_entity and metadata.resource_type write it.
constexpr std::array<std::string_view, 24> kinds = {"accessibility",
                                                    "address",
                                                    "attribute",
                                                    "contact",
                                                    "cost-option",
                                                    "funding",
                                                    "language",
                                                    "location",
                                                    "meta-table-description",
                                                    "metadata",
                                                    "organization",
                                                    "organization-identifier",
                                                    "phone",
                                                    "program",
                                                    "required-document",
                                                    "schedule",
                                                    "service",
                                                    "service-area",
                                                    "service-at-location",
                                                    "service-capacity",
                                                    "taxonomy",
                                                    "taxonomy-term",
                                                    "unit",
                                                    "url"};

// Members that only this kind has. The more of them an item has, the likelier.
const std::vector<std::pair<std::string_view, Words>>& tellingMembers() {
    static const std::vector<std::pair<std::string_view, Words>> table = {
        {"service",
         {"status",
          "organization",
          "organization_id",
          "program",
          "program_id",
          "service_at_locations",
          "service_areas",
          "cost_options",
          "required_documents",
          "eligibility_description",
          "minimum_age",
          "maximum_age",
          "assured_date",
          "assurer_email",
          "application_process",
          "fees_description",
          "interpretation_services",
          "wait_time",
          "alert",
          "accreditations",
          "licenses",
          "fees"}},
        {"organization",
         {"website", "legal_status", "tax_status", "tax_id", "year_incorporated", "parent_organization_id",
          "organization_identifiers", "programs", "locations", "services", "logo", "uri"}},
        {"location",
         {"location_type", "latitude", "longitude", "addresses", "transportation", "accessibility",
          "external_identifier", "external_identifier_type"}},
        {"service-at-location", {"location", "location_id", "service", "service_id"}},
        {"taxonomy-term", {"code", "parent_id", "taxonomy", "taxonomy_detail", "taxonomy_id", "term_uri"}},
        {"taxonomy", {"version"}},
        {"synonym", {"term", "stands_for"}},
        {"indicator", {"value", "measure", "year", "count", "data_source"}},
    };
    return table;
}

// Asked for every member of every object, so not searched one by one.
template <typename Spec, std::size_t Count>
std::unordered_map<std::string_view, Spec> byName(const std::array<Spec, Count>& specs,
                                                  std::string_view Spec::*name) {
    std::unordered_map<std::string_view, Spec> table;
    for (const Spec& spec : specs)
        table.emplace(spec.*name, spec);
    return table;
}

// How many telling members of which kind a member's name counts for.
std::unordered_map<std::string_view, std::vector<std::size_t>> tellingByName() {
    std::unordered_map<std::string_view, std::vector<std::size_t>> table;
    for (std::size_t i = 0; i < tellingMembers().size(); ++i)
        for (const std::string_view word : tellingMembers()[i].second)
            table[word].push_back(i);
    return table;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

}  // namespace

MemberSpec memberSpec(std::string_view name) {
    const auto* const found = std::find_if(members.begin(), members.end(),
                                           [&](const MemberSpec& spec) { return spec.name == name; });
    return found == members.end() ? MemberSpec{name, MemberRole::Plain, {}} : *found;
}

std::optional<ForeignKey> foreignKey(std::string_view kind, std::string_view member) {
    if (kind == "taxonomy-term" && member == "parent_id")
        return ForeignKey{"parent_id", "parent", "taxonomy-term", ""};
    if (kind == "taxonomy-term" && member == "taxonomy_id")
        return ForeignKey{"taxonomy_id", "taxonomy_detail", "taxonomy", ""};
    static const auto table = byName(keys, &ForeignKey::member);
    const auto found = table.find(member);
    if (found == table.end()) return std::nullopt;
    return found->second;
}

std::optional<Container> containerOf(std::string_view kind, std::string_view member) {
    const auto* const found =
        std::find_if(containers.begin(), containers.end(),
                     [&](const ContainerSpec& spec) { return spec.child == kind && spec.member == member; });
    if (found == containers.end()) return std::nullopt;
    return found->container;
}

std::string_view memberForContainer(std::string_view childKind, std::string_view parentKind,
                                    std::string_view set) {
    const auto* const found =
        std::find_if(containers.begin(), containers.end(), [&](const ContainerSpec& spec) {
            return spec.child == childKind && spec.container.set == set &&
                   (spec.container.kind.empty() || spec.container.kind == parentKind);
        });
    return found == containers.end() ? std::string_view{} : found->member;
}

std::string_view memberForReference(std::string_view kind, std::string_view field) {
    if (kind == "taxonomy-term" && field == "parent") return "parent_id";
    if (kind == "taxonomy-term" && field == "taxonomy_detail") return "taxonomy_id";
    const auto* const found =
        std::find_if(keys.begin(), keys.end(), [&](const ForeignKey& key) { return key.field == field; });
    return found == keys.end() ? std::string_view{} : found->member;
}

std::string_view kindOfTable(std::string_view table) {
    const std::string wanted = lower(table);
    const auto* const found =
        std::find_if(tables.begin(), tables.end(), [&](const auto& entry) { return entry.first == wanted; });
    if (found != tables.end()) return found->second;
    if (const auto kind = kindNamed(wanted)) return *kind;
    const domain::Kind* own = domain::findKind(wanted);
    return own != nullptr ? own->name : std::string_view{};
}

std::string_view tableOfKind(std::string_view kind) {
    const auto* const found =
        std::find_if(tables.begin(), tables.end(), [&](const auto& entry) { return entry.second == kind; });
    return found == tables.end() ? std::string_view{} : found->first;
}

std::string fileNameOf(std::string_view kind, std::size_t number) {
    if (const std::string_view table = tableOfKind(kind); !table.empty()) return std::string(table);
    return kindOfTable(kind) == kind ? std::string(kind) : "other-" + std::to_string(number);
}

std::optional<std::string_view> kindNamed(std::string_view entity) {
    std::string wanted = lower(entity);
    std::replace(wanted.begin(), wanted.end(), '_', '-');
    const auto* const found = std::find(kinds.begin(), kinds.end(), wanted);
    if (found == kinds.end()) return std::nullopt;
    return *found;
}

std::string_view guessKind(const Node& item) {
    static const auto table = tellingByName();
    std::vector<std::size_t> scores(tellingMembers().size(), 0);
    for (const Node& member : item.children)
        if (const auto found = table.find(member.key); found != table.end())
            for (const std::size_t kind : found->second)
                ++scores[kind];
    // The first of equals: the kinds stand in order of how likely they are.
    const auto best = std::max_element(scores.begin(), scores.end());
    return *best == 0 ? std::string_view{}
                      : tellingMembers()[static_cast<std::size_t>(best - scores.begin())].first;
}

const std::vector<std::string_view>& requiredMembers(std::string_view kind) {
    // Not `description` and the like: the standard asks for them, and half of the field lives without.
    static const std::map<std::string_view, Words> table = {
        {"service", {"name", "status"}},
        {"organization", {"name"}},
        {"program", {"name"}},
        {"location", {"location_type"}},
        {"phone", {"number"}},
        {"address", {"address_1", "city", "country"}},
        {"organization-identifier", {"identifier_type", "identifier"}},
        {"taxonomy", {"name"}},
        {"taxonomy-term", {"name"}},
        {"url", {"url"}},
        {"unit", {"name"}},
    };
    static const Words none;
    const auto found = table.find(kind);
    return found == table.end() ? none : found->second;
}

const std::vector<std::string_view>* allowedWords(std::string_view kind, std::string_view member) {
    static const std::map<std::pair<std::string_view, std::string_view>, Words> table = {
        {{"service", "status"}, {"active", "inactive", "defunct", "temporarily closed"}},
        {{"location", "location_type"}, {"physical", "postal", "virtual"}},
        {{"address", "address_type"}, {"physical", "postal", "virtual"}},
        {{"phone", "type"}, {"text", "voice", "fax", "cell", "video", "pager", "textphone"}},
        {{"schedule", "freq"}, {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}},
        {{"schedule", "wkst"}, {"MO", "TU", "WE", "TH", "FR", "SA", "SU"}},
    };
    const auto found = table.find({kind, member});
    return found == table.end() ? nullptr : &found->second;
}

bool isProse(std::string_view member) {
    static constexpr std::array<std::string_view, 16> prose = {"accreditations",
                                                               "alert",
                                                               "amount_description",
                                                               "application_process",
                                                               "description",
                                                               "details",
                                                               "eligibility_description",
                                                               "fees",
                                                               "fees_description",
                                                               "interpretation_services",
                                                               "licenses",
                                                               "note",
                                                               "notes",
                                                               "source",
                                                               "transportation",
                                                               "wait_time"};
    return std::find(prose.begin(), prose.end(), member) != prose.end();
}

bool isNameLike(std::string_view member) {
    static constexpr std::array<std::string_view, 6> names = {"name",       "alternate_name", "title",
                                                              "department", "document",       "option"};
    return std::find(names.begin(), names.end(), member) != names.end();
}

std::string facetNamed(std::string_view taxonomy) {
    static const std::map<std::string_view, std::string_view> dutch = {
        {"domein", "domain"},          {"fase", "phase"},
        {"voor_wie", "audience"},      {"doelgroep", "audience"},
        {"risicogroep", "risk_group"}, {"partnertype", "partner_type"},
        {"grondslag", "basis"},        {"netwerkrol", "network_role"},
        {"spoed", "urgency"},          {"gemeente", "municipality"},
    };
    std::string name = lower(taxonomy);
    static constexpr std::string_view prefix = "veldwijzer:";
    if (name.rfind(prefix, 0) == 0) name.erase(0, prefix.size());
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
    if (const auto found = dutch.find(name); found != dutch.end()) name = found->second;
    const domain::FieldSpec* field = domain::findField("service", name);
    return field != nullptr && field->facet && field->type == domain::FieldType::Set && name != "tags" ? name
                                                                                                       : "";
}

}  // namespace veldwijzer::exchange
