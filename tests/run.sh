#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Everything that must hold before a change lands, from a clean clone: installs, checks the formatting, builds, and runs
# all tests in the release build and the fast ones under the address and undefined-behaviour sanitizers.
# JOBS sets how many run side by side (default: the processors).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jobs=${JOBS:-$(nproc)}
began=$SECONDS
summary=()

step() {
    local name=$1 since=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    if "$@"; then
        summary+=("ok      $((SECONDS - since)) s  $name")
    else
        summary+=("FAILED  $((SECONDS - since)) s  $name")
        finish 1
    fi
}

finish() {
    printf '\n== summary after %d s\n' $((SECONDS - began))
    printf '%s\n' "${summary[@]}"
    exit "$1"
}

format_check() {
    git -C "$root" ls-files -z -- '*.h' '*.cpp' | (cd "$root" && xargs -0 -r clang-format-14 --dry-run -Werror)
}

build() {
    local preset=$1
    shift
    (cd "$root" && cmake --preset "$preset" >/dev/null && cmake --build --preset "$preset" -j "$jobs" "$@")
}

run_tests() {
    local preset=$1
    shift
    ctest --test-dir "$root/build/$preset" --output-on-failure --no-tests=error -j "$jobs" "$@"
}

step "install" "$root/deploy/setup.sh"
step "formatting" format_check
step "build release" build release
step "tests, release" run_tests release
step "build asan" build asan --target fast_tests
step "fast tests, asan" run_tests asan -L fast
finish 0
