// SPDX-License-Identifier: EUPL-1.2
#include "app/desk.h"

#include <QCoreApplication>
#include <algorithm>

namespace veldwijzer::app {

Desk::Desk(Outside outside, QObject* parent) : QObject(parent), outside_(std::move(outside)) {
    due_.setSingleShot(true);
    connect(&due_, &QTimer::timeout, this, [this] { post(Urgency::Background, [this] { syncStep(); }); });
}

Desk::~Desk() {
    close();
    store_.finish();
    network_.finish();
}

void Desk::post(Urgency urgency, std::function<void()> work) {
    store_.post(urgency, [this, work = std::move(work)] {
        if (session_) work();
    });
}

void Desk::onGui(std::function<void()> work) {
    QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
}

void Desk::open(Opener opener, Then then) {
    store_.post(Urgency::Person,
                [this, number = ++opening_, opener = std::move(opener), then = std::move(then)] {
                    Result<void> result;
                    try {
                        auto session = opener({outside_.clock, outside_.random, helper_});
                        if (session)
                            session_ = std::move(*session);
                        else
                            result = session.error();
                    } catch (const StorageError& error) {
                        result = fail(error.code(), error.what());
                    }
                    onGui([this, number, result, then, inRegion = result && session_->joined()] {
                        if (number != opening_) {
                            then(fail(ErrorCode::Busy, "closed before it was open"));
                            return;
                        }
                        open_ = result.ok();
                        inRegion_ = inRegion;
                        if (open_) emit opened();
                        then(result);
                    });
                    if (result) {
                        beginTalk();
                        publish(false);
                        syncStep();
                    }
                });
}

void Desk::close() {
    due_.stop();
    ++opening_;
    store_.post(Urgency::Person, [this] {
        // Long work holds the session: it ends first.
        if (!store_.putOff([this] { shut(); })) shut();
    });
    if (!open_) return;
    open_ = false;
    inRegion_ = false;
    syncState_ = {};
    emit closed();
    emit syncStateChanged();
}

void Desk::shut() {
    if (talk_) talk_->settle();
    if (transport_) transport_->stop();
    ++generation_;
    talk_.reset();
    transport_.reset();
    session_.reset();
    noTransport_.reset();
}

void Desk::startSync() {
    if (!open_) return;
    inRegion_ = true;
    emit opened();
    post(Urgency::Person, [this] {
        beginTalk();
        publish(false);
        syncStep();
    });
}

void Desk::syncNow() {
    post(Urgency::Background, [this] {
        if (!talk_) return;
        talk_->wake();
        syncStep();
    });
}

void Desk::finish() {
    store_.finish();
    QCoreApplication::sendPostedEvents(this);
}

void Desk::noteWritten() {
    if (talk_) talk_->noteWritten();
    publish(underWay_);
    // The timer was set when there was nothing to send.
    syncStep();
}

void Desk::beginTalk() {
    if (talk_ || !session_->joined() || !session_->hasServer()) return;
    auto transport = outside_.transportTo(session_->url());
    noTransport_.reset();
    if (!transport) {
        noTransport_ = transport.error();
        return;
    }
    transport_ = std::move(*transport);
    talk_ = session_->talk();
    ++generation_;
    underWay_ = false;
    pulledSeen_ = 0;
}

void Desk::syncStep() {
    if (!talk_ || underWay_) return;
    auto request = talk_->next();
    if (request) {
        carry(std::move(*request));
        return;
    }
    publish(false);
    const auto waitMs = std::max<std::int64_t>(50, talk_->dueAtMs() - outside_.clock.steadyMs());
    onGui([this, waitMs] {
        if (open_) due_.start(static_cast<int>(std::min<std::int64_t>(waitMs, 600'000)));
    });
}

void Desk::carry(sync::Request request) {
    underWay_ = true;
    publish(true);
    network_.post(Urgency::Person, [this, request = std::move(request), transport = transport_,
                                    generation = generation_] {
        // The store thread outlives the network thread's work: the destructor waits for both.
        const auto response = std::make_shared<Result<sync::Response>>(transport->post(request));
        post(Urgency::Background, [this, response, generation] {
            if (!talk_ || generation != generation_) return;
            underWay_ = false;
            talk_->took(*response);
            const std::uint64_t pulled = talk_->report().pulled;
            const bool news = pulled != pulledSeen_ || talk_->report().rejected > 0;
            pulledSeen_ = pulled;
            syncStep();
            if (news) onGui([this] { emit changed(); });
        });
    });
}

void Desk::publish(bool working) {
    SyncState state;
    try {
        state.hasServer = session_->joined() && session_->hasServer();
        state.working = working;
        state.pending = session_->store().pendingCount();
        state.rejected = session_->store().rejected().size();
        state.conflicts = session_->store().conflictCount();
        for (const store::SpaceRow& space : session_->store().spaces())
            state.lastSyncMs = std::max(state.lastSyncMs, space.lastSyncMs);
    } catch (const StorageError& error) {
        state.failure = fail(error.code(), error.what());
    }
    if (!state.failure) state.failure = noTransport_;
    if (talk_) {
        const session::SyncReport report = talk_->report();
        state.behind = report.behind;
        state.pulled = report.pulled;
        state.clockOffsetMs = report.clockOffsetMs;
        if (!state.failure) state.failure = report.failure;
        state.alarms = report.alarms;
        state.removed = report.removed && report.failure.has_value();
    }
    onGui([this, state = std::move(state)]() mutable {
        if (!open_) return;
        syncState_ = std::move(state);
        emit syncStateChanged();
    });
}

}  // namespace veldwijzer::app
