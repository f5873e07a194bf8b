// SPDX-License-Identifier: EUPL-1.2
#include <pugixml.hpp>

#include "exchange/frab_reading.h"
#include "exchange/json_repair.h"
#include "exchange/programme_file.h"

// frab's XML: schedule/version, conference, tracks/track, day/room/event. pugixml reads no external entities
// and expands none that a file declares.
namespace veldwijzer::exchange {
namespace {

/// A character reference may name half a pair.
Node nodeOfXml(std::string text) {
    repairEncoding(text);
    return nodeOfText(std::move(text));
}

void putText(Node& object, std::string_view key, std::string_view text) {
    put(object, key, nodeOfXml(std::string(text)));
}

void putAttributes(const pugi::xml_node& element, Node& object) {
    for (const pugi::xml_attribute& attribute : element.attributes())
        putText(object, attribute.name(), attribute.value());
}

/// The text of an element, whatever stands in it.
std::string textOf(const pugi::xml_node& element) {
    return element.text().get();
}

Node person(const pugi::xml_node& element) {
    Node object = objectNode();
    putAttributes(element, object);
    if (object.member("public_name") == nullptr) putText(object, "public_name", textOf(element));
    return object;
}

Node link(const pugi::xml_node& element) {
    Node object = objectNode();
    if (const auto address = element.attribute("href")) putText(object, "url", address.value());
    putText(object, "title", textOf(element));
    return object;
}

Node listOf(const pugi::xml_node& element, const char* child, Node (*make)(const pugi::xml_node&)) {
    Node list = listNode();
    for (const pugi::xml_node& each : element.children(child))
        list.children.push_back(make(each));
    return list;
}

/// true and false are words in XML.
Node plain(const pugi::xml_node& element) {
    const std::string text = textOf(element);
    if (text != "true" && text != "false") return nodeOfXml(text);
    Node node;
    node.type = Node::Type::Boolean;
    node.boolean = text == "true";
    return node;
}

Node event(const pugi::xml_node& element) {
    Node object = objectNode();
    putAttributes(element, object);
    for (const pugi::xml_node& child : element.children()) {
        const std::string_view name = child.name();
        if (child.type() != pugi::node_element || object.member(name) != nullptr) continue;
        if (name == "persons")
            put(object, name, listOf(child, "person", person));
        else if (name == "links")
            put(object, name, listOf(child, "link", link));
        else if (name == "attachments")
            put(object, name, listOf(child, "attachment", link));
        else if (name == "recording") {
            putText(object, "recording_license", textOf(child.child("license")));
            put(object, "do_not_record", plain(child.child("optout")));
        } else
            put(object, name, plain(child));
    }
    return object;
}

Node room(const pugi::xml_node& element) {
    Node object = objectNode();
    putAttributes(element, object);
    put(object, "events", listOf(element, "event", event));
    return object;
}

Node day(const pugi::xml_node& element) {
    Node object = objectNode();
    for (const pugi::xml_attribute& attribute : element.attributes()) {
        const std::string_view name = attribute.name();
        if (name == "index")
            put(object, name, nodeOfNumber(attribute.as_int()));
        else
            putText(object,
                    name == "start" ? "day_start"
                    : name == "end" ? "day_end"
                                    : name,
                    attribute.value());
    }
    put(object, "rooms", listOf(element, "room", room));
    return object;
}

/// The rooms of all days, with their guids, as JSON has them.
Node roomsOf(const pugi::xml_node& schedule) {
    Node rooms = listNode();
    for (const pugi::xml_node& each : schedule.children("day"))
        for (const pugi::xml_node& element : each.children("room")) {
            Node object = objectNode();
            putAttributes(element, object);
            const Node* name = object.member("name");
            const bool known =
                std::any_of(rooms.children.begin(), rooms.children.end(), [&](const Node& other) {
                    const Node* its = other.member("name");
                    return name != nullptr && its != nullptr && its->text == name->text;
                });
            if (!known && name != nullptr) rooms.children.push_back(std::move(object));
        }
    return rooms;
}

Node track(const pugi::xml_node& element) {
    Node object = objectNode();
    putAttributes(element, object);
    if (object.member("name") == nullptr) putText(object, "name", textOf(element));
    return object;
}

Node conference(const pugi::xml_node& schedule) {
    const pugi::xml_node element = schedule.child("conference");
    Node object = objectNode();
    for (const pugi::xml_node& child : element.children())
        if (child.type() == pugi::node_element && std::string_view(child.name()) != "days")
            put(object, child.name(), plain(child));
    put(object, "rooms", roomsOf(schedule));
    if (const auto tracks = schedule.child("tracks")) put(object, "tracks", listOf(tracks, "track", track));
    put(object, "days", listOf(schedule, "day", day));
    return object;
}

}  // namespace

Result<Node> frabXmlAsNode(std::string_view bytes) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed)
        return fail(ErrorCode::Malformed, std::string("this XML cannot be read: ") + parsed.description() +
                                              " (byte " + std::to_string(parsed.offset) +
                                              "). Nothing was imported.");
    const pugi::xml_node element = document.child("schedule");
    Node root = objectNode();
    if (!element || !element.child("conference")) return root;
    Node schedule = objectNode();
    for (const pugi::xml_node& child : element.children()) {
        const std::string_view name = child.name();
        const bool known = name == "conference" || name == "tracks" || name == "day";
        if (child.type() == pugi::node_element && !known && !child.first_child().first_child() &&
            schedule.member(name) == nullptr)
            put(schedule, name, plain(child));
    }
    put(schedule, "conference", conference(element));
    put(root, "schedule", std::move(schedule));
    return root;
}

}  // namespace veldwijzer::exchange
