// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/random.h"
#include "log/sqlite_log.h"
#include "log/sync_service.h"
#include "roster/invitation_link.h"
#include "session/session.h"
#include "signing/keys.h"
#include "sync/message.h"

namespace veldwijzer::test {

inline constexpr std::string_view passphrase = "correct paard batterij nietje";

/// A region and its server, without HTTP: requests go straight to the service, answers are signed as the
/// server signs them.
class LocalRegion {
public:
    /// In memory, or in a file of that folder.
    explicit LocalRegion(const Clock& clock, Random& random, const std::filesystem::path& folder = {});

    [[nodiscard]] const roster::InvitationLink& bootstrap() const { return bootstrap_; }
    [[nodiscard]] server::SyncService& service() { return *service_; }
    [[nodiscard]] server::SqliteLog& log() { return *log_; }
    [[nodiscard]] const SigningKey& key() const { return key_; }

    /// The way there. `online` false: nobody answers.
    class Wire final : public sync::Transport {
    public:
        explicit Wire(LocalRegion& region) : region_(region) {}
        Result<sync::Response> post(const sync::Request& request) override;
        bool online = true;
        std::uint64_t bytesUp = 0;
        std::uint64_t bytesDown = 0;

    private:
        LocalRegion& region_;
    };
    [[nodiscard]] Wire& wire() { return wire_; }

private:
    Result<std::string> answer(const sync::Request& request);

    const Clock& clock_;
    Random& random_;
    SigningKey key_;
    std::unique_ptr<server::SqliteLog> log_;
    roster::InvitationLink bootstrap_;
    std::unique_ptr<server::SyncService> service_;
    Wire wire_{*this};
};

/// A new vault in `folder`, joined with `link`. Ends the program when that fails: it is not what is being
/// tested.
std::unique_ptr<session::Session> joinedSession(const std::filesystem::path& folder,
                                                const roster::InvitationLink& link, const std::string& name,
                                                LocalRegion& region, session::Environment environment);

/// A link by `coordinator`, already with the server.
roster::InvitationLink invited(session::Session& coordinator, LocalRegion& region, roster::Role role);

}  // namespace veldwijzer::test
