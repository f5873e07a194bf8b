// SPDX-License-Identifier: EUPL-1.2
// A server, or whoever stands where it should, that answers anything: nothing is lost and the app says so.
#include <catch2/catch.hpp>
#include <condition_variable>

#include "app/app_world.h"
#include "app/error_words.h"
#include "app/onboarding.h"
#include "app/search_results.h"
#include "app/sync_overview.h"
#include "base/limits.h"
#include "base/text.h"
#include "signing/request.h"
#include "wire/envelope.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using app::App;
using sync::Request;
using sync::Response;

namespace {

constexpr const char* hotelPage = "<html><body>Welkom! Log in op onze wifi.</body></html>";

Response plain(int status, const std::string& body, std::optional<std::int64_t> retryAfterMs = {}) {
    return {.status = status, .body = body, .serverSignature = {}, .retryAfterMs = retryAfterMs};
}

Response signedBy(const SigningKey& key, const Request& request, int status, const std::string& body) {
    Response response = plain(status, body);
    response.serverSignature =
        toBase64Url(signAnswer(key, viewOf(request.body), status, viewOf(body)).view());
    return response;
}

std::string refusal(ErrorCode code) {
    wire::ErrorResponse message;
    message.set_reason(std::string(errorName(code)));
    message.set_message("no");
    return message.SerializeAsString();
}

std::string emptyAnswer() {
    wire::SyncResponse answer;
    answer.set_protocol(wire::protocolVersion);
    return answer.SerializeAsString();
}

struct Attack {
    const char* name;
    std::function<Result<Response>(AppWorld&, const Request&)> answer;
    ErrorCode said;
};

const std::vector<Attack>& attacks() {
    static const std::vector<Attack> all = {
        {"a hotel's page where the answer should be",
         [](AppWorld&, const Request&) { return plain(200, hotelPage); }, ErrorCode::ServerChanged},
        {"sent on to a page to log in at", [](AppWorld&, const Request&) { return plain(302, ""); },
         ErrorCode::ServerChanged},
        {"a network that wants a log-in and says so",
         [](AppWorld&, const Request&) { return plain(511, hotelPage); }, ErrorCode::ServerChanged},
        {"nothing at all, politely", [](AppWorld&, const Request&) { return plain(200, ""); },
         ErrorCode::ServerChanged},
        {"noise, signed",
         [](AppWorld& world, const Request& request) {
             return signedBy(world.region.key(), request, 200, "\xff\xff\xff\xff noise");
         },
         ErrorCode::Malformed},
        {"another protocol, signed",
         [](AppWorld& world, const Request& request) {
             wire::SyncResponse answer;
             answer.set_protocol(wire::protocolVersion + 1);
             return signedBy(world.region.key(), request, 200, answer.SerializeAsString());
         },
         ErrorCode::UnsupportedVersion},
        {"a server that has forgotten everything, signed",
         [](AppWorld& world, const Request& request) {
             return signedBy(world.region.key(), request, 200, emptyAnswer());
         },
         ErrorCode::ServerRestored},
        {"signed with another key",
         [](AppWorld& world, const Request& request) {
             return signedBy(SigningKey::generate(world.random), request, 200, emptyAnswer());
         },
         ErrorCode::ServerChanged},
        {"the signature of another answer",
         [](AppWorld& world, const Request& request) {
             Response response = signedBy(world.region.key(), request, 200, "something else");
             response.body = emptyAnswer();
             return response;
         },
         ErrorCode::ServerChanged},
        {"larger than an answer may be",
         [](AppWorld& world, const Request& request) {
             return signedBy(world.region.key(), request, 200, std::string(limits::responseBytes + 1, 'x'));
         },
         ErrorCode::TooLarge},
        {"a server that fell over", [](AppWorld&, const Request&) { return plain(500, "<html>500</html>"); },
         ErrorCode::ServerError},
        {"come back later", [](AppWorld&, const Request&) { return plain(503, "", 90'000); },
         ErrorCode::Busy},
        {"this device's key is refused",
         [](AppWorld& world, const Request& request) {
             return signedBy(world.region.key(), request, 403, refusal(ErrorCode::NotAMember));
         },
         ErrorCode::NotAMember},
        {"a clock that cannot be put right",
         [](AppWorld& world, const Request& request) {
             return signedBy(world.region.key(), request, 403, refusal(ErrorCode::ClockSkew));
         },
         ErrorCode::ClockSkew},
        {"a connection cut off", [](AppWorld&, const Request&) { return fail(ErrorCode::Offline, "cut"); },
         ErrorCode::Offline},
        {"a certificate that does not hold",
         [](AppWorld&, const Request&) { return fail(ErrorCode::ConnectionUntrusted, "who are you"); },
         ErrorCode::ConnectionUntrusted},
    };
    return all;
}

void setRoad(AppWorld& world, const Attack* attack) {
    const std::lock_guard lock(world.road.mutex);
    world.road.instead = attack == nullptr ? std::function<Result<Response>(const Request&)>()
                                           : [&world, attack](const Request& request) {
                                                 return attack->answer(world, request);
                                             };
}

std::size_t services(AppWorld& world) {
    const auto count = ask(world.desk, [](session::Session& session) {
        return session.store().list({.kind = "service"}).total;
    });
    REQUIRE(count.ok());
    return *count;
}

void write(AppWorld& world, const std::string& name) {
    bool done = false;
    world.desk.change(
        &world.desk,
        [name](session::Session& session) {
            return session.create("service", {{"name", name}});
        },
        [&](const Result<RecordId>& made) { done = made.ok(); });
    REQUIRE(waitFor([&] { return done; }));
}

}  // namespace

TEST_CASE("Whatever answers in the server's place, the app says so, keeps everything and goes on after it",
          "[app][hostile]") {
    AppWorld world;
    world.foundAndUnlock();
    app::SyncOverview overview;
    std::size_t written = 0;
    for (const Attack& attack : attacks()) {
        CAPTURE(attack.name);
        setRoad(world, &attack);
        write(world, attack.name);
        ++written;
        const auto said = [&] {
            for (const QVariant& each : overview.alarms())
                if (each.toMap()["name"] == app::text(errorName(attack.said))) return each.toMap();
            return QVariantMap();
        };
        REQUIRE(waitFor([&] {
            world.desk.syncNow();
            return !said().isEmpty();
        }));
        checkWords(said()["title"].toString(), said()["text"].toString());
        CHECK_FALSE(world.app.syncText().isEmpty());
        const auto look = world.app.syncLook();
        const bool passing = attack.said == ErrorCode::Offline || attack.said == ErrorCode::Busy;
        CHECK(look == (passing ? App::SyncLook::Offline : App::SyncLook::Trouble));
        // What was written is there, waits, and can be added to.
        // A server that forgot everything is offered all of it again.
        CHECK(world.desk.syncState().pending >= 1);
        CHECK(services(world) == written);
        write(world, std::string(attack.name) + ", once more");
        ++written;

        setRoad(world, nullptr);
        REQUIRE(waitFor([&] {
            world.desk.syncNow();
            return world.desk.syncState().pending == 0 && world.app.syncLook() == App::SyncLook::Fine;
        }));
        CHECK(overview.alarms().isEmpty());
    }
    CHECK(services(world) == written);
    // And the region has it all.
    const auto bram = world.colleague(world.invite(roster::Role::Professional), "Bram");
    const auto transport = world.road.transport();
    CHECK_FALSE(bram->sync(*transport).failure.has_value());
    CHECK(bram->store().list({.kind = "service"}).total == written);
}

TEST_CASE("A server that does not answer keeps nobody from working, searching or locking", "[app][hostile]") {
    AppWorld world;
    world.foundAndUnlock();
    std::mutex mutex;
    std::condition_variable released;
    std::atomic<bool> asked = false;
    bool go = false;
    {
        const std::lock_guard lock(world.road.mutex);
        world.road.instead = [&](const Request&) -> Result<Response> {
            asked = true;
            std::unique_lock wait(mutex);
            released.wait(wait, [&] { return go; });
            return fail(ErrorCode::Offline, "at last");
        };
    }
    write(world, "Inloop");
    REQUIRE(waitFor([&] {
        world.desk.syncNow();
        return asked.load();
    }));
    write(world, "Nachtopvang");
    app::SearchResults results;
    results.setText("nachtopvang");
    CHECK(waitFor([&] { return results.ready() && results.total() == 1; }));
    CHECK(world.desk.syncState().pending == 2);
    world.app.lock();
    CHECK(world.app.phase() == App::Phase::Locked);
    {
        const std::lock_guard lock(mutex);
        go = true;
    }
    released.notify_all();
    setRoad(world, nullptr);
    world.unlock();
    CHECK(services(world) == 2);
    CHECK(waitFor([&] {
        world.desk.syncNow();
        return world.desk.syncState().pending == 0;
    }));
}

TEST_CASE("Whatever answers a join, the invitation is kept and works when the server is back",
          "[app][hostile]") {
    // Making a vault costs a key derivation: one for all of them.
    AppWorld world;
    app::Onboarding onboarding;
    onboarding.readLink(app::text(roster::encodeLink(world.region.bootstrap())));
    bool first = true;
    for (const Attack& attack : attacks()) {
        CAPTURE(attack.name);
        setRoad(world, &attack);
        if (std::exchange(first, false))
            onboarding.join("Anna", "kale kraai fietst morgen omhoog");
        else
            onboarding.retry();
        REQUIRE(waitFor([&] { return !onboarding.joining() && !onboarding.problemTitle().isEmpty(); }));
        checkWords(onboarding.problemTitle(), onboarding.problemText());
        CHECK(world.app.phase() == App::Phase::Joining);
        CHECK_FALSE(onboarding.linkSpent());
    }
    setRoad(world, nullptr);
    onboarding.retry();
    REQUIRE(waitFor([&] { return world.app.phase() == App::Phase::Open; }));
    CHECK(waitFor([&] { return world.app.memberName() == "Anna"; }));
}
