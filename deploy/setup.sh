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
    # transport and server
    libcpp-httplib-dev libssl-dev libspdlog-dev nginx-light
    # the command line
    libcli11-dev libqrcodegencpp-dev libpng-dev
    # tests
    catch2 librapidcheck-dev libical-dev clang-format-14 python3 curl
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
