// SPDX-License-Identifier: EUPL-1.2
#include <csignal>

#include "base/text.h"
#include "server/live_server.h"

namespace veldwijzer::server::test {
namespace {

TEST_CASE("The server founds a region, takes changes and gives them back over HTTP", "[server][http]") {
    LiveServer server;
    TestRegion& region = server.region;
    Device& device = region.founder();
    CHECK(said(region.push(region.envelope(device, region.map()), device)) == "accepted");
    Device& second = region.join(roster::Role::Professional);
    const wire::Page page = region.pull(region.map(), second);
    CHECK(page.entries_size() == 1);

    CHECK(ask(server.channel.endpoint(), "GET /healthz HTTP/1.1\r\n\r\n")->body == "alive\n");
    CHECK(ask(server.channel.endpoint(), "GET /readyz HTTP/1.1\r\n\r\n")->body == "ready\n");
    const std::string metrics = ask(server.channel.endpoint(), "GET /metrics HTTP/1.1\r\n\r\n")->body;
    CHECK(metrics.find("veldwijzer_outcomes_total{status=\"accepted\"} 3\n") != std::string::npos);
    CHECK(metrics.find("veldwijzer_log_entries 1\n") != std::string::npos);
    CHECK(metrics.find("veldwijzer_membership_position 3\n") != std::string::npos);
}

TEST_CASE("Without a proxy each answer closes its connection, behind one it stays open", "[server][http]") {
    LiveServer alone;
    const std::string get = "GET /healthz HTTP/1.1\r\n\r\n";
    CHECK(ask(alone.channel.endpoint(), get)->headers["connection"] == "close");

    LiveServer behind({"--behind-proxy"});
    const RawConnection connection(behind.channel.endpoint());
    for (int i = 0; i < 3; ++i) {
        connection.send(get);
        const auto answer = readAnswer(connection);
        REQUIRE(answer);
        CHECK(answer->body == "alive\n");
    }
    connection.send("GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n");
    CHECK(readAnswer(connection)->headers["connection"] == "close");
    CHECK(connection.receive().empty());
}

TEST_CASE("A client that waits for 100 Continue gets it or the answer", "[server][http]") {
    LiveServer server;
    const auto answer = ask(server.channel.endpoint(), postText("/v1/join", "x", "Expect: 100-continue\r\n"));
    REQUIRE(answer);
    CHECK(answer->status == 400);
}

TEST_CASE("Everything acknowledged is there after a new start", "[server][http]") {
    LiveServer server;
    TestRegion& region = server.region;
    Device& device = region.founder();
    const wire::Envelope envelope = region.envelope(device, region.map());
    CHECK(said(region.push(envelope, device)) == "accepted");
    server.process->signal(SIGTERM);
    CHECK(server.process->wait() == 0);
    server.start();
    CHECK(said(region.push(envelope, device)) == "duplicate");
    server.process->signal(SIGINT);
    CHECK(server.process->wait() == 0);
}

}  // namespace
}  // namespace veldwijzer::server::test
