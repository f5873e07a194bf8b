// SPDX-License-Identifier: EUPL-1.2
#include "exchange/fhir_questionnaire.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/hash.h"
#include "base/text.h"
#include "checklist/questionnaire.h"
#include "domain/kinds.h"
#include "exchange/fhir_json.h"
#include "exchange/fhir_report.h"
#include "exchange/incoming.h"

namespace veldwijzer::exchange {
namespace {

/// FHIR's member and our field, where one is the other.
struct Same {
    std::string_view member;
    std::string_view field;
};
constexpr std::array<Same, 9> ofTemplate{{{"url", "url"},
                                          {"version", "version"},
                                          {"name", "name"},
                                          {"title", "title"},
                                          {"status", "status"},
                                          {"publisher", "publisher"},
                                          {"description", "description"},
                                          {"purpose", "purpose"},
                                          {"copyright", "copyright"}}};
constexpr std::array<Same, 13> ofItem{{{"linkId", "link_id"},
                                       {"prefix", "prefix"},
                                       {"text", "text"},
                                       {"type", "type"},
                                       {"enableWhen", "enable_when"},
                                       {"enableBehavior", "enable_behavior"},
                                       {"required", "required"},
                                       {"repeats", "repeats"},
                                       {"readOnly", "read_only"},
                                       {"maxLength", "max_length"},
                                       {"answerValueSet", "answer_value_set"},
                                       {"answerOption", "answer_option"},
                                       {"initial", "initial"}}};

/// The member as a value of that field, when it has the field's shape.
std::optional<merge::Value> valueFor(std::string_view kind, std::string_view field, const Node& member) {
    const domain::FieldSpec* spec = domain::findField(kind, field);
    switch (spec != nullptr ? spec->format : domain::Format::Text) {
        case domain::Format::Boolean:
            return member.type == Node::Type::Boolean ? std::optional<merge::Value>(member.boolean)
                                                      : std::nullopt;
        case domain::Format::Integer:
            return member.type == Node::Type::Integer ? std::optional<merge::Value>(member.integer)
                                                      : std::nullopt;
        case domain::Format::Json: {
            std::string text = canonicalText(member);
            if (!member.isArray() || text.size() > fhirPieceBytes) return std::nullopt;
            return merge::Json{std::move(text)};
        }
        default:
            // An empty text is no value in FHIR, and none of ours: it stays where it comes out again.
            if (!member.isText() || member.text.empty() || member.text.size() > fhirPieceBytes ||
                member.text.find('\0') != std::string::npos)
                return std::nullopt;
            return member.text;
    }
}

/// Not only too large for the field.
bool isOdd(std::string_view kind, std::string_view field, const Node& member) {
    const domain::FieldSpec* spec = domain::findField(kind, field);
    if (spec != nullptr && spec->format == domain::Format::Json) return !member.isArray();
    const bool text = spec == nullptr ||
                      (spec->format != domain::Format::Boolean && spec->format != domain::Format::Integer);
    return !text || !member.isText();
}

Node nodeFor(const merge::Value& value) {
    Node node;
    if (const auto* text = std::get_if<std::string>(&value)) {
        node.type = Node::Type::Text;
        node.text = *text;
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        node.type = Node::Type::Boolean;
        node.boolean = *flag;
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        node.type = Node::Type::Integer;
        node.integer = *number;
    } else if (const auto* json = std::get_if<merge::Json>(&value)) {
        if (auto parsed = partFrom(json->text)) node = std::move(*parsed);
    }
    return node;
}

/// An extension of ours, whose value stands in a field so that it can be edited; its place is kept.
bool isRetention(const Node& extension) {
    return textAt(extension, "url") == checklist::retentionExtension;
}

constexpr int retentionMonthsAtMost = 1200;

void takeRetention(IncomingRecord& record, Node& extensions) {
    for (Node& extension : extensions.children) {
        if (!isRetention(extension)) continue;
        const Node* months = extension.member("valueInteger");
        if (months == nullptr || months->type != Node::Type::Integer || months->integer < 1 ||
            months->integer > retentionMonthsAtMost || findRegister(record, "retention_months") != nullptr)
            continue;
        putRegister(record, "retention_months", months->integer);
        std::erase_if(extension.children, [](const Node& member) { return member.key == "valueInteger"; });
    }
}

void giveRetention(const IncomingRecord& record, Node& resource) {
    const merge::Value* months = findRegister(record, "retention_months");
    const auto* number = months != nullptr ? std::get_if<std::int64_t>(months) : nullptr;
    auto at = std::find_if(resource.children.begin(), resource.children.end(),
                           [](const Node& member) { return member.key == "extension"; });
    if (at == resource.children.end()) {
        if (number == nullptr) return;
        add(resource, "extension", array());
        at = resource.children.end() - 1;
    }
    bool given = false;
    std::erase_if(at->children, [&](Node& extension) {
        if (!isRetention(extension) || extension.member("valueInteger") != nullptr || given) return false;
        given = true;
        if (number == nullptr) return true;
        add(extension, "valueInteger", *number);
        return false;
    });
    if (!given && number != nullptr) {
        Node extension = object();
        add(extension, "url", checklist::retentionExtension);
        add(extension, "valueInteger", *number);
        at->children.push_back(std::move(extension));
    }
    if (at->children.empty()) resource.children.erase(at);
}

/// Places in the order of the file: they sort bytewise, and leave room in between.
std::string placeAt(std::size_t index) {
    static constexpr std::string_view digits =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::string place = "V";
    for (std::size_t left = index + 1, i = 0; i < 4; ++i, left /= digits.size())
        place.insert(place.begin(), digits[left % digits.size()]);
    return place;
}

std::string identityOf(const Node& resource) {
    if (std::string url = textAt(resource, "url"); !url.empty()) return url;
    if (const Node* identifier = resource.member("identifier")) return canonicalText(*identifier);
    for (const std::string_view member : {"id", "name", "title"})
        if (std::string text = textAt(resource, member); !text.empty()) return text;
    return canonicalText(resource);
}

class TemplateReader {
public:
    TemplateReader(TemplateReading& target, FhirReport& report) : target_(target), report_(report) {}

    void read(const Node& resource) {
        IncomingRecord& record = target_.records.questionnaire;
        record.kind = "questionnaire";
        record.id = idOf<RecordId>("veldwijzer fhir questionnaire",
                                   {viewOf(identityOf(resource)), viewOf(textAt(resource, "version"))});
        Node rest = resource;
        for (Node& member : rest.children)
            if (member.key == "extension" && member.isArray()) takeRetention(record, member);
        takeMembers(record, rest, ofTemplate, 0);
        finish(record);
        if (const Node* items = resource.member("item")) readItems(*items, std::nullopt, {});
    }

private:
    template <std::size_t Size>
    void takeMembers(IncomingRecord& record, const Node& json, const std::array<Same, Size>& known,
                     std::uint64_t row) {
        for (const Node& member : json.children) {
            if ((member.key == "item" && member.isArray()) || member.key == "resourceType") continue;
            const auto same = std::find_if(known.begin(), known.end(),
                                           [&](const Same& each) { return each.member == member.key; });
            auto value = same != known.end() && findRegister(record, same->field) == nullptr
                             ? valueFor(record.kind, same->field, member)
                             : std::nullopt;
            if (value)
                putRegister(record, same->field, std::move(*value));
            else if (!keepMember(record, member))
                report_.lost(row, member.key);
            else if (same != known.end() && isOdd(record.kind, same->field, member))
                report_.oddMember(row, member.key);
        }
    }

    void readItems(const Node& items, const std::optional<RecordId>& parent, const std::string& path) {
        for (std::size_t i = 0; i < items.children.size(); ++i) {
            const Node& json = items.children[i];
            const std::uint64_t row = ++row_;
            IncomingRecord record;
            record.kind = "questionnaire-item";
            std::string own = path + '\x1f' + textAt(json, "linkId");
            if (const std::size_t before = seen_[own]++; before > 0) own += '\x1e' + std::to_string(before);
            record.id = idOf<RecordId>("veldwijzer fhir item",
                                       {target_.records.questionnaire.id.view(), viewOf(own)});
            putRegister(record, "questionnaire", target_.records.questionnaire.id);
            if (parent) putRegister(record, "parent", *parent);
            putRegister(record, "position", placeAt(i));
            takeMembers(record, json, ofItem, row);
            const RecordId id = record.id;
            finish(record);
            target_.records.items.push_back(std::move(record));
            if (const Node* below = json.member("item"); below != nullptr && below->isArray())
                readItems(*below, id, own);
        }
    }

    TemplateReading& target_;
    FhirReport& report_;
    std::uint64_t row_ = 0;
    std::map<std::string, std::size_t> seen_;
};

// ---- out

RecordId referenceAt(const IncomingRecord& record, std::string_view field) {
    const merge::Value* value = findRegister(record, field);
    const auto* id = value != nullptr ? std::get_if<RecordId>(value) : nullptr;
    return id != nullptr ? *id : RecordId{};
}

std::string placeOf(const IncomingRecord& record) {
    const merge::Value* value = findRegister(record, "position");
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return text != nullptr ? *text : "~";
}

template <std::size_t Size>
void giveMembers(const IncomingRecord& record, Node& target, const std::array<Same, Size>& known) {
    for (const Same& same : known) {
        const merge::Value* value = findRegister(record, same.field);
        // What a file said in another shape has the say only until somebody writes the field.
        if (value != nullptr) add(target, same.member, nodeFor(*value));
    }
    Node kept = object();
    addKeptMembers(record, kept);
    for (Node& member : kept.children)
        if (target.member(member.key) == nullptr) target.children.push_back(std::move(member));
}

class TemplateWriter {
public:
    explicit TemplateWriter(const TemplateRecords& records) {
        for (const IncomingRecord& item : records.items)
            known_[item.id] = &item;
        for (const IncomingRecord& item : records.items) {
            const RecordId parent = referenceAt(item, "parent");
            below_[known_.count(parent) != 0 ? parent : RecordId{}].push_back(&item);
        }
        for (auto& [parent, items] : below_)
            std::sort(items.begin(), items.end(), [](const auto* a, const auto* b) {
                return std::pair(placeOf(*a), a->id) < std::pair(placeOf(*b), b->id);
            });
    }

    void write(Node& resource) {
        addItems(resource, {}, 0);
        // Items that are each other's parents hang nowhere; they are shown rather than lost.
        for (const auto& [id, item] : known_) {
            if (written_[id]) continue;
            Node* items = const_cast<Node*>(resource.member("item"));
            if (items == nullptr) items = &add(resource, "item", array());
            items->children.push_back(itemNode(*item, checklist::depthAtMost));
        }
    }

private:
    void addItems(Node& target, const RecordId& parent, std::size_t depth) {
        const auto found = below_.find(parent);
        if (found == below_.end()) return;
        Node items = array();
        for (const IncomingRecord* item : found->second)
            if (!written_[item->id]) items.children.push_back(itemNode(*item, depth));
        if (!items.children.empty()) add(target, "item", std::move(items));
    }
    Node itemNode(const IncomingRecord& item, std::size_t depth) {
        written_[item.id] = true;
        Node node = object();
        giveMembers(item, node, ofItem);
        if (depth < checklist::depthAtMost) addItems(node, item.id, depth + 1);
        return node;
    }

    std::map<RecordId, const IncomingRecord*> known_;
    std::map<RecordId, std::vector<const IncomingRecord*>> below_;
    std::map<RecordId, bool> written_;
};

}  // namespace

Result<TemplateReading> readQuestionnaire(const Node& resource, const std::string& file) {
    if (textAt(resource, "resourceType") != "Questionnaire")
        return fail(ErrorCode::InvalidArgument,
                    "this is a FHIR " + textAt(resource, "resourceType") + ", not a Questionnaire");
    const auto model = checklist::questionnaireFrom(jsonText(resource));
    if (!model) return model.error();
    if (model->items.empty())
        return fail(ErrorCode::Malformed, "this Questionnaire has no items; nothing was read");
    TemplateReading reading;
    FhirReport report(file, reading.report);
    report.tellOf(*model, resource);
    TemplateReader(reading, report).read(resource);
    reading.questions = static_cast<std::size_t>(
        std::count_if(model->items.begin(), model->items.end(),
                      [](const checklist::Item& item) { return checklist::isFillable(item.type); }));
    return reading;
}

Node questionnaireOf(const TemplateRecords& records) {
    Node resource = object();
    add(resource, "resourceType", std::string_view("Questionnaire"));
    giveMembers(records.questionnaire, resource, ofTemplate);
    giveRetention(records.questionnaire, resource);
    TemplateWriter(records).write(resource);
    return resource;
}

std::string templateCopy(const TemplateRecords& records) {
    Node resource = questionnaireOf(records);
    std::erase_if(resource.children,
                  [](const Node& member) { return member.key == "text" || member.key == "meta"; });
    return canonicalText(resource);
}

std::string canonicalOf(const IncomingRecord& questionnaire) {
    const auto textOf = [&](std::string_view field) {
        const merge::Value* value = findRegister(questionnaire, field);
        const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
        return text != nullptr ? *text : std::string();
    };
    std::string url = textOf("url");
    if (url.empty()) {
        url = toHex(questionnaire.id.view());
        for (const std::size_t dash : {20U, 16U, 12U, 8U})
            url.insert(dash, "-");
        url.insert(0, "urn:uuid:");
    }
    const std::string version = textOf("version");
    return version.empty() ? url : url + '|' + version;
}

}  // namespace veldwijzer::exchange
