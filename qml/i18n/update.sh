#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Brings the translation files up to date with the texts in the source. The source is Dutch: veldwijzer_nl.ts only has
# the plural forms, veldwijzer_en.ts everything. With --check it writes nothing and fails when a text is not translated
# or a file is behind, or when lupdate warns: it then files a text under a context in which the app will not look.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
lupdate=/usr/lib/qt6/bin/lupdate

update() { # FOLDER
    (cd "$root" && "$lupdate" -silent -I client -I shared -locations none -no-obsolete -source-language nl -target-language en \
        client/app client/desktop qml -ts "$1/veldwijzer_en.ts")
    (cd "$root" && "$lupdate" -silent -I client -I shared -locations none -no-obsolete -pluralonly -source-language nl -target-language nl \
        client/app client/desktop qml -ts "$1/veldwijzer_nl.ts")
}

if [[ ${1:-} == --check ]]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    cp "$here"/*.ts "$work"
    failed=0
    update "$work" 2>"$work/warnings" || failed=1
    if [[ -s $work/warnings ]]; then
        cat "$work/warnings" >&2
        failed=1
    fi
    for file in veldwijzer_en.ts veldwijzer_nl.ts; do
        if grep -n 'type="unfinished"' "$work/$file" >"$work/open"; then
            echo "$file: $(wc -l <"$work/open") texts are not translated; run qml/i18n/update.sh and translate them:" >&2
            grep -B 3 'type="unfinished"' "$work/$file" | grep '<source>' | head -20 >&2
            failed=1
        elif ! cmp -s "$here/$file" "$work/$file"; then
            echo "$file is behind the source; run qml/i18n/update.sh" >&2
            failed=1
        fi
    done
    exit $failed
fi
update "$here"
