// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_normalise.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "exchange/hsds_limits.h"
#include "exchange/hsds_vocabulary.h"
#include "exchange/incoming.h"
#include "exchange/plain_text.h"
#include "merge/conflicts.h"
#include "merge/names.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::string_view purpose = "veldwijzer import";
constexpr std::string_view source = "hsds";

// Ids are texts in the standard and numbers in some files: "12" and 12 are the same one.
std::optional<std::string> idText(const Node* node) {
    if (node == nullptr) return std::nullopt;
    if (node->type == Node::Type::Integer) return std::to_string(node->integer);
    if (node->isText() && !node->text.empty()) return node->text;
    return std::nullopt;
}

bool startsWith(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

bool hasElided(const Node& node) {
    return node.type == Node::Type::Elided ||
           std::any_of(node.children.begin(), node.children.end(), hasElided);
}

bool isElsewhere(const Node& object) {
    const Node* said = object.member(elsewhereMember);
    return said != nullptr && said->type == Node::Type::Boolean && said->boolean;
}

merge::Value valueOf(const Node& node) {
    if (auto plain = plainValueOf(node)) return *std::move(plain);
    return merge::Json{canonicalText(node)};
}

std::string describe(std::string_view kind, const Node& node) {
    const std::optional<std::string> id = idText(node.member("id"));
    return std::string(kind) + (id ? " " + shown(*id) : "");
}

// U+FFFD in place of U+0000, which databases and terminals take for the end of a text.
std::string withoutNul(std::string_view text) {
    std::string out;
    for (const char c : text)
        c == '\0' ? out += "\xef\xbf\xbd" : out += c;
    return out;
}

void keep(Part& part, std::string_view name, merge::Value value, HsdsReport& report) {
    if (merge::sizeOf(value) > limits::valueBytes) {
        report.add(part.record.kind + ": " + shown(name) + " takes " + std::to_string(merge::sizeOf(value)) +
                       " bytes, more than the " + std::to_string(limits::valueBytes) + " that fit.",
                   "The record is imported without it.");
        return;
    }
    const merge::Value* there = findRegister(part.record, name);
    if (there == nullptr) return putRegister(part.record, name, std::move(value));
    if (merge::compare(*there, value) == 0) return;
    const bool kept = addOtherValue(part.record, name, value);
    report.add(
        part.record.kind + ": " + shown(name) + " stands there twice, as " + valueShown(*there) + " and as " +
            valueShown(value) + ".",
        kept ? "The first counts; the other is kept beside it." : "The first counts; the other is not kept.");
}

// As it stands in the file, unless a text in it was too long even to be read.
void keepNode(Part& part, std::string_view name, const Node& node, HsdsReport& report) {
    if (!hasElided(node)) return keep(part, name, valueOf(node), report);
    report.add(part.record.kind + ": " + shown(name) + " holds a text that is longer than the " +
                   std::to_string(limits::valueBytes) + " bytes that fit.",
               "The record is imported without it.");
}

// One element of a set of words.
void keepElement(Part& part, std::string_view set, merge::Value value, HsdsReport& report) {
    const bool fits = merge::sizeOf(value) <= limits::valueBytes;
    if (!fits || !addElement(part.record, set, std::move(value)))
        report.add(part.record.kind + ": " + shown(set) +
                       (fits ? " has more elements than fit." : " holds a text that is too long."),
                   "The record is imported without it.");
}

}  // namespace

RecordId importedId(std::string_view kind, std::string_view foreignId) {
    if (startsWith(foreignId, ownIdPrefix)) {
        const std::optional<Bytes> bytes = fromHex(foreignId.substr(ownIdPrefix.size()));
        const std::optional<RecordId> own = bytes ? RecordId::from(*bytes) : std::nullopt;
        if (own) return *own;
    }
    return idOf<RecordId>(purpose, {viewOf(source), viewOf(kind), viewOf(foreignId)});
}

std::vector<Part> HsdsNormaliser::parts(std::string_view kind, const Node& item) {
    parts_.clear();
    withoutId_ = 0;
    object(kind, item, Place{});
    if (withoutId_ > 0)
        report_.add(
            "Without an id: " + std::to_string(withoutId_) + (withoutId_ == 1 ? " object." : " objects."),
            "Given one from where it stands, so that importing again finds it.");
    return std::move(parts_);
}

RecordId HsdsNormaliser::object(std::string_view kind, const Node& node, const Place& place) {
    Part part;
    part.record.kind = kind;
    part.record.id = identify(kind, node, place, part);
    std::size_t count = 0;
    for (const Node& child : node.children) {
        if (++count > limits::hsdsMembers) {
            report_.add(
                describe(kind, node) + " has more than " + std::to_string(limits::hsdsMembers) + " members.",
                "Imported without those after that.");
            break;
        }
        if (child.key == exactMember || child.key == kindMember) continue;
        if (child.key != "id" || &child != node.member("id")) member(part, node, child);
    }
    if (kind == "taxonomy-term") learnTerm(part, node);
    if (kind == "taxonomy")
        if (const Node* name = node.member("name"); name != nullptr && name->isText())
            if (std::string facet = facetNamed(name->text); !facet.empty())
                taxonomies_[part.record.id] = std::move(facet);
    // Applied when all else about the record is known.
    if (const Node* exact = node.member(exactMember); exact != nullptr) part.exact.push_back(*exact);
    finish(part.record);
    const RecordId id = part.record.id;
    parts_.push_back(std::move(part));
    return id;
}

RecordId HsdsNormaliser::identify(std::string_view kind, const Node& node, const Place& place, Part& part) {
    const Node* given = node.member("id");
    const std::optional<std::string> text = idText(given);
    if (!text) {
        ++withoutId_;
        if (given != nullptr && !(given->isText() && given->text.empty()))
            keepNode(part, std::string(foreignPrefix) + "id", *given, report_);
        return identifyUnnamed(kind, node, place);
    }
    const RecordId id = importedId(kind, *text);
    const bool own = startsWith(*text, ownIdPrefix) && toHex(id.view()) == text->substr(ownIdPrefix.size());
    if (!own) keepNode(part, sourceIdField, *given, report_);
    return id;
}

// Nested: the place among its brothers without id, so that a corrected telephone number changes the record
// that was there. At the top: kind and name, and for namesakes their turn; a row number would shift.
RecordId HsdsNormaliser::identifyUnnamed(std::string_view kind, const Node& node, const Place& place) {
    if (place.parent != nullptr) {
        const std::string position = std::to_string(place.position);
        return idOf<RecordId>(purpose, {viewOf(source), viewOf(kind), place.parent->view(),
                                        viewOf(place.member), viewOf(position)});
    }
    const Node* name = node.member("name");
    const std::string key = name != nullptr && name->isText() ? name->text : canonicalText(node);
    const auto base = idOf<RecordId>(purpose, {viewOf(source), viewOf(kind), viewOf("unnamed"), viewOf(key)});
    const std::string turn = std::to_string(unnamed_[base]++);
    return idOf<RecordId>(purpose, {viewOf(source), viewOf(kind), base.view(), viewOf(turn)});
}

void HsdsNormaliser::member(Part& part, const Node& owner, const Node& member) {
    const MemberSpec spec = memberSpec(member.key);
    const bool holds = member.isObject() || member.isArray();
    if (spec.role == MemberRole::Children && holds) return children(part, spec.kind, member);
    if (spec.role == MemberRole::Child && holds) return child(part, spec.kind, member);
    if (spec.role != MemberRole::Plain) {
        // Null says no more than an absent member, but it comes out again.
        if (member.type != Node::Type::Null)
            report_.add(describe(part.record.kind, owner) + ": " + shown(member.key) + " is not " +
                            (spec.role == MemberRole::Child ? "an object." : "a list of objects."),
                        "Kept as it is; not used.");
        return keepNode(part, std::string(foreignPrefix) + member.key, member, report_);
    }
    if (foreignKey(part.record.kind, member.key)) return key(part, owner, member);
    plain(part, member);
}

void HsdsNormaliser::children(Part& part, std::string_view kind, const Node& member) {
    const RecordId parent = part.record.id;
    std::vector<const Node*> objects;
    Node others;
    others.type = Node::Type::Array;
    if (member.isObject()) {
        report_.add(part.record.kind + ": " + shown(member.key) + " is one object, not a list.",
                    "Read as a list of one.");
        objects.push_back(&member);
    }
    if (member.isArray())
        for (const Node& element : member.children)
            element.isObject() ? objects.push_back(&element) : others.children.push_back(element);
    std::size_t position = 0;
    std::size_t left = 0;
    for (const Node* element : objects) {
        if (const std::optional<std::string> id = idText(element->member("id"))) {
            if (member.key == "attributes" && startsWith(*id, facetIdPrefix)) continue;
            if (isElsewhere(*element)) {
                if (!addElement(part.record, member.key, importedId(kind, *id))) ++left;
                continue;
            }
        }
        const std::size_t place = idText(element->member("id")) ? 0 : position++;
        if (!addElement(part.record, member.key, object(kind, *element, {&parent, member.key, place})))
            ++left;
    }
    if (left > 0)
        report_.add(part.record.kind + ": " + shown(member.key) + " has " + std::to_string(left) +
                        " more than the " + std::to_string(limits::hsdsSetElements) + " that fit.",
                    "Those after that are imported, but not tied to it.");
    if (!others.children.empty()) {
        report_.add(part.record.kind + ": " + shown(member.key) + " holds " +
                        std::to_string(others.children.size()) + " that are not objects.",
                    "Kept as they are; not used.");
        keepNode(part, std::string(foreignPrefix) + member.key, others, report_);
    }
    if (member.key == "attributes") facets(part, member);
}

void HsdsNormaliser::child(Part& part, std::string_view kind, const Node& member) {
    const Node* node = &member;
    if (member.isArray()) {
        const bool one = member.children.size() == 1 && member.children.front().isObject();
        report_.add(part.record.kind + ": " + shown(member.key) + " is a list, not an object.",
                    one ? "Read as its only element." : "Kept as it is; not used.");
        if (!one) return keepNode(part, std::string(foreignPrefix) + member.key, member, report_);
        node = &member.children.front();
    }
    if (const std::optional<std::string> id = idText(node->member("id")); id && isElsewhere(*node))
        return keep(part, member.key, importedId(kind, *id), report_);
    const RecordId parent = part.record.id;
    keep(part, member.key, object(kind, *node, {&parent, member.key, 0}), report_);
}

// {"organization_id": "x"}: the reference is made, and the text stays, so that it comes out again even if it
// leads nowhere; HsdsRecords takes it away again when it leads somewhere. Where the object itself stands
// there too, the object decides.
void HsdsNormaliser::key(Part& part, const Node& owner, const Node& member) {
    const auto keepText = [&] { keepNode(part, std::string(foreignPrefix) + member.key, member, report_); };
    const std::optional<ForeignKey> found = foreignKey(part.record.kind, member.key);
    const std::optional<std::string> text = idText(&member);
    if (!found || !text) return keepText();
    std::string_view kind = found->kind;
    if (kind.empty()) {
        const Node* named = owner.member(found->kindMember);
        const std::optional<std::string_view> known =
            named != nullptr && named->isText() ? kindNamed(named->text) : std::nullopt;
        if (!known) return keepText();
        kind = *known;
    }
    const std::optional<Container> container = containerOf(part.record.kind, member.key);
    const Node* nested = owner.member(found->field);
    if (nested != nullptr && nested->isObject()) {
        const std::optional<std::string> nestedId = idText(nested->member("id"));
        // The same said twice says nothing more.
        if (nestedId && *nestedId == *text) return;
        keepText();
        if (nestedId)
            report_.add(describe(part.record.kind, owner) + ": " + member.key + " says " + shown(*text) +
                            ", but the " + std::string(found->field) + " in it is " + shown(*nestedId) + ".",
                        "The object in it counts; the other id is kept.");
        return;
    }
    KeyReference key{member.key, std::string(found->field), importedId(kind, *text),
                     *text,      valueOf(member),           {}};
    if (container) {
        key.set = container->set;
    } else {
        keepText();
        if (findRegister(part.record, found->field) != nullptr) return;
        putRegister(part.record, found->field, key.target);
    }
    part.keys.push_back(std::move(key));
}

void HsdsNormaliser::plain(Part& part, const Node& member) {
    const std::string_view name = member.key;
    if (!merge::isName(name)) {
        const bool kept = !hasElided(member) && addOtherValue(part.record, name, valueOf(member));
        report_.add(
            part.record.kind + ": a member's name " + shown(name) + " is empty, too long or not text.",
            kept ? "Kept among the other values." : "Not kept: it is too large.");
        return;
    }
    if (name == merge::deletedField || name == sourceIdField || startsWith(name, "import."))
        return reserved(part, member);
    const domain::FieldType type = domain::fieldTypeOf(part.record.kind, name);
    if (type == domain::FieldType::Maximum && member.isText()) return maximum(part, member);
    const bool texts =
        member.isArray() && !member.children.empty() &&
        std::all_of(member.children.begin(), member.children.end(), [](const Node& n) { return n.isText(); });
    if (type == domain::FieldType::Set && texts) {
        for (const Node& element : member.children)
            keepElement(part, name, element.text, report_);
        return;
    }
    if (type == domain::FieldType::Set || type == domain::FieldType::Reference ||
        type == domain::FieldType::Maximum)
        return keepNode(part, std::string(foreignPrefix) + std::string(name), member, report_);
    if (member.isText()) return text(part, member);
    keepNode(part, name, member, report_);
}

// What is greatest stays for ever, so a word in place of a date must not get there. Of a date with a time
// the date counts.
void HsdsNormaliser::maximum(Part& part, const Node& member) {
    const auto fits = [&](const std::string& text) {
        return !domain::whyDoubtful(part.record.kind, member.key, merge::Value(text)).has_value();
    };
    const std::string date = member.text.substr(0, member.text.find_first_of("T "));
    if (fits(member.text)) {
        keep(part, member.key, member.text, report_);
    } else if (fits(date)) {
        keep(part, member.key, date, report_);
        keep(part, std::string(originalPrefix) + member.key, member.text, report_);
    } else {
        report_.add(
            part.record.kind + ": " + shown(member.key) + " " + shown(member.text) + " is not a date.",
            "Kept as it is; not used.");
        keep(part, std::string(foreignPrefix) + member.key, member.text, report_);
    }
}

void HsdsNormaliser::text(Part& part, const Node& member) {
    PlainText plain{member.text, false, false};
    if (isProse(member.key)) plain = plainText(member.text);
    if (isNameLike(member.key)) plain = plainText(member.text, Markup::Html);
    const bool nul =
        plain.text.find('\0') != std::string::npos || member.text.find('\0') != std::string::npos;
    if (nul) plain.text = withoutNul(plain.text);
    if (!plain.changed() && !nul) return keep(part, member.key, member.text, report_);
    const std::string what = nul ? "a NUL character" : plain.hadHtml ? "HTML" : "Markdown";
    report_.add(part.record.kind + ": " + shown(member.key) + " holds " + what + ".",
                nul ? "Replaced by a mark; the original is kept beside it."
                    : "Shown as plain text; the original is kept beside it.");
    keep(part, member.key, plain.text, report_);
    // As JSON where a NUL is in it: escaped, it harms nobody.
    const merge::Value original =
        nul ? merge::Value(merge::Json{jsonString(member.text)}) : merge::Value(member.text);
    keep(part, std::string(originalPrefix) + member.key, original, report_);
}

// Our own additions come back as themselves when they look like ours; anything else keeps its distance.
void HsdsNormaliser::reserved(Part& part, const Node& member) {
    if (member.key == otherValuesField && member.isArray()) {
        for (const Node& element : member.children)
            keepElement(part, otherValuesField, merge::Json{canonicalText(element)}, report_);
        return;
    }
    const bool own = startsWith(member.key, originalPrefix) || member.key == importSourceField;
    const std::string name = own ? member.key : std::string(foreignPrefix) + member.key;
    keepNode(part, name, member, report_);
}

// A term says to which taxonomy it belongs by a word, by an object, or by both.
void HsdsNormaliser::learnTerm(const Part& part, const Node& node) {
    std::string facet;
    if (const Node* word = node.member("taxonomy"); word != nullptr && word->isText())
        facet = facetNamed(word->text);
    if (const Node* detail = node.member("taxonomy_detail"); facet.empty() && detail != nullptr)
        if (const Node* name = detail->member("name"); name != nullptr && name->isText())
            facet = facetNamed(name->text);
    if (const std::optional<std::string> id = idText(node.member("taxonomy_id")); facet.empty() && id)
        if (const auto found = taxonomies_.find(importedId("taxonomy", *id)); found != taxonomies_.end())
            facet = found->second;
    if (facet.empty()) return;
    std::optional<std::string> code = idText(node.member("code"));
    if (!code) code = idText(node.member("name"));
    if (code) terms_[part.record.id] = {facet, *code};
}

const HsdsNormaliser::Term* HsdsNormaliser::term(const RecordId& id) const {
    const auto found = terms_.find(id);
    return found == terms_.end() ? nullptr : &found->second;
}

void HsdsNormaliser::facets(Part& part, const Node& attributes) {
    for (const Node& attribute : attributes.children) {
        const Node* term = attribute.member("taxonomy_term");
        std::optional<std::string> id = idText(attribute.member("taxonomy_term_id"));
        if (term != nullptr && term->isObject()) id = idText(term->member("id"));
        if (!id) continue;
        const auto found = terms_.find(importedId("taxonomy-term", *id));
        if (found == terms_.end()) continue;
        const domain::FieldSpec* field = domain::findField(part.record.kind, found->second.facet);
        if (field != nullptr && field->type == domain::FieldType::Set)
            keepElement(part, found->second.facet, found->second.code, report_);
    }
}

}  // namespace veldwijzer::exchange
