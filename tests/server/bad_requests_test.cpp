// SPDX-License-Identifier: EUPL-1.2
#include <functional>
#include <thread>

#include "base/limits.h"
#include "http/http_limits.h"
#include "server/live_server.h"

namespace veldwijzer::server::test {
namespace {

constexpr long residentLimitKib = 64 * 1024;

/// A sanitizer's own memory is not the server's.
bool measuresMemory() {
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
    return false;
#else
    return true;
#endif
}

std::vector<RawConnection> open(const Endpoint& endpoint, int number, const std::string& firstWords) {
    std::vector<RawConnection> connections;
    for (int i = 0; i < number; ++i) {
        connections.emplace_back(endpoint);
        if (!connections.back().connected()) FAIL("connection " << i << " was not accepted");
        if (!firstWords.empty()) connections.back().send(firstWords);
    }
    return connections;
}

/// An honest sync that pushes one envelope, from its own address; how long it took.
double honest(LiveServer& server, Device& device) {
    wire::SyncRequest request = server.region.request();
    *request.add_envelopes() = server.region.envelope(device, server.region.map());
    const auto start = std::chrono::steady_clock::now();
    const auto answer = server.channel.sync(request, device.key);
    const double took = millisSince(start);
    if (!answer) FAIL("after " << took << " ms: " << answer.error().message);
    CHECK(said(answer->outcomes(0)) == "accepted");
    return took;
}

void report(const std::string& what, double tookMs, const ServerProcess& process) {
    std::printf("  %-34s honest request %7.1f ms, resident %6ld KiB (peak %ld)\n", what.c_str(), tookMs,
                process.residentKib(), process.peakResidentKib());
    std::fflush(stdout);
    if (measuresMemory()) CHECK(process.peakResidentKib() < residentLimitKib);
}

TEST_CASE("Each bad request is refused with its status, and the next honest one is answered",
          "[server][bad]") {
    LiveServer server;
    Device& device = server.region.founder();
    const Endpoint endpoint = server.channel.endpoint();
    const auto now = [&] { return server.channel.now(); };
    const wire::SyncRequest request = server.region.request();
    const std::string good = server.channel.syncText(request, device.key, now());

    struct Bad {
        const char* what;
        std::string text;
        int status;
        const char* reason;  ///< nullptr where the door refuses without a body
    };
    const Device stranger = server.region.newDevice();
    std::string manyHeaders;
    for (int i = 0; i < 80; ++i)
        manyHeaders += "X-" + std::to_string(i) + ": 1\r\n";
    std::string garbage(200, '\xff');
    const RequestView view{"POST", "/v1/sync", "", viewOf(garbage), serverIdOf(server.link.serverKey)};
    const std::string signedGarbage =
        authorization(proveRequest(device.key, view, now(), server.region.random));
    const std::vector<Bad> table{
        {"chunked body",
         "POST /v1/sync HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
         400, "invalid-argument"},
        {"gzip body", postText("/v1/sync", "\x1f\x8b\x08", "Content-Encoding: gzip\r\n"), 400,
         "invalid-argument"},
        {"range", postText("/v1/sync", "x", "Range: bytes=0-1,2-3\r\n"), 400, nullptr},
        {"range that is none", postText("/v1/sync", "x", "Range: bytes=9-1\r\n"), 400, nullptr},
        {"more than 64 headers", postText("/v1/sync", "x", manyHeaders), 431, "too-large"},
        {"endless header line", "POST /v1/sync HTTP/1.1\r\nA: " + std::string(200'000, 'x'), 431, nullptr},
        {"100,000 headers",
         [] {
             std::string text = "POST /v1/sync HTTP/1.1\r\n";
             for (int i = 0; i < 100'000; ++i)
                 text += "A: b\r\n";
             return text + "\r\n";
         }(),
         431, nullptr},
        {"endless address", "GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\n\r\n", 431, nullptr},
        {"long address", "GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\n\r\n", 414, nullptr},
        {"huge Content-Length", "POST /v1/sync HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\nabc",
         413, "too-large"},
        {"one byte more than the limit", postText("/v1/sync", std::string(limits::bodyBytes + 1, 'x')), 413,
         "too-large"},
        {"uncountable Content-Length",
         "POST /v1/sync HTTP/1.1\r\nContent-Length: 18446744073709551617000\r\n\r\n", 413, "too-large"},
        {"negative Content-Length", "POST /v1/sync HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400, nullptr},
        {"two Content-Lengths", "POST /v1/sync HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
         400, nullptr},
        {"no Content-Length", "POST /v1/sync HTTP/1.1\r\nHost: a\r\n\r\nabc", 411, "invalid-argument"},
        {"POST elsewhere", postText("/v1/elsewhere", "x"), 404, "not-found"},
        {"POST to metrics", postText("/metrics", "x"), 405, "invalid-argument"},
        {"GET of sync", "GET /v1/sync HTTP/1.1\r\n\r\n", 405, "invalid-argument"},
        {"metrics through a proxy", "GET /metrics HTTP/1.1\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n", 404,
         "not-found"},
        {"a form",
         "POST /v1/sync HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\n"
         "Content-Length: 3\r\n\r\nabc",
         415, "invalid-argument"},
        {"not HTTP", "\x16\x03\x01\x02 hello\r\n\r\n", 400, nullptr},
        {"bare line feeds", "POST /v1/sync HTTP/1.1\nContent-Length: 1\n\nx\r\n\r\n", 400, nullptr},
        {"unsigned", postText("/v1/sync", request.SerializeAsString()), 401, "bad-signature"},
        {"signed with nonsense", postText("/v1/sync", "x", "Authorization: Veldwijzer1 AAAA\r\n"), 401,
         "bad-signature"},
        {"another scheme", postText("/v1/sync", "x", "Authorization: Basic QTpC\r\n"), 401, "bad-signature"},
        {"garbage, well signed", postText("/v1/sync", garbage, signedGarbage), 400, "malformed"},
        {"garbage to join", postText("/v1/join", garbage), 400, "malformed"},
        {"garbage to refill", postText("/v1/refill", garbage), 400, "malformed"},
        {"signed for another body",
         [&] {
             std::string text = good;
             text.back() = static_cast<char>(text.back() ^ 1);
             return text;
         }(),
         401, "bad-signature"},
        {"stranger", server.channel.syncText(request, stranger.key, now()), 403, "not-a-member"},
        {"stamped long ago", server.channel.syncText(request, device.key, now() - 130'000), 401,
         "clock-skew"},
        {"stamped far ahead", server.channel.syncText(request, device.key, now() + 130'000), 401,
         "clock-skew"},
        {"stamped before the server started", server.channel.syncText(request, device.key, now() - 60'000),
         401, "clock-skew"},
    };
    for (const Bad& bad : table) {
        INFO(bad.what);
        const auto answer = ask(endpoint, bad.text);
        REQUIRE(answer);
        CHECK(answer->status == bad.status);
        if (bad.reason != nullptr) CHECK(answer->reason() == bad.reason);
        honest(server, device);
    }
    report("after the whole table", honest(server, device), *server.process);
}

TEST_CASE("A request played again is refused", "[server][bad]") {
    LiveServer server;
    Device& device = server.region.founder();
    const std::string text =
        server.channel.syncText(server.region.request(), device.key, server.channel.now());
    auto answer = ask(server.channel.endpoint(), text);
    REQUIRE(answer);
    CHECK(answer->status == 200);
    answer = ask(server.channel.endpoint(), text);
    REQUIRE(answer);
    CHECK(answer->status == 401);
    CHECK(answer->reason() == "replayed");
    // A new start has an empty memory: what was stamped before it is refused all the same.
    server.process.reset();
    server.start();
    answer = ask(server.channel.endpoint(), text);
    REQUIRE(answer);
    CHECK(answer->reason() == "clock-skew");
}

TEST_CASE("A removed device is told that it was removed, and nothing else", "[server][bad]") {
    LiveServer server;
    Device& second = server.region.join(roster::Role::Editor);
    CHECK(server.channel.sync(server.region.request(), second.key));
    CHECK(said(server.region.push(makeRemoveDevice(server.region.roster,
                                                   {server.region.founder().key, server.channel.now()},
                                                   second.id(), server.region.random))) == "accepted");
    const std::uint64_t removal = server.region.roster.position();
    server.region.join(roster::Role::Professional);
    wire::SyncRequest asks = server.region.request();
    asks.set_roster_position(0);
    asks.clear_roster_hash();
    const auto told = server.channel.sync(asks, second.key);
    REQUIRE(told);
    CHECK(told->roster_head() == removal);
    for (const wire::Page& page : told->pages())
        CHECK(page.entries_size() == 0);
}

TEST_CASE("Slow, silent and many connections stop no honest request", "[server][bad]") {
    LiveServer server;
    Device& device = server.region.founder();
    const Endpoint endpoint = server.channel.endpoint();
    std::printf("connections held open against the server without nginx:\n");

    SECTION("a thousand that say nothing") {
        const auto silent = open(endpoint, 1000, "");
        report("1,000 silent", honest(server, device), *server.process);
    }
    SECTION("more than the server keeps") {
        const auto many = open(endpoint, static_cast<int>(limits::connections) + 200, "");
        report("2,248 silent", honest(server, device), *server.process);
    }
    SECTION("a thousand that drip their headers") {
        const auto dripping = open(endpoint, 1000, "POST /v1/sync HTTP/1.1\r\nA: ");
        for (int round = 0; round < 5; ++round) {
            for (const RawConnection& each : dripping)
                each.send("x");
            honest(server, device);
        }
        report("1,000 dripping headers", honest(server, device), *server.process);
    }
    SECTION("a thousand that promise a body and do not send it") {
        const auto lying = open(endpoint, 1000, "POST /v1/sync HTTP/1.1\r\nContent-Length: 2097152\r\n\r\nx");
        report("1,000 lying Content-Lengths", honest(server, device), *server.process);
    }
    SECTION("sixty that send almost two megabytes and stop") {
        const std::string text = postText("/v1/sync", std::string(limits::bodyBytes, 'x'));
        const auto stuck = open(endpoint, 60, text.substr(0, text.size() - 1));
        report("60 x 2 MiB unfinished", honest(server, device), *server.process);
    }
    SECTION("eight that send two megabytes of garbage over and over") {
        std::vector<std::thread> senders;
        std::atomic<bool> stop{false};
        const std::string text = postText("/v1/join", std::string(limits::bodyBytes, '\x0a'));
        for (int i = 0; i < 8; ++i)
            senders.emplace_back([&] {
                for (int round = 0; round < 20 && !stop; ++round)
                    (void)ask(endpoint, text);
            });
        double slowest = 0;
        for (int i = 0; i < 10; ++i)
            slowest = std::max(slowest, honest(server, device));
        stop = true;
        for (std::thread& sender : senders)
            sender.join();
        report("8 x 2 MiB of garbage, slowest of 10", slowest, *server.process);
    }
    SECTION("clients that do not take their answer") {
        std::vector<wire::Envelope> large;
        for (int i = 0; i < 8; ++i)
            server.region.push({server.region.envelope(device, server.region.map(), 1, 200'000)}, device);
        wire::SyncRequest pull = server.region.request();
        pull.add_cursors()->set_space(toString(server.region.map().view()));
        std::vector<RawConnection> deaf;
        for (int i = 0; i < 40; ++i) {
            deaf.emplace_back(endpoint);
            deaf.back().send(server.channel.syncText(pull, device.key, server.channel.now()));
        }
        report("40 that leave 0.5 MiB unread", honest(server, device), *server.process);
    }
}

TEST_CASE("A thousand connections that were answered and stay open stop no honest request", "[server][bad]") {
    LiveServer server({"--behind-proxy"});
    // Each has its answer before the next asks: a thousand at one moment are more than may wait, and the
    // honest one would rightly be told to come back.
    std::vector<RawConnection> idle;
    for (int i = 0; i < 1000; ++i) {
        idle.push_back(
            std::move(open(server.channel.endpoint(), 1, "GET /healthz HTTP/1.1\r\n\r\n").front()));
        const auto answer = readAnswer(idle.back());
        REQUIRE(answer);
        REQUIRE(answer->status == 200);
    }
    report("1,000 answered, open", honest(server, server.region.founder()), *server.process);
}

TEST_CASE("What a client says of its own address is not believed", "[server][bad]") {
    LiveServer server;
    const Endpoint elsewhere{server.process->port(), "127.0.0.9"};
    // The peer's real address is loopback here whatever it claims: the claim changes nothing either way.
    const auto answer = ask(elsewhere, "GET /healthz HTTP/1.1\r\nREMOTE_ADDR: 10.0.0.1\r\n\r\n");
    REQUIRE(answer);
    CHECK(answer->status == 200);
}

}  // namespace
}  // namespace veldwijzer::server::test
