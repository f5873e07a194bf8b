// SPDX-License-Identifier: EUPL-1.2
#include "exchange/fhir_response.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "exchange/fhir_json.h"
#include "exchange/fhir_report.h"
#include "exchange/incoming.h"

namespace veldwijzer::exchange {
namespace {

using checklist::Fields;
using checklist::Form;
using checklist::Item;
using checklist::none;
using checklist::Questionnaire;
using checklist::Rows;

constexpr std::size_t tokenDigits = 8;

std::string tokenFor(const std::string& list, const Rows& rows, std::size_t ordinal) {
    std::string place = list;
    for (const std::string& row : rows)
        place += '@' + row;
    const Hash hash = hashOf("veldwijzer imported row", {viewOf(place), viewOf(std::to_string(ordinal))});
    return toHex(hash.view()).substr(0, tokenDigits);
}

/// Where an imported row stands among its like.
std::string placeOf(std::size_t ordinal) {
    std::string digits = std::to_string(ordinal + 1);
    digits.insert(0, tokenDigits - std::min(digits.size(), tokenDigits), '0');
    return digits + 'V';
}

std::string keptField(const Item& item, const Rows& rows) {
    return std::string(keptPrefix) +
           checklist::answerField(item, rows).substr(checklist::answerPrefix.size());
}

bool isOurs(const Node& member) {
    return (member.key == "item" || member.key == "answer") && member.isArray();
}

class ResponseReader {
public:
    ResponseReader(ResponseReading& target, const Questionnaire& questionnaire, FhirReport& report)
        : target_(target), questionnaire_(questionnaire), report_(report) {}

    void read(const Node& resource) {
        if (const Node* items = resource.member("item"); items != nullptr && items->isArray())
            readItems(*items, none, {}, 0);
    }

private:
    [[nodiscard]] std::size_t childOf(std::size_t parent, const std::string& linkId) const {
        const auto& items = questionnaire_.items;
        const std::size_t first = parent == none ? 0 : parent + 1;
        const std::size_t end = parent == none ? items.size() : items[parent].end;
        for (std::size_t i = first; i < end; i = items[i].end)
            if (items[i].linkId == linkId) return i;
        return none;
    }

    void readItems(const Node& items, std::size_t parent, const Rows& rows, std::size_t depth) {
        std::map<std::size_t, std::size_t> times;
        for (const Node& json : items.children) {
            ++row_;
            const std::string linkId = textAt(json, "linkId");
            const std::size_t item = json.isObject() ? childOf(parent, linkId) : none;
            if (item == none || depth > checklist::depthAtMost) {
                unplaced(json, linkId);
                continue;
            }
            const std::size_t ordinal = times[item]++;
            if (ordinal > 0 && !questionnaire_.items[item].hasRows) {
                unplaced(json, linkId);
                continue;
            }
            if (questionnaire_.items[item].hasRows &&
                questionnaire_.items[item].type == checklist::ItemType::Group)
                readItem(json, item, newRow(item, rows, ordinal), depth);
            else
                readItem(json, item, rows, depth);
        }
    }

    Rows newRow(std::size_t list, const Rows& rows, std::size_t ordinal) {
        Rows own = rows;
        own.push_back(tokenFor(questionnaire_.items[list].key, rows, ordinal));
        target_.fields[checklist::rowField(questionnaire_.items[list], own)] = placeOf(ordinal);
        return own;
    }

    void readItem(const Node& json, std::size_t index, const Rows& rows, std::size_t depth) {
        const Item& item = questionnaire_.items[index];
        keepOthers(json, item, rows);
        if (const Node* below = json.member("item"); below != nullptr && below->isArray())
            readItems(*below, index, rows, depth + 1);
        const Node* answers = json.member("answer");
        if (answers == nullptr || !answers->isArray()) return;
        if (item.hasRows)
            readRowAnswers(*answers, index, rows, depth);
        else
            readAnswers(*answers, index, rows, depth);
    }

    void readAnswers(const Node& answers, std::size_t index, const Rows& rows, std::size_t depth) {
        std::string text;
        for (const Node& answer : answers.children) {
            const std::string own = answerText(answer, index);
            if (own.empty()) continue;
            text += (text.empty() ? "" : ",") + own;
            readBelow(answer, index, rows, depth);
        }
        give(index, rows, text);
    }
    void readRowAnswers(const Node& answers, std::size_t index, const Rows& rows, std::size_t depth) {
        for (std::size_t i = 0; i < answers.children.size(); ++i) {
            const std::string own = answerText(answers.children[i], index);
            if (own.empty()) continue;
            const Rows row = newRow(index, rows, i);
            give(index, row, own);
            readBelow(answers.children[i], index, row, depth);
        }
    }
    void readBelow(const Node& answer, std::size_t index, const Rows& rows, std::size_t depth) {
        if (const Node* below = answer.member("item"); below != nullptr && below->isArray())
            readItems(*below, index, rows, depth + 1);
    }
    void give(std::size_t index, const Rows& rows, const std::string& text) {
        if (text.empty()) return;
        if (text.size() > fhirPieceBytes)
            return report_.add(row_, "the answer to '" + questionnaire_.items[index].path + "' is too long",
                               "left out");
        target_.fields[checklist::answerField(questionnaire_.items[index], rows)] = '[' + text + ']';
    }
    /// Without items below, which are answers of their own; empty for what is no answer.
    std::string answerText(const Node& answer, std::size_t index) {
        Node own = answer;
        std::erase_if(own.children, [](const Node& member) { return member.key == "item"; });
        std::string text = canonicalText(own);
        if (checklist::answerFrom(text)) return text;
        report_.add(row_,
                    "an answer to '" + questionnaire_.items[index].path + "' has no value that can be read",
                    "left out");
        return {};
    }

    void keepOthers(const Node& json, const Item& item, const Rows& rows) {
        Node others = object();
        for (const Node& member : json.children) {
            const bool said = member.key == "linkId" || isOurs(member) ||
                              (member.key == "text" && member.isText() && member.text == item.text);
            if (!said) others.children.push_back(member);
        }
        // What a response leaves out stays out: its text where the template has one.
        if (json.member("text") == nullptr && !item.text.empty()) add(others, "text", Node{});
        if (others.children.empty()) return;
        const std::string text = canonicalText(others);
        if (text.size() <= fhirPieceBytes) {
            target_.kept[keptField(item, rows)] = text;
            return;
        }
        report_.add(row_, "what '" + item.path + "' says beside its answers is too large", "left out");
    }

    void unplaced(const Node& json, const std::string& linkId) {
        const std::string text = canonicalText(json);
        const std::string field = std::string(keptPrefix) + '#' + std::to_string(unplaced_++);
        const bool kept = text.size() <= fhirPieceBytes;
        if (kept) target_.kept[field] = text;
        report_.add(row_,
                    "an item '" + linkId.substr(0, 100) + "' has no place in its template, or comes twice",
                    kept ? "kept, not shown; it comes out again at the end" : "left out: it is too large");
    }

    ResponseReading& target_;
    const Questionnaire& questionnaire_;
    FhirReport& report_;
    std::uint64_t row_ = 0;
    std::size_t unplaced_ = 0;
};

// ---- out

class ResponseWriter {
public:
    ResponseWriter(const Form& form, const ResponseHeader& header) : form_(form), header_(header) {}

    void write(Node& resource) {
        Node items = array();
        for (std::size_t i = 0; i < form_.nodes().size(); i = form_.nodes()[i].end)
            addNode(items, i);
        for (const auto& [field, text] : header_.kept) {
            if (!field.starts_with(std::string(keptPrefix) + '#') || field.find('@') != std::string::npos)
                continue;
            if (field.size() > keptPrefix.size() + tokenDigits) continue;  // a hashed key
            if (auto node = partFrom(text)) items.children.push_back(std::move(*node));
        }
        if (!items.children.empty()) add(resource, "item", std::move(items));
    }

private:
    void addNode(Node& items, std::size_t index) {
        const auto& node = form_.nodes()[index];
        if (!node.enabled) return;
        const Item& item = form_.itemOf(node);
        if (!node.isList) {
            Node made = itemNode(index);
            if (says(made)) items.children.push_back(std::move(made));
            return;
        }
        if (item.type == checklist::ItemType::Group) {
            for (const std::size_t row : form_.rowsOf(index)) {
                Node made = itemNode(row);
                if (says(made)) items.children.push_back(std::move(made));
            }
            return;
        }
        // A repeating question with items below: one item, an answer for each row.
        Node made = bareItem(index);
        Node answers = array();
        for (const std::size_t row : form_.rowsOf(index))
            addAnswers(answers, row);
        if (answers.children.empty()) return;
        add(made, "answer", std::move(answers));
        items.children.push_back(std::move(made));
    }

    Node bareItem(std::size_t index) {
        const auto& node = form_.nodes()[index];
        const Item& item = form_.itemOf(node);
        Node made = object();
        add(made, "linkId", std::string_view(item.linkId));
        const auto kept = header_.kept.find(keptField(item, node.rows));
        auto others = kept != header_.kept.end() ? partFrom(kept->second) : Result<Node>(object());
        const Node* text = others ? others->member("text") : nullptr;
        if (text == nullptr && !item.text.empty()) add(made, "text", std::string_view(item.text));
        if (others)
            for (Node& member : others->children)
                if (member.type != Node::Type::Null) made.children.push_back(std::move(member));
        return made;
    }
    Node itemNode(std::size_t index) {
        const auto& node = form_.nodes()[index];
        Node made = bareItem(index);
        if (node.answers.empty()) {
            Node below = itemsBelow(index);
            if (!below.children.empty()) add(made, "item", std::move(below));
            return made;
        }
        Node answers = array();
        addAnswers(answers, index);
        add(made, "answer", std::move(answers));
        return made;
    }
    /// The answers of a node; what is below a question stands below its first answer.
    void addAnswers(Node& answers, std::size_t index) {
        bool first = true;
        for (const checklist::Answer& answer : form_.nodes()[index].answers) {
            auto node = partFrom(answer.json);
            if (!node) continue;
            if (first) {
                Node below = itemsBelow(index);
                if (!below.children.empty()) add(*node, "item", std::move(below));
            }
            first = false;
            answers.children.push_back(std::move(*node));
        }
    }
    Node itemsBelow(std::size_t index) {
        Node items = array();
        for (std::size_t i = index + 1; i < form_.nodes()[index].end; i = form_.nodes()[i].end)
            addNode(items, i);
        return items;
    }
    /// Groups and questions that say nothing are left out, unless a file brought them along.
    static bool says(const Node& made) {
        return std::any_of(made.children.begin(), made.children.end(),
                           [](const Node& member) { return member.key != "linkId" && member.key != "text"; });
    }

    const Form& form_;
    const ResponseHeader& header_;
};

}  // namespace

Result<std::string> templateOfResponse(const Node& resource) {
    if (textAt(resource, "resourceType") != "QuestionnaireResponse")
        return fail(ErrorCode::InvalidArgument, "this is a FHIR " + textAt(resource, "resourceType") +
                                                    ", neither a Questionnaire nor a QuestionnaireResponse");
    return textAt(resource, "questionnaire");
}

Result<ResponseReading> readResponse(const Node& resource, const Questionnaire& questionnaire,
                                     const std::string& file) {
    ResponseReading reading;
    const auto canonical = templateOfResponse(resource);
    if (!canonical) return canonical.error();
    reading.canonical = *canonical;
    reading.status = textAt(resource, "status");
    reading.authored = textAt(resource, "authored");
    FhirReport report(file, reading.report);
    IncomingRecord foreign;
    for (const Node& member : resource.children) {
        if ((member.key == "item" && member.isArray()) || member.key == "resourceType") continue;
        if (!keepMember(foreign, member)) report.lost(0, member.key);
    }
    finish(foreign);
    reading.foreign.push_back(std::move(foreign));
    ResponseReader(reading, questionnaire, report).read(resource);
    return reading;
}

Node responseOf(const Form& form, const ResponseHeader& header) {
    Node resource = object();
    Node kept = object();
    addKeptMembers(header.foreign, kept);
    add(resource, "resourceType", std::string_view("QuestionnaireResponse"));
    const auto give = [&](std::string_view member, const std::string& text) {
        if (kept.member(member) == nullptr && !text.empty()) add(resource, member, std::string_view(text));
    };
    give("id", header.id);
    if (!header.caseCode.empty() && kept.member("identifier") == nullptr) {
        Node identifier = object();
        add(identifier, "system", caseCodeSystem);
        add(identifier, "value", std::string_view(header.caseCode));
        add(resource, "identifier", std::move(identifier));
    }
    give("questionnaire", header.canonical);
    // Where a list stands now is ours to say.
    std::erase_if(kept.children, [](const Node& member) { return member.key == "status"; });
    add(resource, "status", std::string_view(header.status));
    give("authored", header.authored);
    for (Node& member : kept.children)
        resource.children.push_back(std::move(member));
    ResponseWriter(form, header).write(resource);
    return resource;
}

}  // namespace veldwijzer::exchange
