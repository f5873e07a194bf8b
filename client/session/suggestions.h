// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "session/report.h"
#include "session/session.h"

/// Corrections by those who leave the writing to others. A suggestion is a record of its author's own, in the
/// space where everybody writes their own only: `record` and `proposed.FIELD`, with `seen.FIELD` for what
/// stood there when it was made; or `kind` for something new; or words alone ("Klopt niet meer"). The answer
/// is a record of whoever decided, of kind "suggestion-decision". So neither can write in the name of the
/// other, and both see the whole story.
namespace veldwijzer::session {

struct SuggestedField {
    std::string field;
    std::string seen;      ///< what stood there when it was suggested; "" was nothing
    std::string now;       ///< what stands there now
    std::string proposed;  ///< as it was typed
};

struct Decision {
    bool accepted = false;
    std::string by;  ///< "you", a name, or a short id
    std::string why;
    WallMs atMs = 0;
};

struct Suggestion {
    RecordId id;
    std::optional<RecordId> about;  ///< nothing: something new
    std::string kind;               ///< of what it is about
    std::string title;              ///< of what it is about; "" when that is not on this device
    std::vector<SuggestedField> fields;
    std::string words;
    std::string by;  ///< "you", a name, or a short id
    bool yours = false;
    WallMs atMs = 0;
    std::optional<Decision> decision;
};

/// When two people decided, the later one is told; a withdrawn suggestion is not listed. A view like People.
class Suggestions {
public:
    explicit Suggestions(Session& session) : session_(session) {}

    /// Oldest first; with `decided` also those that were answered.
    [[nodiscard]] std::vector<Suggestion> list(bool decided) const;
    [[nodiscard]] std::vector<Suggestion> open() const { return list(false); }

    /// InvalidArgument for a value that the field cannot have, as for `Session::set`; NotFound.
    Result<RecordId> suggest(const RecordId& about, const std::vector<Assignment>& assignments,
                             std::string_view words = {});
    Result<RecordId> suggestNew(std::string_view kind, const std::vector<Assignment>& assignments,
                                std::string_view words = {});
    /// Writes what is proposed, with `instead` for fields that are to become something else, and says so to
    /// its author. Together or not at all. Forbidden where one may not write; InvalidArgument when it was
    /// answered before.
    Result<void> accept(const RecordId& suggestion, const std::vector<Assignment>& instead = {});
    Result<void> decline(const RecordId& suggestion, std::string_view why);

private:
    [[nodiscard]] Result<Suggestion> openOne(const RecordId& id) const;
    Result<RecordId> write(std::optional<RecordId> about, std::string_view kind,
                           const std::vector<Assignment>& assignments, std::string_view words);
    Result<void> decide(const RecordId& suggestion, bool accepted, std::string_view why);

    Session& session_;
};

/// The answers there are, by suggestion.
[[nodiscard]] std::map<RecordId, Decision> decisionsIn(const Session& session);

}  // namespace veldwijzer::session
