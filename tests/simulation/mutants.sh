#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Breaks the program on purpose, one way at a time, and demands that the simulation says so.
#
#     mutants.sh SOURCE WORK [MUTANT]
#
# A copy of the tree in WORK is built once and then patched, built and run for each of mutants/*.patch (or the one
# that is named). A simulation that lets a mutant live fails this test, and so does a patch that no longer applies:
# whoever changed that code writes it anew. Seeds are bounded by VELDWIJZER_MUTANT_SEEDS.
set -eu

source=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
wanted=${3:-}
seeds=${VELDWIJZER_MUTANT_SEEDS:-600}
tree="$work/tree"
build="$work/build"
here="$source/tests/simulation/mutants"

mkdir -p "$tree"
for entry in "$source"/*; do
    name=$(basename "$entry")
    [ "$name" = build ] && continue
    rm -rf "${tree:?}/$name"
    cp -Rp "$entry" "$tree/"
done
# Times are kept, so that a second run builds little; but what a mutant was made of is built again, because an
# earlier run may have ended with a mutant's object.
sed -n 's|^+++ b/||p' "$here"/*.patch | sort -u | while read -r file; do touch "$tree/$file"; done

cmake -S "$tree" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DVELDWIJZER_WERROR=OFF \
    -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1" >"$work/configure.log" 2>&1 || { cat "$work/configure.log"; exit 1; }

# Outside of any repository, whatever the folder that WORK stands in.
change() { GIT_CEILING_DIRECTORIES="$work" git -C "$tree" apply "$@"; }

# Builds and runs; the number of histories that a share is given is twice what one case runs.
simulate() {
    ninja -C "$build" simulation_test >"$work/build.log" 2>&1 || { tail -30 "$work/build.log"; exit 1; }
    VELDWIJZER_RUNS=$((2 * $1)) "$build/bin/simulation_test" "*first half" >"$work/run.log" 2>&1
}

if ! simulate 60; then
    echo "FAILED: the simulation fails without any mutant"
    tail -5 "$work/run.log"
    exit 1
fi

survivors=0
for patch in "$here"/*.patch; do
    name=$(basename "$patch" .patch)
    [ -z "$wanted" ] || [ "$wanted" = "$name" ] || continue
    if ! change "$patch" >"$work/patch.log" 2>&1; then
        echo "FAILED: $name no longer applies; write it anew for today's code"
        cat "$work/patch.log"
        exit 1
    fi
    if simulate "$seeds"; then
        echo "SURVIVED: $name, through $seeds histories"
        survivors=$((survivors + 1))
    elif ! grep -q "^BROKEN PROMISE" "$work/run.log"; then
        echo "FAILED: $name ended the simulation without a word from the oracle"
        tail -5 "$work/run.log"
        survivors=$((survivors + 1))
    else
        echo "caught: $name"
        grep -m1 "^BROKEN PROMISE" "$work/run.log" | cut -c1-160
        grep -m1 "^replay" "$work/run.log"
    fi
    change --reverse "$patch"
done
[ "$survivors" -eq 0 ]
