// SPDX-License-Identifier: EUPL-1.2
#include "http/guard.h"

#include <httplib.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "http/http_limits.h"
#include "web/site.h"

namespace veldwijzer::server {
namespace {

constexpr std::array<std::string_view, 3> posts{"/v1/sync", "/v1/join", "/v1/refill"};
constexpr std::array<std::string_view, 3> gets{"/healthz", "/readyz", "/metrics"};

GuardRefusal refusal(int status, ErrorCode reason, std::string message) {
    return {status, reason, std::move(message)};
}

bool has(const auto& list, std::string_view path) {
    return std::find(list.begin(), list.end(), path) != list.end();
}

/// Letters, digits, hyphens and one dot: what a handler's path expression meets is short and plain.
bool isPlainName(std::string_view text) {
    constexpr std::size_t longest = 80;
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

bool isBelow(std::string_view path, std::string_view prefix) {
    return path.starts_with(prefix) && isPlainName(path.substr(prefix.size()));
}

std::optional<GuardRefusal> guardBody(const httplib::Request& request) {
    if (!request.has_header("Content-Length"))
        return refusal(411, ErrorCode::InvalidArgument, "The request does not say how long it is.");
    const std::string length = request.get_header_value("Content-Length");
    if (length.size() > 12 || std::strtoull(length.c_str(), nullptr, 10) > limits::bodyBytes)
        return refusal(413, ErrorCode::TooLarge, "The request is larger than the server takes.");
    // cpp-httplib would take these two apart before anybody asked for it.
    const std::string type = request.get_header_value("Content-Type");
    if (type.starts_with("multipart/") || type.starts_with("application/x-www-form-urlencoded"))
        return refusal(415, ErrorCode::InvalidArgument, "The server takes application/x-protobuf.");
    return std::nullopt;
}

}  // namespace

std::optional<GuardRefusal> guardRequest(const httplib::Request& request) {
    // Two of them are cpp-httplib's own: REMOTE_ADDR and REMOTE_PORT.
    if (request.headers.size() > limits::headersPerRequest + 4)
        return refusal(431, ErrorCode::TooLarge, "The request has more headers than the server reads.");
    for (const char* name : {"Transfer-Encoding", "Content-Encoding", "Range"})
        if (request.has_header(name))
            return refusal(400, ErrorCode::InvalidArgument, std::string("The server takes no ") + name + ".");
    const bool published = isBelow(request.path, Site::apiPrefix);
    if (published && request.method == "DELETE") return std::nullopt;
    if (published && request.method == "PUT") return guardBody(request);
    const bool post = has(posts, request.path);
    if (!post && !has(gets, request.path) && !isBelow(request.path, Site::pagePrefix))
        return refusal(404, ErrorCode::NotFound, "There is nothing at this address.");
    if (request.method != (post ? "POST" : "GET"))
        return refusal(405, ErrorCode::InvalidArgument, "This address is not asked in that way.");
    return post ? guardBody(request) : std::nullopt;
}

}  // namespace veldwijzer::server
