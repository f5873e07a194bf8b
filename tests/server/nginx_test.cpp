// SPDX-License-Identifier: EUPL-1.2
#include "server/nginx.h"

#include "base/limits.h"
#include "server/live_server.h"

namespace veldwijzer::server::test {
namespace {

// Attackers and the honest device come from different addresses of loopback, as they would from the world:
// the site's limits are per address.
constexpr const char* attacker = "127.0.0.1";
constexpr const char* office = "127.0.0.2";

struct Proxied {
    LiveServer server{{"--behind-proxy"}};
    std::unique_ptr<NginxProcess> nginx = NginxProcess::inFrontOf(server.process->port());

    [[nodiscard]] Endpoint from(const char* address) const { return {nginx->port(), address}; }

    double honest() {
        server.channel.use(from(office));
        wire::SyncRequest request = server.region.request();
        Device& device = server.region.founder();
        *request.add_envelopes() = server.region.envelope(device, server.region.map());
        const auto start = std::chrono::steady_clock::now();
        const auto answer = server.channel.sync(request, device.key);
        const double took = millisSince(start);
        REQUIRE(answer);
        CHECK(said(answer->outcomes(0)) == "accepted");
        return took;
    }
};

int statusOf(const Endpoint& endpoint, const std::string& text) {
    const auto answer = ask(endpoint, text);
    if (!answer) UNSCOPED_INFO("no answer: " << answer.error().message);
    return answer ? answer->status : 0;
}

TEST_CASE("Through the shipped nginx site honest requests pass and keep their signature", "[server][nginx]") {
    Proxied proxied;
    if (!proxied.nginx) return;
    proxied.honest();
    Device& device = proxied.server.region.founder();
    // The largest request that there is, and the page with it.
    proxied.server.channel.use(proxied.from(office));
    CHECK(said(proxied.server.region.push(proxied.server.region.envelope(device, proxied.server.region.map(),
                                                                         1, limits::envelopeSealedMax),
                                          device)) == "accepted");
    CHECK(proxied.server.region.pull(proxied.server.region.map(), device).entries_size() == 1);
    for (const char* path : {"/healthz", "/readyz", "/metrics", "/", "/v1/other"})
        CHECK(statusOf(proxied.from(office), std::string("GET ") + path + " HTTP/1.1\r\nHost: a\r\n\r\n") ==
              404);
}

TEST_CASE("The shipped nginx site refuses or bounds what the server must not meet", "[server][nginx]") {
    Proxied proxied;
    if (!proxied.nginx) return;
    const Endpoint endpoint = proxied.from(attacker);
    const std::string frame = "POST /v1/sync HTTP/1.1\r\nHost: a\r\n";

    // Chunked bodies get a length on the way, within the limit; the server then asks who signed it.
    CHECK(statusOf(endpoint, frame + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n") == 401);
    std::string chunks = frame + "Transfer-Encoding: chunked\r\n\r\n";
    for (int i = 0; i < 40; ++i)
        chunks += "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    CHECK(statusOf(endpoint, chunks + "0\r\n\r\n") == 413);
    // Nothing is unpacked, no range is computed, no address believed.
    CHECK(statusOf(endpoint, postText("/v1/sync", "\x1f\x8b\x08", "Content-Encoding: gzip\r\n")) == 401);
    CHECK(statusOf(endpoint, postText("/v1/sync", "x", "Range: bytes=0-1,0-1\r\n")) == 401);
    CHECK(statusOf(endpoint, frame + "Content-Length: 99999999999\r\n\r\n") == 413);
    CHECK(statusOf(endpoint, frame + "\r\n") == 411);
    CHECK(statusOf(endpoint, "GET /v1/sync HTTP/1.1\r\nHost: a\r\n\r\n") == 403);
    const int endless = statusOf(endpoint, frame + "A: " + std::string(100'000, 'x') + "\r\n\r\n");
    CHECK((endless == 400 || endless == 414 || endless == 431));
    std::string many = frame;
    for (int i = 0; i < 100'000; ++i)
        many += "A: b\r\n";
    CHECK(statusOf(endpoint, many + "\r\n") == 400);
    const double took = proxied.honest();
    std::printf("  through nginx, after the table: honest request %.1f ms, server resident %ld KiB\n", took,
                proxied.server.process->residentKib());
}

TEST_CASE("Through the shipped nginx site slow and silent clients reach no thread of the server",
          "[server][nginx]") {
    Proxied proxied;
    if (!proxied.nginx) return;
    std::vector<RawConnection> held;
    const auto hold = [&](int number, const std::string& words) {
        for (int i = 0; i < number; ++i) {
            held.emplace_back(proxied.from(attacker));
            held.back().send(words);
        }
    };
    hold(500, "");
    hold(250, "POST /v1/sync HTTP/1.1\r\nHost: a\r\nX: ");
    hold(250, "POST /v1/sync HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\nabc");
    double slowest = 0;
    for (int i = 0; i < 5; ++i) {
        for (const RawConnection& each : held)
            each.send("x");
        slowest = std::max(slowest, proxied.honest());
    }
    std::printf("  through nginx, 1,000 silent and dripping: slowest honest request of 5 %.1f ms\n", slowest);
    const std::string metrics = ask({proxied.server.process->port()}, "GET /metrics HTTP/1.1\r\n\r\n")->body;
    const auto at = metrics.find("\nveldwijzer_connections_open ");
    REQUIRE(at != std::string::npos);
    CHECK(std::atoi(metrics.c_str() + at + std::string("\nveldwijzer_connections_open ").size()) < 40);
}

TEST_CASE("Through the shipped nginx site a flood from one address is held back, others are not",
          "[server][nginx]") {
    Proxied proxied;
    if (!proxied.nginx) return;
    int passed = 0;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 400; ++i)
        passed += statusOf(proxied.from(attacker), postText("/v1/join", "garbage")) == 429 ? 0 : 1;
    // The site's burst and rate, however long a busy machine takes over 400 requests; 5 for nginx's coarse
    // clock.
    const double most = 1 + 100 + 30 * millisSince(start) / 1000 + 5;
    CHECK(passed >= 100);
    CHECK(passed <= most);
    proxied.honest();
}

}  // namespace
}  // namespace veldwijzer::server::test
