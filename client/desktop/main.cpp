// SPDX-License-Identifier: EUPL-1.2
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlExtensionPlugin>
#include <QStandardPaths>

#include "app/app.h"
#include "app/languages.h"
#include "app/single_instance.h"
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
    arguments.addPositionalArgument(
        QStringLiteral("link"), QStringLiteral("An invitation: veldwijzer:join/…"), QStringLiteral("[link]"));
    arguments.process(application);
    const QString link = arguments.positionalArguments().value(0);
    app::SingleInstance instance(app::utf8(arguments.value(vault)));
    if (instance.handOver(link)) return 0;

    SystemClock clock;
    SystemRandom random;
    // Scripts and tests open many vaults; they ask for the floor. It is never lower than that.
    const bool floor = qEnvironmentVariable("VELDWIJZER_KDF") == QLatin1String("floor");
    app::Desk desk({.clock = clock, .random = random, .transportTo = transportTo, .kdfCost = [&] {
                        return floor ? vault::kdfFloor : vault::calibrate(clock);
                    }});
    app::App theApp(desk, app::utf8(arguments.value(vault)));
    theApp.setDisguised(false);
    theApp.offerLink(link);
    QObject::connect(&instance, &app::SingleInstance::startedAgain, &theApp, [&](const QString& another) {
        theApp.offerLink(another);
        emit theApp.startedAgain();
    });
    if (arguments.isSet(sample)) theApp.openSample();
    app::Languages languages;
    languages.use(theApp.settings());

    QQmlApplicationEngine engine;
    QObject::connect(&theApp.settings(), &app::Settings::languageChanged, &engine, [&] {
        languages.use(theApp.settings());
        engine.retranslate();
    });
    screens::addTo(engine);
    engine.load(QUrl(QLatin1String(screens::mainUrl)));
    if (engine.rootObjects().isEmpty()) return 1;
    return QGuiApplication::exec();
}
