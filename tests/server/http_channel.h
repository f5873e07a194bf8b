// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "server/region.h"
#include "signing/request.h"

namespace veldwijzer::server::test {

/// Where to connect, and from which address of this machine.
struct Endpoint {
    int port = 0;
    std::string from = "127.0.0.1";
    int timeoutMs = 30'000;  ///< generous: a sanitizer on a busy machine takes its time
};

/// A blocking TCP connection over loopback, for saying things that no HTTP library would say.
class RawConnection {
public:
    explicit RawConnection(const Endpoint& endpoint);
    RawConnection(RawConnection&& other) noexcept;
    RawConnection& operator=(RawConnection&&) = delete;
    ~RawConnection();

    /// False also where loopback joined the connection to itself: on a port of the ephemeral range that
    /// nobody listens on, it now and then does, and everything sent comes back as an answer.
    [[nodiscard]] bool connected() const { return fd_ >= 0; }
    /// Which call failed last, and why; empty while all is well. A closed connection is no failure.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }
    /// False when the other side has closed.
    bool send(std::string_view bytes) const;
    /// Whatever comes until the other side closes, the time is over, or `enough` says so.
    std::string receive(const std::function<bool(const std::string&)>& enough = nullptr) const;

private:
    int fd_ = -1;
    mutable std::string trouble_;
};

struct HttpAnswer {
    int status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
    /// The named reason of a refusal.
    [[nodiscard]] std::string reason() const;
};
/// Offline unless a whole answer came; the message says which call failed and what came instead.
Result<HttpAnswer> ask(const Endpoint& endpoint, std::string_view request);
Result<HttpAnswer> readAnswer(const RawConnection& connection);

/// "POST … HTTP/1.1" with what a well-behaved client sends, and `more` header lines (each with its CRLF).
std::string postText(const std::string& path, const std::string& body, const std::string& more = {});
std::string authorization(const RequestProof& proof);

/// The real server over HTTP, answers checked against its key.
class HttpChannel final : public Channel {
public:
    HttpChannel(Endpoint endpoint, const SigningPublicKey& serverKey, std::uint64_t seed)
        : endpoint_(std::move(endpoint)), serverKey_(serverKey), random_(seed) {}

    Result<wire::JoinResponse> join(const wire::JoinRequest& request) override;
    Result<wire::SyncResponse> sync(const wire::SyncRequest& request, const SigningKey& device) override;
    [[nodiscard]] WallMs now() const override { return SystemClock().wallMs(); }

    /// The request as it would be sent, stamped with `timeMs`.
    std::string syncText(const wire::SyncRequest& request, const SigningKey& device, WallMs timeMs);
    void use(const Endpoint& endpoint) { endpoint_ = endpoint; }
    [[nodiscard]] const Endpoint& endpoint() const { return endpoint_; }

private:
    Result<std::string> post(const std::string& text, const std::string& body);

    Endpoint endpoint_;
    const SigningPublicKey serverKey_;
    SeededRandom random_;
};

}  // namespace veldwijzer::server::test
