#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# tests/bench/app_bench.sh [--services N] [--rounds N]: veldwijzer-app-bench under a virtual display without a GPU.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
chmod 700 "$runtime"
export XDG_RUNTIME_DIR=$runtime QT_QPA_PLATFORM=xcb QSG_RHI_BACKEND=opengl LIBGL_ALWAYS_SOFTWARE=1
# Frames as soon as they are drawn: no screen waits for them.
export QSG_NO_VSYNC=1 vblank_mode=0
# With a window manager: else no window gets the keyboard.
xvfb-run -a -s "-screen 0 1400x1000x24" bash -c 'openbox & trap "kill $!" EXIT; "$@"' bench \
    "$root/build/release/bin/veldwijzer-app-bench" "$@"
