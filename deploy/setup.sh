#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Installs what building, testing and running Veldwijzer needs on Debian 12. Run it as often as you like: when
# everything is there it does nothing, and quickly.
set -euo pipefail

packages=(
    # building
    g++ cmake ninja-build pkg-config ccache git
    # the core
    libsodium-dev libsqlite3-dev libprotobuf-dev protobuf-compiler libzstd-dev nlohmann-json3-dev libhowardhinnant-date-dev tzdata libzip-dev
    libpugixml-dev
    # transport and server
    libcpp-httplib-dev libssl-dev libspdlog-dev nginx-light
    # the command line
    libcli11-dev libqrcodegencpp-dev libpng-dev
    # the app: building
    qt6-base-dev qt6-declarative-dev qt6-declarative-dev-tools qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qt6-translations-l10n qt6-multimedia-dev libzxing-dev fonts-inter fonts-material-design-icons-iconfont
    # the app: running
    qml6-module-qtmultimedia qml6-module-qtquick qml6-module-qtquick-window qml6-module-qtquick-controls qml6-module-qtquick-templates
    qml6-module-qtquick-layouts qml6-module-qtquick-dialogs qml6-module-qtqml qml6-module-qtqml-models
    qml6-module-qtqml-workerscript qml6-module-qt-labs-folderlistmodel qml6-module-qtcore qt6-qpa-plugins libqt6svg6
    libgl1-mesa-dri
    # the app without a display, and its tests
    qml6-module-qttest xvfb xauth openbox xdotool imagemagick at-spi2-core dbus dbus-x11 python3-pyatspi fontconfig
    # tests
    chromium chromium-driver
    appstream desktop-file-utils catch2 librapidcheck-dev libical-dev clang-format-14 python3 curl
)

missing=()
for package in "${packages[@]}"; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [[ $state == installed ]] || missing+=("$package")
done
if ((${#missing[@]} == 0)); then
    echo "setup: all ${#packages[@]} packages are there"
    exit 0
fi

as_root=()
if ((EUID != 0)); then
    command -v sudo >/dev/null || { echo "setup: run this as root, or install sudo" >&2; exit 1; }
    as_root=(sudo)
fi
echo "setup: installing ${missing[*]}"
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
