// SPDX-License-Identifier: EUPL-1.2
#include "exchange/json_node.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "exchange/hsds_limits.h"

namespace veldwijzer::exchange {
namespace {

// The digits that count: without sign, point, exponent, and zeros at either end.
std::string significantDigits(std::string_view number) {
    std::string digits;
    for (const char c : number.substr(0, number.find_first_of("eE")))
        if (c >= '0' && c <= '9') digits.push_back(c);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    const std::size_t last = digits.find_last_not_of('0');
    digits.resize(last == std::string::npos ? 0 : last + 1);
    return digits;
}

std::string shortestText(double value) {
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    std::string text(buffer.data(), end);
    // A real number stays one: 100.0 must not come back as the integer 100.
    if (text.find_first_of(".eE") == std::string::npos) text += ".0";
    return text;
}

/// Builds a Node from the parser's events; stops at hsdsItemValues.
class Builder {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    Builder(const std::vector<ElidedText>& elided, Digits digits)
        : nextElided_(elided.begin()), end_(elided.end()), digits_(digits) {}

    bool null() { return add(Node::Type::Null) != nullptr; }
    bool boolean(bool value) {
        Node* node = add(Node::Type::Boolean);
        if (node != nullptr) node->boolean = value;
        return node != nullptr;
    }
    bool number_integer(number_integer_t value) {
        Node* node = add(Node::Type::Integer);
        if (node != nullptr) node->integer = value;
        return node != nullptr;
    }
    bool number_unsigned(number_unsigned_t value) {
        if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return number_integer(static_cast<std::int64_t>(value));
        Node* node = add(Node::Type::Number);
        if (node != nullptr) node->text = std::to_string(value);
        return node != nullptr;
    }
    bool number_float(number_float_t value, const string_t& raw) {
        const bool exact = digits_ == Digits::AsWritten
                               ? raw == shortestText(value)
                               : significantDigits(raw) == significantDigits(shortestText(value));
        Node* node = add(exact ? Node::Type::Real : Node::Type::Number);
        if (node == nullptr) return false;
        node->real = value;
        if (!exact) node->text = raw;
        return true;
    }
    bool string(string_t& value) {
        const std::optional<std::uint64_t> bytes = elidedNow();
        Node* node = add(bytes ? Node::Type::Elided : Node::Type::Text);
        if (node == nullptr) return false;
        if (bytes)
            node->integer = static_cast<std::int64_t>(*bytes);
        else
            node->text = std::move(value);
        return true;
    }
    bool binary(binary_t&) { return false; }  // JSON text has none
    bool start_object(std::size_t) { return open(Node::Type::Object); }
    bool start_array(std::size_t) { return open(Node::Type::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(string_t& value) {
        key_ = std::move(value);
        // A name that long fits nowhere; an empty one will be treated the same further on.
        if (elidedNow()) key_.clear();
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& problem) {
        // The library's text without its prefix, which counts lines of the item, and without what it had read
        // last, which may be long and not UTF-8.
        error_ = problem.what();
        if (const std::size_t start = error_.find("syntax error"); start != std::string::npos)
            error_.erase(0, start);
        error_ =
            error_.substr(0, error_.find("; last read")) + " (byte " + std::to_string(position) + " of it)";
        return false;
    }

    Node root;
    [[nodiscard]] bool tooMany() const { return count_ > limits::hsdsItemValues; }
    [[nodiscard]] const std::string& error() const { return error_; }

private:
    Node* add(Node::Type type) {
        if (++count_ > limits::hsdsItemValues) return nullptr;
        Node* node = &root;
        if (!open_.empty()) {
            node = &open_.back()->children.emplace_back();
            node->key = std::move(key_);
            key_.clear();
        }
        node->type = type;
        return node;
    }
    bool open(Node::Type type) {
        Node* node = add(type);
        // Pointers into vectors stay good: a parent grows only while its last child is closed.
        if (node != nullptr) open_.push_back(node);
        return node != nullptr;
    }
    bool close() {
        open_.pop_back();
        return true;
    }
    std::optional<std::uint64_t> elidedNow() {
        const std::uint64_t ordinal = strings_++;
        if (nextElided_ == end_ || nextElided_->ordinal != ordinal) return std::nullopt;
        return (nextElided_++)->bytes;
    }

    std::vector<ElidedText>::const_iterator nextElided_;
    std::vector<ElidedText>::const_iterator end_;
    Digits digits_;
    std::uint64_t strings_ = 0;
    std::size_t count_ = 0;
    std::string key_;
    std::vector<Node*> open_;
    std::string error_;
};

enum class Order { ByName, AsTheyStand };

void write(const Node& node, std::string& out, Order order) {
    switch (node.type) {
        case Node::Type::Null:
        case Node::Type::Elided:
            out += "null";
            return;
        case Node::Type::Boolean:
            out += node.boolean ? "true" : "false";
            return;
        case Node::Type::Integer:
            out += std::to_string(node.integer);
            return;
        case Node::Type::Real:
            out += shortestText(node.real);
            return;
        case Node::Type::Number:
            out += node.text;
            return;
        case Node::Type::Text:
            out += jsonString(node.text);
            return;
        case Node::Type::Array:
        case Node::Type::Object:
            break;
    }
    std::vector<const Node*> children;
    children.reserve(node.children.size());
    for (const Node& child : node.children)
        children.push_back(&child);
    if (node.isObject() && order == Order::ByName)
        std::stable_sort(children.begin(), children.end(),
                         [](const Node* a, const Node* b) { return a->key < b->key; });
    out.push_back(node.isObject() ? '{' : '[');
    for (const Node* child : children) {
        if (child != children.front()) out.push_back(',');
        if (node.isObject()) out.append(jsonString(child->key)).push_back(':');
        write(*child, out, order);  // as deep as hsdsDepth at most
    }
    out.push_back(node.isObject() ? '}' : ']');
}

}  // namespace

const Node* Node::member(std::string_view name) const {
    for (const Node& child : children)
        if (child.key == name) return &child;
    return nullptr;
}

Result<Node> parseNode(std::string_view text, const std::vector<ElidedText>& elided, Digits digits) {
    Builder builder(elided, digits);
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::move(builder.root);
    if (builder.tooMany())
        return fail(ErrorCode::TooLarge,
                    "it holds more than " + std::to_string(limits::hsdsItemValues) + " values");
    return fail(ErrorCode::Malformed, builder.error());
}

std::optional<merge::Value> plainValueOf(const Node& node) {
    switch (node.type) {
        case Node::Type::Boolean:
            return node.boolean;
        case Node::Type::Integer:
            return node.integer;
        case Node::Type::Real:
            return node.real;
        case Node::Type::Text:
            return node.text;
        default:
            return std::nullopt;
    }
}

std::string canonicalText(const Node& node) {
    std::string out;
    write(node, out, Order::ByName);
    return out;
}

std::string jsonText(const Node& node) {
    std::string out;
    write(node, out, Order::AsTheyStand);
    return out;
}

std::string jsonString(std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < 0x20) {
            out += "\\u00";
            out.push_back(digits[byte >> 4U]);
            out.push_back(digits[byte & 0xfU]);
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
    return out;
}

}  // namespace veldwijzer::exchange
