// SPDX-License-Identifier: EUPL-1.2
#include "checklist/questionnaire.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "checklist/circles.h"
#include "checklist/questionnaire_item.h"

namespace veldwijzer::checklist {
namespace {

/// Reads the tree of items into a list, parents first.
class Reader {
public:
    Reader(Questionnaire& target, const ContainedLists& lists) : target_(target), lists_(lists) {}

    Result<void> read(const Json& items, std::size_t parent, std::size_t depth, std::size_t rows) {
        if (depth > depthAtMost && !items.empty())
            return fail(ErrorCode::TooLarge, "items are nested deeper than " + std::to_string(depthAtMost));
        for (const Json& json : items) {
            if (!json.is_object()) return fail(ErrorCode::Malformed, "an item is not a JSON object");
            if (target_.items.size() == itemsAtMost)
                return fail(ErrorCode::TooLarge,
                            "it has more than " + std::to_string(itemsAtMost) + " items");
            const std::size_t index = target_.items.size();
            target_.items.push_back(itemFrom(json, lists_, target_.remarks));
            Item& item = target_.items.back();
            item.parent = parent;
            item.depth = depth;
            const Json& below = listAt(json, "item");
            item.hasRows = item.repeats && (item.type == ItemType::Group || hasMoreThanHelp(below));
            const std::size_t rowsHere = rows + (item.hasRows ? 1 : 0);
            if (rowsHere > rowsNestedAtMost)
                return fail(ErrorCode::TooLarge,
                            "more than " + std::to_string(rowsNestedAtMost) + " repeating groups are nested");
            if (auto done = read(below, index, depth + 1, rowsHere); !done) return done;
            Item& finished = target_.items[index];
            finished.end = target_.items.size();
            if (finished.isHelp && parent != none) addHelp(target_.items[parent], finished.text);
        }
        return {};
    }

private:
    bool hasMoreThanHelp(const Json& items) {
        std::vector<std::string> ignored;
        return std::any_of(items.begin(), items.end(),
                           [&](const Json& json) { return !itemFrom(json, lists_, ignored).isHelp; });
    }
    static void addHelp(Item& item, const std::string& text) {
        item.help += (item.help.empty() ? "" : "\n\n") + text;
    }

    Questionnaire& target_;
    const ContainedLists& lists_;
};

std::string pathOf(const Questionnaire& questionnaire, std::size_t index) {
    std::string path = questionnaire.items[index].linkId;
    for (std::size_t up = questionnaire.items[index].parent; up != none; up = questionnaire.items[up].parent)
        path = questionnaire.items[up].linkId + '/' + path;
    return path;
}

bool mayStandInAFieldName(std::string_view text) {
    return !text.empty() && text.size() <= keyBytes && text[0] != '#' &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f && c != '@'; });
}

/// Names every item: by its linkId when no other has it, else by its path, else by path and number.
void nameItems(Questionnaire& questionnaire) {
    std::map<std::string, std::size_t> linkIds;
    for (const Item& item : questionnaire.items)
        ++linkIds[item.linkId];
    std::map<std::string, std::size_t> paths;
    for (std::size_t i = 0; i < questionnaire.items.size(); ++i) {
        Item& item = questionnaire.items[i];
        const bool alone = linkIds[item.linkId] == 1 && !item.linkId.empty();
        item.path = alone ? item.linkId : pathOf(questionnaire, i);
        if (!alone && item.type != ItemType::Display)
            questionnaire.remarks.push_back(
                item.linkId.empty() ? "an item has no linkId; it is called '" + item.path + "'"
                                    : "the linkId '" + item.linkId +
                                          "' comes more than once; this one is called '" + item.path + "'");
        // A path may look like somebody's linkId, too.
        while (++paths[item.path] > 1)
            item.path += '~' + std::to_string(paths[item.path]);
        item.key =
            mayStandInAFieldName(item.path)
                ? item.path
                : '#' + toHex(hashOf("veldwijzer checklist item", {viewOf(item.path)}).view()).substr(0, 32);
    }
}

/// Which item a condition means: of several with that linkId the one nearest above, else the last before,
/// else the first behind.
std::size_t questionFor(const Questionnaire& questionnaire, const std::vector<std::size_t>& candidates,
                        std::size_t item) {
    if (candidates.size() <= 1) return candidates.empty() ? none : candidates.front();
    const auto sharedDepth = [&](std::size_t candidate) {
        std::size_t up = item;
        while (up != none && (candidate < up || candidate >= questionnaire.items[up].end))
            up = questionnaire.items[up].parent;
        return up == none ? 0 : questionnaire.items[up].depth + 1;
    };
    return *std::max_element(candidates.begin(), candidates.end(), [&](std::size_t a, std::size_t b) {
        const auto rank = [&](std::size_t candidate) {
            const bool before = candidate < item;
            const auto near =
                before ? static_cast<std::int64_t>(candidate) : -static_cast<std::int64_t>(candidate);
            return std::tuple(sharedDepth(candidate), before, near);
        };
        return rank(a) < rank(b);
    });
}

void findQuestions(Questionnaire& questionnaire) {
    std::map<std::string, std::vector<std::size_t>, std::less<>> byLinkId;
    for (std::size_t i = 0; i < questionnaire.items.size(); ++i)
        byLinkId[questionnaire.items[i].linkId].push_back(i);
    for (std::size_t i = 0; i < questionnaire.items.size(); ++i) {
        for (EnableWhen& when : questionnaire.items[i].enableWhen) {
            const auto found = byLinkId.find(when.question);
            if (found != byLinkId.end()) when.item = questionFor(questionnaire, found->second, i);
            if (when.item == none)
                questionnaire.remarks.push_back("item '" + questionnaire.items[i].linkId +
                                                "' waits for a question that is not there: '" +
                                                when.question + "'");
        }
    }
}

std::optional<int> retentionOf(const Json& json) {
    constexpr int monthsAtMost = 1200;
    for (const Json& extension : listAt(json, "extension")) {
        if (textAt(extension, "url") != retentionExtension) continue;
        const auto months = extension.find("valueInteger");
        if (months != extension.end() && months->is_number_integer() && months->get<std::int64_t>() >= 1 &&
            months->get<std::int64_t>() <= monthsAtMost)
            return months->get<int>();
    }
    return std::nullopt;
}

std::string situationOf(const Json& json) {
    for (const Json& context : listAt(json, "useContext")) {
        const auto code = context.find("code");
        const auto value = context.find("valueCodeableConcept");
        if (code != context.end() && value != context.end() && textAt(*code, "code") == "task")
            return textAt(*value, "text");
    }
    return {};
}

}  // namespace

bool Questionnaire::hasScore() const {
    return std::any_of(items.begin(), items.end(), [](const Item& item) {
        return std::any_of(item.options.begin(), item.options.end(),
                           [](const Option& option) { return option.weight.has_value(); });
    });
}

Result<std::size_t> Questionnaire::find(std::string_view name) const {
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].path == name) return i;
        const std::string& path = items[i].path;
        const bool end =
            path.ends_with(name) && path.size() > name.size() && path[path.size() - name.size() - 1] == '/';
        if (items[i].linkId == name || end) candidates.push_back(i);
    }
    if (candidates.size() == 1) return candidates.front();
    if (candidates.empty())
        return fail(ErrorCode::NotFound, "this checklist has no item '" + std::string(name) + "'");
    std::string message = "'" + std::string(name) + "' may mean:";
    for (const std::size_t candidate : candidates)
        message += "\n  " + items[candidate].path;
    return fail(ErrorCode::InvalidArgument, message);
}

Result<Questionnaire> questionnaireFrom(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || textAt(json, "resourceType") != "Questionnaire")
        return fail(ErrorCode::Malformed, "this is not a FHIR Questionnaire in JSON");
    Questionnaire questionnaire;
    questionnaire.url = textAt(json, "url");
    questionnaire.version = textAt(json, "version");
    questionnaire.title = textAt(json, "title");
    if (questionnaire.title.empty()) questionnaire.title = textAt(json, "name");
    questionnaire.status = textAt(json, "status");
    questionnaire.description = textAt(json, "description");
    questionnaire.purpose = textAt(json, "purpose");
    questionnaire.situation = situationOf(json);
    questionnaire.copyright = textAt(json, "copyright");
    questionnaire.publisher = textAt(json, "publisher");
    questionnaire.retentionMonths = retentionOf(json);
    const ContainedLists lists(json);
    Reader reader(questionnaire, lists);
    if (auto read = reader.read(listAt(json, "item"), none, 0, 0); !read) return read.error();
    nameItems(questionnaire);
    findQuestions(questionnaire);
    markCircles(questionnaire);
    return questionnaire;
}

}  // namespace veldwijzer::checklist
