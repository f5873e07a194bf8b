// SPDX-License-Identifier: EUPL-1.2
#include "exchange/incoming.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "domain/kinds.h"
#include "exchange/hsds_limits.h"
#include "exchange/json_node.h"

namespace veldwijzer::exchange {
namespace {

bool isNull(const merge::Value& value) {
    const auto* json = std::get_if<merge::Json>(&value);
    return json != nullptr && json->text == "null";
}

bool equal(const merge::Value& a, const merge::Value& b) {
    return merge::compare(a, b) == 0;
}

bool isOriginal(std::string_view name) {
    return name.substr(0, originalPrefix.size()) == originalPrefix;
}

std::string originalName(std::string_view member) {
    return std::string(originalPrefix) + std::string(member);
}

template <typename Pairs>
auto findPair(Pairs& pairs, std::string_view name) -> decltype(&pairs[0].second) {
    for (auto& [key, value] : pairs)
        if (key == name) return &value;
    return nullptr;
}

void uniteRegister(IncomingRecord& known, const std::string& name, merge::Value&& value,
                   const merge::Value* original, std::vector<UnitedField>& result) {
    merge::Value* ours = findPair(known.registers, name);
    merge::Value* ourOriginal = findPair(known.registers, originalName(name));
    // What comes out again is the original, so a difference there is one too.
    const bool same = ours != nullptr && equal(*ours, value) &&
                      (original == nullptr || ourOriginal == nullptr || equal(*ourOriginal, *original));
    if (ours == nullptr) {
        result.push_back({name, United::New, value, {}});
        putRegister(known, name, std::move(value));
    }
    if (ours == nullptr || same) {
        if (original != nullptr && ourOriginal == nullptr) putRegister(known, originalName(name), *original);
        return;
    }
    if (isNull(value)) return;
    if (isNull(*ours)) {
        *ours = std::move(value);
        result.push_back({name, United::New, *ours, {}});
        if (original != nullptr) putRegister(known, originalName(name), *original);
        return;
    }
    merge::Value loser = original != nullptr ? *original : value;
    if (domain::fieldTypeOf(known.kind, name) == domain::FieldType::Maximum &&
        merge::compare(*ours, value) < 0)
        std::swap(*ours, loser);
    const merge::Value kept = *ours;  // adding may move what `ours` points at
    const bool room = addOtherValue(known, name, loser);
    result.push_back({name, room ? United::Contradicts : United::LostForGood, kept, std::move(loser)});
}

void uniteSet(IncomingRecord& known, const std::string& name, std::vector<merge::Value>&& elements,
              std::vector<UnitedField>& result) {
    const auto* ours = findPair(known.sets, name);
    // Sorted since it was last finished; what is added here comes behind and is not in `elements` again.
    const std::vector<merge::Value> before = ours == nullptr ? std::vector<merge::Value>{} : *ours;
    for (merge::Value& element : elements) {
        const auto less = [](const merge::Value& a, const merge::Value& b) {
            return merge::compare(a, b) < 0;
        };
        if (std::binary_search(before.begin(), before.end(), element, less)) continue;
        if (!addElement(known, name, element))
            result.push_back({name, United::LostForGood, {}, std::move(element)});
    }
}

void hashText(Bytes& bytes, std::string_view text) {
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes.push_back(static_cast<std::uint8_t>((text.size() >> shift) & 0xffU));
    append(bytes, viewOf(text));
}

struct HashValue {
    Bytes& bytes;
    void operator()(bool value) const { bytes.push_back(value ? 1 : 0); }
    void operator()(std::int64_t value) const { number(static_cast<std::uint64_t>(value)); }
    void operator()(double value) const { number(std::bit_cast<std::uint64_t>(value)); }
    void operator()(const std::string& value) const { hashText(bytes, value); }
    void operator()(const Bytes& value) const { hashText(bytes, textOf(value)); }
    void operator()(const RecordId& value) const { append(bytes, value.view()); }
    void operator()(const merge::Json& value) const { hashText(bytes, value.text); }
    void number(std::uint64_t value) const {
        for (unsigned shift = 0; shift < 64; shift += 8)
            bytes.push_back(static_cast<std::uint8_t>((value >> shift) & 0xffU));
    }
};

void hashValue(Bytes& bytes, const merge::Value& value) {
    bytes.push_back(static_cast<std::uint8_t>(value.index()));
    std::visit(HashValue{bytes}, value);
}

struct JsonText {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const {
        Node node;
        node.type = Node::Type::Real;
        node.real = value;
        return canonicalText(node);
    }
    std::string operator()(const std::string& value) const { return jsonString(value); }
    std::string operator()(const Bytes& value) const { return jsonString(toHex(value)); }
    std::string operator()(const RecordId& value) const {
        return jsonString(std::string(ownIdPrefix) + toHex(value.view()));
    }
    std::string operator()(const merge::Json& value) const { return value.text; }
};

}  // namespace

const merge::Value* findRegister(const IncomingRecord& record, std::string_view name) {
    return findPair(record.registers, name);
}

void putRegister(IncomingRecord& record, std::string_view name, merge::Value value) {
    record.registers.emplace_back(name, std::move(value));
}

bool addElement(IncomingRecord& record, std::string_view set, merge::Value value) {
    auto* elements = findPair(record.sets, set);
    if (elements == nullptr)
        elements = &record.sets.emplace_back(std::string(set), std::vector<merge::Value>{}).second;
    const std::size_t most = set == otherValuesField ? limits::hsdsOtherValues : limits::hsdsSetElements;
    if (elements->size() >= most) return false;
    elements->push_back(std::move(value));
    return true;
}

bool addOtherValue(IncomingRecord& record, std::string_view member, const merge::Value& value) {
    merge::Json json{"{\"member\":" + jsonString(member) + ",\"value\":" + jsonOf(value) + "}"};
    if (merge::sizeOf(merge::Value(json)) > limits::valueBytes) return false;
    const auto* others = findPair(record.sets, otherValuesField);
    if (others != nullptr && std::find(others->begin(), others->end(), merge::Value(json)) != others->end())
        return true;
    return addElement(record, otherValuesField, std::move(json));
}

void finish(IncomingRecord& record) {
    const auto byName = [](const auto& a, const auto& b) { return a.first < b.first; };
    const auto byValue = [](const merge::Value& a, const merge::Value& b) {
        return merge::compare(a, b) < 0;
    };
    std::sort(record.registers.begin(), record.registers.end(), byName);
    std::sort(record.sets.begin(), record.sets.end(), byName);
    for (auto& [name, elements] : record.sets) {
        std::sort(elements.begin(), elements.end(), byValue);
        elements.erase(std::unique(elements.begin(), elements.end(), equal), elements.end());
    }
}

std::vector<UnitedField> unite(IncomingRecord& known, IncomingRecord&& more) {
    std::vector<UnitedField> result;
    for (auto& [name, value] : more.registers)
        if (!isOriginal(name))
            uniteRegister(known, name, std::move(value), findPair(more.registers, originalName(name)),
                          result);
    for (auto& [name, elements] : more.sets)
        uniteSet(known, name, std::move(elements), result);
    finish(known);
    return result;
}

RecordId contentOf(const IncomingRecord& record) {
    Bytes bytes;
    hashText(bytes, record.kind);
    for (const auto& [name, value] : record.registers) {
        hashText(bytes, name);
        hashValue(bytes, value);
    }
    for (const auto& [name, elements] : record.sets) {
        hashText(bytes, name);
        for (const merge::Value& element : elements)
            hashValue(bytes, element);
        bytes.push_back(0xff);  // no kind of value: the set ends here
    }
    return idOf<RecordId>("veldwijzer import content", {ByteView(bytes)});
}

std::string jsonOf(const merge::Value& value) {
    return std::visit(JsonText{}, value);
}

}  // namespace veldwijzer::exchange
