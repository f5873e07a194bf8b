// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "base/result.h"
#include "http/nonce_cache.h"
#include "log/sync_service.h"
#include "signing/request.h"

namespace veldwijzer::server {

/// Whose request is this? Thread-safe.
class Authentication {
public:
    /// Requests stamped before `startMs` are refused: this process cannot know whether they came before.
    Authentication(SyncService& service, WallMs startMs) : service_(service), startMs_(startMs) {}

    /// `header` is the value of Authorization. Errors: BadSignature (also absent or malformed), ClockSkew,
    /// NotAMember, Replayed, Busy.
    [[nodiscard]] Result<DeviceId> check(std::string_view header, const RequestView& request, WallMs now);

private:
    SyncService& service_;
    const WallMs startMs_;
    NonceCache nonces_;
};

}  // namespace veldwijzer::server
