// SPDX-License-Identifier: EUPL-1.2
#include "sync/engine.h"

#include <catch2/catch.hpp>

#include "base/limits.h"
#include "base/text.h"
#include "signing/request.h"
#include "sync/neighbourhood.h"

namespace veldwijzer::test {
namespace {

using roster::SpaceType;
using simulation::Device;
using wire::OutcomeStatus;

std::optional<ErrorCode> failureOf(Device& device) {
    const auto& failure = device.engine().progress().lastFailure;
    return failure ? std::optional(failure->code) : std::nullopt;
}

std::int64_t waitOf(Device& device, std::int64_t nowMs) {
    return device.engine().dueAtMs() - nowMs;
}

void answerAll(wire::SyncResponse& answer, OutcomeStatus status, ErrorCode reason) {
    for (wire::Outcome& outcome : *answer.mutable_outcomes()) {
        outcome.set_status(static_cast<std::uint32_t>(status));
        outcome.set_reason(std::string(errorName(reason)));
    }
}

}  // namespace

TEST_CASE("What one device writes, another shows after both have synced", "[sync]") {
    Neighbourhood n;
    n.write(n.coordinator(), SpaceType::Map, "inloop", "Inloophuis");
    n.sync(n.coordinator());
    n.sync(n.editor());
    CHECK(n.shown(n.editor(), "inloop") == "Inloophuis");
    CHECK(n.coordinator().engine().progress().complete);
    CHECK(n.editor().engine().progress().complete);
    CHECK(n.coordinator().engine().progress().pushed == 1);
    CHECK(n.editor().engine().progress().pulled == 1);
}

TEST_CASE("At most one request is under way", "[sync]") {
    Neighbourhood n;
    const sync::Request request = n.ask(n.editor());
    n.editor().engine().wake();
    CHECK_FALSE(n.editor().engine().nextRequest().has_value());
    n.editor().engine().received(n.server().answer(request));
    n.editor().engine().wake();
    CHECK(n.editor().engine().nextRequest().has_value());
}

TEST_CASE("An answer that the region's server did not sign is not used, and nothing is forgotten", "[sync]") {
    Neighbourhood n;
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    const sync::Request request = n.ask(n.editor());
    sync::Response answer = n.server().answer(request);

    SECTION("signed by another server") {
        SeededRandom random(9);
        const Signature other = signAnswer(SigningKey::generate(random), viewOf(request.body), answer.status,
                                           viewOf(answer.body));
        answer.serverSignature = toBase64Url(other.view());
    }
    SECTION("not signed: a hotel's page") {
        answer = {200, "<html>Welcome</html>", "", std::nullopt};
    }
    SECTION("a signature that is none") {
        answer.serverSignature = "????";
    }
    SECTION("a byte of the answer was changed") {
        answer.body.back() ^= 1;
    }
    SECTION("the answer to an earlier request") {
        sync::Request earlier = request;
        earlier.body += '\0';
        answer = n.signedAnswer(earlier, 200, answer.body);
    }
    n.editor().engine().received(answer);
    CHECK(failureOf(n.editor()) == ErrorCode::ServerChanged);
    CHECK(n.editor().store().pendingCount() == 1);
    CHECK_FALSE(n.editor().engine().progress().complete);
    CHECK(waitOf(n.editor(), n.nowMs()) > 0);

    n.sync(n.editor());
    CHECK(n.editor().store().pendingCount() == 0);
}

TEST_CASE("Answers that are signed and make no sense fail by name", "[sync]") {
    Neighbourhood n;
    const sync::Request request = n.ask(n.editor());
    SECTION("not a protobuf message") {
        n.editor().engine().received(n.signedAnswer(request, 200, "\xff\xff\xff"));
        CHECK(failureOf(n.editor()) == ErrorCode::Malformed);
    }
    SECTION("another protocol") {
        wire::SyncResponse answer;
        answer.set_protocol(wire::protocolVersion + 1);
        n.editor().engine().received(n.signedAnswer(request, 200, answer.SerializeAsString()));
        CHECK(failureOf(n.editor()) == ErrorCode::UnsupportedVersion);
    }
    SECTION("larger than an answer may be") {
        n.editor().engine().received(
            n.signedAnswer(request, 200, std::string(limits::responseBytes + 1, 'x')));
        CHECK(failureOf(n.editor()) == ErrorCode::TooLarge);
    }
    SECTION("exactly as large is read, and found to be nonsense") {
        n.editor().engine().received(
            n.signedAnswer(request, 200, std::string(limits::responseBytes, '\xff')));
        CHECK(failureOf(n.editor()) == ErrorCode::Malformed);
    }
    CHECK(waitOf(n.editor(), n.nowMs()) > 0);
}

TEST_CASE("Statuses other than 200 are failures that wait for the timer", "[sync]") {
    Neighbourhood n;
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    const sync::Request request = n.ask(n.editor());
    SECTION("a middleman's error page") {
        n.editor().engine().received({502, "<html>Bad Gateway</html>", "", std::nullopt});
        CHECK(failureOf(n.editor()) == ErrorCode::Busy);
    }
    SECTION("busy, said by nginx without a signature") {
        n.editor().engine().received({503, "", "", 90'000});
        CHECK(failureOf(n.editor()) == ErrorCode::Busy);
        CHECK(waitOf(n.editor(), n.nowMs()) >= 90'000);
    }
    SECTION("too many requests") {
        n.editor().engine().received({429, "", "", std::nullopt});
        CHECK(failureOf(n.editor()) == ErrorCode::Busy);
    }
    SECTION("busy, signed") {
        sync::Response busy = n.refusal(request, 503, ErrorCode::Busy);
        busy.retryAfterMs = 60'000;
        n.editor().engine().received(busy);
        CHECK(failureOf(n.editor()) == ErrorCode::Busy);
        CHECK(waitOf(n.editor(), n.nowMs()) >= 60'000);
    }
    SECTION("a signed refusal with a reason that we do not know") {
        wire::ErrorResponse message;
        message.set_reason("out-of-coffee");
        n.editor().engine().received(n.signedAnswer(request, 500, message.SerializeAsString()));
        CHECK(failureOf(n.editor()) == ErrorCode::ServerError);
    }
    SECTION("a refusal, signed by another server") {
        sync::Response foreign = n.refusal(request, 403, ErrorCode::NotAMember);
        foreign.body += '!';  // so that the signature is not over this
        n.editor().engine().received(foreign);
        CHECK(failureOf(n.editor()) == ErrorCode::ServerChanged);
    }
    SECTION("nobody answered") {
        n.editor().engine().failed(fail(ErrorCode::Offline, "nobody answers"));
        CHECK(failureOf(n.editor()) == ErrorCode::Offline);
    }
    CHECK(waitOf(n.editor(), n.nowMs()) > 0);
    CHECK_FALSE(n.editor().engine().nextRequest().has_value());
    CHECK(n.editor().store().pendingCount() == 1);
}

TEST_CASE("One refusal is one failure: a server that asks for patience does not double it", "[sync]") {
    Neighbourhood n;
    const sync::Request request = n.ask(n.editor());
    sync::Response busy = n.refusal(request, 503, ErrorCode::Busy);
    busy.retryAfterMs = 1;
    n.editor().engine().received(busy);
    CHECK(waitOf(n.editor(), n.nowMs()) <= sync::RetryTimer::firstRetryMs * 5 / 4);
}

TEST_CASE("A device whose clock is years off corrects itself from the signed refusal", "[sync]") {
    Neighbourhood n;
    n.editor().clock().setOffset(-9LL * 365 * 24 * 3600 * 1000);
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    n.sync(n.editor());
    CHECK(n.editor().engine().progress().complete);
    CHECK(n.editor().store().pendingCount() == 0);
}

TEST_CASE("A clock that cannot be corrected waits for the timer, and is corrected again at its next turn",
          "[sync]") {
    Neighbourhood n;
    int asked = 0;
    n.editor().engine().wake();
    while (const auto request = n.editor().engine().nextRequest()) {
        REQUIRE(++asked < 20);
        n.editor().engine().received(n.refusal(*request, 403, ErrorCode::ClockSkew));
    }
    CHECK(failureOf(n.editor()) == ErrorCode::ClockSkew);
    CHECK(waitOf(n.editor(), n.nowMs()) > 0);
    n.nowMs() = n.editor().engine().dueAtMs();
    n.editor().clock().setOffset(24LL * 3600 * 1000);
    n.sync(n.editor());
    CHECK(n.editor().engine().progress().complete);
}

TEST_CASE("A clock-skew refusal that nobody signed corrects nothing", "[sync]") {
    Neighbourhood n;
    const sync::Request request = n.ask(n.editor());
    sync::Response refusal = n.refusal(request, 403, ErrorCode::ClockSkew);
    refusal.serverSignature.clear();
    n.editor().engine().received(refusal);
    CHECK(failureOf(n.editor()) == ErrorCode::ServerError);
}

TEST_CASE("Complete is what the outbox and the acknowledgements say, not that an answer came", "[sync]") {
    Neighbourhood n;
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    SECTION("the answer says nothing of what was pushed") {
        n.syncWith(n.editor(), [&](wire::SyncResponse& answer) {
            answer.clear_outcomes();
            answer.clear_pages();
        });
    }
    SECTION("the outcome is none that we know") {
        n.syncWith(n.editor(), [](wire::SyncResponse& answer) {
            answerAll(answer, static_cast<OutcomeStatus>(77), ErrorCode::Storage);
            answer.clear_pages();
        });
    }
    SECTION("later") {
        n.syncWith(n.editor(), [](wire::SyncResponse& answer) {
            answerAll(answer, OutcomeStatus::RetryLater, ErrorCode::DependenciesMissing);
            answer.clear_pages();
        });
    }
    CHECK(n.editor().store().pendingCount() == 1);
    CHECK_FALSE(n.editor().engine().progress().complete);
    CHECK(n.editor().engine().progress().pushed == 0);
    CHECK(waitOf(n.editor(), n.nowMs()) > 0);
    // The server had it all the while: the second time it says so.
    n.sync(n.editor());
    CHECK(n.editor().engine().progress().complete);
    CHECK(n.editor().engine().progress().pushed == 1);
}

TEST_CASE("More outcomes than were asked for are not believed", "[sync]") {
    Neighbourhood n;
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    n.syncWith(n.editor(), [](wire::SyncResponse& answer) {
        for (int i = 0; i < 300; ++i)
            *answer.add_outcomes() = answer.outcomes(0);
    });
    CHECK(n.editor().store().pendingCount() == 0);
    CHECK(n.editor().engine().progress().pushed == 1);
}

TEST_CASE("While nothing is to be achieved the engine never asks before its timer", "[sync]") {
    Neighbourhood n;
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    const auto change = GENERATE(0, 1, 2, 3);
    std::int64_t shortest = sync::RetryTimer::longestRetryMs;
    for (int round = 0; round < 40; ++round) {
        n.nowMs() = std::max(n.nowMs(), n.editor().engine().dueAtMs());
        const auto request = n.editor().engine().nextRequest();
        REQUIRE(request.has_value());
        wire::SyncResponse answer;
        REQUIRE(answer.ParseFromString(n.server().answer(*request).body));
        answer.clear_pages();
        answerAll(answer, OutcomeStatus::RetryLater, ErrorCode::Storage);
        if (change == 0) {
            n.editor().engine().received(n.signedAnswer(*request, 200, answer.SerializeAsString()));
        } else if (change == 1) {
            // Always "there is more", and never anything.
            wire::Page& page = *answer.add_pages();
            page.set_space(toString(n.space(SpaceType::Map).view()));
            page.set_head_position(1'000'000);
            n.editor().engine().received(n.signedAnswer(*request, 200, answer.SerializeAsString()));
        } else if (change == 2) {
            answer.set_roster_head(1'000'000);
            n.editor().engine().received(n.signedAnswer(*request, 200, answer.SerializeAsString()));
        } else {
            n.editor().engine().failed(fail(ErrorCode::Offline, "nobody answers"));
        }
        CHECK_FALSE(n.editor().engine().nextRequest().has_value());
        // New work must not hammer a server that is away, either.
        n.editor().engine().noteWritten();
        CHECK(waitOf(n.editor(), n.nowMs()) > 0);
        shortest = std::min(shortest, waitOf(n.editor(), n.nowMs()));
    }
    CHECK(shortest >= sync::RetryTimer::firstRetryMs * 3 / 4);
}

TEST_CASE("A server that was restored is recognised; nothing is lost and it gets back what it lacks",
          "[sync]") {
    Neighbourhood n;
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis");
    n.sync(n.editor());
    SeededRandom random(3);
    n.server().log().setEpoch(random.id<server::ServerEpoch>());
    n.syncWith(n.editor(), [](wire::SyncResponse&) {});
    CHECK(alarmIn(n.editor(), "") == ErrorCode::ServerRestored);
    CHECK_FALSE(n.editor().engine().progress().complete);
    // It is said until the server has everything back, not for one round that nobody saw.
    n.write(n.editor(), SpaceType::Map, "inloop", "Inloophuis De Vaart");
    n.nowMs() += 600'000;
    n.syncWith(n.editor(), [](wire::SyncResponse& answer) {
        answerAll(answer, OutcomeStatus::RetryLater, ErrorCode::Storage);
        answer.clear_pages();
    });
    CHECK(alarmIn(n.editor(), "") == ErrorCode::ServerRestored);
    n.nowMs() += 600'000;
    n.sync(n.editor());
    for (const sync::Alarm& alarm : n.editor().engine().progress().alarms)
        UNSCOPED_INFO(alarm.space + ": " + alarm.message);
    CHECK(n.editor().engine().progress().complete);
    CHECK(n.editor().engine().progress().alarms.empty());
    CHECK(n.shown(n.editor(), "inloop") == "Inloophuis De Vaart");
}

TEST_CASE("A membership log that is shorter than it was raises an alarm", "[sync]") {
    Neighbourhood n;
    n.syncWith(n.editor(), [](wire::SyncResponse& answer) { answer.set_roster_head(1); });
    CHECK_FALSE(n.editor().engine().progress().complete);
    // It is asked once what it lacks, and lacks nothing: then it told a lie.
    const sync::Request request = n.ask(n.editor());
    CHECK(request.path == "/v1/refill");
    n.editor().engine().received(n.server().answer(request));
    CHECK(failureOf(n.editor()) == ErrorCode::ChainBroken);
}

TEST_CASE("A membership entry that does not hold is not taken, and neither are the pages beside it",
          "[sync]") {
    Neighbourhood n;
    n.write(n.coordinator(), SpaceType::Map, "inloop", "Inloophuis");
    n.sync(n.coordinator());
    const std::uint64_t before = n.editor().keeper().roster().position();
    n.syncWith(n.editor(), [&](wire::SyncResponse& answer) {
        wire::RosterEntry& entry = *answer.add_roster_entries();
        entry.set_body("a member that the server made up");
        entry.set_author(toString(n.coordinator().id().view()));
        entry.set_signature(std::string(Signature::size, 's'));
        answer.set_roster_from(before);
        answer.set_roster_head(before + 1);
    });
    CHECK_FALSE(n.editor().engine().progress().alarms.empty());
    CHECK(n.editor().keeper().roster().position() == before);
    CHECK(n.shown(n.editor(), "inloop") == "(nothing)");
    n.nowMs() += 600'000;
    n.sync(n.editor());
    CHECK(n.shown(n.editor(), "inloop") == "Inloophuis");
}

TEST_CASE("A thousand small edits travel in a handful of envelopes", "[sync]") {
    Neighbourhood n;
    for (int i = 0; i < 1000; ++i)
        n.write(n.editor(), SpaceType::Map, "inloop", "versie " + std::to_string(i));
    n.sync(n.editor());
    CHECK(n.editor().engine().progress().complete);
    const std::uint64_t envelopes = n.server().log().read(n.space(SpaceType::Map), 0, 0, 0).headPosition;
    CHECK(envelopes == (1000 + limits::changesPerEnvelope - 1) / limits::changesPerEnvelope);
}

TEST_CASE("An acknowledgement that runs ahead of the pages accuses nobody", "[sync]") {
    Neighbourhood n;
    n.write(n.coordinator(), SpaceType::Map, "inloop", "Inloophuis");
    n.sync(n.coordinator());
    n.sync(n.editor());
    // The coordinator's next envelope tells the digest of the state that both have now.
    n.write(n.coordinator(), SpaceType::Map, "opvang", "Opvang");
    n.sync(n.coordinator());
    n.write(n.editor(), SpaceType::Map, "wijkteam", "Wijkteam");
    // The server acknowledges, and its pages come only later.
    n.syncWith(n.editor(), [](wire::SyncResponse& answer) {
        for (wire::Page& page : *answer.mutable_pages()) {
            page.clear_entries();
            page.clear_chain();
        }
    });
    CHECK(n.editor().store().pendingCount() == 0);
    n.editor().stop();
    n.editor().start();
    n.sync(n.editor());
    CHECK(n.editor().engine().progress().alarms.empty());
    CHECK(n.editor().engine().progress().complete);
}

}  // namespace veldwijzer::test
