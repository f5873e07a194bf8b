// SPDX-License-Identifier: EUPL-1.2
#include "checklist/questionnaire_item.h"

#include <algorithm>
#include <array>

namespace veldwijzer::checklist {
namespace {

constexpr std::string_view fhirExtension = "http://hl7.org/fhir/StructureDefinition/";
constexpr std::string_view calculated =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

constexpr std::array<std::pair<std::string_view, ItemType>, 16> typeNames{{
    {"group", ItemType::Group},
    {"display", ItemType::Display},
    {"boolean", ItemType::Boolean},
    {"decimal", ItemType::Decimal},
    {"integer", ItemType::Integer},
    {"date", ItemType::Date},
    {"dateTime", ItemType::DateTime},
    {"time", ItemType::Time},
    {"string", ItemType::String},
    {"text", ItemType::Text},
    {"url", ItemType::Url},
    {"choice", ItemType::Choice},
    {"open-choice", ItemType::OpenChoice},
    {"quantity", ItemType::Quantity},
    {"attachment", ItemType::Attachment},
    {"reference", ItemType::Reference},
}};

constexpr std::array<std::pair<std::string_view, Operator>, 7> operators{{
    {"exists", Operator::Exists},
    {"=", Operator::Equal},
    {"!=", Operator::NotEqual},
    {">", Operator::Greater},
    {"<", Operator::Less},
    {">=", Operator::GreaterOrEqual},
    {"<=", Operator::LessOrEqual},
}};

/// "ordinalValue" for one of FHIR's own, else the whole url.
std::string_view nameOfExtension(std::string_view url) {
    return url.starts_with(fhirExtension) ? url.substr(fhirExtension.size()) : url;
}

/// The one member of an object whose name begins so ("value", "answer"), without the beginning: as
/// {"valueX":…}.
std::optional<Answer> valueIn(const Json& object, std::string_view beginning) {
    for (const auto& [name, value] : object.items()) {
        if (!name.starts_with(beginning)) continue;
        auto answer = answerFrom(Json{{"value" + name.substr(beginning.size()), value}}.dump(
            -1, ' ', false, Json::error_handler_t::replace));
        if (answer) return std::move(*answer);
    }
    return std::nullopt;
}

std::optional<double> weightIn(const Json& extensions) {
    for (const Json& extension : extensions) {
        const std::string url = textAt(extension, "url");
        if (!url.ends_with("ordinalValue") && !url.ends_with("itemWeight")) continue;
        const auto value = valueIn(extension, "value");
        if (value) return value->number;
    }
    return std::nullopt;
}

Option optionFrom(const Json& json) {
    Option option;
    option.value = valueIn(json, "value").value_or(Answer{});
    option.initial = flagAt(json, "initialSelected");
    option.weight = weightIn(listAt(json, "extension"));
    if (const auto coding = json.find("valueCoding"); !option.weight && coding != json.end())
        option.weight = weightIn(listAt(*coding, "extension"));
    for (const Json& extension : listAt(json, "extension")) {
        const std::string url = textAt(extension, "url");
        const std::string_view name = nameOfExtension(url);
        if (name == "questionnaire-optionPrefix") option.prefix = textAt(extension, "valueString");
        if (name == "questionnaire-optionExclusive") option.exclusive = flagAt(extension, "valueBoolean");
    }
    return option;
}

std::string firstCode(const Json& extension) {
    const auto concept_ = extension.find("valueCodeableConcept");
    if (concept_ == extension.end()) return {};
    for (const Json& coding : listAt(*concept_, "coding"))
        if (std::string code = textAt(coding, "code"); !code.empty()) return code;
    return {};
}

void takeExtension(Item& item, const Json& extension) {
    const std::string url = textAt(extension, "url");
    const std::string_view name = nameOfExtension(url);
    if (name == "questionnaire-itemControl") item.isHelp = item.isHelp || firstCode(extension) == "help";
    if (name == "questionnaire-displayCategory") item.category = firstCode(extension);
    if (name == "questionnaire-hidden") item.isHidden = flagAt(extension, "valueBoolean");
    if (name == "minValue") item.least = valueIn(extension, "value");
    if (name == "maxValue") item.most = valueIn(extension, "value");
    if (name == "questionnaire-unit" || name == "questionnaire-unitOption")
        if (const auto unit = valueIn(extension, "value"))
            item.units.push_back(unit->coding.code.empty() ? unit->coding.display : unit->coding.code);
    if (url == calculated) {
        item.calculated = true;
        const auto expression = extension.find("valueExpression");
        const std::string words = expression != extension.end() ? textAt(*expression, "expression") : "";
        item.sums = words.find("sum(") != std::string::npos;
    }
    if (url == urgentExtension) item.isUrgent = flagAt(extension, "valueBoolean");
    if (url == contactExtension)
        if (const auto code = valueIn(extension, "value")) {
            const std::string text = code->text.empty() ? textAt(extension, "valueCode") : code->text;
            if (!text.empty()) item.contacts.push_back({text});
        }
}

void takeConditions(Item& item, const Json& json, std::vector<std::string>& remarks) {
    const Json& list = listAt(json, "enableWhen");
    for (const Json& condition : list) {
        if (item.enableWhen.size() == enableWhenAtMost) break;
        EnableWhen when;
        when.question = textAt(condition, "question");
        const auto relation = operatorFrom(textAt(condition, "operator"));
        const auto answer = valueIn(condition, "answer");
        if (!relation || !answer) {
            remarks.push_back("item '" + item.linkId +
                              "': a condition without an operator or an answer that we know is left out");
            continue;
        }
        when.relation = *relation;
        when.answer = *answer;
        item.enableWhen.push_back(std::move(when));
    }
    item.enableAll = textAt(json, "enableBehavior") == "all";
    if (list.size() > 1 && textAt(json, "enableBehavior").empty())
        remarks.push_back("item '" + item.linkId +
                          "': several conditions and no enableBehavior: any of them will do");
}

void addConcepts(const Json& concepts, const std::string& system, std::vector<Option>& options,
                 int depth = 0) {
    constexpr int conceptsNested = 16;
    if (depth > conceptsNested) return;
    for (const Json& each : concepts) {
        if (options.size() == optionsAtMost) return;
        const std::string own = textAt(each, "system");
        const std::string code = textAt(each, "code");
        if (!code.empty() && !flagAt(each, "abstract")) {
            Option option;
            option.value = answerOf(Coding{own.empty() ? system : own, code, textAt(each, "display")});
            option.weight = weightIn(listAt(each, "extension"));
            options.push_back(std::move(option));
        }
        addConcepts(listAt(each, "contains"), system, options, depth + 1);
        addConcepts(listAt(each, "concept"), system, options, depth + 1);
    }
}

}  // namespace

std::string_view nameOf(ItemType type) {
    for (const auto& [name, known] : typeNames)
        if (known == type) return name;
    return "unknown";
}
ItemType itemTypeFrom(std::string_view name) {
    for (const auto& [known, type] : typeNames)
        if (known == name) return type;
    return ItemType::Unknown;
}
bool isQuestion(ItemType type) {
    return type != ItemType::Group && type != ItemType::Display;
}
bool isFillable(ItemType type) {
    return isQuestion(type) && type < ItemType::Attachment;
}
std::string_view nameOf(Operator relation) {
    return operators[static_cast<std::size_t>(relation)].first;
}
std::optional<Operator> operatorFrom(std::string_view name) {
    for (const auto& [known, relation] : operators)
        if (known == name) return relation;
    return std::nullopt;
}

std::string textAt(const Json& object, const char* member) {
    if (!object.is_object()) return {};
    const auto at = object.find(member);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}
bool flagAt(const Json& object, const char* member) {
    if (!object.is_object()) return false;
    const auto at = object.find(member);
    return at != object.end() && at->is_boolean() && at->get<bool>();
}
const Json& listAt(const Json& object, const char* member) {
    static const Json empty = Json::array();
    if (!object.is_object()) return empty;
    const auto at = object.find(member);
    return at != object.end() && at->is_array() ? *at : empty;
}

ContainedLists::ContainedLists(const Json& questionnaire) {
    std::map<std::string, std::vector<Option>> systems;
    for (const Json& each : listAt(questionnaire, "contained"))
        if (textAt(each, "resourceType") == "CodeSystem")
            addConcepts(listAt(each, "concept"), textAt(each, "url"), systems[textAt(each, "url")]);
    for (const Json& each : listAt(questionnaire, "contained")) {
        if (textAt(each, "resourceType") != "ValueSet") continue;
        std::vector<Option> options;
        if (const auto expansion = each.find("expansion"); expansion != each.end())
            addConcepts(listAt(*expansion, "contains"), {}, options);
        const auto compose = each.find("compose");
        if (options.empty() && compose != each.end())
            for (const Json& include : listAt(*compose, "include")) {
                const std::string system = textAt(include, "system");
                addConcepts(listAt(include, "concept"), system, options);
                const auto whole = systems.find(system);
                if (listAt(include, "concept").empty() && whole != systems.end())
                    options.insert(options.end(), whole->second.begin(), whole->second.end());
            }
        if (options.empty()) continue;
        if (const std::string id = textAt(each, "id"); !id.empty()) lists_["#" + id] = options;
        if (const std::string url = textAt(each, "url"); !url.empty()) lists_[url] = std::move(options);
    }
}

const std::vector<Option>* ContainedLists::find(std::string_view valueSet) const {
    auto at = lists_.find(valueSet);
    if (at == lists_.end()) at = lists_.find(valueSet.substr(0, valueSet.find('|')));
    return at == lists_.end() ? nullptr : &at->second;
}

Item itemFrom(const Json& json, const ContainedLists& lists, std::vector<std::string>& remarks) {
    Item item;
    item.linkId = textAt(json, "linkId");
    item.text = textAt(json, "text");
    item.prefix = textAt(json, "prefix");
    item.typeName = textAt(json, "type");
    item.type = itemTypeFrom(item.typeName);
    item.required = flagAt(json, "required");
    item.repeats = flagAt(json, "repeats");
    item.readOnly = flagAt(json, "readOnly");
    const auto longest = json.find("maxLength");
    if (longest != json.end() && longest->is_number_unsigned()) item.maxLength = longest->get<std::size_t>();
    for (const Json& option : listAt(json, "answerOption")) {
        if (item.options.size() == optionsAtMost) break;
        item.options.push_back(optionFrom(option));
    }
    const std::string valueSet = textAt(json, "answerValueSet");
    if (!valueSet.empty() && item.options.empty()) {
        if (const auto* list = lists.find(valueSet))
            item.options = *list;
        else
            item.optionsUnknown = true;
    }
    const bool choice = item.type == ItemType::Choice || item.type == ItemType::OpenChoice;
    if (choice && item.options.empty()) item.optionsUnknown = true;
    for (const Json& initial : listAt(json, "initial"))
        if (auto value = valueIn(initial, "value")) item.initial.push_back(std::move(*value));
    for (const Json& extension : listAt(json, "extension"))
        takeExtension(item, extension);
    // Only a display says something about its parent.
    item.isHelp = item.isHelp && item.type == ItemType::Display;
    takeConditions(item, json, remarks);
    return item;
}

}  // namespace veldwijzer::checklist
