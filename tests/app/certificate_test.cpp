// SPDX-License-Identifier: EUPL-1.2
// TLS as the app does it, against a server in this process with certificates that hold and that don't.
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <httplib.h>
#pragma GCC diagnostic pop

#include "app/app_world.h"
#include "app/error_words.h"
#include "app/sync_overview.h"
#include "transport/http_transport.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

// Made for this test: they open nothing. Each certificate is signed with this key itself.
constexpr const char* key = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKRHA7t50V6+nhPJ4
hZ3YwRAejVA2Ruov+B3na0e4Xw+hRANCAAQfdYZ25yLHTnWuaOGtYZE4YDiVQ5jM
51uboyCr4i3xygYjOhw9geYOQWkmsr+h4GnscDppH973b6f+WBP3Xrh/
-----END PRIVATE KEY-----)";
/// For 127.0.0.1, until 2120.
constexpr const char* good = R"(-----BEGIN CERTIFICATE-----
MIIBXDCCAQKgAwIBAgIUaZPx+U5ciCdugzYsBQIYgjmB+vIwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPdmVsZHdpanplciB0ZXN0MCAXDTIwMDEwMTAwMDAwMFoYDzIx
MjAwMTAxMDAwMDAwWjAaMRgwFgYDVQQDDA92ZWxkd2lqemVyIHRlc3QwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAAQfdYZ25yLHTnWuaOGtYZE4YDiVQ5jM51uboyCr
4i3xygYjOhw9geYOQWkmsr+h4GnscDppH973b6f+WBP3Xrh/oyQwIjAPBgNVHREE
CDAGhwR/AAABMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAKQ+
TNdGPMHA3sScPGt61UVeFFrabX7q6fUFL9KwugTuAiA73+mzCAeAkAyY+tkrIsvQ
rMqKl+a/IqWc5h4dpoajbQ==
-----END CERTIFICATE-----)";
/// For 127.0.0.1, of the year 2000.
constexpr const char* expired = R"(-----BEGIN CERTIFICATE-----
MIIBWzCCAQCgAwIBAgIUOlPEqUC8+W8vwNpNlGsrtay6Ld8wCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPdmVsZHdpanplciB0ZXN0MB4XDTAwMDEwMTAwMDAwMFoXDTAx
MDEwMTAwMDAwMFowGjEYMBYGA1UEAwwPdmVsZHdpanplciB0ZXN0MFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEH3WGducix051rmjhrWGROGA4lUOYzOdbm6Mgq+It
8coGIzocPYHmDkFpJrK/oeBp7HA6aR/e92+n/lgT9164f6MkMCIwDwYDVR0RBAgw
BocEfwAAATAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCd7hhR
pXat0P2+SeH4q8px0MhwLHR47yM3fwBFQh2CoQIhAJQ3JaIMmdVf0QFf16TVPGOl
RcPBPAMPiZCb6PiAWjYi
-----END CERTIFICATE-----)";
/// For elsewhere.example, until 2120.
constexpr const char* elsewhere = R"(-----BEGIN CERTIFICATE-----
MIIBajCCAQ+gAwIBAgIULNyD5oT1h2+RiY9KoyROZQkP2XAwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPdmVsZHdpanplciB0ZXN0MCAXDTIwMDEwMTAwMDAwMFoYDzIx
MjAwMTAxMDAwMDAwWjAaMRgwFgYDVQQDDA92ZWxkd2lqemVyIHRlc3QwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAAQfdYZ25yLHTnWuaOGtYZE4YDiVQ5jM51uboyCr
4i3xygYjOhw9geYOQWkmsr+h4GnscDppH973b6f+WBP3Xrh/ozEwLzAcBgNVHREE
FTATghFlbHNld2hlcmUuZXhhbXBsZTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49
BAMCA0kAMEYCIQC8/sRx4e/y+obbfdfpsk2a1YmLO+dDIu7OMPRh5y0idwIhALfJ
NWh+Gf24w+nRl2decHsGJPJjomZ3KZIRvnh2Nwh6
-----END CERTIFICATE-----)";

/// Answers every POST with "here", and counts them.
class TlsServer {
public:
    TlsServer(const std::filesystem::path& folder, const char* certificate)
        : server_(file(folder, "certificate", certificate).c_str(), file(folder, "key", key).c_str()) {
        server_.Post(".*", [this](const httplib::Request&, httplib::Response& response) {
            ++posts;
            response.set_content("here", "text/plain");
        });
        port_ = server_.bind_to_any_port("127.0.0.1");
        REQUIRE(port_ > 0);
        thread_ = std::thread([this] { server_.listen_after_bind(); });
        REQUIRE(waitFor([this] { return server_.is_running(); }));
    }
    ~TlsServer() {
        server_.stop();
        thread_.join();
    }
    [[nodiscard]] std::string url() const { return "https://127.0.0.1:" + std::to_string(port_); }
    std::atomic<int> posts = 0;

    static std::string file(const std::filesystem::path& folder, const char* name, const char* content) {
        const auto path = folder / name;
        std::ofstream(path) << content;
        return path.string();
    }

private:
    httplib::SSLServer server_;
    int port_ = 0;
    std::thread thread_;
};

/// What this machine trusts, for as long as it lives.
class Trusted {
public:
    explicit Trusted(const std::string& file) { qputenv("SSL_CERT_FILE", QByteArray::fromStdString(file)); }
    Trusted(const Trusted&) = delete;
    Trusted& operator=(const Trusted&) = delete;
    ~Trusted() { qunsetenv("SSL_CERT_FILE"); }
};

Result<sync::Response> post(const std::string& url) {
    const auto transport = transport::HttpTransport::to(url);
    REQUIRE(transport.ok());
    return (*transport)->post({"/v1/sync", "something", ""});
}

}  // namespace

TEST_CASE("A certificate that the machine trusts, of that address and of today, is taken", "[app][tls]") {
    application();
    const TemporaryFolder folder;
    TlsServer server(folder.path(), good);
    const Trusted trusted(TlsServer::file(folder.path(), "trusted", good));
    const auto answer = post(server.url());
    REQUIRE(answer.ok());
    CHECK(answer->body == "here");
}

TEST_CASE("A certificate that does not hold gets nothing sent", "[app][tls]") {
    application();
    const TemporaryFolder folder;
    const auto refused = [&](const char* certificate) {
        TlsServer server(folder.path(), certificate);
        const auto answer = post(server.url());
        REQUIRE_FALSE(answer.ok());
        CHECK(answer.error().code == ErrorCode::ConnectionUntrusted);
        CHECK(server.posts == 0);
    };
    SECTION("signed by itself, unknown to the machine") {
        refused(good);
    }
    SECTION("expired, though trusted: what a clock that is years ahead makes of any") {
        const Trusted trusted(TlsServer::file(folder.path(), "trusted", expired));
        refused(expired);
    }
    SECTION("of another address, though trusted") {
        const Trusted trusted(TlsServer::file(folder.path(), "trusted", elsewhere));
        refused(elsewhere);
    }
}

TEST_CASE("The app tells of a certificate that does not hold, and goes on when it does", "[app][tls]") {
    AppWorld world;
    world.foundAndUnlock();
    TlsServer server(world.folder.path(), good);
    const auto transport = transport::HttpTransport::to(server.url());
    REQUIRE(transport.ok());
    {
        const std::lock_guard lock(world.road.mutex);
        world.road.instead = [&](const sync::Request& request) { return (*transport)->post(request); };
    }
    REQUIRE(ask(world.desk, [](session::Session& session) {
                return session.create("service", {{"name", "Inloop"}});
            }).ok());
    app::SyncOverview overview;
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        return world.app.syncLook() == app::App::SyncLook::Trouble && !overview.alarms().isEmpty();
    }));
    const QVariantMap alarm = overview.alarms().first().toMap();
    CHECK(alarm["name"] == "connection-untrusted");
    checkWords(alarm["title"].toString(), alarm["text"].toString());
    CHECK(server.posts == 0);
    {
        const std::lock_guard lock(world.road.mutex);
        world.road.instead = {};
    }
    CHECK(waitFor([&] {
        world.desk.syncNow();
        return world.desk.syncState().pending == 0 && world.app.syncLook() == app::App::SyncLook::Fine;
    }));
}
