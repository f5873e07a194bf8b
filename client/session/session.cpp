// SPDX-License-Identifier: EUPL-1.2
#include "session/session.h"

#include "base/text.h"
#include "session/checklist_records.h"
#include "session/state.h"

namespace veldwijzer::session {
namespace {

/// Storage faults at the edge of a session become values: the caller shows them.
template <typename Work>
auto guarded(Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const StorageError& error) {
        return fail(error.code(), error.what());
    }
}

Result<void> openStore(vault::Vault& vault, Environment environment, std::unique_ptr<store::Store>& target) {
    auto opened =
        store::Store::open({.db = vault.database(),
                            .writeMutex = vault.writeMutex(),
                            .clock = environment.clock,
                            .random = environment.random,
                            .anchorHead = [&vault](std::uint64_t head) { vault.anchorHead(head); },
                            .checkpoint = [&vault] { vault.checkpointIfLarge(vault::walMostBytes); },
                            .fault = {},
                            .helpers = environment.helpers});
    if (!opened) return opened.error();
    target = std::move(*opened);
    return {};
}

}  // namespace

Session::Session(std::unique_ptr<State> state) : state_(std::move(state)) {}
Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::create(const std::filesystem::path& dir,
                                                 std::string_view passphrase, vault::KdfCost cost,
                                                 Environment environment) {
    return guarded([&]() -> Result<std::unique_ptr<Session>> {
        auto vault = vault::Vault::create(dir, passphrase, cost, environment.random);
        if (!vault) return vault.error();
        auto state = std::make_unique<State>(environment);
        state->folder = dir;
        state->vault = std::move(*vault);
        if (auto opened = openStore(*state->vault, environment, state->store); !opened) return opened.error();
        return std::unique_ptr<Session>(new Session(std::move(state)));
    });
}

Result<std::unique_ptr<Session>> Session::open(const std::filesystem::path& dir, std::string_view passphrase,
                                               Environment environment, Rollback rollback) {
    return guarded([&]() -> Result<std::unique_ptr<Session>> {
        const auto lost =
            rollback == Rollback::AcceptUnknown ? vault::LostHead::Accept : vault::LostHead::Refuse;
        auto vault = vault::Vault::open(dir, passphrase, environment.random, lost);
        if (!vault) return vault.error();
        auto state = std::make_unique<State>(environment);
        state->folder = dir;
        state->vault = std::move(*vault);
        if (auto opened = openStore(*state->vault, environment, state->store); !opened) return opened.error();

        const std::uint64_t anchored = state->vault->anchoredHead();
        if (state->store->head() < anchored && rollback != Rollback::Accept)
            return fail(
                ErrorCode::VaultRolledBack,
                "this vault is older than it should be: its last " +
                    std::to_string(anchored - state->store->head()) +
                    " saved steps are missing. What was synced is safe at the server. Put the newer files "
                    "back, or go on without them: vault check --accept-rollback");
        if (auto loaded = state->load(); !loaded) return loaded.error();
        if (state->removed()) return state->empty();  // it was interrupted in doing so
        if (state->store->head() < anchored) state->goOnUnderNewNames(anchored);
        if (state->vault->headLost()) {
            state->goOnUnderNewNames(0);
            // After that, so that a crash in between is asked about again.
            if (auto renewed = state->vault->renewHead(state->store->head()); !renewed)
                return renewed.error();
        }
        // What may not be kept any longer is not shown again.
        sweepLists(*state, environment.clock.wallMs());
        return std::unique_ptr<Session>(new Session(std::move(state)));
    });
}

bool Session::joined() const {
    return state_->joined();
}
std::string Session::url() const {
    return state_->region ? state_->region->url : std::string();
}
store::Store& Session::store() {
    return *state_->store;
}
const store::Store& Session::store() const {
    return *state_->store;
}

std::string Session::authorOf(const ActorId& actor) const {
    const auto device = state_->store->deviceOf(actor);
    if (!device || !state_->keeper) return toHex(actor.view()).substr(0, 8);
    if (state_->identity && *device == state_->identity->device()) return "you";
    const roster::Device* found = state_->keeper->roster().device(*device);
    return found == nullptr ? toHex(device->view()).substr(0, 8) : state_->nameOf(found->member);
}

Result<void> Session::changePassphrase(std::string_view oldOne, std::string_view newOne,
                                       vault::KdfCost cost) {
    return guarded(
        [&] { return state_->vault->changePassphrase(oldOne, newOne, cost, state_->environment.random); });
}

std::vector<std::string> Session::notices() const {
    return state_->vault->notices();
}

Result<CheckReport> Session::check() {
    return guarded([&]() -> Result<CheckReport> {
        const auto vault = state_->vault->check();
        if (!vault) return vault.error();
        CheckReport report;
        report.pages = vault->pagesRead;
        report.problems = vault->problems;
        report.notices = vault->notices;
        for (const std::string& problem : state_->store->check().problems)
            report.problems.push_back(problem);
        return report;
    });
}

Status Session::status() const {
    Status status;
    const State& state = *state_;
    if (state.region) status.region = state.region->regionName;
    if (state.joined()) {
        status.member = state.nameOf(state.identity->member);
        const roster::Member* me = state.keeper->roster().member(state.identity->member);
        status.role = std::string(roster::roleName(me->role));
    }
    status.pending = state.store->pendingCount() + state.store->queuedRosterEntries().size();
    status.conflicts = state.store->conflictCount();
    for (const store::RejectedChange& change : state.store->rejected())
        status.rejected.push_back({change.records, change.id, change.reason, change.at});
    for (const store::SpaceRow& row : state.store->spaces())
        status.spaces.push_back(
            {row.name, row.position, row.lastSyncMs, state.store->digest(row.id).text(), row.problem});
    return status;
}

}  // namespace veldwijzer::session
