// SPDX-License-Identifier: EUPL-1.2
#include "transport/http_transport.h"

#include <charconv>
#include <utility>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <httplib.h>
#pragma GCC diagnostic pop

#include "base/limits.h"

namespace veldwijzer::transport {

struct HttpTransport::Connection {
    explicit Connection(const std::string& address) : url(address), client(address) {}
    std::string url;
    httplib::Client client;
};

HttpTransport::HttpTransport(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
HttpTransport::~HttpTransport() = default;

namespace {

std::optional<std::int64_t> retryAfter(const httplib::Response& response) {
    const std::string text = response.get_header_value("Retry-After");
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || seconds < 0 ||
        seconds > 86'400)
        return std::nullopt;
    return seconds * 1000;
}

}  // namespace

Result<std::unique_ptr<HttpTransport>> HttpTransport::to(const std::string& url) {
    const bool known = url.starts_with("http://") || url.starts_with("https://");
    const std::string host = known ? url.substr(url.find("//") + 2) : std::string();
    if (host.empty() || host.find_first_of("/?#@ ") != std::string::npos)
        return fail(ErrorCode::InvalidArgument,
                    "'" + url + "' is not the address of a server (https://host or https://host:port)");
    auto connection = std::make_unique<Connection>(url);
    if (!connection->client.is_valid())
        return fail(ErrorCode::InvalidArgument, "'" + url + "' is not the address of a server");
    connection->client.set_connection_timeout(connectTimeoutSeconds);
    connection->client.set_read_timeout(answerTimeoutSeconds);
    connection->client.set_write_timeout(answerTimeoutSeconds);
    connection->client.set_keep_alive(true);
    connection->client.set_tcp_nodelay(true);
    return std::unique_ptr<HttpTransport>(new HttpTransport(std::move(connection)));
}

Result<sync::Response> HttpTransport::post(const sync::Request& request) {
    httplib::Request message;
    message.method = request.method;
    message.path = request.path;
    message.body = request.body;
    message.set_header("Content-Type", "application/x-protobuf");
    if (!request.authorization.empty()) message.set_header("Authorization", request.authorization);
    // httplib's own limit does not hold for answers; ours does, while they come in.
    std::string body;
    bool tooLarge = false;
    message.content_receiver = [&](const char* data, std::size_t size, std::uint64_t, std::uint64_t) {
        tooLarge = body.size() + size > limits::responseBytes;
        if (!tooLarge) body.append(data, size);
        return !tooLarge;
    };
    const auto result = connection_->client.send(message);
    if (tooLarge)
        return fail(ErrorCode::TooLarge,
                    "the server's answer is larger than an answer may be; nothing of it is used");
    if (result.error() == httplib::Error::SSLServerVerification)
        return fail(
            ErrorCode::ConnectionUntrusted,
            "the certificate of whoever answers at " + connection_->url +
                " does not hold, so nothing was sent. Your work is safe on this device and waits. Check "
                "the date and time of this device, and the network (a hotel or café page?)");
    if (!result)
        return fail(ErrorCode::Offline,
                    "the server at " + connection_->url + " cannot be reached (" +
                        httplib::to_string(result.error()) +
                        "). Your work is safe on this device and is sent when it can be.");
    sync::Response response;
    response.status = result->status;
    response.body = std::move(body);
    response.serverSignature = result->get_header_value("Veldwijzer-Server");
    response.retryAfterMs = retryAfter(*result);
    return response;
}

void HttpTransport::stop() {
    connection_->client.stop();
}

}  // namespace veldwijzer::transport
