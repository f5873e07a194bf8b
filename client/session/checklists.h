// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>

#include "session/checklist_values.h"
#include "session/session.h"

namespace veldwijzer::session {

/// Templates of checklists: in the region's space for them, where coordinators and editors write.
///
/// A view: made when needed, not longer than the session.
class Templates {
public:
    explicit Templates(Session& session) : state_(session.state()) {}

    [[nodiscard]] std::vector<TemplateSummary> list() const;  ///< by title, then version
    /// As it would be filled in. NotFound, Malformed.
    [[nodiscard]] Result<checklist::Questionnaire> read(const RecordId& id) const;
    /// FHIR R4 Questionnaire (exchange/FHIR.md). With `preview` nothing is written. InvalidArgument when this
    /// version was published here and differs: a version means one text for ever.
    Result<TemplateImport> importFrom(const std::filesystem::path& path, bool preview);
    /// The Questionnaire as JSON text.
    [[nodiscard]] Result<std::string> exported(const RecordId& id) const;

    /// A draft that says the same, under the same url and the next version ("1.2" → "1.3").
    Result<RecordId> newVersion(const RecordId& id);
    /// Draft → active: from now on it is not edited any more. The active one of the same url is retired.
    /// InvalidArgument when it lacks a title, a version or a question.
    Result<void> publish(const RecordId& id);
    /// Offered no more. Lists that were begun with it stay as they are.
    Result<void> retire(const RecordId& id);

private:
    Session::State& state_;
};

/// Filled-in lists: in the space of one person or of one team (checklist/CHECKLISTS.md).
///
/// Every deed is one durable transaction, so an answer that was taken is there after whatever happens next.
/// Deeds fail with NotFound (no such list here, or erased), Forbidden (the space is not ours to write, or the
/// list is completed), InvalidArgument (what was typed is no answer to that question; or what stands in the
/// way, in words).
///
/// A view: made when needed, not longer than the session.
class Checklists {
public:
    explicit Checklists(Session& session) : session_(&session), state_(session.state()) {}

    // ---- beginning and looking
    /// A new list from a template, for oneself alone. The case code may be empty; it is never a name.
    /// InvalidArgument for a retired template or a case code of more than `caseCodeBytes`.
    Result<RecordId> fill(const RecordId& templateId, std::string_view caseCode);
    static constexpr std::size_t caseCodeBytes = 64;
    /// What this person may read, in progress first, then by how soon it is erased.
    [[nodiscard]] std::vector<ListSummary> list() const;
    /// Opens it, and notes that this person did (once an hour).
    Result<Checklist> open(const RecordId& id);
    /// The same without a note: after an edit of one's own.
    [[nodiscard]] Result<Checklist> read(const RecordId& id) const;
    /// Who opened, changed, completed, printed, shared it, newest first; as far as this device has heard.
    [[nodiscard]] Result<std::vector<AccessEntry>> access(const RecordId& id) const;
    /// Notes that it left the program: "exported", "printed".
    Result<void> noteAccess(const RecordId& id, std::string_view action);

    // ---- answering
    /// What was typed, one text an answer; none takes the answer away. `rows` as in checklist/form.h. Over
    /// answers in conflict it settles them.
    Result<void> answer(const RecordId& id, std::string_view item, const checklist::Rows& rows,
                        const std::vector<std::string>& typed);
    /// The same with answers that are made already (an option that was chosen).
    Result<void> give(const RecordId& id, std::string_view item, const checklist::Rows& rows,
                      const std::vector<checklist::Answer>& answers);
    /// A new last row of a repeating group in these rows; its rows, for answers in it.
    Result<checklist::Rows> addRow(const RecordId& id, std::string_view item, const checklist::Rows& rows);
    /// Takes it away with the answers in it.
    Result<void> removeRow(const RecordId& id, std::string_view item, const checklist::Rows& rows);
    /// Keeps one of the answers in conflict.
    Result<void> settle(const RecordId& id, std::string_view field, std::size_t number);
    /// Takes a late answer over into the amendment that is in progress.
    Result<void> takeOver(const RecordId& id, std::string_view field, std::size_t number);

    // ---- after
    /// Seals what counts. Refused (InvalidArgument, with what is missing) while something required is
    /// missing, an answer is not valid, or a conflict stands.
    Result<void> complete(const RecordId& id);
    /// Opens a completed list for a correction; what was completed stays as it is.
    Result<void> amend(const RecordId& id, std::string_view reason);
    /// To be kept longer, for a reason; never shorter. `until` is a date.
    Result<void> extend(const RecordId& id, std::string_view until, std::string_view reason);
    /// For good, on every device, with all that belongs to it.
    Result<void> erase(const RecordId& id);

    // ---- sharing
    /// Who would be able to read it in this team's space.
    [[nodiscard]] std::vector<std::string> readersOf(const SpaceId& space) const;
    /// Moves it to the team: from then on everybody in it reads and writes it. Refused while a conflict
    /// stands. The id that it has there.
    Result<RecordId> share(const RecordId& id, const SpaceId& team);
    /// Back to oneself; only whoever shared it. What colleagues have read, printed or copied meanwhile cannot
    /// be taken back; their devices lose it at their next sync only, and what they wrote into it and did not
    /// send before is lost with it. Its new id.
    Result<RecordId> takeBack(const RecordId& id);

    // ---- files
    /// FHIR R4 QuestionnaireResponse, held against its template. With `preview` nothing is written and `id`
    /// is what it would be.
    struct Imported {
        RecordId id;
        bool completed = false;
        bool present = false;              ///< it was here already; nothing was changed
        std::vector<std::string> missing;  ///< what keeps it from being completed
        std::vector<exchange::Problem> report;
    };
    Result<Imported> importFrom(const std::filesystem::path& path, bool preview);
    struct Exported {
        std::string json;
        std::size_t conflicts = 0;  ///< of which the shown value is in it
    };
    Result<Exported> exported(const RecordId& id);

    // ---- time
    /// Erases what may not be kept any longer by `now`, and what came in later for lists that were erased.
    /// The number of records. The session does this when it is opened and around every sync.
    std::size_t sweep(WallMs now);

private:
    Session* session_;
    Session::State& state_;
};

/// A clock that is this far beyond what the server last said is not believed when it says that lists are to
/// be erased; the next sync tells the time.
inline constexpr std::int64_t clockBelievedDays = 400;

}  // namespace veldwijzer::session
