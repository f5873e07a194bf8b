// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/executor.h"
#include "base/random.h"
#include "base/result.h"
#include "exchange/duplicates.h"
#include "exchange/hsds_reader.h"
#include "roster/invitation_link.h"
#include "roster/roster.h"
#include "search/search_index.h"
#include "session/caring.h"
#include "session/report.h"
#include "session/sync_talk.h"
#include "store/store.h"
#include "sync/message.h"
#include "vault/vault.h"

namespace veldwijzer::session {

/// What arrives from outside and outlives the session.
struct Environment {
    const Clock& clock;
    Random& random;
    Executor& helpers = nobody();
};

enum class Rollback {
    Refuse,  ///< a vault that is older than the head kept beside it does not open
    Accept,  ///< the person was told; what was synced comes back, under a new actor
    /// The head itself cannot be read, so nobody can tell whether the vault is older than it should be. The
    /// person was told; the vault goes on as if it were, and gets a new head. Any other vault: as Refuse.
    AcceptUnknown,
};

/// An unlocked vault and what a person can do with it: commands in, results out. Destroying it locks.
///
/// One thread (the store's). Storage faults throw StorageError; nothing acknowledged is lost by one.
class Session {
public:
    /// A new vault, not yet in a region. VaultExists, WeakPassphrase, …
    static Result<std::unique_ptr<Session>> create(const std::filesystem::path& dir,
                                                   std::string_view passphrase, vault::KdfCost cost,
                                                   Environment environment);
    /// VaultMissing, WrongPassphrase, VaultDamaged, VaultRolledBack, VaultInUse.
    static Result<std::unique_ptr<Session>> open(const std::filesystem::path& dir,
                                                 std::string_view passphrase, Environment environment,
                                                 Rollback rollback = Rollback::Refuse);
    ~Session();

    // ---- the region
    [[nodiscard]] bool joined() const;
    /// The server's address, once a join has begun.
    [[nodiscard]] std::string url() const;
    /// Founds the region (a bootstrap invitation) or joins it. Interrupted at any point it may be asked
    /// again, with the same link: it goes on where it was, and once it is done says so again. Offline:
    /// nothing is lost, ask again.
    /// `name` may be empty for an invitation that links a further device.
    Result<void> join(const roster::InvitationLink& link, std::string_view name, sync::Transport& transport);
    /// With the code of a recovery sheet instead of an invitation: this device becomes one of the person
    /// whose code it is, with their own space and their teams. `link` is any link of the region.
    /// InvalidArgument for what is no code; else as `join`.
    Result<void> recover(roster::InvitationLink link, std::string_view code, sync::Transport& transport);
    /// The way to this region without a secret: who the server is and what the membership log begins with, as
    /// an administrator needs it to set an empty server up again. It lets nobody in.
    [[nodiscard]] Result<std::string> regionLink() const;
    /// A region that lives on this device only, for trying things out with no server: nobody can be invited
    /// and nothing is ever sent. InvalidArgument when this vault is in a region.
    Result<void> foundHere(std::string_view regionName, std::string_view name);
    /// Whether there is a server to sync with.
    [[nodiscard]] bool hasServer() const;
    /// A link for a colleague. Put in the outbox; usable as soon as a sync has brought it to the server.
    Result<std::string> invite(roster::Role role, std::uint32_t uses, std::int64_t validMs);

    /// Every invitation in the membership log and those that wait to get there; open ones first, then by when
    /// they expire.
    [[nodiscard]] std::vector<InvitationInfo> invitations() const;
    /// Withdraws one. Put in the outbox; it can be used until a sync has brought this to the server.
    /// Forbidden for another's, unless one is a coordinator; InvitationUsed when nobody could use it any
    /// more. Withdrawn already: well.
    Result<void> revokeInvitation(const InvitationId& id);

    // ---- sync
    /// Rounds until nothing is left to send or fetch, or until one fails.
    SyncReport sync(sync::Transport& transport, const std::function<void(const SyncReport&)>& progress = {});
    /// The same one request at a time, for a caller that carries them elsewhere meanwhile. Must not outlive
    /// the session, and not be used while `sync` runs. Only while joined.
    [[nodiscard]] std::unique_ptr<SyncTalk> talk();
    [[nodiscard]] Status status() const;
    /// What waits for the server's acknowledgement, at most `limit` changes of each space.
    [[nodiscard]] Waiting waiting(std::size_t limit) const;

    // ---- without a server
    /// A file with our changes, sealed as for the server, for any other member's device; and with those of
    /// others that came by hand. InvalidArgument when the file exists.
    Result<BundleExport> exportBundle(const std::filesystem::path& path);
    /// Takes a colleague's. Shown at once; sent on to the server with our own when there is one, by whoever
    /// meets it first. Malformed, UnsupportedVersion, TooLarge, InvalidArgument (another region),
    /// ChainBroken, ServerForked: nothing was taken.
    Result<BundleImport> importBundle(const std::filesystem::path& path);

    // ---- what was refused
    /// What a refused change said, so that it can be entered again. NotFound.
    [[nodiscard]] Result<std::vector<RejectedEdit>> rejectedEdits(std::int64_t id) const;
    /// The person has seen them: they leave the tray. NotFound, and nothing is done, when one isn't there.
    Result<void> dismissRejected(const std::vector<std::int64_t>& ids);

    // ---- records
    /// What a person typed for an id: all its digits, or the first four or more when no other id on this
    /// device begins so. NotFound; InvalidArgument with the candidates in the message.
    [[nodiscard]] Result<RecordId> recordFrom(std::string_view typed) const;
    [[nodiscard]] Result<InvitationId> invitationFrom(std::string_view typed) const;
    /// The space that records of this kind live in.
    [[nodiscard]] SpaceId spaceFor(std::string_view kind) const;
    /// Forbidden when this member's role may not write there: said before anything is kept.
    Result<RecordId> create(std::string_view kind, const std::vector<Assignment>& assignments);
    Result<void> set(const RecordId& id, const std::vector<Assignment>& assignments);
    Result<void> addElement(const RecordId& id, std::string_view field, std::string_view value);
    Result<void> removeElement(const RecordId& id, std::string_view field, std::string_view value);
    Result<void> remove(const RecordId& id);
    Result<void> restore(const RecordId& id);
    /// Settles one field of the inbox: keeps the value with this number (as `conflicts` lists them, from 1) …
    Result<void> resolveKeep(const RecordId& id, std::string_view field, std::size_t number);
    /// … or writes a third.
    Result<void> resolveWith(const RecordId& id, std::string_view field, std::string_view value);

    // ---- files of the field
    /// HSDS as exchange::readHsds takes it. Writes only what differs; again after a crash it goes on.
    Result<ImportReport> importHsds(const std::filesystem::path& path, const ImportOptions& options,
                                    const std::function<void(const ImportReport&)>& progress = {});
    Result<ImportReport> importHsds(const std::filesystem::path& path,
                                    const std::function<void(const ImportReport&)>& progress = {}) {
        return importHsds(path, ImportOptions{}, progress);
    }
    enum class ExportForm { Json, Csv };
    /// The social map as HSDS files, readable by anybody who has the folder. Only the space of the map
    /// itself: records of a space that not everybody may read are never in it. Of a conflict the shown value
    /// is written and the report says so.
    Result<ExportReport> exportHsds(const std::filesystem::path& folder, ExportForm form,
                                    const exchange::ExportProgress& progress = {}) const;
    /// Records of the social map that may be one; see exchange::findDuplicates. Reads every record.
    /// `between` is called often while it reads, for a caller who does something else meanwhile.
    [[nodiscard]] exchange::Duplicates duplicates(const std::function<void()>& between = {}) const;
    /// A person says that they are not: no longer proposed, here and on every device.
    Result<void> tellApart(const RecordId& first, const RecordId& second);
    /// A person says that they are: `keep` gets what only `other` says, what differs stands beside it
    /// (`import.other_values`), everything that pointed at `other` points at `keep`, and `other` is deleted.
    /// `restore` brings it back as it was.
    Result<void> makeOne(const RecordId& keep, const RecordId& other);
    /// exchange::ContentDigest of the social map: the same in any region that holds the same.
    [[nodiscard]] std::string contentDigest() const;

    // ---- searching
    /// As of now, edits of a moment ago included. `near` (a city of the region, any Dutch place, a postcode)
    /// puts what is close first and fills in distances; NotFound when nobody knows the place. `today` of the
    /// query is filled in, and `at`, where it is empty, with this moment.
    Result<search::Answer> search(search::Query query, std::string_view near = {});
    /// Brings the index up to date, in batches; for a quiet moment after a sync or an import, when its answer
    /// is on the screen. Search does so by itself when much has changed. `progress` is asked after each
    /// batch: false stops, and what was done counts. Then copies the vault's log when that is large.
    void keepSearchUp(const std::function<bool()>& progress = {});

    // ---- trust in an entry
    /// A service at an instant. NotFound.
    [[nodiscard]] Result<ServiceNow> serviceNow(const RecordId& service, WallMs at) const;
    /// When it is open: its own schedules, else those of where it is given. Empty when nobody said, or when
    /// it is not here.
    [[nodiscard]] std::vector<domain::Schedule> schedulesOf(const RecordId& service) const;
    /// From the search index, which it brings up to date first when much has changed. Hours that stand with a
    /// place that is not everybody's to read do not count here.
    [[nodiscard]] OpenServices openServices(WallMs at) const;
    /// Likewise.
    [[nodiscard]] StaleEntries staleServices(WallMs at) const;
    /// Notes that this person looked today and found it right; the day, as it was written.
    Result<std::string> assure(const RecordId& id);
    /// After how many months without a look an entry is stale: the region's setting, synced like any record.
    [[nodiscard]] unsigned staleAfterMonths() const;
    Result<void> setStaleAfterMonths(unsigned months);
    /// The one record of the region's settings (kind "region-settings").
    [[nodiscard]] RecordId settingsId() const;

    // ---- looking
    [[nodiscard]] store::Store& store();
    [[nodiscard]] const store::Store& store() const;
    /// "Anna" or "you"; a short id for whom this device knows no name.
    [[nodiscard]] std::string authorOf(const ActorId& actor) const;

    // ---- the vault
    Result<void> changePassphrase(std::string_view oldOne, std::string_view newOne, vault::KdfCost cost);
    Result<CheckReport> check();
    /// What a person should hear though nothing is lost, e.g. that a part of the vault was found damaged and
    /// mends itself.
    [[nodiscard]] std::vector<std::string> notices() const;

    struct State;  ///< opaque: session/state.h
    /// For what stands beside this class in its room, such as people.h.
    [[nodiscard]] State& state() { return *state_; }

private:
    explicit Session(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace veldwijzer::session
