// SPDX-License-Identifier: EUPL-1.2
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlExtensionPlugin>
#include <QStandardPaths>

#include "app/app.h"
#include "app/words.h"
#include "base/clock.h"
#include "base/random.h"
#include "qml/screens.h"
#include "transport/http_transport.h"

Q_IMPORT_QML_PLUGIN(VeldwijzerPlugin)
Q_IMPORT_QML_PLUGIN(Veldwijzer_AppPlugin)

namespace {

using namespace veldwijzer;

Result<std::unique_ptr<sync::Transport>> transportTo(const std::string& url) {
    auto transport = transport::HttpTransport::to(url);
    if (!transport) return transport.error();
    return std::unique_ptr<sync::Transport>(std::move(*transport));
}

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("veldwijzer"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Veldwijzer"));
    QGuiApplication::setDesktopFileName(QStringLiteral("nl.veldwijzer.Veldwijzer"));
    screens::prepare();

    QCommandLineParser arguments;
    arguments.addHelpOption();
    const QCommandLineOption vault(
        QStringLiteral("vault"), QStringLiteral("Folder of the vault."), QStringLiteral("DIR"),
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/vault"));
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    QStringLiteral("Open the sample region at once."));
    arguments.addOptions({vault, sample});
    arguments.process(application);

    SystemClock clock;
    SystemRandom random;
    // Scripts and tests open many vaults; they ask for the floor. It is never lower than that.
    const bool floor = qEnvironmentVariable("VELDWIJZER_KDF") == QLatin1String("floor");
    app::Desk desk({.clock = clock, .random = random, .transportTo = transportTo, .kdfCost = [&] {
                        return floor ? vault::kdfFloor : vault::calibrate(clock);
                    }});
    app::App theApp(desk, app::utf8(arguments.value(vault)));
    if (arguments.isSet(sample)) theApp.openSample();

    QQmlApplicationEngine engine;
    screens::addTo(engine);
    engine.load(QUrl(QLatin1String(screens::mainUrl)));
    if (engine.rootObjects().isEmpty()) return 1;
    return QGuiApplication::exec();
}
