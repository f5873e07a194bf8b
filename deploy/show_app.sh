#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# deploy/show_app.sh VAULT: opens the app on a vault, its passphrase in VELDWIJZER_PASSPHRASE. Where there is a display it
# is a window, and this waits until it is closed. Else the same program runs under a virtual display, is driven by
# keyboard, and leaves pictures in a folder that is named at the end.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
app=$root/build/release/bin/veldwijzer
vault=$1

if [[ -n ${WAYLAND_DISPLAY:-}${DISPLAY:-} && -z ${VELDWIJZER_PICTURES:-} ]]; then
    echo "   the passphrase is: $VELDWIJZER_PASSPHRASE"
    exec "$app" --vault "$vault"
fi

pictures=${VELDWIJZER_PICTURES:-$root/build/pictures}
mkdir -p "$pictures"
runtime=$(mktemp -d)
chmod 700 "$runtime"
pids=()
clean_up() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$runtime"
}
trap clean_up EXIT
export XDG_RUNTIME_DIR=$runtime QT_QPA_PLATFORM=xcb QSG_RHI_BACKEND=opengl LIBGL_ALWAYS_SOFTWARE=1

# The server picks a display that is free and tells which.
mkfifo "$runtime/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 3>"$runtime/display" 2>/dev/null &
pids+=($!)
read -r number <"$runtime/display"
export DISPLAY=:$number
openbox >/dev/null 2>&1 &
pids+=($!)

"$app" --vault "$vault" 2>"$runtime/app.log" &
pids+=($!)
window=
for _ in $(seq 100); do
    window=$(xdotool search --onlyvisible --name '^Veldwijzer$' 2>/dev/null | tail -n 1) || true
    [[ -n $window ]] && break
    sleep 0.1
done
[[ -n $window ]] || { cat "$runtime/app.log" >&2; echo "the app showed no window" >&2; exit 1; }
xdotool windowsize --sync "$window" 1280 780 windowfocus --sync "$window" || true

picture() { # NAME: when two pictures a moment apart are the same, it has come to rest
    local before= now=
    for _ in $(seq 40); do
        sleep 0.3
        import -window "$window" "$runtime/now.png"
        now=$(identify -format '%#' "$runtime/now.png")
        [[ $now == "$before" ]] && break
        before=$now
    done
    mv "$runtime/now.png" "$pictures/$1.png"
    echo "   $pictures/$1.png"
}
keys() { xdotool key --clearmodifiers "$@"; }

picture 1-locked
xdotool type --delay 20 "$VELDWIJZER_PASSPHRASE"
keys Return
sleep 1
picture 2-today
keys ctrl+2
picture 3-social-map
keys ctrl+f
xdotool type --delay 20 "opvang vanavond"
picture 4-search
keys ctrl+shift+x
picture 5-quick-exit
