// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_upgrade.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "exchange/hsds_vocabulary.h"

namespace veldwijzer::exchange {
namespace {

Node* find(Node& object, std::string_view name) {
    const auto at = std::find_if(object.children.begin(), object.children.end(),
                                 [&](const Node& child) { return child.key == name; });
    return at == object.children.end() ? nullptr : &*at;
}

void putText(Node& object, std::string_view name, std::string_view text) {
    if (find(object, name) != nullptr) return;
    Node& node = object.children.emplace_back();
    node.type = Node::Type::Text;
    node.key = name;
    node.text = text;
}

// Unless the new name is taken.
bool rename(Node& object, std::string_view from, std::string_view to) {
    Node* node = find(object, from);
    if (node == nullptr || find(object, to) != nullptr) return false;
    node->key = to;
    return true;
}

std::string lowerText(const Node& node) {
    std::string text = node.type == Node::Type::Integer ? std::to_string(node.integer) : node.text;
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

// 2.0 counts from Monday, 1.x and people write names.
std::string dayOf(const Node& node) {
    static constexpr std::array<std::string_view, 7> codes = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    static const std::map<std::string, std::size_t> days = {
        {"1", 0},         {"2", 1},       {"3", 2},        {"4", 3},         {"5", 4},        {"6", 5},
        {"7", 6},         {"monday", 0},  {"tuesday", 1},  {"wednesday", 2}, {"thursday", 3}, {"friday", 4},
        {"saturday", 5},  {"sunday", 6},  {"mon", 0},      {"tue", 1},       {"wed", 2},      {"thu", 3},
        {"fri", 4},       {"sat", 5},     {"sun", 6},      {"maandag", 0},   {"dinsdag", 1},  {"woensdag", 2},
        {"donderdag", 3}, {"vrijdag", 4}, {"zaterdag", 5}, {"zondag", 6},    {"mo", 0},       {"tu", 1},
        {"we", 2},        {"th", 3},      {"fr", 4},       {"sa", 5},        {"su", 6}};
    const auto found = days.find(lowerText(node));
    return found == days.end() ? std::string() : std::string(codes[found->second]);
}

bool regularSchedule(Node& row) {
    Node* weekday = find(row, "weekday");
    const std::string day = weekday != nullptr ? dayOf(*weekday) : std::string();
    if (!day.empty()) {
        weekday->key = "byday";
        weekday->type = Node::Type::Text;
        weekday->text = day;
    }
    putText(row, "freq", "WEEKLY");
    return true;
}

bool holidaySchedule(Node& row) {
    for (const auto& [from, to] :
         {std::pair("start_date", "valid_from"), std::pair("end_date", "valid_to")}) {
        if (const Node* date = find(row, from); date != nullptr && date->isText()) {
            const std::string text = date->text;
            putText(row, to == std::string_view("valid_from") ? "dtstart" : "until", text);
            rename(row, from, to);
        }
    }
    if (Node* closed = find(row, "closed"); closed != nullptr && closed->isText()) {
        const std::string text = lowerText(*closed);
        const bool yes = text == "true" || text == "1" || text == "yes" || text == "ja";
        if (yes || text == "false" || text == "0" || text == "no" || text == "nee") {
            closed->type = Node::Type::Boolean;
            closed->boolean = yes;
        }
    }
    putText(row, "freq", "DAILY");
    return true;
}

bool eligibility(Node& row) {
    rename(row, "id", "eligibility_id");
    rename(row, "service_id", "id");
    return rename(row, "eligibility", "eligibility_description");
}

bool termOfTable(Node& row) {
    rename(row, "vocabulary", "taxonomy");
    return true;
}

bool attributeOfTable(Node& row) {
    rename(row, "taxonomy_id", "taxonomy_term_id");
    rename(row, "taxonomy", "taxonomy_term");
    if (Node* term = find(row, "taxonomy_term"); term != nullptr && term->isObject()) termOfTable(*term);
    if (Node* type = find(row, "link_type"); type != nullptr && type->isText() && kindNamed(type->text))
        rename(row, "link_type", "link_entity");
    return true;
}

bool language(Node& row) {
    const Node* word = find(row, "language");
    if (word == nullptr || !word->isText() || find(row, "name") != nullptr) return false;
    return rename(row, "language", word->text.size() <= 3 ? "code" : "name");
}

struct OldTable {
    std::string_view name;
    std::string_view kind;
    std::string_view list;  ///< where its objects stand today, in the object that holds them
    bool (*upgrade)(Node& row);
};

bool physical(Node& row) {
    putText(row, "address_type", "physical");
    return true;
}
bool postal(Node& row) {
    putText(row, "address_type", "postal");
    return true;
}

constexpr std::array<OldTable, 17> oldTables = {{
    {"physical_addresses", "address", "addresses", physical},
    {"physical_address", "address", "addresses", physical},
    {"postal_addresses", "address", "addresses", postal},
    {"postal_address", "address", "addresses", postal},
    {"regular_schedules", "schedule", "schedules", regularSchedule},
    {"regular_schedule", "schedule", "schedules", regularSchedule},
    {"holiday_schedules", "schedule", "schedules", holidaySchedule},
    {"holiday_schedule", "schedule", "schedules", holidaySchedule},
    {"eligibility", "service", "", eligibility},
    {"eligibilities", "service", "", eligibility},
    {"eligibilitys", "service", "", eligibility},
    {"service_taxonomies", "attribute", "attributes", attributeOfTable},
    {"service_taxonomys", "attribute", "attributes", attributeOfTable},
    {"service_taxonomy", "attribute", "attributes", attributeOfTable},
    {"services_taxonomy", "attribute", "attributes", attributeOfTable},
    {"services_taxonomies", "attribute", "attributes", attributeOfTable},
    {"other_attributes", "attribute", "attributes", attributeOfTable},
}};

const OldTable* oldTable(std::string_view name) {
    const auto* const found = std::find_if(oldTables.begin(), oldTables.end(),
                                           [&](const OldTable& table) { return table.name == name; });
    return found == oldTables.end() ? nullptr : found;
}

Node& listIn(Node& object, std::string_view name) {
    if (Node* there = find(object, name); there != nullptr && there->isArray()) return *there;
    Node& made = object.children.emplace_back();
    made.type = Node::Type::Array;
    made.key = name;
    return made;
}

// A list under an old name moves into the list of today; of eligibilities the first says who it is for.
bool moveList(Node& object, const std::string& name, const OldTable& table) {
    const auto at = std::find_if(object.children.begin(), object.children.end(), [&](const Node& child) {
        return child.key == name && child.isArray() && !child.children.empty() &&
               std::all_of(child.children.begin(), child.children.end(),
                           [](const Node& n) { return n.isObject(); });
    });
    if (at == object.children.end()) return false;
    if (table.list.empty()) {
        Node& first = at->children.front();
        eligibility(first);
        std::vector<Node> said = std::move(first.children);
        const bool only = at->children.size() == 1;
        if (only) object.children.erase(at);
        for (Node& member : said)
            if (member.key != "id" && find(object, member.key) == nullptr)
                object.children.push_back(std::move(member));
        return true;
    }
    std::vector<Node> rows = std::move(at->children);
    object.children.erase(at);
    Node& list = listIn(object, table.list);
    for (Node& row : rows) {
        table.upgrade(row);
        list.children.push_back(std::move(row));
    }
    return true;
}

}  // namespace

std::string_view kindOfOldTable(std::string_view table, const std::vector<std::string>& columns) {
    if (const OldTable* old = oldTable(table)) return old->kind;
    const auto has = [&](const char* name) {
        return std::find(columns.begin(), columns.end(), name) != columns.end();
    };
    if (table == "taxonomy" && (has("parent_id") || has("vocabulary") || has("parent_name")))
        return "taxonomy-term";
    return {};
}

bool isOldList(std::string_view name) {
    return oldTable(name) != nullptr;
}

bool upgradeRow(std::string_view table, Node& row) {
    if (const OldTable* old = oldTable(table)) return old->upgrade(row);
    if (table == "languages" || table == "language") return language(row);
    if (table == "accessibility_for_disabilities") return rename(row, "accessibility", "description");
    if (table == "payments_accepted") return rename(row, "payment", "option");
    if (table == "organizations" || table == "organization") return rename(row, "url", "website");
    if (table == "taxonomy" || table == "taxonomies")
        return find(row, "vocabulary") != nullptr && termOfTable(row);
    return false;
}

// As deep as hsdsDepth, which the splitter has seen to.
bool upgradeItem(std::string_view kind, Node& item) {
    bool old = upgradeRow(kind, item);
    for (const OldTable& table : oldTables)
        old = moveList(item, std::string(table.name), table) || old;
    for (Node& child : item.children) {
        const MemberSpec spec = memberSpec(child.key);
        if (spec.role == MemberRole::Plain) continue;
        const std::string_view table = spec.kind;
        if (child.isObject()) old = upgradeItem(table, child) || old;
        if (child.isArray())
            for (Node& element : child.children)
                if (element.isObject()) old = upgradeItem(table, element) || old;
    }
    return old;
}

}  // namespace veldwijzer::exchange
