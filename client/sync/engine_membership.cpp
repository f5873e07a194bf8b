// SPDX-License-Identifier: EUPL-1.2
// The engine's dealings with the membership log: what waits for it, new keys, what an answer brings, and the
// end.
#include <algorithm>

#include "base/ensure.h"
#include "base/limits.h"
#include "roster/entries.h"
#include "sync/engine.h"
#include "sync/renewal.h"
#include "sync/rotation.h"
#include "wire/envelope.h"

namespace veldwijzer::sync {
namespace {

constexpr std::string_view removedFromRegion =
    "this device was removed from the region, by a coordinator or from another device of yours. What was on "
    "it has "
    "been wiped; what it had not sent was never sent. Ask a coordinator if this is a mistake";

/// Membership entries in one request, in bytes: it holds 2 MiB.
constexpr std::size_t rosterBytesAtMost = 1536 * limits::kib;
bool isNewEpoch(const wire::RosterEntry& entry) {
    wire::RosterBody body;
    return body.ParseFromString(entry.body()) && body.has_new_epoch();
}

}  // namespace

roster::Roster Engine::addQueued(wire::SyncRequest& request, UnderWay& underWay, bool& all) {
    roster::Roster upcoming = keeper_.roster();
    std::size_t bytes = 0;
    for (const auto& [id, stored] : store_.queuedRosterEntries()) {
        wire::RosterEntry entry;
        ENSURE(entry.ParseFromArray(stored.data(), static_cast<int>(stored.size())));
        auto fits = upcoming.apply(entry);
        if (!fits && fits.error().code == ErrorCode::Replayed) {
            // The server took it, and the answer that said so was lost.
            store_.dropQueuedRosterEntry(id);
            continue;
        }
        if (!fits && fits.error().code == ErrorCode::EpochOld) {
            const auto anew =
                madeAnew(entry, upcoming, keeper_.roster(), identity_, keeper_.keyring(), random_);
            if (anew && upcoming.apply(*anew)) {
                entry = *anew;
                store_.replaceQueuedRosterEntry(id, viewOf(entry.SerializeAsString()));
            } else if (isNewEpoch(entry)) {
                // Somebody was faster. Whether a key is due is seen from the log, and it is made then.
                store_.dropQueuedRosterEntry(id);
                continue;
            }
        }
        bytes += entry.ByteSizeLong();
        all = underWay.rosterEntries.size() < limits::rosterEntriesPerRequest && bytes < rosterBytesAtMost;
        if (!all) break;
        *request.add_roster_entries() = std::move(entry);
        underWay.rosterEntries.push_back(id);
    }
    return upcoming;
}

std::set<SpaceId> Engine::addRosterEntries(wire::SyncRequest& request, UnderWay& underWay) {
    bool all = true;
    std::optional<roster::Roster> withQueue;
    if (!store_.queuedRosterEntries().empty()) withQueue = addQueued(request, underWay, all);
    const roster::Roster& upcoming = withQueue ? *withQueue : keeper_.roster();
    std::set<SpaceId> held = spacesDue(upcoming);
    if (!all) return held;
    const Rotation rotation(upcoming, keeper_.roster(), identity_, keeper_.keyring());
    std::size_t bytes = request.ByteSizeLong();
    for (const SpaceId& space : rotation.wanted(serverNow())) {
        if (underWay.rosterEntries.size() >= limits::rosterEntriesPerRequest) break;
        wire::RosterEntry entry = rotation.entryFor(space, serverNow(), random_);
        bytes += entry.ByteSizeLong();
        if (bytes >= rosterBytesAtMost) break;
        *request.add_roster_entries() = std::move(entry);
        underWay.rosterEntries.push_back(0);
        held.insert(space);
    }
    return held;
}

bool Engine::wasRemoved() const {
    const roster::Device* self = keeper_.roster().device(identity_.device());
    return self != nullptr && self->removed;
}

// What was not sent stays unsent: it is counted, so that nobody takes it for sent.
void Engine::addFarewell(wire::SyncRequest& request, UnderWay& underWay) {
    underWay.farewell = true;
    const std::uint64_t unsent = store_.pendingCount() + store_.queuedRosterEntries().size();
    *request.add_roster_entries() =
        roster::makeEmptied(keeper_.roster(), {identity_.signing, serverNow()}, unsent, random_);
}

void Engine::sayFarewell() {
    const bool first = !progress_.removed;
    progress_.removed = true;
    progress_.farewellSaid = progress_.farewellSaid || (underWay_ && underWay_->farewell);
    underWay_.reset();
    settle();
    progress_.complete = false;
    if (first && !progress_.farewellSaid) return timer_.again();
    progress_.lastFailure = fail(ErrorCode::NotAMember, std::string(removedFromRegion));
    timer_.failed();
}

bool Engine::takeRoster(const wire::SyncResponse& answer) {
    // A bundle brought entries while the answer was on its way: ask again from there.
    if (keeper_.roster().position() != underWay_->rosterPosition) {
        moreToDo_ = true;
        return false;
    }
    if (const auto taken = keeper_.take(answer.roster_from(), answer.roster_entries()); !taken) {
        raise(nullptr, fail(taken.error().code,
                            "the server shows a membership log that does not hold (" + taken.error().message +
                                "). Nothing was taken from it; what is on this device is safe"));
        return false;
    }
    if (answer.roster_head() > keeper_.roster().position()) moreToDo_ = true;
    if (answer.roster_head() < keeper_.roster().position()) {
        const Error shorter{ErrorCode::ChainBroken, "the server's membership log is shorter than it was"};
        refill_.begin(shorter);
        moreToDo_ = true;
    }
    const auto count = std::min<std::size_t>(underWay_->rosterEntries.size(),
                                             static_cast<std::size_t>(answer.roster_outcomes_size()));
    for (std::size_t i = 0; i < count; ++i)
        takeRosterOutcome(underWay_->rosterEntries[i], answer.roster_outcomes(static_cast<int>(i)));
    return true;
}

void Engine::takeRosterOutcome(std::int64_t queued, const wire::Outcome& outcome) {
    const auto status = static_cast<wire::OutcomeStatus>(outcome.status());
    const auto code = errorNamed(outcome.reason());
    if (status == wire::OutcomeStatus::RetryLater) return;
    if (status != wire::OutcomeStatus::Rejected) {
        if (queued != 0) store_.dropQueuedRosterEntry(queued);
        moreToDo_ = moreToDo_ || outcome.position() > keeper_.roster().position();
        return;
    }
    // A new key that somebody else was faster with, or for other devices than there are by now; made again if
    // it is still due.
    if (queued == 0) return;
    // Made again with what this answer brought.
    if (code == ErrorCode::EpochOld) return;
    store_.dropQueuedRosterEntry(queued);
    if (wasRemoved()) return;
    raise(nullptr, fail(code.value_or(ErrorCode::Forbidden),
                        "a change to the membership was refused by the server: " + outcome.reason()));
}

}  // namespace veldwijzer::sync
