#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Breaks the program on purpose, one way at a time, and demands that the simulation says so.
#
#     mutants.sh SOURCE BUILD [MUTANT]
#
# For each of mutants/*.patch (or the one that is named) the patched files are compiled as BUILD compiles them and
# linked in front of its libraries: a file or two instead of a whole tree. A simulation that lets a mutant live fails
# this test, and so does a patch that no longer applies: whoever changed that code writes it anew. BUILD is a Ninja
# build with simulation_test in it. Seeds are bounded by VELDWIJZER_MUTANT_SEEDS.
set -eu

source=$(cd "$1" && pwd)
build=$(cd "$2" && pwd)
wanted=${3:-}
seeds=${VELDWIJZER_MUTANT_SEEDS:-1500}
here="$source/tests/simulation/mutants"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

commands="$work/commands"
ninja -C "$build" -t commands bin/simulation_test >"$commands"

give_up() {
    echo "FAILED: $1"
    [ ! -f "$work/log" ] || tail -20 "$work/log"
    exit 1
}

# The patched files of $1 in $work/tree.
mutate() {
    rm -rf "$work/tree"
    for file in $(sed -n 's|^+++ b/||p' "$1"); do
        mkdir -p "$work/tree/$(dirname "$file")"
        cp "$source/$file" "$work/tree/$file"
    done
    # Outside of any repository, whatever the folder that it stands in.
    GIT_CEILING_DIRECTORIES="$work" git -C "$work/tree" apply "$1" >"$work/log" 2>&1
}

# Compiles $1 with its own command and says where the object is. The build's own files stay as they are.
compile() {
    command=$(grep -F -- "-c $source/$1" "$commands" | head -1)
    [ -n "$command" ] || return 1
    object="$work/$(basename "$1").o"
    command=$(echo "$command" | sed -e 's| -MD||' -e 's| -MT [^ ]*||' -e 's| -MF [^ ]*||' \
        -e "s| -o [^ ]*| -o $object|" -e "s|-c $source/$1|-c $work/tree/$1|")
    (cd "$build" && sh -c "$command") >"$work/log" 2>&1 || return 1
    echo "$object"
}

# Links the program with the objects $@ before all libraries: the linker takes from those only what it lacks.
link() {
    command=$(grep -F -- "-o bin/simulation_test" "$commands" | tail -1 | sed -e 's|^: && ||' -e 's| && .*||')
    command=$(echo "$command" | sed -e "s| -o bin/simulation_test| $* -o $work/simulation|")
    (cd "$build" && sh -c "$command") >"$work/log" 2>&1
}

survivors=0
for patch in "$here"/*.patch; do
    name=$(basename "$patch" .patch)
    [ -z "$wanted" ] || [ "$wanted" = "$name" ] || continue
    mutate "$patch" || give_up "$name no longer applies; write it anew for today's code"
    objects=""
    for file in $(sed -n 's|^+++ b/||p' "$patch"); do
        object=$(compile "$file") || give_up "$name does not compile"
        objects="$objects $object"
    done
    # shellcheck disable=SC2086
    link $objects || give_up "$name does not link"
    # One case runs half of what is asked for.
    if VELDWIJZER_RUNS=$((2 * seeds)) "$work/simulation" "*first half" >"$work/log" 2>&1; then
        echo "SURVIVED: $name, through $seeds histories"
        survivors=$((survivors + 1))
    elif grep -q "^veldwijzer: internal error: .* does not hold" "$work/log"; then
        # It stopped by itself before the oracle could see what it did.
        echo "caught: $name, by the program itself"
        grep "^veldwijzer: internal error" "$work/log" | head -1 | cut -c1-160
    elif ! grep -q "^BROKEN PROMISE" "$work/log"; then
        echo "FAILED: $name ended the simulation without a word from the oracle"
        tail -5 "$work/log"
        survivors=$((survivors + 1))
    else
        echo "caught: $name"
        grep "^BROKEN PROMISE" "$work/log" | head -1 | cut -c1-160
        grep "^replay" "$work/log" | head -1
    fi
done
[ "$survivors" -eq 0 ]
