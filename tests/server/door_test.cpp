// SPDX-License-Identifier: EUPL-1.2
#include <catch2/catch.hpp>

#include "base/limits.h"
#include "base/random.h"
#include "http/http_limits.h"
#include "http/http_server.h"
#include "http/nonce_cache.h"
#include "http/request_head.h"

namespace veldwijzer::server::test {
namespace {

std::string head(const std::string& lines) {
    return "POST /v1/sync HTTP/1.1\r\n" + lines + "\r\n";
}

TEST_CASE("A request's head says where the request ends", "[server][http]") {
    CHECK_FALSE(readHead("").head);
    CHECK_FALSE(readHead("POST /v1/sync HTTP/1.1\r\nHost: a\r\n").head);
    CHECK(readHead("POST /v1/sync HTTP/1.1\r\nHost: a\r\n").refusal == 0);

    const std::string good = head("Host: a\r\nCONTENT-length:  12 \r\n");
    const HeadResult result = readHead(good + "hello");
    REQUIRE(result.head);
    CHECK(result.head->headBytes == good.size());
    CHECK(result.head->bodyBytes == 12);
    CHECK(readHead("GET / HTTP/1.1\r\n\r\n").head->bodyBytes == 0);

    const std::string limit = std::to_string(limits::bodyBytes);
    CHECK(readHead(head("Content-Length: " + limit + "\r\n")).head->bodyBytes == limits::bodyBytes);
    for (const char* tooMuch : {"2097153", "99999999999999999999999999"}) {
        const HeadResult large = readHead(head(std::string("Content-Length: ") + tooMuch + "\r\n"));
        REQUIRE(large.head);
        CHECK(large.head->bodyWithheld);
        CHECK(large.head->bodyBytes == 0);
    }
    CHECK(readHead(head("Transfer-Encoding: chunked\r\n")).head->bodyWithheld);
}

TEST_CASE("A head that two readers could read differently is refused", "[server][http]") {
    for (const std::string& bad :
         {head("Content-Length: 1\r\nContent-Length: 1\r\n"),
          head("Content-Length: 1\r\ncontent-length: 2\r\n"), head("Content-Length: -1\r\n"),
          head("Content-Length: 1x\r\n"), head("Content-Length:\r\n"), head("Content-Length: 1, 1\r\n"),
          head("Content-Length : 1\r\n"), head(" Folded: x\r\n"), head("NoColon\r\n"), head(": empty\r\n"),
          head("A: b\nContent-Length: 3\r\n"), head("A: b\n\r\n"), head(std::string("A: \0\r\n", 6))})
        CHECK(readHead(bad).refusal == 400);
}

TEST_CASE("A head is at most as long as the limit", "[server][http]") {
    const std::string frame = head("A: \r\n");
    const std::string fits = head("A: " + std::string(limits::headerBytes - frame.size(), 'x') + "\r\n");
    CHECK(fits.size() == limits::headerBytes);
    CHECK(readHead(fits).head);
    const std::string tooLong =
        head("A: " + std::string(limits::headerBytes - frame.size() + 1, 'x') + "\r\n");
    CHECK(readHead(tooLong).refusal == 431);
    CHECK(readHead(std::string(limits::headerBytes - 1, 'x')).refusal == 0);
    CHECK(readHead(std::string(limits::headerBytes, 'x')).refusal == 431);
}

TEST_CASE("A nonce is taken once as long as its request could be played again", "[server][http]") {
    SeededRandom random(5);
    const auto device = random.id<DeviceId>();
    const auto other = random.id<DeviceId>();
    const std::array<std::uint8_t, 16> nonce{1, 2, 3};
    const WallMs now = 1'700'000'000'000;
    using Verdict = NonceCache::Verdict;
    NonceCache cache;
    CHECK(cache.admit(device, nonce, now, now) == Verdict::Fresh);
    CHECK(cache.admit(device, nonce, now, now) == Verdict::Replayed);
    CHECK(cache.admit(other, nonce, now, now) == Verdict::Fresh);
    // Stamped as far ahead as allowed: remembered until it is as far behind.
    const WallMs ahead = now + veldwijzer::limits::requestSkewMs;
    const std::array<std::uint8_t, 16> second{4};
    CHECK(cache.admit(device, second, ahead, now) == Verdict::Fresh);
    CHECK(cache.admit(device, second, ahead, ahead + veldwijzer::limits::requestSkewMs) == Verdict::Replayed);
    CHECK(cache.size() == 1);
}

TEST_CASE("A full nonce cache forgets nothing that could be played again", "[server][http]") {
    SeededRandom random(6);
    const auto device = random.id<DeviceId>();
    const WallMs now = 1'700'000'000'000;
    using Verdict = NonceCache::Verdict;
    NonceCache cache(100);
    std::array<std::uint8_t, 16> nonce{};
    for (std::uint8_t i = 0; i < 100; ++i) {
        nonce[0] = i;
        CHECK(cache.admit(device, nonce, now, now) == Verdict::Fresh);
    }
    nonce[0] = 100;
    CHECK(cache.admit(device, nonce, now, now) == Verdict::Full);
    nonce[0] = 5;
    CHECK(cache.admit(device, nonce, now, now) == Verdict::Replayed);
    const WallMs later = now + 2 * veldwijzer::limits::requestSkewMs;
    CHECK(cache.admit(device, nonce, later, later) == Verdict::Fresh);
    CHECK(cache.size() == 1);
}

TEST_CASE("Only this machine's own addresses are loopback", "[server][http]") {
    for (const char* own : {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
        CHECK(isLoopback(own));
    for (const char* other : {"0.0.0.0", "::", "192.168.1.1", "example.org", "1.127.0.1", ""})
        CHECK_FALSE(isLoopback(other));
}

}  // namespace
}  // namespace veldwijzer::server::test
