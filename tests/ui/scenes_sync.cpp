// SPDX-License-Identifier: EUPL-1.2
#include "base/text.h"
#include "signing/request.h"
#include "ui/scenes.h"
#include "wire/envelope.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

/// Anna and the colleague both change the same service, out of reach of each other.
std::string inConflict(Stage& stage) {
    static std::string record;
    auto& bram = stage.colleague();
    const auto row =
        bram.store().list({.kind = "service", .facets = {}, .offset = 3, .limit = 1}).rows.front();
    record = toHex(row.id.view());
    if (stage.app().conflicts() > 0) return record;
    stage.goOffline(true);
    stage.desk().change(
        &stage.app(),
        [id = row.id](session::Session& session) {
            return session.set(id,
                               {{"email", "loket@veenrivier.example"},
                                {"description", "Inloop op maandag en donderdag. U kunt zo binnenlopen."}});
        },
        [](const Result<void>&) {});
    stage.settle();
    (void)bram.set(row.id, {{"email", "info@veenrivier.example"},
                            {"description", "Eerst bellen, dan plannen we samen een moment."}});
    stage.goOffline(false);
    stage.syncColleague();
    stage.waitFor([&] {
        stage.app().syncNow();
        return stage.app().conflicts() > 0;
    });
    return record;
}
void conflicts(Stage& stage) {
    inConflict(stage);
    stage.go(QStringLiteral("more"));
    stage.push(QStringLiteral("ConflictsPage"));
}
void oneConflict(Stage& stage) {
    const std::string record = inConflict(stage);
    stage.go(QStringLiteral("more"));
    stage.push(QStringLiteral("ConflictPage"),
               {{QStringLiteral("recordId"), QString::fromStdString(record)}});
}

// ---- what goes wrong on the way

/// One change waits, and the page that tells why is open.
void waiting(Stage& stage) {
    if (stage.app().pending() == 0) {
        stage.desk().change(
            &stage.app(),
            [](session::Session& session) {
                return session.create("service", {{"name", "Spreekuur Oost"}});
            },
            [](const Result<RecordId>&) {});
        stage.settle();
    }
    stage.app().syncNow();
    stage.go(QStringLiteral("more"));
    stage.push(QStringLiteral("SyncPage"));
}
std::function<void(Stage&)> answered(const Stage::Answer& answer, const char* name) {
    return [answer, name](Stage& stage) {
        stage.answerWith(answer);
        waiting(stage);
        stage.waitFor([&] {
            stage.app().syncNow();
            const auto& failure = stage.desk().syncState().failure;
            return failure && errorName(failure->code) == name;
        });
    };
}
void wellAgain(Stage& stage) {
    stage.answerWith({});
    stage.goOffline(false);
    stage.setClockWrongBy(0);
    stage.waitFor([&] {
        stage.app().syncNow();
        return stage.app().syncLook() == app::App::SyncLook::Fine;
    });
}
void offline(Stage& stage) {
    stage.goOffline(true);
    waiting(stage);
    stage.waitFor([&] { return stage.app().syncLook() == app::App::SyncLook::Offline; });
}
void wrongClock(Stage& stage) {
    constexpr std::int64_t year = 365LL * 24 * 3600 * 1000;
    stage.setClockWrongBy(2 * year);
    stage.go(QStringLiteral("more"));
    stage.push(QStringLiteral("SyncPage"));
    stage.waitFor([&] {
        stage.app().syncNow();
        return stage.desk().syncState().clockWrong();
    });
}
Result<sync::Response> hotelPage(LocalRegion&, const sync::Request&) {
    return sync::Response{
        .status = 200, .body = "<html>Welkom!</html>", .serverSignature = {}, .retryAfterMs = {}};
}
Result<sync::Response> noCertificate(LocalRegion&, const sync::Request&) {
    return fail(ErrorCode::ConnectionUntrusted, "the certificate does not hold");
}
Result<sync::Response> refusedKey(LocalRegion& region, const sync::Request& request) {
    wire::ErrorResponse message;
    message.set_reason(std::string(errorName(ErrorCode::NotAMember)));
    sync::Response response{
        .status = 403, .body = message.SerializeAsString(), .serverSignature = {}, .retryAfterMs = {}};
    response.serverSignature =
        toBase64Url(signAnswer(region.key(), viewOf(request.body), 403, viewOf(response.body)).view());
    return response;
}

}  // namespace

std::vector<Scene> syncScenes() {
    return {
        {"sync", Region::Shared, page("SyncPage"), {}},
        {"error-offline", Region::Shared, offline, wellAgain},
        {"error-server-garbage", Region::Shared, answered(hotelPage, "server-changed"), wellAgain},
        {"error-certificate", Region::Shared, answered(noCertificate, "connection-untrusted"), wellAgain},
        {"error-key-refused", Region::Shared, answered(refusedKey, "not-a-member"), wellAgain},
        {"error-clock", Region::Shared, wrongClock, wellAgain},
        {"conflicts-none", Region::Shared, page("ConflictsPage"), {}},
        {"conflicts", Region::Shared, conflicts, {}},
        {"conflict", Region::Shared, oneConflict, {}},
    };
}

}  // namespace veldwijzer::test
