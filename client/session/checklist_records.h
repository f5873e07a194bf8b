// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <map>

#include "exchange/fhir_questionnaire.h"
#include "session/checklist_values.h"
#include "session/state.h"

/// A filled-in list as its records (checklist/CHECKLISTS.md). Private to this room.
namespace veldwijzer::session {

inline constexpr std::string_view responseKind = "questionnaire-response";
inline constexpr std::string_view copyKind = "questionnaire-response-template";
inline constexpr std::string_view sealKind = "questionnaire-response-seal";
inline constexpr std::string_view amendmentKind = "questionnaire-response-amendment";
inline constexpr std::string_view accessKind = "questionnaire-response-access";
inline constexpr std::array partKinds{copyKind, sealKind, amendmentKind, accessKind};
/// Of all records of lists: they have rules of their own and are not edited one by one.
[[nodiscard]] bool belongsToList(std::string_view kind);

struct SealRecord {
    store::StoredRecord stored;
    Seal seal;
    std::string amends;         ///< hashes of the seals that it amends, sorted, with commas; none: the first
    checklist::Fields content;  ///< what was completed
    /// By edition (what it amends; the list itself: nothing): field to hash.
    std::map<std::string, checklist::Fields> covers;
};

/// Everything of one list but its accesses.
struct ListRecords {
    store::StoredRecord response;
    merge::ClampedTime clamped;
    std::vector<store::StoredRecord> amendments;
    std::vector<SealRecord> seals;                 ///< oldest first
    std::vector<const SealRecord*> tips;           ///< that no other amends; the one that is shown first
    const store::StoredRecord* current = nullptr;  ///< the amendment in progress

    /// The record that answers go into now; null when it is completed.
    [[nodiscard]] const store::StoredRecord* editing() const { return seals.empty() ? &response : current; }
    [[nodiscard]] ListState state() const;
    /// What counts as answered now.
    [[nodiscard]] checklist::Fields fields() const;
};

/// NotFound for what is no list, is not here or was erased.
[[nodiscard]] Result<ListRecords> loadList(const Session::State& state, const RecordId& id);
/// The template that goes with it, as JSON. Malformed when it is missing or was changed.
[[nodiscard]] Result<std::string> templateOfList(const Session::State& state, const ListRecords& list);

/// Records of a kind that belong to a list and lie in its space.
[[nodiscard]] std::vector<store::StoredRecord> partsOf(const Session::State& state, std::string_view kind,
                                                       const RecordId& response, const SpaceId& space);
/// Answer fields with the value that is shown.
[[nodiscard]] checklist::Fields answersIn(const merge::Record& record, const merge::ClampedTime& clamped);
/// Of each answer field a short hash of all its values: what a seal says it has seen.
[[nodiscard]] checklist::Fields hashesOf(const merge::Record& record);
/// What the list, or an amendment, is called in a seal's `covers`.
[[nodiscard]] std::string editionOf(const store::StoredRecord& edition, const merge::ClampedTime& clamped);
[[nodiscard]] std::vector<LateAnswer> lateAnswers(const Session::State& state, const ListRecords& list);
[[nodiscard]] std::vector<merge::Conflict> conflictsIn(const store::StoredRecord& stored,
                                                       const merge::ClampedTime& clamped);

[[nodiscard]] std::string registerText(const merge::Record& record, std::string_view field,
                                       const merge::ClampedTime& clamped = {});
/// The hashes of the tips, sorted, with commas: what an amendment amends.
[[nodiscard]] std::string tipsText(const ListRecords& list);
[[nodiscard]] RecordId copyIdOf(const RecordId& response);
[[nodiscard]] RecordId amendmentIdOf(const RecordId& response, std::string_view tips);
[[nodiscard]] std::string templateHashOf(std::string_view json);

struct SealWords {
    std::string_view content;
    std::string templateHash;
    std::string caseCode;
    std::string by;  ///< member, hexadecimal
    std::string at;
    std::string amends;
};
[[nodiscard]] std::string sealHashOf(const SealWords& words);

/// {"field":"text",…} with sorted names.
[[nodiscard]] std::string jsonOfFields(const checklist::Fields& fields);
[[nodiscard]] checklist::Fields fieldsFromJson(std::string_view json);
/// Edits that write a long text in pieces.
void addPieces(store::RecordEdit& edit, std::string_view name, std::string_view text);
[[nodiscard]] std::string piecesIn(const merge::Record& record, std::string_view name,
                                   const merge::ClampedTime& clamped = {});
[[nodiscard]] store::FieldEdit assigned(std::string_view field, merge::Value value);
[[nodiscard]] std::string memberName(const Session::State& state, const merge::Value* member,
                                     const ActorId& actor);
[[nodiscard]] bool isThere(const store::StoredRecord& stored);

/// Changes to lists: what a person may write now, one transaction a deed. Private to this room.
[[nodiscard]] Result<void> writeEdits(Session::State& state, const SpaceId& space,
                                      std::span<const store::RecordEdit> edits);
/// A note that this person did something with a list, now.
[[nodiscard]] store::RecordEdit accessEdit(const Session::State& state, const RecordId& id,
                                           std::string_view action);
/// A new list with its copy of the template, without answers.
[[nodiscard]] std::vector<store::RecordEdit> beginningOf(const Session::State& state, const RecordId& id,
                                                         const exchange::TemplateRecords& records,
                                                         const checklist::Questionnaire& questionnaire,
                                                         const std::string& caseCode);
/// See Checklists::sweep.
std::size_t sweepLists(Session::State& state, WallMs now);
/// What a person may not do to records of lists one by one, said in words.
[[nodiscard]] Result<void> mayEditDirectly(const Session::State& state, std::string_view kind,
                                           const RecordId& id);

}  // namespace veldwijzer::session
