// SPDX-License-Identifier: EUPL-1.2
// How quick the app feels: `veldwijzer-app-bench [--services N] [--rounds N]` prints JSON. Beside each
// measure the same on a bare list of Qt Quick (plain rectangles with a text, as many rows) in the same run:
// each round is a process of its own of either, in turns. Needs a display with OpenGL and a window manager;
// tests/bench/app_bench.sh starts a virtual one (llvmpipe: no GPU).
#include <QCommandLineParser>
#include <QProcess>
#include <QQmlComponent>
#include <QSignalSpy>
#include <QTest>
#include <cstdio>
#include <fstream>

#include "app/search_results.h"
#include "measure.h"
#include "ui/hands.h"
#include "ui/stage.h"

using namespace veldwijzer;
using namespace veldwijzer::test;
using nlohmann::json;

namespace {

constexpr const char* startedVariable = "VELDWIJZER_BENCH_STARTED_NS";
constexpr int scrollFrames = 200;

constexpr const char* bareList = R"(
import QtQuick
import QtQuick.Window
Window {
    id: window
    width: 390; height: 844; visible: true
    property alias list: view
    property string asked: ""
    TextInput { width: parent.width; height: 40; focus: true; onTextChanged: window.asked = text }
    ListView {
        id: view
        y: 40; width: parent.width; height: parent.height - 40
        model: ROWS
        reuseItems: true
        delegate: Rectangle {
            required property int index
            width: ListView.view.width; height: 120; color: index % 2 ? "white" : "#eee"
            Text { x: 16; y: 16; text: "Rij " + parent.index + " " + window.asked }
        }
    }
})";

qint64 nowNs() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

double sinceMs(qint64 ns) {
    return static_cast<double>(nowNs() - ns) / 1e6;
}

/// Until the next frame is on the screen.
void nextFrame(QQuickWindow& window) {
    QSignalSpy swapped(&window, &QQuickWindow::frameSwapped);
    window.update();
    bench::must(!swapped.isEmpty() || swapped.wait(10'000), "a frame");
}

void activate(QQuickWindow& window) {
    window.requestActivate();
    bench::must(QTest::qWaitForWindowActive(&window, 10'000), "the keyboard");
}

double residentMb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    return 0;
}

/// Each frame a little further; the time from one to the next.
json scroll(QQuickWindow& window, QQuickItem& list) {
    std::vector<double> times;
    nextFrame(window);
    for (int frame = 0; frame < scrollFrames; ++frame) {
        const qint64 from = nowNs();
        list.setProperty("contentY", list.property("contentY").toDouble() + 37);
        nextFrame(window);
        times.push_back(sinceMs(from));
    }
    return times;
}

// ---- the app

/// From each key to the frame that shows its results.
json typing(Stage& stage, app::SearchResults& results) {
    std::vector<double> times;
    for (const char* question : {"opvang", "gesprek met", "politie", "jeugd", "hulp na", "online"}) {
        results.clearAll();
        QTest::keyClick(&stage.window(), Qt::Key_F, Qt::ControlModifier);
        stage.settle(200);
        for (const char* letter = question; *letter != 0; ++letter) {
            QSignalSpy answered(&results, &app::SearchResults::answered);
            const qint64 from = nowNs();
            QTest::keyClick(&stage.window(), *letter);
            bench::must(!answered.isEmpty() || answered.wait(10'000), "an answer to a key");
            nextFrame(stage.window());
            times.push_back(sinceMs(from));
        }
    }
    return times;
}

json measureApp(const std::filesystem::path& vault, qint64 started) {
    json out;
    const double loaded = sinceMs(started);
    Stage stage(vault);
    activate(stage.window());
    out["start_ms"] = {loaded + stage.firstFrameMs()};
    out["memory_locked_mb"] = {residentMb()};
    stage.unlock();
    out["passphrase_to_usable_ms"] = {stage.usableMs()};
    stage.resize(390, 844);
    const qint64 gone = nowNs();
    stage.go(QStringLiteral("map"));
    auto& page = shownOf(stage, "SocialMapPage");
    auto* results = page.findChild<app::SearchResults*>();
    bench::must(results != nullptr && stage.waitFor([&] { return results->total() > 0; }), "results");
    nextFrame(stage.window());
    out["map_ms"] = {sinceMs(gone)};
    stage.settle(300);
    out["memory_mb"] = {residentMb()};
    out["scroll_ms"] = scroll(stage.window(), shownOf(stage, "ResultList"));
    out["key_ms"] = typing(stage, *results);
    return out;
}

// ---- the baseline

json measureBare(qulonglong rows, qint64 started) {
    json out;
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData(QByteArray(bareList).replace("ROWS", QByteArray::number(rows)),
                      QUrl(QStringLiteral("bare.qml")));
    const std::unique_ptr<QObject> object(component.create());
    bench::must(object != nullptr, "the bare list");
    auto& window = *qobject_cast<QQuickWindow*>(object.get());
    nextFrame(window);
    out["start_ms"] = {sinceMs(started)};
    activate(window);
    out["memory_mb"] = {residentMb()};
    out["scroll_ms"] = scroll(window, *window.property("list").value<QQuickItem*>());
    std::vector<double> keys;
    for (int key = 0; key < 40; ++key) {
        const qint64 from = nowNs();
        QTest::keyClick(&window, 'a');
        nextFrame(window);
        keys.push_back(sinceMs(from));
    }
    out["key_ms"] = keys;
    return out;
}

// ---- the rounds

json part(const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(startedVariable), QString::number(nowNs()));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    bench::must(process.waitForFinished(600'000) && process.exitCode() == 0, "a part");
    return json::parse(process.readAllStandardOutput().toStdString());
}

void addTo(json& all, const json& round) {
    for (const auto& [name, times] : round.items())
        for (const json& time : times)
            all[name].push_back(time);
}

json summary(const json& all) {
    json out;
    for (const auto& [name, times] : all.items()) {
        const auto values = times.get<std::vector<double>>();
        out[name]["median"] = bench::quantile(values, 0.5);
        if (values.size() > 20) out[name]["p99"] = bench::quantile(values, 0.99);
    }
    return out;
}

int measureAll(const QString& services, int rounds) {
    TemporaryFolder folder;
    const auto map = QString::fromStdString((folder.path() / "map.json").string());
    const auto vault = QString::fromStdString((folder.path() / "vault").string());
    bench::must(QProcess::execute(QStringLiteral("python3"),
                                  {QStringLiteral(SOURCE_FOLDER "/deploy/sample/generate.py"),
                                   QStringLiteral("--services"), services, map}) == 0,
                "a map of that size");
    part({QStringLiteral("--part"), QStringLiteral("prepare"), vault, map});
    json app, bare;
    for (int round = 0; round < rounds; ++round) {
        addTo(bare, part({QStringLiteral("--part"), QStringLiteral("bare"), services}));
        addTo(app, part({QStringLiteral("--part"), QStringLiteral("app"), vault}));
    }
    const json out = {{"services", services.toULongLong()},
                      {"rounds", rounds},
                      {"app", summary(app)},
                      {"bare", summary(bare)}};
    std::printf("%s\n", out.dump(2).c_str());
    return 0;
}

int measurePart(const QString& name, const QStringList& what) {
    const qint64 started = qEnvironmentVariable(startedVariable).toLongLong();
    json out = json::object();
    if (name == QLatin1String("prepare"))
        Stage::prepare(what.value(0).toStdString(), what.value(1).toStdString());
    else if (name == QLatin1String("bare"))
        out = measureBare(what.value(0).toULongLong(), started);
    else
        out = measureApp(what.value(0).toStdString(), started);
    std::printf("%s\n", out.dump().c_str());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QCommandLineParser arguments;
    const QCommandLineOption services(QStringLiteral("services"), QString(), QStringLiteral("N"),
                                      QStringLiteral("5000"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), QString(), QStringLiteral("N"),
                                    QStringLiteral("3"));
    const QCommandLineOption one(QStringLiteral("part"), QString(), QStringLiteral("NAME"));
    arguments.addOptions({services, rounds, one});
    arguments.addPositionalArgument(QStringLiteral("what"), QString());
    arguments.process(application);
    if (arguments.isSet(one)) return measurePart(arguments.value(one), arguments.positionalArguments());
    return measureAll(arguments.value(services), arguments.value(rounds).toInt());
}
