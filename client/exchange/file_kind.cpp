// SPDX-License-Identifier: EUPL-1.2
#include "exchange/file_kind.h"

#include <algorithm>
#include <array>
#include <utility>

namespace veldwijzer::exchange {
namespace {

using namespace std::string_view_literals;

std::string_view withoutSpace(std::string_view text) {
    if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// Headings of HSDS' and everybody else's CSV: short words with commas or semicolons on the first line.
bool looksLikeCsv(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const auto separators =
        std::count_if(line.begin(), line.end(), [](char c) { return c == ',' || c == ';' || c == '\t'; });
    return separators >= 1 && line.size() < 4000 && line.find_first_of("{}[]<>") == std::string_view::npos;
}

std::string nameOfXml(std::string_view text) {
    if (contains(text, "<schedule")) return "a frab schedule (XML)";
    if (contains(text, "http://hl7.org/fhir")) return "FHIR (XML)";
    if (contains(text, "<!DOCTYPE html") || contains(text, "<html")) return "a web page";
    return "XML";
}

}  // namespace

std::string nameOfFile(std::string_view start) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> signatures = {{
        {"%PDF"sv, "a PDF document"sv},
        {"PK\x03\x04"sv, "a zip file (or a document in one: docx, xlsx, ods)"sv},
        {"\x1f\x8b"sv, "a gzip file"sv},
        {"SQLite format 3"sv, "an SQLite database"sv},
        {"\xff\xfe"sv, "UTF-16 text"sv},
        {"\xfe\xff"sv, "UTF-16 text"sv},
        {"\x89PNG"sv, "a picture"sv},
        {"\xff\xd8\xff"sv, "a picture"sv},
        {"\xd0\xcf\x11\xe0"sv, "an old Office document"sv},
    }};
    for (const auto& [signature, name] : signatures)
        if (start.substr(0, signature.size()) == signature) return std::string(name);
    // Without a byte order mark the zeros betray it.
    if (start.size() >= 4 && (start[0] == '\0') != (start[1] == '\0') &&
        (start[2] == '\0') != (start[3] == '\0'))
        return "UTF-16 text";
    const std::string_view text = withoutSpace(start);
    if (text.empty()) return "an empty file";
    if (text[0] == '{' || text[0] == '[') return "";
    if (contains(text, "BEGIN:VCALENDAR")) return "iCalendar";
    if (contains(text, "BEGIN:VCARD")) return "a vCard";
    if (text[0] == '<') return nameOfXml(text);
    if (contains(text.substr(0, 64), "\0"sv)) return "a binary file";
    return looksLikeCsv(text) ? "CSV" : "";
}

std::string nameOfJson(const std::vector<std::string>& names) {
    const auto has = [&](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (has("resourceType")) return "FHIR";
    if (has("schedule") || (has("conference") && has("events"))) return "a frab schedule (JSON)";
    if (has("openapi") || has("swagger")) return "the description of an API";
    if (has("features") && has("type")) return "GeoJSON";
    if (has("resources") && (has("profile") || has("name")))
        return "a data package's description (datapackage.json)";
    if (has("$schema")) return "a JSON schema";
    if (has("@context")) return "JSON-LD";
    return "";
}

}  // namespace veldwijzer::exchange
