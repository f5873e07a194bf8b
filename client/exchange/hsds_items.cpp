// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hsds_items.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "exchange/file_kind.h"
#include "exchange/hsds_upgrade.h"
#include "exchange/hsds_vocabulary.h"
#include "exchange/json_repair.h"
#include "merge/names.h"

namespace veldwijzer::exchange {
namespace {

constexpr std::string_view notImported = "Not imported; the rest of the file was.";

std::vector<std::string> namesIn(const Node& object) {
    std::vector<std::string> names;
    for (const Node& member : object.children)
        if (names.size() < 64) names.push_back(member.key);
    return names;
}

std::int64_t integerIn(const Node& object, std::string_view name, std::int64_t otherwise) {
    const Node* node = object.member(name);
    return node != nullptr && node->type == Node::Type::Integer ? node->integer : otherwise;
}

bool isHeaderMember(std::string_view name) {
    static constexpr std::array<std::string_view, 12> known = {
        "contents",  "total_items", "total_pages", "page_number", "size", "first_page",
        "last_page", "empty",       "links",       "next",        "prev", "previous"};
    return std::find(known.begin(), known.end(), name) != known.end();
}

}  // namespace

void HsdsItems::item(std::uint64_t row, std::string_view text, const std::vector<ElidedText>& elided) {
    report_.setRow(row);
    ++findings_.items;
    Result<Node> parsed = parse(text, elided);
    if (!parsed) return unusable("This item is not JSON: " + parsed.error().message + ".", notImported);
    if (!parsed->isObject()) return unusable("This item is not an object.", notImported);
    const std::string kind = kindOf(*parsed);
    if (kind.empty()) {
        const std::string other = nameOfJson(namesIn(*parsed));
        if (findings_.otherFormat.empty()) findings_.otherFormat = other;
        return unusable(
            other.empty()
                ? "This item has nothing by which to know it as a service, an organization or a location."
                : "This item seems to be " + other + ".",
            notImported);
    }
    lastKind_ = kind;
    if (upgradeItem(kind, *parsed) && !std::exchange(toldOld_, true))
        report_.add("This item has members of HSDS 2.0 or 1.x.", "Read in the words of 3.x.");
    --findings_.items;
    take(kind, *parsed);
}

void HsdsItems::take(std::string_view kind, const Node& item) {
    ++findings_.items;
    ++findings_.recognised;
    // A row that only repeats one of our facets for readers who know HSDS alone.
    const Node* id = item.member("id");
    if (id != nullptr && id->isText() && id->text.compare(0, facetIdPrefix.size(), facetIdPrefix) == 0)
        return;
    std::vector<Part> parts = normaliser_.parts(kind, item);
    for (Part& part : parts) {
        const bool top = &part == &parts.back();
        sink_ == nullptr ? records_.learn(part) : records_.add(std::move(part), top, report_, *sink_);
    }
}

void HsdsItems::header(std::string_view text, const std::vector<ElidedText>& elided) {
    report_.setRow(0);
    const Result<Node> parsed = parse(text, elided);
    if (parsed)
        checkTotals(*parsed);
    else
        report_.add("What stands around the list is not JSON: " + parsed.error().message + ".",
                    "The items were read.");
}

void HsdsItems::damage(std::uint64_t row, std::string problem, std::string action) {
    if (findings_.firstProblem.empty()) findings_.firstProblem = problem;
    report_.addAt(row, std::move(problem), action);
}

void HsdsItems::unusable(std::string problem, std::string_view action) {
    if (findings_.firstProblem.empty()) findings_.firstProblem = problem;
    report_.add(std::move(problem), action);
}

Result<Node> HsdsItems::parse(std::string_view text, const std::vector<ElidedText>& elided) {
    std::string mended;
    if (!isUtf8(text)) {
        mended = text;
        const std::size_t count = repairEncoding(mended);
        report_.add("Not UTF-8: " + std::to_string(count) + (count == 1 ? " byte." : " bytes."),
                    "Read as Windows-1252, which such files mostly are.");
        text = mended;
    }
    Result<Node> parsed = parseNode(text, elided);
    if (parsed || parsed.error().code == ErrorCode::TooLarge) return parsed;
    const Repaired repaired = repairJson(text);
    if (repaired.what.empty() || (repaired.elidedMoved && !elided.empty())) return parsed;
    Result<Node> again = parseNode(repaired.text, elided);
    if (!again) return parsed;
    for (const std::string& what : repaired.what)
        report_.add("Not quite JSON: " + what + ".", "Mended while reading.");
    return again;
}

// What our own export says counts; then the name of the file, where a bare table stands in it; then a member
// that only one kind has. Without any, an item is what the one before it was.
std::string HsdsItems::kindOf(const Node& item) {
    const Node* said = item.member(kindMember);
    if (said != nullptr && said->isText() && merge::isName(said->text)) return said->text;
    if (!nameOfJson(namesIn(item)).empty()) return {};
    const bool id = item.member("id") != nullptr;
    const bool name = item.member("name") != nullptr;
    if (!tableKind_.empty() && id) return tableKind_;
    const std::string guess(guessKind(item));
    const bool main = guess == "service" || guess == "organization" || guess == "location";
    if (!guess.empty() && (id || (main && name))) return guess;
    if (!id && !name) return {};
    if (!tableKind_.empty()) return tableKind_;
    if (!lastKind_.empty()) return lastKind_;
    if (!id || !name || !guess.empty()) return {};
    report_.add("This item has nothing by which to know its kind.", "Read as a service.");
    return "service";
}

void HsdsItems::checkTotals(const Node& header) {
    const auto count = static_cast<std::int64_t>(findings_.items);
    const bool hasTotal = header.member("total_items") != nullptr;
    findings_.totalPages = integerIn(header, "total_pages", 1);
    findings_.pageNumber = integerIn(header, "page_number", 1);
    findings_.totalItems = integerIn(header, "total_items", -1);
    const auto says = [&](std::string_view name, std::int64_t value) {
        report_.add("The header says " + std::string(name) + " " + std::to_string(value) + "; there are " +
                        std::to_string(count) + ".",
                    "All that are there were read.");
    };
    if (hasTotal && findings_.totalPages <= 1 && findings_.totalItems != count)
        says("total_items", findings_.totalItems);
    // The last page may be shorter than the size of a page.
    const std::int64_t size = integerIn(header, "size", -1);
    const bool lastPage = findings_.pageNumber >= findings_.totalPages;
    if (size >= 0 && (count > size || (!lastPage && count < size))) says("size", size);
    const Node* empty = header.member("empty");
    if (empty != nullptr && empty->type == Node::Type::Boolean && empty->boolean == (count > 0))
        report_.add("The header says that the list is " +
                        std::string(empty->boolean ? "empty" : "not empty") + "; there are " +
                        std::to_string(count) + " items.",
                    "All that are there were read.");
    for (const Node& member : header.children)
        if (!isHeaderMember(member.key))
            report_.add("The header has a member " + shown(member.key) + ", which belongs to no record.",
                        "Not kept.");
}

}  // namespace veldwijzer::exchange
