// SPDX-License-Identifier: EUPL-1.2
// Takes pictures of every page at three sizes, light and dark, and writes down what a screen reader is told
// of it: `photos FOLDER [SCENE…]`. Under a display with OpenGL (tests/ui/photos.sh starts a virtual one).
#include <QDir>
#include <QFile>
#include <cstdio>
#include <set>

#include "ui/accessible_tree.h"
#include "ui/scenes.h"

using namespace veldwijzer::test;

namespace {

struct Size {
    int width;
    int height;
};
constexpr Size sizes[] = {{360, 640}, {390, 844}, {1280, 800}};

bool writeTree(Stage& stage, const QString& path) {
    QFile file(path);
    const QByteArray tree = accessibleTree(stage).toUtf8();
    if (file.open(QIODevice::WriteOnly) && file.write(tree) == tree.size()) return true;
    std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
    return false;
}

int photograph(Stage& stage, const Scene& scene, const QDir& folder) {
    int taken = 0;
    for (const Size& size : sizes) {
        for (const bool dark : {false, true}) {
            stage.resize(size.width, size.height);
            stage.setDark(dark);
            scene.show(stage);
            const QString name = QStringLiteral("%1-%2x%3-%4.png")
                                     .arg(QLatin1String(scene.name))
                                     .arg(size.width)
                                     .arg(size.height)
                                     .arg(dark ? QLatin1String("dark") : QLatin1String("light"));
            if (!stage.photo().save(folder.filePath(name))) {
                std::fprintf(stderr, "cannot write %s\n", qPrintable(folder.filePath(name)));
                return -1;
            }
            ++taken;
            if (size.width == sizes[0].width && !dark &&
                !writeTree(stage, folder.filePath(QLatin1String(scene.name) + QStringLiteral(".txt"))))
                return -1;
            if (scene.leave) scene.leave(stage);
        }
    }
    return taken;
}

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: photos FOLDER [SCENE...]\n");
        return 2;
    }
    const QDir folder(arguments[1]);
    folder.mkpath(QStringLiteral("."));
    const std::set<QString> wanted(arguments.begin() + 2, arguments.end());
    int taken = 0;
    for (const auto region : regions) {
        std::vector<Scene> here;
        for (const Scene& scene : scenes())
            if (scene.region == region && (wanted.empty() || wanted.contains(QLatin1String(scene.name))))
                here.push_back(scene);
        if (here.empty()) continue;
        Stage stage(region);
        for (const Scene& scene : here) {
            const int more = photograph(stage, scene, folder);
            if (more < 0) return 1;
            taken += more;
        }
    }
    std::printf("%d pictures in %s\n", taken, qPrintable(folder.absolutePath()));
    return 0;
}
