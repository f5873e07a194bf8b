#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# tests/ui/photos.sh FOLDER [SCENE…]: pictures of every page at three sizes, light and dark, under a virtual display of
# its own. Needs a release build (cmake --build --preset release --target photos).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
chmod 700 "$runtime"
export XDG_RUNTIME_DIR=$runtime QT_QPA_PLATFORM=xcb QSG_RHI_BACKEND=opengl LIBGL_ALWAYS_SOFTWARE=1
# Without a window manager a window is exactly as large as it asks for.
xvfb-run -a -s "-screen 0 1400x1000x24" "$root/build/release/bin/photos" "$@"
