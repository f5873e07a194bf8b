// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>
#include <cstdlib>
#include <functional>

#include "base/random.h"
#include "checklist/review.h"
#include "naive_form.h"

using namespace veldwijzer;
using namespace veldwijzer::checklist;
using namespace veldwijzer::checklist::test;

namespace {

std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

/// A random template and random answers, told to both sides.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : random_(seed) {
        grow(-1, 0);
        for (std::size_t i = 0; i < form.items.size(); ++i)
            addConditions(i);
        for (std::size_t i = 0; i < form.items.size(); ++i)
            answer(static_cast<int>(i));
    }

    NaiveForm form;
    Fields fields;
    [[nodiscard]] std::string json() const {
        return R"({"resourceType":"Questionnaire","item":)" + itemsOf(-1) + "}";
    }

private:
    bool maybe(std::uint64_t oneIn) { return random_.below(oneIn) == 0; }

    void grow(int parent, int depth) {
        const std::uint64_t count = 1 + random_.below(depth == 0 ? 5 : 3);
        for (std::uint64_t i = 0; i < count; ++i) {
            const auto index = static_cast<int>(form.items.size());
            NaiveItem item;
            item.parent = parent;
            item.isGroup = maybe(3);
            item.repeats = maybe(3);
            item.required = maybe(3);
            item.all = maybe(2);
            form.items.push_back(item);
            if (parent >= 0) form.items[static_cast<std::size_t>(parent)].children.push_back(index);
            if (depth < 3 && (item.isGroup || maybe(5)) && form.items.size() < 24) grow(index, depth + 1);
        }
    }

    void addConditions(std::size_t index) {
        static constexpr const char* relations[] = {"exists", "=", "!=", ">", "<", ">=", "<="};
        if (maybe(2)) return;
        for (std::uint64_t left = 1 + random_.below(3); left > 0; --left) {
            NaiveCondition condition;
            condition.question = static_cast<int>(random_.below(form.items.size()));
            condition.relation = relations[random_.below(7)];
            condition.value =
                static_cast<int>(random_.below(condition.relation == std::string("exists") ? 2 : 4));
            form.items[index].conditions.push_back(condition);
        }
    }

    static std::string suffix(const Place& place) {
        std::string text;
        for (const std::string& token : place)
            text += "@" + token;
        return text;
    }

    void answer(int item) {
        const NaiveItem& it = form.items[static_cast<std::size_t>(item)];
        if (form.isList(item)) {
            const auto around = it.parent < 0 ? std::vector<Place>{{}} : form.placesOf(it.parent);
            for (const Place& place : around)
                addRows(item, place);
        }
        if (it.isGroup) return;
        for (const Place& place : form.placesOf(item)) {
            if (maybe(3)) continue;
            std::vector<int> given;
            std::string text;
            for (std::uint64_t left = random_.below(8) == 0 ? 2 : 1; left > 0; --left) {
                given.push_back(static_cast<int>(random_.below(4)));
                text += (text.empty() ? "" : ",") + std::string(R"({"valueInteger":)") +
                        std::to_string(given.back()) + "}";
            }
            form.answers[{item, place}] = given;
            fields["answer." + std::to_string(item) + suffix(place)] = "[" + text + "]";
        }
    }

    void addRows(int item, const Place& place) {
        std::vector<std::string> tokens;
        for (std::uint64_t count = random_.below(4); count > 0; --count) {
            const std::string token = std::to_string(10'000'000 + random_.below(80'000'000));
            tokens.push_back(token);
            // Places in the order of adding, whatever the tokens sort like.
            fields["row." + std::to_string(item) + suffix(place) + "@" + token] =
                std::string(1, static_cast<char>('A' + tokens.size()));
        }
        form.rows[{item, place}] = tokens;
    }

    std::string itemsOf(int parent) const {
        std::string text = "[";
        for (std::size_t i = 0; i < form.items.size(); ++i) {
            const NaiveItem& item = form.items[i];
            if (item.parent != parent) continue;
            if (text.size() > 1) text += ",";
            text += R"({"linkId":")" + std::to_string(i) + R"(","type":")" +
                    (item.isGroup ? "group" : "integer") + '"';
            text += item.repeats ? R"(,"repeats":true)" : "";
            text += item.required ? R"(,"required":true)" : "";
            text += item.all ? R"(,"enableBehavior":"all")" : R"(,"enableBehavior":"any")";
            std::string conditions;
            for (const NaiveCondition& condition : item.conditions) {
                const bool exists = condition.relation == "exists";
                conditions +=
                    (conditions.empty() ? "" : ",") + std::string(R"({"question":")") +
                    std::to_string(condition.question) + R"(","operator":")" + condition.relation + R"(",)" +
                    (exists ? R"("answerBoolean":)" + std::string(condition.value == 1 ? "true" : "false")
                            : R"("answerInteger":)" + std::to_string(condition.value)) +
                    "}";
            }
            if (!conditions.empty()) text += R"(,"enableWhen":[)" + conditions + "]";
            if (!item.children.empty()) text += R"(,"item":)" + itemsOf(static_cast<int>(i));
            text += "}";
        }
        return text + "]";
    }

    SeededRandom random_;
};

std::string placeText(const char* what, std::size_t item, const Rows& rows) {
    std::string text = std::string(what) + " " + std::to_string(item);
    for (const std::string& row : rows)
        text += "@" + row;
    return text;
}

void holdAgainst(const Chance& chance) {
    const auto questionnaire = questionnaireFrom(chance.json());
    REQUIRE(questionnaire);
    REQUIRE(questionnaire->items.size() == chance.form.items.size());
    const Form form(*questionnaire, chance.fields);
    std::size_t places = 0;
    for (const Node& node : form.nodes()) {
        if (!node.isList) ++places;
        INFO(placeText(node.isList ? "list" : "place", node.item, node.rows));
        REQUIRE(node.enabled == chance.form.enabled(static_cast<int>(node.item), node.rows));
    }
    std::size_t expected = 0;
    for (std::size_t i = 0; i < chance.form.items.size(); ++i)
        expected += chance.form.placesOf(static_cast<int>(i)).size();
    REQUIRE(places == expected);
    std::set<std::string> found;
    for (const Finding& finding : review(form)) {
        const Node& node = form.nodes()[finding.node];
        found.insert(placeText(std::string(nameOf(finding.what)).c_str(), node.item, node.rows));
    }
    REQUIRE(found == chance.form.complaints());
}

}  // namespace

TEST_CASE("Random templates with random answers: enabled, required and repeats as a naive evaluator says",
          "[checklist]") {
    const std::uint64_t seed = fromEnvironment("VELDWIJZER_SEED", 1);
    const std::uint64_t runs = fromEnvironment("VELDWIJZER_RUNS", 1'500);
    for (std::uint64_t run = 0; run < runs; ++run) {
        const Chance chance(seed + run);
        INFO("VELDWIJZER_SEED=" << seed + run << " " << chance.json());
        holdAgainst(chance);
    }
}
