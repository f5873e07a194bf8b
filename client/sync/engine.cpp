// SPDX-License-Identifier: EUPL-1.2
#include "sync/engine.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "signing/request.h"
#include "sync/last_seen.h"
#include "sync/page_reader.h"
#include "sync/state_reach.h"
#include "wire/envelope.h"

namespace veldwijzer::sync {
namespace {

constexpr std::string_view otherServer =
    "another server answers at this address than the one that this region trusts: its key is another. Your "
    "work "
    "is safe on this device and waits, and what was sent cannot be read there. Check the network. If the "
    "server "
    "was set up anew, its administrator must put back its data folder with the key from a backup";

/// With more than that of them no envelopes go along.
constexpr std::size_t besideEnvelopesBytes = 128 * limits::kib;

constexpr std::string_view syncPath = "/v1/sync";
constexpr std::string_view refillPath = "/v1/refill";
constexpr std::string_view serverEpochSetting = "server-epoch";

bool isAnswerOf(const SigningPublicKey& server, std::string_view requestBody, const Response& response) {
    const auto bytes = fromBase64Url(response.serverSignature);
    const auto signature = bytes ? Signature::from(*bytes) : std::nullopt;
    return signature &&
           checkAnswer(server, *signature, viewOf(requestBody), response.status, viewOf(response.body));
}

}  // namespace

Engine::Engine(store::Store& store, const Identity& identity, RosterKeeper& keeper,
               const SigningPublicKey& serverKey, const Clock& clock, Random& random)
    : store_(store),
      identity_(identity),
      keeper_(keeper),
      serverKey_(serverKey),
      clock_(clock),
      random_(random),
      timer_(clock, random) {}

std::optional<Request> Engine::nextRequest() {
    if (underWay_ || !timer_.due()) return std::nullopt;
    if (refill_.wanted()) return refillRequest();
    UnderWay underWay;
    wire::SyncRequest message;
    message.set_protocol(wire::protocolVersion);
    const auto& region = keeper_.roster().anchor().region;
    message.set_region(region.bytes.data(), RegionId::size);
    if (const auto epoch = store_.setting(serverEpochSetting))
        message.set_server_epoch(epoch->data(), epoch->size());
    message.set_page_bytes(limits::pageTargetBytes);
    underWay.rosterPosition = keeper_.roster().position();
    message.set_roster_position(underWay.rosterPosition);
    const Hash rosterHead = keeper_.roster().head();
    message.set_roster_hash(rosterHead.bytes.data(), Hash::size);
    if (wasRemoved()) {
        addFarewell(message, underWay);
    } else {
        std::set<SpaceId> held = addRosterEntries(message, underWay);
        // A request has room for one or the other; after many new keys everything is sealed anew anyway.
        const bool room = message.ByteSizeLong() < besideEnvelopesBytes;
        if (room) addEnvelopes(message, underWay, std::move(held));
        addCursors(message);
    }

    underWay.body = message.SerializeAsString();
    const RequestView view{.method = "POST",
                           .path = syncPath,
                           .query = "",
                           .body = viewOf(underWay.body),
                           .server = serverIdOf(serverKey_)};
    const RequestProof proof = proveRequest(identity_.signing, view, serverNow(), random_);
    Request request{.path = std::string(syncPath),
                    .body = underWay.body,
                    .authorization = "Veldwijzer1 " + encodeProof(proof)};
    underWay_ = std::move(underWay);
    return request;
}

Request Engine::refillRequest() {
    UnderWay underWay;
    underWay.refills = true;
    underWay.body = refill_.request(keeper_.roster(), store_).SerializeAsString();
    // Whoever asks is perhaps nobody to this server; the entries prove themselves.
    Request request{.path = std::string(refillPath), .body = underWay.body, .authorization = {}};
    underWay_ = std::move(underWay);
    return request;
}

void Engine::takeRefill(const Response& response) {
    wire::RefillResponse answer;
    if (!isAnswerOf(serverKey_, underWay_->body, response) || !answer.ParseFromString(response.body)) {
        refill_.stop();
        return giveUp(fail(ErrorCode::ServerChanged, std::string(otherServer)), 0);
    }
    switch (refill_.take(answer, keeper_.roster())) {
        case Refill::Step::Failed:
            return giveUp(refill_.failure(), response.retryAfterMs.value_or(0));
        case Refill::Step::Again:
        case Refill::Step::Done:
            underWay_.reset();
            timer_.again();
    }
}

void Engine::addEnvelopes(wire::SyncRequest& request, UnderWay& underWay, std::set<SpaceId> held) {
    PushBuilder builder(store_, identity_, keeper_.roster(), keeper_.keyring(), random_, std::move(held));
    if (store_.pendingCount() > 0) {
        // One durable commit for this request and many to come.
        if (builder.mustSeal()) {
            store_.transact([&] { builder.seal(); });
            deferredSinceMs_.reset();
            progress_.rejected += builder.refused();
        }
        underWay.envelopes = builder.fill(request);
    }
    underWay.carried = builder.fillCarried(request);
}

void Engine::addCursors(wire::SyncRequest& request) const {
    const std::vector<SpaceId> readable = keeper_.roster().readableBy(identity_.device());
    for (const store::SpaceRow& row : store_.spaces()) {
        if (std::find(readable.begin(), readable.end(), row.id) == readable.end()) continue;
        // A space that stopped with an alarm is asked for again: the server may have been mended.
        wire::Cursor* cursor = request.add_cursors();
        cursor->set_space(row.id.bytes.data(), SpaceId::size);
        cursor->set_position(row.position);
        if (row.position > 0) cursor->set_chain(row.chain.bytes.data(), Hash::size);
    }
}

void Engine::failed(const Error& error) {
    giveUp(error, 0);
}

void Engine::settle() {
    store_.settle();
    deferredSinceMs_.reset();
}

void Engine::giveUp(const Error& error, std::int64_t waitAtLeastMs) {
    if (wasRemoved()) return sayFarewell();
    settle();
    underWay_.reset();
    progress_.complete = false;
    progress_.lastFailure = error;
    timer_.failed(waitAtLeastMs);
}

void Engine::raise(const SpaceId* space, const Error& error) {
    std::string name;
    if (space != nullptr) {
        if (const auto row = store_.space(*space)) name = row->name;
        store_.setProblem(*space, errorName(error.code));
    }
    progress_.alarms.push_back({name, error.code, error.message});
}

Result<wire::SyncResponse> Engine::open(const Response& response) {
    if (response.body.size() > limits::responseBytes)
        return fail(ErrorCode::TooLarge,
                    "the server's answer is larger than an answer may be; nothing of it is used");
    if (!isAnswerOf(serverKey_, underWay_->body, response))
        return fail(ErrorCode::ServerChanged,
                    response.serverSignature.empty()
                        ? "the answer was not signed by this region's server. Your work is safe on this "
                          "device and waits; "
                          "check the network (a hotel or café page?) and the server's address"
                        : std::string(otherServer));
    wire::SyncResponse answer;
    if (!answer.ParseFromString(response.body))
        return fail(ErrorCode::Malformed, "the server's answer cannot be read");
    if (answer.protocol() != wire::protocolVersion)
        return fail(ErrorCode::UnsupportedVersion, "the server speaks another version; update this program");
    return answer;
}

void Engine::refused(const Response& response) {
    wire::ErrorResponse answer;
    const bool trusted =
        isAnswerOf(serverKey_, underWay_->body, response) && answer.ParseFromString(response.body);
    // What nginx says for a server that restarts or is overrun, unsigned like everything of its own.
    const bool busy = response.status == 429 || (response.status >= 502 && response.status <= 504);
    // A page to log in at, of a hotel or a train: no server of ours sends a client elsewhere.
    const bool portal = (response.status >= 300 && response.status < 400) || response.status == 511;
    // What is signed by somebody else comes from a Veldwijzer server, but not from the region's.
    if (!trusted && !response.serverSignature.empty())
        return giveUp(fail(ErrorCode::ServerChanged, std::string(otherServer)),
                      response.retryAfterMs.value_or(0));
    const ErrorCode code = trusted  ? errorNamed(answer.reason()).value_or(ErrorCode::ServerError)
                           : busy   ? ErrorCode::Busy
                           : portal ? ErrorCode::ServerChanged
                                    : ErrorCode::ServerError;
    if (underWay_->refills) refill_.stop();
    // Removed, or a server that lost its memory knows nobody who joined since: it can be given that back.
    const Error unknown{ErrorCode::NotAMember, answer.message()};
    if (trusted && code == ErrorCode::NotAMember && !underWay_->refills) {
        refill_.begin(unknown);
        underWay_.reset();
        timer_.again();
        return;
    }
    if (trusted && code == ErrorCode::ClockSkew) {
        // A phone with a wrong clock corrects itself and asks again at once; one whose clock won't be
        // corrected (it stands still, it jumps) does so again at its next turn.
        progress_.clockOffsetMs = answer.server_time_ms() - clock_.wallMs();
        if (++clockCorrections_ <= 3) {
            underWay_.reset();
            timer_.again();
            return;
        }
        clockCorrections_ = 0;
    }
    const std::string message = trusted && !answer.message().empty()
                                    ? answer.message()
                                    : "the server answered with status " + std::to_string(response.status) +
                                          "; your work is safe on this device and waits";
    giveUp(fail(code, message), response.retryAfterMs.value_or(0));
}

void Engine::received(const Response& response) {
    if (!underWay_) return;
    if (response.status != 200) return refused(response);
    if (underWay_->refills) return takeRefill(response);
    auto answer = open(response);
    if (!answer) return failed(answer.error());

    const std::uint64_t pushedBefore = progress_.pushed + progress_.rejected;
    const std::uint64_t appliedBefore = applied_;
    const std::uint64_t rosterBefore = keeper_.roster().position();
    progress_.lastFailure.reset();
    progress_.alarms.clear();
    progress_.behind = 0;
    moreToDo_ = false;
    clockCorrections_ = 0;
    progress_.clockOffsetMs = answer->server_time_ms() - clock_.wallMs();
    if (!deferredSinceMs_) deferredSinceMs_ = clock_.steadyMs();
    bool restored = false;
    store_.defer([&] { restored = take(*answer); });
    if (wasRemoved()) return sayFarewell();
    underWay_.reset();

    const bool pending = store_.pendingCount() > 0 || !store_.queuedRosterEntries().empty();
    // Asking again at once is for rounds that got somewhere: what the server tells to wait, waits for the
    // timer.
    const bool moved = progress_.pushed + progress_.rejected > pushedBefore || applied_ > appliedBefore ||
                       keeper_.roster().position() > rosterBefore;
    const bool clean = progress_.alarms.empty() && !restored;
    progress_.complete = !pending && !moreToDo_ && clean;
    const bool goesOn = (moreToDo_ || pending) && moved && clean;
    tellRestored();
    if (!goesOn || clock_.steadyMs() - *deferredSinceMs_ >= deferredAtMostMs) settle();
    if (goesOn)
        timer_.again();
    else if (progress_.complete)
        timer_.done();
    else
        timer_.failed();
    if (refill_.wanted()) timer_.again();
}

bool Engine::take(const wire::SyncResponse& answer) {
    const bool restored = takeServerEpoch(answer);
    // Who may write is known before anything they wrote is looked at.
    if (!takeRoster(answer) || restored || wasRemoved()) return restored;
    // Pages before outcomes: a colleague's digest is of the state at our cursor, to which an acknowledgement
    // further on would add. An envelope of ours on a page is acknowledged by that page.
    for (const wire::Page& page : answer.pages())
        takePage(page);
    takeOutcomes(answer);
    takeCarriedOutcomes(answer);
    for (const store::SpaceRow& row : store_.spaces())
        if (row.problem.empty()) store_.noteSynced(row.id, answer.server_time_ms());
    return false;
}

bool Engine::takeServerEpoch(const wire::SyncResponse& answer) {
    const auto known = store_.setting(serverEpochSetting);
    if (known && textOf(*known) == answer.server_epoch()) return false;
    store_.setSetting(serverEpochSetting, viewOf(answer.server_epoch()));
    if (!known) return false;
    // The server was restored from a backup: read again from the start, offer again what it may lack.
    for (const store::SpaceRow& row : store_.spaces()) {
        noteStateIsOwed(store_, row.id);
        store_.rewindCursor(row.id);
        noteStateReaches(store_, row.id, row.position);
    }
    store_.setSetting(restoredSetting, viewOf("1"));
    return true;
}

void Engine::tellRestored() {
    const auto restored = store_.setting(restoredSetting);
    if (!restored || restored->empty()) return;
    if (progress_.complete) return store_.setSetting(restoredSetting, {});
    raise(nullptr,
          fail(ErrorCode::ServerRestored,
               "the server was restored from a backup. Nothing on this device is lost; what the server lacks "
               "is being sent again"));
}

void Engine::takeOutcomes(const wire::SyncResponse& answer) {
    const auto count =
        std::min<std::size_t>(underWay_->envelopes.size(), static_cast<std::size_t>(answer.outcomes_size()));
    // What was taken is acknowledged together, space by space, and before anything that was not.
    std::vector<store::TakenEnvelope> taken;
    SpaceId space;
    const auto acknowledge = [&] {
        const bool pagesCome = keeper_.roster().mayRead(identity_.device(), space).ok();
        if (!taken.empty()) store_.acknowledge(space, std::exchange(taken, {}), pagesCome);
    };
    for (std::size_t i = 0; i < count; ++i) {
        const PushedEnvelope& pushed = underWay_->envelopes[i];
        const wire::Outcome& outcome = answer.outcomes(static_cast<int>(i));
        const auto status = static_cast<wire::OutcomeStatus>(outcome.status());
        if (status == wire::OutcomeStatus::Rejected || pushed.space != space) acknowledge();
        space = pushed.space;
        switch (status) {
            case wire::OutcomeStatus::Accepted:
            case wire::OutcomeStatus::Duplicate:
                taken.push_back({pushed.contentId, outcome.server_time_ms()});
                noteStateReaches(store_, pushed.space, outcome.position());
                progress_.pushed += pushed.lastSeq - pushed.firstSeq + 1;
                break;
            case wire::OutcomeStatus::RetryLater:
                break;
            case wire::OutcomeStatus::Rejected:
                takeRejection(pushed, outcome);
                break;
            default:
                break;
        }
    }
    acknowledge();
}

void Engine::takeRejection(const PushedEnvelope& pushed, const wire::Outcome& outcome) {
    const auto code = errorNamed(outcome.reason());
    // The membership log that came along brings the new key; the envelope is sealed again with it.
    if (code == ErrorCode::EpochOld) return;
    // Somebody else (a clone of this device, or we before a restore) wrote under our name: take a new one. An
    // earlier rejection in this answer may have done so already.
    const auto row = store_.space(pushed.space);
    const auto waiting = store_.outgoing(pushed.space, limits::envelopesPerRequest);
    const bool stillThere = std::any_of(
        waiting.begin(), waiting.end(),
        [&](const store::OutgoingEnvelope& envelope) { return envelope.contentId == pushed.contentId; });
    if (!row || !stillThere) return;
    if (code == ErrorCode::SequenceFork) {
        store_.reincarnate(pushed.space);
        moreToDo_ = true;
        return;
    }
    store_.reject(pushed.space, pushed.contentId, outcome.reason());
    progress_.rejected += pushed.lastSeq - pushed.firstSeq + 1;
}

void Engine::takePage(const wire::Page& page) {
    const auto space = SpaceId::from(viewOf(page.space()));
    if (!space || !store_.space(*space)) return;
    // The same answer told why: the right to it was lost since it was asked for.
    if (!page.problem().empty() && !keeper_.roster().mayRead(identity_.device(), *space)) return;
    if (!page.problem().empty())
        return raise(&*space, fail(errorNamed(page.problem()).value_or(ErrorCode::ServerError),
                                   "the server does not give this space: " + page.problem()));
    const PageReader reader(keeper_.roster(), keeper_.keyring(), store_);
    const auto opened = reader.read(page);
    if (!opened) return raise(&*space, opened.error());
    if (opened->digestAtStart && stateIsThatOfCursor(store_, *store_.space(*space)) &&
        *opened->digestAtStart != store_.digest(*space).bytes())
        raise(&*space, fail(ErrorCode::StateDiffers,
                            "this device and a colleague's hold different versions of the same data"));
    if (const auto applied = store_.applyPage(*space, opened->envelopes, opened->position, opened->chain,
                                              opened->headPosition);
        !applied)
        return raise(&*space, applied.error());
    noteShown(store_, *space, opened->envelopes);
    dropOvertaken(*space, opened->envelopes);
    applied_ += opened->envelopes.size();
    std::map<DeviceId, WallMs> seen;
    for (const store::IncomingEnvelope& envelope : opened->envelopes) {
        WallMs& latest = seen[envelope.device];
        latest = std::max(latest, envelope.serverTimeMs);
        // Our own come back in the log too; they are no news.
        if (envelope.device != identity_.device()) progress_.pulled += envelope.changes.size();
    }
    for (const auto& [device, serverTimeMs] : seen)
        noteSeen(store_, device, serverTimeMs);
    progress_.behind += opened->headPosition - opened->position;
    if (opened->position < opened->headPosition) moreToDo_ = true;
    // An earlier alarm has passed when the page went through without a new one.
    const auto raised = [&](const Alarm& alarm) { return alarm.space == store_.space(*space)->name; };
    if (std::none_of(progress_.alarms.begin(), progress_.alarms.end(), raised)) store_.setProblem(*space, "");
}

}  // namespace veldwijzer::sync
