// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "checklist/form.h"
#include "checklist/review.h"
#include "exchange/hsds_reader.h"

/// What a session says about templates and filled-in lists: values, made for one moment.
namespace veldwijzer::session {

struct TemplateSummary {
    RecordId id;
    std::string title;
    std::string version;
    std::string url;
    std::string status;     ///< draft, active, retired; as the template says it
    std::string situation;  ///< in which somebody chooses it
};

struct TemplateImport {
    RecordId id;
    std::string title;
    std::string canonical;
    std::uint64_t questions = 0;                                         ///< that can be filled in
    std::uint64_t created = 0, updated = 0, unchanged = 0, removed = 0;  ///< records
    std::vector<exchange::Problem> report;
};

enum class ListState : std::uint8_t {
    InProgress,
    Completed,
    Amending,  ///< completed before; a correction is in progress
    Amended,   ///< completed, and corrected since
};
[[nodiscard]] std::string_view nameOf(
    ListState state);  ///< "in-progress", "completed", "amending", "amended"

struct ListSummary {
    RecordId id;
    SpaceId space;
    std::string title;      ///< of its template
    std::string caseCode;   ///< may be empty
    std::string canonical;  ///< of its template: "url|version"
    std::string team;       ///< its name; empty: only you
    ListState state = ListState::InProgress;
    std::size_t conflicts = 0;  ///< that keep it from being completed
    std::size_t late = 0;       ///< answers written elsewhere that are not in what was completed
    std::string retainUntil;    ///< the last day, 2027-05-28; erased on the next
    std::int64_t daysLeft = 0;
    WallMs begunMs = 0;
    bool sharedByYou = false;
};

/// One of several answers that people gave to one question at the same time.
struct GivenAnswer {
    std::string by;
    WallMs atMs = 0;
    std::vector<checklist::Answer> answers;
    std::string text;  ///< as it stands in the field
};
struct AnswerConflict {
    std::string field;
    std::size_t node = checklist::none;  ///< of the form; none for a row or another field of the list
    std::vector<GivenAnswer> given;      ///< the shown one first; numbered from 1 for `settle`
};
/// Written on another device while the list was completed here, or in a copy of it that was moved meanwhile.
struct LateAnswer {
    std::string field;
    std::size_t node = checklist::none;
    GivenAnswer given;
};

struct Seal {
    RecordId id;
    std::string hash;  ///< hexadecimal
    std::string by;
    WallMs atMs = 0;
    std::string reason;   ///< of an amendment
    bool intact = false;  ///< the hash is that of what stands there
};

/// A list that is open: move it, do not copy it.
struct Checklist {
    ListSummary summary;
    std::unique_ptr<const checklist::Questionnaire> questionnaire;
    std::unique_ptr<const checklist::Form> form;
    checklist::Fields fields;  ///< what the form was made of
    std::vector<AnswerConflict> conflicts;
    std::vector<LateAnswer> late;
    std::vector<Seal> seals;  ///< oldest first
    std::string amendmentReason;
    /// Completed twice at the same time with different answers: amending settles which.
    bool diverged = false;
    std::vector<std::string> readers;  ///< who may read it, you included
    [[nodiscard]] bool mayAnswer() const {
        return summary.state == ListState::InProgress || summary.state == ListState::Amending;
    }
};

struct AccessEntry {
    std::string by;
    std::string
        action;  ///< opened, changed, completed, amended, exported, printed, shared, taken-back, extended
    WallMs atMs = 0;
    std::uint64_t times = 1;  ///< of changes: how many answers
};

}  // namespace veldwijzer::session
