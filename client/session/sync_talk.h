// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "session/report.h"
#include "sync/message.h"

namespace veldwijzer::sync {
class Engine;
}

namespace veldwijzer::session {

class Session;

/// A sync one request at a time, so that a person's edits and searches go on while the network is slow. It
/// knows when the next is due: soon after a write, later after a failure.
///
///     if (auto request = talk.next()) talk.took(transport.post(*request));   // post on another thread
///
/// Storage faults are caught here: what was not durable is told again by the server, `report` says what
/// happened. One thread, the session's.
class SyncTalk {
public:
    ~SyncTalk();
    SyncTalk(const SyncTalk&) = delete;
    SyncTalk& operator=(const SyncTalk&) = delete;

    /// Nothing: not due yet, one is under way, or the disk failed.
    std::optional<sync::Request> next();
    void took(const Result<sync::Response>& response);
    /// Makes durable what answers brought, when the caller stops in the middle.
    void settle();
    /// A person asks for a sync now.
    void wake();
    /// Something was written here: soon, unless the server is away.
    void noteWritten();
    /// Steady milliseconds.
    [[nodiscard]] std::int64_t dueAtMs() const;
    [[nodiscard]] SyncReport report() const;

private:
    friend class Session;
    struct Ground;
    explicit SyncTalk(std::unique_ptr<Ground> ground);
    void renew();
    void tidyLists();
    void guarded(const std::function<void()>& work);
    void keepSignUpLists();

    std::unique_ptr<Ground> ground_;
    std::unique_ptr<sync::Engine> engine_;
    bool emptied_ = false;
    std::optional<SyncReport> fault_;
    bool listsWait_ = false;  ///< what the log says of sign-ups was written and not offered yet
    std::int64_t notBeforeMs_ = 0;
};

}  // namespace veldwijzer::session
