// SPDX-License-Identifier: EUPL-1.2
#include "server/http_channel.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/text.h"

namespace veldwijzer::server::test {
namespace {

sockaddr_in addressOf(const std::string& host, int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    ::inet_pton(AF_INET, host.c_str(), &address.sin_addr);
    return address;
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string troubleWith(const std::string& call) {
    return call + ": " + std::strerror(errno);
}

bool toItself(int fd) {
    sockaddr_in here{};
    sockaddr_in there{};
    socklen_t size = sizeof here;
    if (::getsockname(fd, reinterpret_cast<sockaddr*>(&here), &size) != 0) return false;
    size = sizeof there;
    if (::getpeername(fd, reinterpret_cast<sockaddr*>(&there), &size) != 0) return false;
    return here.sin_port == there.sin_port && here.sin_addr.s_addr == there.sin_addr.s_addr;
}

/// Nothing while it is not whole. Interim answers (100) are passed over.
std::optional<HttpAnswer> parse(std::string_view text) {
    if (text.starts_with("HTTP/1.1 100")) {
        const std::size_t next = text.find("\r\n\r\n");
        return next == std::string_view::npos ? std::nullopt : parse(text.substr(next + 4));
    }
    const std::size_t end = text.find("\r\n\r\n");
    if (end == std::string_view::npos || text.size() < 12) return std::nullopt;
    HttpAnswer answer;
    answer.status = std::atoi(std::string(text.substr(9, 3)).c_str());
    std::size_t at = text.find("\r\n") + 2;
    while (at < end) {
        const std::size_t next = text.find("\r\n", at);
        const std::string_view line = text.substr(at, next - at);
        const std::size_t colon = line.find(": ");
        if (colon != std::string_view::npos)
            answer.headers[lowered(std::string(line.substr(0, colon)))] = line.substr(colon + 2);
        at = next + 2;
    }
    const std::size_t length = std::strtoull(answer.headers["content-length"].c_str(), nullptr, 10);
    if (text.size() < end + 4 + length) return std::nullopt;
    answer.body = text.substr(end + 4, length);
    return answer;
}

}  // namespace

RawConnection::RawConnection(const Endpoint& endpoint)
    : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const int yes = 1;
    ::setsockopt(fd_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const sockaddr_in from = addressOf(endpoint.from, 0);
    const sockaddr_in to = addressOf("127.0.0.1", endpoint.port);
    const timeval timeout{endpoint.timeoutMs / 1000, (endpoint.timeoutMs % 1000) * 1000};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout);
    if (::bind(fd_, reinterpret_cast<const sockaddr*>(&from), sizeof from) != 0)
        trouble_ = troubleWith("bind");
    else if (::connect(fd_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
        trouble_ = troubleWith("connect");
    else if (toItself(fd_))
        trouble_ = "connect: nobody listens, it met itself";
    if (!trouble_.empty()) ::close(std::exchange(fd_, -1));
}

RawConnection::RawConnection(RawConnection&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), trouble_(std::move(other.trouble_)) {}

RawConnection::~RawConnection() {
    if (fd_ >= 0) ::close(fd_);
}

bool RawConnection::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0) trouble_ = troubleWith("send");
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string RawConnection::receive(const std::function<bool(const std::string&)>& enough) const {
    std::string all;
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t got = ::recv(fd_, buffer.data(), buffer.size(), 0);
        if (got < 0) trouble_ = troubleWith("recv");
        if (got <= 0) return all;
        all.append(buffer.data(), static_cast<std::size_t>(got));
        if (enough && enough(all)) return all;
    }
}

std::string HttpAnswer::reason() const {
    wire::ErrorResponse message;
    return message.ParseFromString(body) ? message.reason() : std::string();
}

Result<HttpAnswer> readAnswer(const RawConnection& connection) {
    const std::string came =
        connection.receive([](const std::string& all) { return parse(all).has_value(); });
    std::optional<HttpAnswer> answer = parse(came);
    if (answer) return std::move(*answer);
    const std::string why = connection.trouble().empty() ? "closed" : connection.trouble();
    return fail(ErrorCode::Offline,
                why + " after " + std::to_string(came.size()) + " bytes: \"" + came.substr(0, 200) + "\"");
}

Result<HttpAnswer> ask(const Endpoint& endpoint, std::string_view request) {
    const RawConnection connection(endpoint);
    if (!connection.connected()) return fail(ErrorCode::Offline, connection.trouble());
    connection.send(request);  // refused early, the rest cannot be sent; the answer is there all the same
    return readAnswer(connection);
}

std::string postText(const std::string& path, const std::string& body, const std::string& more) {
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\n" +
           "Content-Length: " + std::to_string(body.size()) + "\r\n" + more + "\r\n" + body;
}

std::string authorization(const RequestProof& proof) {
    return "Authorization: Veldwijzer1 " + encodeProof(proof) + "\r\n";
}

std::string HttpChannel::syncText(const wire::SyncRequest& request, const SigningKey& device, WallMs timeMs) {
    const std::string body = request.SerializeAsString();
    const RequestView view{"POST", "/v1/sync", "", viewOf(body), serverIdOf(serverKey_)};
    return postText("/v1/sync", body, authorization(proveRequest(device, view, timeMs, random_)));
}

Result<std::string> HttpChannel::post(const std::string& text, const std::string& body) {
    const auto answer = ask(endpoint_, text);
    if (!answer) return answer.error();
    const auto header = answer->headers.find("veldwijzer-server");
    const auto bytes = header == answer->headers.end() ? std::nullopt : fromBase64Url(header->second);
    const auto signature = bytes ? Signature::from(*bytes) : std::nullopt;
    if (!signature ||
        !checkAnswer(serverKey_, *signature, viewOf(body), answer->status, viewOf(answer->body)))
        return fail(ErrorCode::ServerChanged, "unsigned answer " + std::to_string(answer->status));
    if (answer->status == 200) return answer->body;
    for (const ErrorCode code : {ErrorCode::NotAMember, ErrorCode::BadSignature, ErrorCode::Replayed,
                                 ErrorCode::ClockSkew, ErrorCode::Busy, ErrorCode::Malformed})
        if (errorName(code) == answer->reason()) return fail(code, answer->reason());
    return fail(ErrorCode::ServerError, answer->reason());
}

Result<wire::JoinResponse> HttpChannel::join(const wire::JoinRequest& request) {
    const std::string body = request.SerializeAsString();
    const auto answer = post(postText("/v1/join", body), body);
    if (!answer) return answer.error();
    wire::JoinResponse response;
    if (!response.ParseFromString(*answer)) return fail(ErrorCode::Malformed, "unreadable");
    return response;
}

Result<wire::SyncResponse> HttpChannel::sync(const wire::SyncRequest& request, const SigningKey& device) {
    const auto answer = post(syncText(request, device, now()), request.SerializeAsString());
    if (!answer) return answer.error();
    wire::SyncResponse response;
    if (!response.ParseFromString(*answer)) return fail(ErrorCode::Malformed, "unreadable");
    return response;
}

}  // namespace veldwijzer::server::test
