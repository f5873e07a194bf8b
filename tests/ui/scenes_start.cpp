// SPDX-License-Identifier: EUPL-1.2
#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "base/text.h"
#include "ui/scenes.h"

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
        stage.waitFor([&] { return !stage.app().busy(); });
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
    stage.waitFor([&] { return !editor->property("saving").toBool(); });
    ::setrlimit(RLIMIT_FSIZE, &before);
}

}  // namespace

std::vector<Scene> startScenes() {
    return {
        {"welcome", Region::None, [](Stage&) {}, {}},
        {"gallery", Region::Sample, page("GalleryPage"), {}},
        {"today", Region::Sample, destination("today"), {}},
        {"more", Region::Sample, destination("more"), {}},
        {"error-damaged-vault", Region::Shared, damaged("keys"), mended("keys")},
        {"error-disk-full", Region::Shared, fullDisk, {}},
    };
}

}  // namespace veldwijzer::test
