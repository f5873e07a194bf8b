// SPDX-License-Identifier: EUPL-1.2
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "ops/check.h"
#include "ops/region_ops.h"
#include "sealing/sealed.h"
#include "server/live_server.h"

namespace veldwijzer::server::test {
namespace {

using veldwijzer::test::TemporaryFolder;

struct Ran {
    int code = 0;
    std::string output;
    std::string errors;
};

std::string contentOf(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

Ran run(const TemporaryFolder& folder, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), serverProgram());
    const auto errorFile = folder.path() / "errors";
    std::filesystem::remove(errorFile);
    Ran ran;
    ran.code = runToEnd(arguments, ran.output, errorFile);
    ran.errors = contentOf(errorFile);
    return ran;
}

mode_t modeOf(const std::filesystem::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

TEST_CASE("init prints one invitation, keeps its key private and runs once", "[server][ops]") {
    const TemporaryFolder folder;
    const std::string data = (folder.path() / "data").string();
    const std::vector<std::string> init{
        "init", "--data", data, "--region", "Noord", "--url", "https://kaart.example.org"};
    const Ran first = run(folder, init);
    CHECK(first.code == 0);
    CHECK(first.output.starts_with("invitation: veldwijzer:join/"));
    CHECK(std::count(first.output.begin(), first.output.end(), '\n') == 1);
    CHECK(first.errors.empty());
    CHECK(modeOf(data) == 0700);
    for (const char* file : {"server.key", "log.sqlite", "lock"})
        CHECK(modeOf(std::filesystem::path(data) / file) == 0600);
    const auto link = roster::decodeLink(first.output.substr(12));
    REQUIRE(link);
    CHECK(link->regionName == "Noord");
    CHECK_FALSE(link->rootFingerprint);

    const Ran again = run(folder, init);
    CHECK(again.code == 1);
    CHECK(again.output.empty());
    CHECK(again.errors.find("already") != std::string::npos);
    // A fresh invitation, as long as nobody has redeemed one.
    const Ran invited = run(folder, {"invite", "--data", data});
    CHECK(invited.code == 0);
    CHECK(invited.output.starts_with("invitation: veldwijzer:join/"));
    CHECK(invited.output != first.output);
}

TEST_CASE("Wrong usage is code 2, a refusal 1, each with its reason", "[server][ops]") {
    const TemporaryFolder folder;
    const std::string data = (folder.path() / "data").string();
    CHECK(run(folder, {}).code == 2);
    CHECK(run(folder, {"dance"}).code == 2);
    CHECK(run(folder, {"init", "--data", data}).code == 2);
    CHECK(run(folder, {"--help"}).code == 0);
    for (const char* command : {"init", "serve", "invite", "check", "backup", "restore", "version"})
        CHECK(run(folder, {command, "--help"}).code == 0);
    CHECK(run(folder, {"version"}).output.starts_with("veldwijzer-server "));
    for (const char* url : {"", "kaart", "https://", "http://kaart.example.org", "ftp://a", "https://a b"})
        CHECK(run(folder, {"init", "--data", data, "--region", "N", "--url", url}).code == 2);
    CHECK(run(folder, {"init", "--data", data, "--region", "a\nb", "--url", "https://a.example"}).code == 2);
    CHECK_FALSE(std::filesystem::exists(data));

    for (const char* command : {"serve", "invite", "check"})
        CHECK(run(folder, {command, "--data", data}).code == 1);
    initialiseRegion(data);
    for (const char* listen : {"nowhere", "127.0.0.1", "127.0.0.1:70000", "127.0.0.1:x", ":1", "a.example:1"})
        CHECK(run(folder, {"serve", "--data", data, "--listen", listen}).code == 2);
    const Ran exposed = run(folder, {"serve", "--data", data, "--listen", "0.0.0.0:0"});
    CHECK(exposed.code == 2);
    CHECK(exposed.errors.find("--exposed-without-proxy") != std::string::npos);
}

TEST_CASE("One process works in a data folder", "[server][ops]") {
    LiveServer server;
    const std::string data = server.data.string();
    const Ran second = run(server.folder, {"serve", "--data", data, "--listen", "127.0.0.1:0"});
    CHECK(second.code == 1);
    CHECK(second.errors.find("Another veldwijzer-server") != std::string::npos);
    CHECK(run(server.folder, {"invite", "--data", data}).code == 1);
    // Verifying and copying read beside it.
    CHECK(run(server.folder, {"check", "--data", data}).code == 0);
    server.process.reset();
    const Ran late = run(server.folder, {"invite", "--data", data});
    CHECK(late.code == 1);
    CHECK(late.errors.find("first coordinator already") != std::string::npos);
}

TEST_CASE("A foreign key file is noticed before anybody is served", "[server][ops]") {
    const TemporaryFolder folder;
    const auto data = folder.path() / "data";
    initialiseRegion(data);
    initialiseRegion(folder.path() / "other");
    std::filesystem::copy_file(folder.path() / "other" / "server.key", data / "server.key",
                               std::filesystem::copy_options::overwrite_existing);
    const Ran served = run(folder, {"serve", "--data", data.string(), "--listen", "127.0.0.1:0"});
    CHECK(served.code == 1);
    CHECK(served.errors.find("does not belong") != std::string::npos);
    CHECK(run(folder, {"check", "--data", data.string()}).code == 1);
    std::ofstream(data / "server.key") << "nonsense";
    CHECK(run(folder, {"serve", "--data", data.string(), "--listen", "127.0.0.1:0"}).code == 1);
}

TEST_CASE("A backup made while serving is whole, and restores with a new epoch", "[server][ops]") {
    LiveServer server;
    TestRegion& region = server.region;
    Device& device = region.founder();
    const wire::Envelope kept = region.envelope(device, region.map());
    region.push(kept, device);
    const std::string backup = (server.folder.path() / "backup").string();
    CHECK(run(server.folder, {"backup", "--data", server.data.string(), "--to", backup}).code == 0);
    CHECK(run(server.folder, {"backup", "--data", server.data.string(), "--to", backup}).code == 1);
    const wire::Envelope lost = region.envelope(device, region.map());
    region.push(lost, device);
    wire::SyncRequest request = region.request();
    const std::string epoch = region.sync(request, device).server_epoch();
    server.process.reset();

    const auto restored = server.folder.path() / "restored";
    CHECK(run(server.folder, {"restore", "--data", restored.string(), "--from", backup}).code == 0);
    CHECK(run(server.folder, {"restore", "--data", restored.string(), "--from", backup}).code == 1);
    CHECK(run(server.folder, {"check", "--data", restored.string()}).code == 0);
    server.data = restored;
    server.start();
    request.set_server_epoch(epoch);
    *request.add_envelopes() = kept;
    *request.add_envelopes() = lost;
    const wire::SyncResponse response = region.sync(request, device);
    CHECK(response.server_epoch() != epoch);
    CHECK(said(response.outcomes(0)) == "duplicate");
    CHECK(said(response.outcomes(1)) == "accepted");
}

TEST_CASE("check finds what was changed in the log", "[server][ops]") {
    const TemporaryFolder folder;
    const auto data = folder.path() / "data";
    {
        const auto link = *roster::decodeLink(initialiseRegion(data));
        auto open = openFolder(DataFolder(data));
        REQUIRE(open);
        SyncService service(*open->log);
        FakeClock clock(SystemClock().wallMs());
        LocalChannel channel(service, clock);
        TestRegion region(link, channel, 4);
        Device& device = region.found();
        for (int i = 0; i < 5; ++i)
            region.push(region.envelope(device, region.map()), device);
    }
    CHECK(checkFolder(DataFolder(data)).problems.empty());
    CHECK(checkFolder(DataFolder(data)).entries == 5);

    const auto damage = [&](const char* sql) {
        {
            Database db = Database::open((data / "log.sqlite").string());
            db.execute(sql);
        }
        return run(folder, {"check", "--data", data.string()});
    };
    const auto original = contentOf(data / "log.sqlite");
    struct Damage {
        const char* sql;
        const char* found;
    };
    for (const Damage& each : std::vector<Damage>{
             {"UPDATE entry SET envelope = CAST(substr(envelope, 1, length(envelope) - 1) || x'ff' AS BLOB) "
              "WHERE position = 3",
              "entry 3: is not signed"},
             {"UPDATE entry SET server_time_ms = server_time_ms + 1 WHERE position = 2", "chain broken"},
             {"DELETE FROM entry WHERE position = 4", "gap before 5"},
             {"DELETE FROM entry WHERE position = 5", "head is not the last entry"},
             {"UPDATE actor SET last_seq = 3", "stored head is not the last envelope"},
             {"UPDATE space SET chain = zeroblob(32)", "head's hash is not the chain's"},
             {"UPDATE roster SET entry = zeroblob(9)", "membership entry 1"}}) {
        INFO(each.sql);
        const Ran ran = damage(each.sql);
        INFO(ran.output);
        CHECK(ran.code == 1);
        CHECK(ran.output.find(each.found) != std::string::npos);
        std::ofstream(data / "log.sqlite", std::ios::binary) << original;
        std::filesystem::remove(data / "log.sqlite-wal");
        std::filesystem::remove(data / "log.sqlite-shm");
    }
    CHECK(run(folder, {"check", "--data", data.string()}).code == 0);
}

TEST_CASE("Nothing that people wrote stands in the server's log or folder", "[server][ops]") {
    const std::string canary = "KANARIE-5e3c";
    const std::string other = "KANARIE-in-de-aanvraag";
    LiveServer server;
    TestRegion& region = server.region;
    Device& device = region.founder();
    const SealingKey key(std::span<const std::uint8_t, 32>(region.random.id<Hash>().bytes));
    for (int i = 0; i < 20; ++i) {
        const wire::Header header = region.header(device, region.map());
        const std::string text = canary + std::string(300, 'a');
        Sealed sealed = seal(key, viewOf(text), viewOf(wire::encodeHeader(header)), region.random);
        device.heads[region.map()] = {header.lastSeq, header.contentId};
        CHECK(said(region.push(wire::signEnvelope(header, std::move(sealed.bytes), device.key), device)) ==
              "accepted");
    }
    // Whatever strangers put into addresses, headers and bodies.
    (void)ask(server.channel.endpoint(), "GET /" + other + "?" + other + " HTTP/1.1\r\n\r\n");
    (void)ask(server.channel.endpoint(), other + " / HTTP/1.1\r\n\r\n");
    (void)ask(server.channel.endpoint(), postText("/v1/join", other));
    (void)ask(server.channel.endpoint(), postText("/v1/sync", other, "Authorization: " + other + "\r\n"));
    (void)ask(server.channel.endpoint(), postText("/v1/sync?" + other, other, other + ": " + other + "\r\n"));
    server.process->signal(SIGTERM);
    CHECK(server.process->wait() == 0);

    const std::string log = contentOf(server.logFile());
    CHECK(log.find("accepted=1") != std::string::npos);
    CHECK(log.find("KANARIE") == std::string::npos);
    for (const auto& file : std::filesystem::recursive_directory_iterator(server.data))
        CHECK(contentOf(file.path()).find("KANARIE") == std::string::npos);
}

}  // namespace
}  // namespace veldwijzer::server::test
