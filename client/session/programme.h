// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/programme.h"
#include "domain/programme_changes.h"
#include "session/session.h"
#include "session/sign_ups.h"
#include "sync/message.h"

namespace veldwijzer::session {

/// A programme item with the names that people know it by.
struct ItemView {
    domain::ProgrammeItem item;
    std::string room;
    std::string track;
    std::string event;
    bool favourite = false;
};
struct NowAndNextView {
    std::vector<ItemView> now;
    std::vector<ItemView> next;
};

struct ChangeView {
    domain::ProgrammeChange change;
    std::string title;
    std::string roomBefore;
    std::string roomNow;
    bool favourite = false;
};

/// An import, and what it means for who comes.
struct ProgrammeImport {
    ImportReport report;
    std::optional<RecordId> event;
    std::vector<ChangeView> changes;  ///< by the file's sessions, and those that it cancelled
};

/// What stands on the server for everybody to read.
struct PublishedProgramme {
    std::string slug;
    std::string url;
    std::size_t sessions = 0;
    std::size_t bytes = 0;
};

/// The programme of a region: what is on, one's own day, what changed, and its files. A view: made when
/// needed, not longer than the session. One thread, the session's.
class Programme {
public:
    explicit Programme(Session& session) : session_(session), state_(session.state()) {}

    // ---- files; see exchange/FRAB.md and ICAL.md
    /// Writes only what differs. Sessions of the same source that are not in the file any more are cancelled;
    /// with `preview` nothing is written. Forbidden without the right to the programme.
    Result<ProgrammeImport> importFrab(const std::filesystem::path& path, const ImportOptions& options = {});
    /// The same; what is not in the file is left as it is and named in `report.gone`.
    Result<ProgrammeImport> importIcal(const std::filesystem::path& path, const ImportOptions& options = {});
    /// Returns the number of sessions. NotFound.
    Result<std::size_t> exportFrab(const RecordId& event, const std::filesystem::path& path) const;
    /// One event with all its sessions, or one session. NotFound.
    Result<std::size_t> exportIcal(const RecordId& eventOrSession, const std::filesystem::path& path) const;
    /// Favourites and what one signed up for.
    Result<std::size_t> exportMine(const std::filesystem::path& path) const;
    /// exchange::ContentDigest of an event and all that names it.
    [[nodiscard]] Result<std::string> digestOf(const RecordId& event) const;

    // ---- looking
    /// Everything that touches [from, to), cancelled ones too, in order; of one event or of all.
    [[nodiscard]] std::vector<ItemView> items(WallMs from, WallMs to,
                                              const std::optional<RecordId>& event = std::nullopt) const;
    [[nodiscard]] NowAndNextView nowAndNext(WallMs at) const;
    /// Of those, one's favourites and what one signed up for.
    [[nodiscard]] std::vector<ItemView> mine(WallMs from, WallMs to) const;
    /// Since a version of the event ("v1.1", the newest of that name), or a moment ("2026-11-26T09:00").
    /// NotFound.
    [[nodiscard]] Result<std::vector<ChangeView>> changes(const RecordId& event,
                                                          std::string_view since) const;

    // ---- one's own
    /// Makes it one, or takes it away; whether it is one now. NotFound.
    Result<bool> toggleFavourite(const RecordId& record);
    [[nodiscard]] SignUpDesk signUps() const;
    Result<void> signUp(const RecordId& session);

    // ---- for everybody to read
    /// Puts the event on the server under /programma/SLUG, in the clear, as HTML, calendar and frab. Only
    /// what PUBLIC_PROGRAMME.md lists leaves the device. NotFound, Forbidden, InvalidArgument, TooLarge,
    /// Offline.
    Result<PublishedProgramme> publish(const RecordId& event, std::string_view slug,
                                       sync::Transport& transport);
    /// It is gone when this returns. NotFound when it was not published.
    Result<void> unpublish(const RecordId& event, sync::Transport& transport);

private:
    struct Names;
    [[nodiscard]] SpaceId space() const;
    [[nodiscard]] Names names() const;
    [[nodiscard]] std::vector<store::StoredRecord> recordsOf(std::string_view kind) const;
    /// Of this event, and what was deleted of it where the person had marked it or signed up.
    [[nodiscard]] std::set<RecordId> sessionsOf(const RecordId& event, const Names& names) const;
    [[nodiscard]] std::optional<merge::Record> present(const RecordId& id) const;
    /// What counts for a session of this record: its own clamps, its event's zone.
    [[nodiscard]] std::optional<domain::SessionFacts> factsOf(const merge::Record& session) const;
    [[nodiscard]] ChangeView viewOf(domain::ProgrammeChange change, const Names& names) const;
    Result<ProgrammeImport> importFile(const std::filesystem::path& path, const ImportOptions& options,
                                       bool frab);

    Session& session_;
    Session::State& state_;
};

}  // namespace veldwijzer::session
