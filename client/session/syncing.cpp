// SPDX-License-Identifier: EUPL-1.2
#include "session/session.h"
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
            .failure = progress.lastFailure,
            .alarms = progress.alarms};
}

}  // namespace

SyncReport Session::sync(sync::Transport& transport, const std::function<void(const SyncReport&)>& progress) {
    State& state = *state_;
    if (!joined()) {
        SyncReport report;
        report.failure = state.mayWrite({}).error();
        return report;
    }
    sync::Engine engine(*state.store, *state.identity, *state.keeper, state.region->serverKey,
                        state.environment.clock, state.environment.random);
    engine.wake();
    try {
        for (int round = 0; round < roundsAtMost; ++round) {
            const auto request = engine.nextRequest();
            if (!request) break;
            const auto response = transport.post(*request);
            if (response)
                engine.received(*response);
            else
                engine.failed(response.error());
            if (progress) progress(reportOf(engine.progress()));
            if (engine.progress().lastFailure || engine.progress().complete) break;
        }
        // A sync that is left in the middle leaves no transaction open.
        state.store->settle();
    } catch (const StorageError& error) {
        // What was in memory may be ahead of what was rolled back.
        SyncReport report = reportOf(engine.progress());
        report.complete = false;
        report.failure = fail(error.code(), error.what());
        if (auto loaded = state.load(); !loaded) report.failure = loaded.error();
        return report;
    }
    return reportOf(engine.progress());
}

}  // namespace veldwijzer::session
