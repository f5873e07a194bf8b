// SPDX-License-Identifier: EUPL-1.2
// How quick the app feels: `veldwijzer-app-bench [--services N] [--rounds N]` prints JSON. Beside each
// measure the same on a bare list of Qt Quick (plain texts, plain rectangles) in the same run. Needs a
// display with OpenGL; tests/bench/app_bench.sh starts a virtual one (llvmpipe: no GPU).
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QProcess>
#include <QQmlComponent>
#include <QSignalSpy>
#include <QTest>
#include <cstdio>
#include <fstream>

#include "measure.h"
#include "ui/stage.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

constexpr const char* bareList = R"(
import QtQuick
import QtQuick.Window
Window {
    id: window
    width: 390; height: 844; visible: true
    property alias list: view
    property string asked: ""
    TextInput { id: input; width: parent.width; height: 40; focus: true; onTextChanged: window.asked = text }
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

double millis(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Until the next frame is on the screen.
void nextFrame(QQuickWindow& window) {
    QSignalSpy swapped(&window, &QQuickWindow::frameSwapped);
    window.update();
    bench::must(swapped.wait(10'000), "a frame");
}

long residentKiB() {
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line))
        if (line.starts_with("VmRSS:")) return std::stol(line.substr(6));
    return 0;
}

/// Each frame a little further; the time from one to the next.
std::vector<double> scroll(QQuickWindow& window, QQuickItem& list, int frames) {
    std::vector<double> times;
    nextFrame(window);
    for (int frame = 0; frame < frames; ++frame) {
        QElapsedTimer timer;
        timer.start();
        list.setProperty("contentY", list.property("contentY").toDouble() + 37);
        nextFrame(window);
        times.push_back(millis(timer));
    }
    return times;
}

QQuickItem* ofType(Stage& stage, const char* type) {
    for (QQuickItem* item : shownItems(stage.window().contentItem()))
        if (QLatin1String(item->metaObject()->className()).startsWith(QLatin1String(type))) return item;
    return nullptr;
}

/// From each key to the frame that shows its results.
std::vector<double> typing(Stage& stage, QObject& results) {
    std::vector<double> times;
    for (const char* question : {"opvang", "gesprek met", "politie", "jeugd", "hulp na", "online"}) {
        QTest::keyClick(&stage.window(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(&stage.window(), Qt::Key_Delete);
        stage.settle(100);
        for (const char* letter = question; *letter != 0; ++letter) {
            QSignalSpy answered(&results, SIGNAL(answered()));
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(&stage.window(), *letter);
            bench::must(!answered.isEmpty() || answered.wait(10'000), "an answer to a key");
            nextFrame(stage.window());
            times.push_back(millis(timer));
        }
    }
    return times;
}

nlohmann::json numbers(const std::vector<double>& times) {
    return {{"median_ms", bench::quantile(times, 0.5)},
            {"p99_ms", bench::quantile(times, 0.99)},
            {"n", times.size()}};
}

struct Bare {
    explicit Bare(std::size_t rows) {
        QByteArray text =
            QByteArray(bareList).replace("ROWS", QByteArray::number(static_cast<qulonglong>(rows)));
        QQmlComponent component(&engine);
        component.setData(text, QUrl(QStringLiteral("bare.qml")));
        object.reset(component.create());
        bench::must(object != nullptr, "the bare list");
        window = qobject_cast<QQuickWindow*>(object.get());
        nextFrame(*window);
    }
    std::vector<double> typing() {
        std::vector<double> times;
        for (int key = 0; key < 40; ++key) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(window, 'a');
            nextFrame(*window);
            times.push_back(millis(timer));
        }
        return times;
    }
    QQmlEngine engine;
    std::unique_ptr<QObject> object;
    QQuickWindow* window = nullptr;
};

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QCommandLineParser arguments;
    const QCommandLineOption services(QStringLiteral("services"), QString(), QStringLiteral("N"),
                                      QStringLiteral("5000"));
    arguments.addOption(services);
    arguments.process(application);
    const auto count = arguments.value(services).toULongLong();

    TemporaryFolder folder;
    const auto map = folder.path() / "map.json";
    bench::must(QProcess::execute(
                    QStringLiteral("python3"),
                    {QStringLiteral(SOURCE_FOLDER "/deploy/sample/generate.py"), QStringLiteral("--services"),
                     arguments.value(services), QString::fromStdString(map.string())}) == 0,
                "a map of that size");

    nlohmann::json out;
    out["services"] = count;
    QElapsedTimer timer;
    timer.start();
    auto bare = std::make_unique<Bare>(count);
    out["start"]["bare_first_frame_ms"] = millis(timer);
    out["memory"]["bare_kib"] = residentKiB();
    out["scroll"]["bare"] =
        numbers(scroll(*bare->window, *bare->window->property("list").value<QQuickItem*>(), 200));
    out["key_to_results"]["bare"] = numbers(bare->typing());
    bare.reset();

    Stage stage(map);
    out["start"]["window_ms"] = stage.firstFrameMs();
    out["start"]["unlocked_to_usable_ms"] = stage.usableMs();
    stage.resize(390, 844);
    stage.go(QStringLiteral("map"));
    bench::must(stage.waitFor([&] { return ofType(stage, "ResultList") != nullptr; }), "the list");
    QQuickItem& list = *ofType(stage, "ResultList");
    QObject* results = list.property("results").value<QObject*>();
    bench::must(results != nullptr && stage.waitFor([&] { return results->property("total").toInt() > 0; }),
                "results");
    out["memory"]["app_kib"] = residentKiB();
    out["scroll"]["app"] = numbers(scroll(stage.window(), list, 200));
    out["key_to_results"]["app"] = numbers(typing(stage, *results));
    std::printf("%s\n", out.dump(2).c_str());
    return 0;
}
