// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/ensure.h"
#include "session/checklist_carry.h"
#include "session/checklist_records.h"
#include "session/session.h"
#include "session/sign_ups.h"
#include "session/state.h"
#include "sync/engine.h"

namespace veldwijzer::session {
namespace {

/// A server that always says "more" must not keep a person waiting for ever.
constexpr int roundsAtMost = 100'000;

SyncReport reportOf(const sync::Progress& progress) {
    return {.complete = progress.complete,
            .pushed = progress.pushed,
            .pulled = progress.pulled,
            .rejected = progress.rejected,
            .behind = progress.behind,
            .clockOffsetMs = progress.clockOffsetMs,
            .failure = progress.lastFailure,
            .removed = progress.removed,
            .alarms = progress.alarms};
}

}  // namespace

struct SyncTalk::Ground {
    Session::State& state;
};

SyncTalk::SyncTalk(std::unique_ptr<Ground> ground) : ground_(std::move(ground)) {
    renew();
}
SyncTalk::~SyncTalk() = default;

void SyncTalk::renew() {
    engine_ =
        std::make_unique<sync::Engine>(*ground_->state.store, *ground_->state.identity,
                                       *ground_->state.keeper, ground_->state.region->serverKey,
                                       ground_->state.environment.clock, ground_->state.environment.random);
}

std::optional<sync::Request> SyncTalk::next() {
    std::optional<sync::Request> request;
    guarded([&] { request = engine_->nextRequest(); });
    if (request) listsWait_ = false;
    return request;
}

void SyncTalk::took(const Result<sync::Response>& response) {
    guarded([&] {
        if (response)
            engine_->received(*response);
        else
            engine_->failed(response.error());
        if (engine_->progress().complete) tidyLists();
    });
    if (engine_->progress().farewellSaid && !emptied_) {
        emptied_ = true;
        (void)ground_->state.empty();  // what cannot be deleted now, the next opening deletes
    }
    if (!fault_ && engine_->progress().complete) guarded([&] { keepSignUpLists(); });
}

// Here and not when somebody looks: an attendee waits for it, and does not see that nobody looked.
void SyncTalk::keepSignUpLists() {
    Session::State& state = ground_->state;
    SignUpDesk desk({*state.store, state.keeper->roster(), *state.identity, state.region->region,
                     state.environment.random});
    if (!desk.keepLists()) return;
    listsWait_ = true;
    engine_->wake();
}

void SyncTalk::settle() {
    guarded([&] { ground_->state.store->settle(); });
}

void SyncTalk::wake() {
    guarded([&] {
        const WallMs now = ground_->state.environment.clock.wallMs();
        sweepLists(ground_->state, now + engine_->progress().clockOffsetMs);
        noteUnsentAnswers(ground_->state);
    });
    engine_->wake();
}

/// By the server's time, which has just been heard.
void SyncTalk::tidyLists() {
    Session::State& state = ground_->state;
    const bool carried = carryAnswersOver(state);
    const WallMs now = state.environment.clock.wallMs() + engine_->progress().clockOffsetMs;
    if (sweepLists(state, now) > 0 || carried) engine_->noteWritten();
}
void SyncTalk::noteWritten() {
    engine_->noteWritten();
}
std::int64_t SyncTalk::dueAtMs() const {
    return std::max(engine_->dueAtMs(), notBeforeMs_);
}
SyncReport SyncTalk::report() const {
    SyncReport report = fault_.value_or(reportOf(engine_->progress()));
    report.complete = report.complete && !listsWait_;
    return report;
}

void SyncTalk::guarded(const std::function<void()>& work) {
    fault_.reset();
    try {
        work();
    } catch (const StorageError& error) {
        SyncReport report = reportOf(engine_->progress());
        report.complete = false;
        report.failure = fail(error.code(), error.what());
        // What was in memory may be ahead of what was rolled back.
        if (auto loaded = ground_->state.load(); !loaded) report.failure = loaded.error();
        fault_ = std::move(report);
        renew();
        // A full disk stays full for a while.
        notBeforeMs_ = ground_->state.environment.clock.steadyMs() + sync::RetryTimer::firstRetryMs;
    }
}

std::unique_ptr<SyncTalk> Session::talk() {
    ENSURE(joined());
    return std::unique_ptr<SyncTalk>(
        new SyncTalk(std::make_unique<SyncTalk::Ground>(SyncTalk::Ground{*state_})));
}

SyncReport Session::sync(sync::Transport& transport, const std::function<void(const SyncReport&)>& progress) {
    if (!joined()) {
        SyncReport report;
        report.failure = state_->mayWrite({}).error();
        return report;
    }
    const auto talk = this->talk();
    // Again when what came in gave this device something to say, such as the end of a checklist.
    for (int pass = 0; pass < 2; ++pass) {
        talk->wake();
        for (int round = 0; round < roundsAtMost; ++round) {
            const auto request = talk->next();
            if (!request) break;
            talk->took(transport.post(*request));
            if (progress) progress(talk->report());
            if (talk->report().failure || talk->report().complete) break;
        }
        if (talk->report().failure || state_->store->pendingCount() == 0) break;
    }
    // A sync that is left in the middle leaves no transaction open.
    if (!talk->report().failure) talk->settle();
    return talk->report();
}

}  // namespace veldwijzer::session
