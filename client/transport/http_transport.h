// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "sync/message.h"

namespace veldwijzer::transport {

/// HTTP(S) to one server. Blocking; one thread at a time. Certificates are checked against the system's.
class HttpTransport final : public sync::Transport {
public:
    static constexpr int connectTimeoutSeconds = 5;
    static constexpr int answerTimeoutSeconds = 30;

    /// InvalidArgument when it is not http://host[:port] or https://host[:port].
    static Result<std::unique_ptr<HttpTransport>> to(const std::string& url);
    ~HttpTransport() override;

    /// Offline when nobody answers in time; ConnectionUntrusted when somebody does whose certificate does not
    /// hold (then nothing was sent); TooLarge when the answer passes limits::responseBytes.
    Result<sync::Response> post(const sync::Request& request) override;
    void stop() override;

private:
    struct Connection;
    explicit HttpTransport(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace veldwijzer::transport
