// SPDX-License-Identifier: EUPL-1.2
#include "log/sync_service.h"

#include <utility>

#include "base/ensure.h"
#include "base/hash.h"
#include "base/limits.h"
#include "log/founding.h"
#include "log/join_rules.h"
#include "log/outcomes.h"
#include "log/sync_pages.h"

namespace veldwijzer::server {
namespace {

using wire::OutcomeStatus;

constexpr std::size_t catchUpBytes = 1 * limits::mib;

Region regionOf(const Log& log) {
    auto region = log.region();
    ENSURE(region.has_value());
    return *std::move(region);
}

Hash storedEntryHash(const std::string& bytes) {
    return hashOf("veldwijzer stored roster entry", {viewOf(bytes)});
}

Result<void> checkFrame(std::uint32_t protocol, const std::string& regionBytes, const Region& region) {
    if (protocol != wire::protocolVersion)
        return fail(ErrorCode::UnsupportedVersion,
                    "This server speaks protocol 1. Nothing was changed; update the app or the server.");
    if (regionBytes != toString(region.id.view()))
        return fail(ErrorCode::InvalidArgument, "This server keeps another region.");
    return {};
}

Result<void> checkLimits(const wire::SyncRequest& request) {
    if (static_cast<std::size_t>(request.envelopes_size()) > limits::envelopesPerRequest)
        return fail(ErrorCode::TooLarge, "The request carries more envelopes than one may.");
    if (static_cast<std::size_t>(request.cursors_size()) > limits::spacesPerRequest)
        return fail(ErrorCode::TooLarge, "The request asks for more spaces than one may.");
    if (static_cast<std::size_t>(request.roster_entries_size()) > limits::rosterEntriesPerRequest)
        return fail(ErrorCode::TooLarge, "The request carries more membership entries than one may.");
    return {};
}

/// Everything about an envelope that needs the membership log but not the log of its space. `candidate` gets
/// its header as soon as the signature is known to be right, also when the answer is no.
Result<void> judgeByRoster(const roster::Roster& roster, const Region& region, const wire::Envelope& envelope,
                           std::optional<Candidate>& candidate) {
    auto header = wire::openHeader(envelope);
    if (!header) return header.error();
    if (header->region != region.id)
        return fail(ErrorCode::InvalidArgument, "The change belongs to another region.");
    const roster::Device* device = roster.device(header->device);
    if (device == nullptr) return fail(ErrorCode::NotAMember, "The author is not a member of the region.");
    if (!wire::checkSignature(envelope, device->signingKey))
        return fail(ErrorCode::BadSignature, "The change is not signed by the device it names.");

    candidate.emplace();
    candidate->header = *std::move(header);
    // Only what was signed: unknown fields would be bytes that nobody vouched for.
    candidate->envelope.set_header(envelope.header());
    candidate->envelope.set_ciphertext(envelope.ciphertext());
    candidate->envelope.set_signature(envelope.signature());

    // By the membership of now, and by that which the author had seen: the second is what replicas judge by,
    // and an envelope that they all refuse must not come into the log.
    const wire::Header& seen = candidate->header;
    const SpaceId& space = seen.space;
    if (auto same = roster.checkSeen(seen.rosterPosition, seen.rosterHash); !same) return same;
    if (auto allowed = roster.mayWrite(seen.device, space, seen.rosterPosition); !allowed) return allowed;
    if (auto allowed = roster.mayWrite(seen.device, space); !allowed) return allowed;
    const roster::Space* known = roster.space(space);
    ENSURE(known != nullptr);
    if (candidate->header.epoch < known->epoch)
        return fail(ErrorCode::EpochOld, "The change is sealed with a key that is no longer current.");
    // Whoever is waiting for the new key fetches the membership log, and makes it if nobody did.
    if (roster.awaitsEpoch(space))
        return fail(ErrorCode::EpochOld, "Somebody lost the right to this space: a new key must come first.");
    if (candidate->header.epoch > known->epoch)
        return fail(ErrorCode::EpochUnknown, "The change is sealed with a key that was not announced yet.");
    return {};
}

}  // namespace

SyncService::SyncService(Log& log)
    : log_(log),
      region_(regionOf(log)),
      serverId_(serverIdOf(region_.serverKey)),
      roster_(std::make_shared<roster::Roster>(anchorOf(log, region_))) {
    const std::lock_guard lock(rosterMutex_);
    catchUp();
}

SyncService::RosterPtr SyncService::held() {
    const std::lock_guard lock(pointerMutex_);
    return roster_;
}

std::shared_ptr<const roster::Roster> SyncService::roster() {
    const RosterPtr ours = held();
    // Another server on the same log may know more; asking costs one row.
    if (ours->position() == log_.rosterPosition()) return ours;
    const std::lock_guard lock(rosterMutex_);
    return catchUp();
}

SyncService::RosterPtr SyncService::catchUp() {
    RosterPtr current = held();
    std::shared_ptr<roster::Roster> next;
    for (;;) {
        const std::uint64_t position = next ? next->position() : current->position();
        const auto entries = log_.rosterAfter(position, limits::rosterEntriesPerPage, catchUpBytes);
        if (entries.empty()) break;
        if (!next) next = std::make_shared<roster::Roster>(*current);
        for (const std::string& bytes : entries) {
            wire::RosterEntry entry;
            // No server time: whether an invitation had expired was judged when its entry came in.
            if (!entry.ParseFromString(bytes) || !next->apply(entry).ok())
                throw StorageError(ErrorCode::VaultDamaged, "the stored membership log does not verify");
            entryPositions_.emplace(storedEntryHash(bytes), next->position());
        }
    }
    if (!next) return current;
    const std::lock_guard lock(pointerMutex_);
    roster_ = next;
    return roster_;
}

std::optional<SigningPublicKey> SyncService::signingKeyOf(const DeviceId& device) {
    // A removed one may ask too: it is told that it was removed, and by whom, and nothing else.
    const roster::Device* known = roster()->device(device);
    return known != nullptr ? std::optional(known->signingKey) : std::nullopt;
}

// ---------------------------------------------------------------- membership entries

SyncService::RosterPush SyncService::judgeRosterEntries(const EntryList& entries,
                                                        const roster::Roster& current,
                                                        std::optional<WallMs> now) const {
    RosterPush push;
    // Copied once for all of them: a rotation brings dozens, and the roster of a large region is large.
    const auto state = [&]() -> roster::Roster& {
        if (!push.next) push.next = std::make_shared<roster::Roster>(current);
        return *push.next;
    };
    std::unordered_map<Hash, std::uint64_t, FixedBytesHash> taken;
    for (const wire::RosterEntry& entry : entries) {
        wire::RosterEntry known;  // only what was signed, as for envelopes
        known.set_body(entry.body());
        known.set_author(entry.author());
        known.set_signature(entry.signature());
        const std::string bytes = known.SerializeAsString();
        const Hash hash = storedEntryHash(bytes);
        const auto before = entryPositions_.find(hash);
        const auto sameRequest = taken.find(hash);
        wire::Outcome outcome;
        if (before != entryPositions_.end() || sameRequest != taken.end()) {
            outcome = outcomeOf(OutcomeStatus::Duplicate);
            outcome.set_position(before != entryPositions_.end() ? before->second : sameRequest->second);
        } else if (bytes.size() > limits::rosterEntryBytes) {
            outcome = rosterRefusal(ErrorCode::TooLarge);
        } else if (auto applied = state().apply(known, now); !applied) {
            outcome = rosterRefusal(applied.error().code);
        } else {
            outcome = outcomeOf(OutcomeStatus::Accepted);
            outcome.set_position(push.next->position());
            outcome.set_server_time_ms(now.value_or(0));
            taken.emplace(hash, push.next->position());
            push.accepted.push_back(bytes);
        }
        push.outcomes.push_back(std::move(outcome));
    }
    return push;
}

std::vector<wire::Outcome> SyncService::pushRosterEntries(const EntryList& entries,
                                                          std::optional<WallMs> now) {
    if (entries.empty()) return {};
    const std::lock_guard lock(rosterMutex_);
    for (;;) {
        const RosterPtr current = catchUp();
        RosterPush push = judgeRosterEntries(entries, *current, now);
        if (push.accepted.empty()) return std::move(push.outcomes);
        try {
            // Stored before anybody may act on it; false when another server was faster.
            if (!log_.appendRoster(current->position(), push.accepted)) continue;
        } catch (const StorageError&) {
            for (wire::Outcome& outcome : push.outcomes)
                if (static_cast<OutcomeStatus>(outcome.status()) == OutcomeStatus::Accepted)
                    outcome = rosterRefusal(ErrorCode::Storage);
            return std::move(push.outcomes);
        }
        std::uint64_t position = current->position();
        for (const std::string& bytes : push.accepted)
            entryPositions_.emplace(storedEntryHash(bytes), ++position);
        const std::lock_guard pointerLock(pointerMutex_);
        roster_ = std::move(push.next);
        return std::move(push.outcomes);
    }
}

// ---------------------------------------------------------------- envelopes

SyncService::Judged SyncService::judge(const roster::Roster& roster, const wire::SyncRequest& request) const {
    Judged judged;
    for (const wire::Envelope& envelope : request.envelopes()) {
        std::optional<Candidate> candidate;
        if (const auto allowed = judgeByRoster(roster, region_, envelope, candidate); !allowed) {
            // Taken once, it stays taken, whatever became of its epoch or its author since.
            std::optional<AppendOutcome> stored;
            if (candidate)
                stored = log_.find(candidate->header.space, candidate->header.actor(),
                                   candidate->header.firstSeq, candidate->header.contentId);
            judged.outcomes.push_back(stored ? outcomeOf(*stored) : envelopeRefusal(allowed.error().code));
            continue;
        }
        judged.places.push_back(judged.outcomes.size());
        judged.candidates.push_back(*std::move(candidate));
        judged.outcomes.emplace_back();
    }
    return judged;
}

Result<void> SyncService::pushEnvelopes(const wire::SyncRequest& request, WallMs now,
                                        wire::SyncResponse& response) {
    Judged judged;
    for (;;) {
        const RosterPtr roster = this->roster();
        judged = judge(*roster, request);
        if (judged.candidates.empty()) break;
        try {
            auto appended = log_.append(roster->position(), judged.candidates, now);
            if (!appended) return appended.error();
            for (std::size_t i = 0; i < appended->outcomes.size(); ++i)
                judged.outcomes[judged.places[i]] = outcomeOf(appended->outcomes[i]);
            // The membership log has grown since: once more, by what it is now.
            if (!appended->rosterMoved) break;
        } catch (const StorageError&) {
            // A full disk must not stop downloads. Nothing of this append happened.
            for (const std::size_t place : judged.places)
                judged.outcomes[place] = envelopeRefusal(ErrorCode::Storage);
            break;
        }
    }
    for (wire::Outcome& outcome : judged.outcomes)
        *response.add_outcomes() = std::move(outcome);
    return {};
}

// ---------------------------------------------------------------- the two requests

Result<wire::SyncResponse> SyncService::handle(const wire::SyncRequest& request, const DeviceId& from,
                                               WallMs now) {
    if (auto good = checkFrame(request.protocol(), request.region(), region_); !good) return good.error();
    if (auto good = checkLimits(request); !good) return good.error();
    const RosterPtr before = roster();
    const roster::Device* device = before->device(from);
    if (device == nullptr)
        return fail(ErrorCode::NotAMember, "This device is not, or no longer, a member of the region.");
    const auto ours = before->hashAt(request.roster_position());
    if (ours && !request.roster_hash().empty() && request.roster_hash() != toString(ours->view()))
        return fail(ErrorCode::ChainBroken,
                    "The membership log of this device is not the server's. Nothing was exchanged.");

    wire::SyncResponse response;
    response.set_protocol(wire::protocolVersion);
    response.set_server(toString(serverId_.view()));
    response.set_server_epoch(toString(log_.epoch().view()));
    response.set_server_time_ms(now);
    for (wire::Outcome& outcome : pushRosterEntries(request.roster_entries(), now))
        *response.add_roster_outcomes() = std::move(outcome);
    if (auto pushed = pushEnvelopes(request, now, response); !pushed) return pushed.error();

    // It may have been removed by this very request.
    const RosterPtr latest = roster();
    const roster::Device& asking = *latest->device(from);
    RosterPage page = asking.removed ? rosterPageUpTo(log_, request.roster_position(), asking.removedAt)
                                     : rosterPage(log_, request.roster_position());
    const bool complete = page.complete();
    response.set_roster_from(page.from);
    response.set_roster_head(page.head);
    for (wire::RosterEntry& entry : page.entries)
        *response.add_roster_entries() = std::move(entry);
    fillPages(log_, request, from, *latest, complete, response);
    return response;
}

Result<wire::RefillResponse> SyncService::refill(const wire::RefillRequest& request, WallMs now) {
    if (auto good = checkFrame(request.protocol(), request.region(), region_); !good) return good.error();
    if (static_cast<std::size_t>(request.roster_entries_size()) > limits::rosterEntriesPerRequest)
        return fail(ErrorCode::TooLarge, "The request carries more membership entries than one may.");
    const bool open = now < log_.refillUntilMs();
    if (open && request.from_position() == roster()->position()) {
        for (const wire::RosterEntry& entry : request.roster_entries()) {
            // One by one: what follows a refused entry would make another log than there was.
            EntryList one;
            *one.Add() = entry;
            const auto status = static_cast<OutcomeStatus>(pushRosterEntries(one, std::nullopt)[0].status());
            if (status != OutcomeStatus::Accepted && status != OutcomeStatus::Duplicate) break;
        }
    }
    const RosterPtr roster = this->roster();
    wire::RefillResponse response;
    response.set_server_epoch(toString(log_.epoch().view()));
    response.set_server_time_ms(now);
    response.set_roster_position(roster->position());
    if (roster->position() > 0) response.set_roster_hash(toString(roster->head().view()));
    response.set_open(open);
    return response;
}

Result<wire::JoinResponse> SyncService::join(const wire::JoinRequest& request, WallMs now) {
    if (auto good = checkFrame(request.protocol(), request.region(), region_); !good) return good.error();
    if (auto admitted = admitJoin(request, *roster(), log_.bootstrap(), region_, now); !admitted) {
        if (admitted.error().code == ErrorCode::InvitationUnknown && !wrongTries_.take(now))
            return fail(ErrorCode::Busy, "Too many wrong codes and invitations; try again in a minute.");
        return admitted.error();
    }

    wire::JoinResponse response;
    response.set_server(toString(serverId_.view()));
    response.set_server_epoch(toString(log_.epoch().view()));
    response.set_server_time_ms(now);
    if (request.has_entry()) {
        EntryList one;
        *one.Add() = request.entry();
        *response.mutable_outcome() = pushRosterEntries(one, now).front();
        const auto status = static_cast<OutcomeStatus>(response.outcome().status());
        if (status != OutcomeStatus::Accepted && status != OutcomeStatus::Duplicate) return response;
    }
    RosterPage page = rosterPage(log_, request.roster_position());
    response.set_roster_from(page.from);
    response.set_roster_head(page.head);
    for (wire::RosterEntry& entry : page.entries)
        *response.add_roster_entries() = std::move(entry);
    return response;
}

}  // namespace veldwijzer::server
