// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "checklist/answer.h"

/// A template as it is filled in: FHIR R4 Questionnaire, read once and never changed. Records, files and what
/// is unknown to us are other rooms' (CHECKLISTS.md).
namespace veldwijzer::checklist {

enum class ItemType : std::uint8_t {
    Group,
    Display,
    Boolean,
    Decimal,
    Integer,
    Date,
    DateTime,
    Time,
    String,
    Text,
    Url,
    Choice,
    OpenChoice,
    Quantity,
    // Shown and kept, not filled in here:
    Attachment,
    Reference,
    Unknown,
};
[[nodiscard]] std::string_view nameOf(ItemType type);  ///< "open-choice"
[[nodiscard]] ItemType itemTypeFrom(std::string_view name);
/// Whether a person can answer items of this type with this program.
[[nodiscard]] bool isFillable(ItemType type);
[[nodiscard]] bool isQuestion(ItemType type);  ///< not a group, not a display

enum class Operator : std::uint8_t { Exists, Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual };
[[nodiscard]] std::string_view nameOf(Operator relation);  ///< "!="
[[nodiscard]] std::optional<Operator> operatorFrom(std::string_view name);

/// No index: nothing, or not found.
inline constexpr std::size_t none = static_cast<std::size_t>(-1);

struct EnableWhen {
    std::string question;     ///< linkId as the template says it
    std::size_t item = none;  ///< which one that is; none: there is no such question, so it has no answer
    Operator relation = Operator::Exists;
    Answer answer;
    /// It and the question wait for each other: then the question's answers count whether it is enabled or
    /// not.
    bool inCircle = false;
};

struct Option {
    Answer value;
    std::string prefix;            ///< questionnaire-optionPrefix
    std::optional<double> weight;  ///< ordinalValue or itemWeight
    bool initial = false;
    bool exclusive = false;  ///< questionnaire-optionExclusive
};

/// Somebody to call, shown where the item is: the code of a national line ("veilig-thuis"), or a service of
/// the social map ("HealthcareService/" and its id).
struct ContactCard {
    std::string code;
    bool operator==(const ContactCard&) const = default;
};

struct Item {
    std::string linkId;
    /// What names it among all: the linkId, or where that comes twice the linkIds down to it ("a/b/phone").
    std::string path;
    /// The same in field names: at most `keyBytes`; see form.h.
    std::string key;
    std::string text;
    std::string prefix;
    std::string help;  ///< of its child that is a display with the item control "help"
    ItemType type = ItemType::Unknown;
    std::string typeName;  ///< as the template says it
    bool required = false;
    bool repeats = false;
    bool readOnly = false;
    bool isHelp = false;          ///< is such a child: shown with its parent
    bool isHidden = false;        ///< questionnaire-hidden
    bool isUrgent = false;        ///< acts at once where it appears
    bool calculated = false;      ///< has a calculatedExpression
    bool sums = false;            ///< which adds up
    bool optionsUnknown = false;  ///< its answerValueSet is not in the template: answers are typed
    bool enableAll = false;       ///< enableBehavior "all"
    std::optional<std::size_t> maxLength;
    std::optional<Answer> least, most;  ///< minValue, maxValue
    std::vector<std::string> units;     ///< of a quantity: what may be chosen
    std::vector<Option> options;
    std::vector<EnableWhen> enableWhen;
    std::vector<Answer> initial;
    std::vector<ContactCard> contacts;
    std::string category;  ///< displayCategory's code: "instructions", "security"

    // Where it stands; indexes into Questionnaire::items, which is in reading order.
    std::size_t parent = none;
    std::size_t end = 0;  ///< behind its last descendant; its children begin right after it
    std::size_t depth = 0;
    /// A repeating group, or a repeating question with items below its answers: a list of rows, each with
    /// what is below it.
    bool hasRows = false;
};

struct Questionnaire {
    std::string url;
    std::string version;
    std::string title;
    std::string status;
    std::string description;
    std::string purpose;
    std::string situation;  ///< in which somebody chooses it: useContext of code "task"
    std::string copyright;  ///< where the text comes from
    std::string publisher;
    std::optional<int> retentionMonths;
    std::vector<Item> items;  ///< parents before children, in order
    /// What a reader of the template should know: circles, questions that are not there, linkIds that come
    /// twice. English, for coordinators.
    std::vector<std::string> remarks;

    [[nodiscard]] bool hasScore() const;
    /// The item with this path, or with this linkId (or end of a path) when only one has it. NotFound;
    /// InvalidArgument with the candidates when it may mean several.
    [[nodiscard]] Result<std::size_t> find(std::string_view name) const;
    /// The next of the same parent, or the parent's end.
    [[nodiscard]] std::size_t childrenOf(std::size_t item) const { return item + 1; }
};

/// Limits of a template; what passes one is refused when it is imported.
inline constexpr std::size_t itemsAtMost = 5'000;
inline constexpr std::size_t depthAtMost = 32;
inline constexpr std::size_t rowsNestedAtMost = 6;
inline constexpr std::size_t enableWhenAtMost = 1'000;  ///< of one item
inline constexpr std::size_t optionsAtMost = 5'000;     ///< of one item
inline constexpr std::size_t keyBytes = 60;

/// From the JSON text of a FHIR R4 Questionnaire. Malformed (no JSON, no Questionnaire, items that are not
/// objects), TooLarge. What is odd but can be lived with is a remark.
[[nodiscard]] Result<Questionnaire> questionnaireFrom(std::string_view json);

/// Extensions of our own in a template.
inline constexpr std::string_view retentionExtension = "https://veldwijzer.example/fhir/retention-months";
inline constexpr std::string_view contactExtension = "https://veldwijzer.example/fhir/contact-card";
inline constexpr std::string_view urgentExtension = "https://veldwijzer.example/fhir/urgent";

}  // namespace veldwijzer::checklist
