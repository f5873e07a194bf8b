// SPDX-License-Identifier: EUPL-1.2
#include <sys/resource.h>
#include <csignal>
#include <fstream>

#include "base/text.h"
#include "signing/request.h"
#include "ui/scenes.h"
#include "wire/envelope.h"

namespace veldwijzer::test {
namespace {

using Region = Stage::Region;

// ---- what goes wrong on this device

/// Locked, with a byte of that file flipped; the passphrase was tried.
std::function<void(Stage&)> damaged(const char* name) {
    return [name](Stage& stage) {
        stage.lock();
        const auto file = stage.vault() / name;
        const auto aside = stage.vault().parent_path() / "aside";
        std::filesystem::copy_file(file, aside, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(file, std::filesystem::file_size(file) * 2 / 3);
        stage.app().unlock(QStringLiteral("correct paard batterij nietje"));
        stage.await([&] { return !stage.app().busy(); });
    };
}
std::function<void(Stage&)> mended(const char* name) {
    return [name](Stage& stage) {
        std::filesystem::copy_file(stage.vault().parent_path() / "aside", stage.vault() / name,
                                   std::filesystem::copy_options::overwrite_existing);
        stage.app().clearError();
        stage.unlock();
    };
}

/// An edit that the disk had no room for. There is room again when the picture is taken: it goes to that
/// disk.
void fullDisk(Stage& stage) {
    const auto service =
        stage.colleague().store().list({.kind = "service", .facets = {}, .offset = 5, .limit = 1});
    stage.go(QStringLiteral("more"));
    stage.push(QStringLiteral("EditPage"),
               {{QStringLiteral("record"), QString::fromStdString(toHex(service.rows.front().id.view()))}});
    QObject* editor = nullptr;
    for (QObject* each : stage.window().findChildren<QObject*>())
        if (each->inherits("veldwijzer::app::RecordEditor") && each->property("ready").toBool())
            editor = each;
    if (editor == nullptr) return;
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit none = before;
    none.rlim_cur = 0;
    ::setrlimit(RLIMIT_FSIZE, &none);
    QMetaObject::invokeMethod(editor, "set", Q_ARG(int, 1), Q_ARG(QString, QStringLiteral("Nieuwe woorden")));
    QMetaObject::invokeMethod(editor, "save");
    stage.await([&] { return !editor->property("saving").toBool(); });
    ::setrlimit(RLIMIT_FSIZE, &before);
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
        stage.await([&] {
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
    stage.await([&] {
        stage.app().syncNow();
        return stage.app().syncLook() == app::App::SyncLook::Fine;
    });
}
void offline(Stage& stage) {
    stage.goOffline(true);
    waiting(stage);
    stage.await([&] { return stage.app().syncLook() == app::App::SyncLook::Offline; });
}
void wrongClock(Stage& stage) {
    constexpr std::int64_t year = 365LL * 24 * 3600 * 1000;
    stage.setClockWrongBy(2 * year);
    stage.go(QStringLiteral("more"));
    stage.push(QStringLiteral("SyncPage"));
    stage.await([&] {
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

std::vector<Scene> errorScenes() {
    return {
        {"error-damaged-vault", Region::Shared, damaged("keys"), mended("keys")},
        {"error-disk-full", Region::Shared, fullDisk, {}},
        {"error-offline", Region::Shared, offline, wellAgain},
        {"error-server-garbage", Region::Shared, answered(hotelPage, "server-changed"), wellAgain},
        {"error-certificate", Region::Shared, answered(noCertificate, "connection-untrusted"), wellAgain},
        {"error-key-refused", Region::Shared, answered(refusedKey, "not-a-member"), wellAgain},
        {"error-clock", Region::Shared, wrongClock, wellAgain},
    };
}

}  // namespace veldwijzer::test
