#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Shows the whole of it in a few minutes, from a clean clone: installs, builds, starts a server on loopback with a new
# region, imports the sample region, joins a second device, edits both with the server down, syncs, and shows what
# merged, what is in the inbox, and that both devices hold the same. Ends in the app as the second device's owner sees
# it: a window where there is a display, else pictures. Leaves nothing behind but the build and those.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
bin=$root/build/release/bin
work=$(mktemp -d "${TMPDIR:-/tmp}/veldwijzer-demo.XXXXXX")
server_pid=

clean_up() {
    if [[ -n $server_pid ]]; then
        kill "$server_pid" 2>/dev/null || true
        wait "$server_pid" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

chapter() { printf '\n== %s\n' "$*"; }
say() { printf '   %s\n' "$*"; }
fail() { printf 'demo: %s\n' "$*" >&2; exit 1; }

build() {
    "$root/deploy/setup.sh"
    (cd "$root" && cmake --preset release >"$work/configure.log") || { cat "$work/configure.log" >&2; exit 1; }
    cmake --build "$root/build/release" --target veldwijzer-cli veldwijzer-server veldwijzer
}

# ---- the server: the port is picked once and kept, because it stands in every invitation

# Below the ephemeral range, so that no outgoing connection takes it while the server is stopped.
free_port() {
    python3 - <<'EOF'
import random, socket
while True:
    port = random.randrange(20000, 32000)
    try:
        socket.create_server(("127.0.0.1", port)).close()
        print(port)
        break
    except OSError:
        pass
EOF
}

start_server() {
    mkfifo "$work/ready"
    "$bin/veldwijzer-server" serve --data "$work/server" --listen "127.0.0.1:$port" \
        >"$work/ready" 2>>"$work/server.log" &
    server_pid=$!
    local line=
    read -r line <"$work/ready" || true
    rm "$work/ready"
    [[ $line == "listening on "* ]] || { cat "$work/server.log" >&2; fail "the server did not start"; }
    say "server: $line"
}

stop_server() {
    kill -TERM "$server_pid"
    wait "$server_pid" || fail "the server did not stop cleanly"
    server_pid=
    say "server: stopped"
}

# ---- two devices

export VELDWIJZER_PASSPHRASE="correct paard batterij nietje"
export VELDWIJZER_KDF=floor # many short commands: each would otherwise spend a second on the passphrase

device() {
    local name=$1
    shift
    "$bin/veldwijzer-cli" --vault "$work/$name" "$@"
}
anna() { device anna "$@"; }
bram() { device bram "$@"; }
invitation_in() { sed -n 's/^invitation: //p'; }

# json EXPRESSION: the document on stdin, as `d`.
json() { python3 -c "import json, sys; d = json.load(sys.stdin); print($1)"; }
digest_of() { "$1" --json status | json 'next(s["digest"] for s in d["spaces"] if s["name"] == "map")'; }
service_named() { anna --json list service --limit 1000 | json "next(r['id'] for r in d['results'] if r['title'] == '$1')"; }

sync_both() {
    for round in 1 2; do
        anna sync 2>/dev/null | sed "s/^/   Anna, round $round: /"
        bram sync 2>/dev/null | sed "s/^/   Bram, round $round: /"
    done
}

offline_edits() {
    local shared=$1 doomed=$2
    anna set "$shared" "email=anna@veenrivier.example"
    bram set "$shared" "url=https://bram.veenrivier.example"
    say "one service:   Anna wrote the e-mail address, Bram wrote the web address"
    anna set "$shared" "name=Bekkenfysiotherapie Noord"
    bram set "$shared" "name=Bekkenfysiotherapie Zuid"
    say "               and both gave it another name"
    anna add "$shared" tags avond
    bram add "$shared" tags tolk
    say "               and each added a tag"
    anna delete "$doomed"
    bram set "$doomed" "description=Nieuwe cijfers, in maart."
    say "another one:   Anna deleted it, Bram wrote a new description"
    local code=0
    anna sync 2>"$work/offline" || code=$?
    ((code == 3)) || fail "sync without a server should end with exit code 3, not $code"
    say "Anna tries to sync: exit code 3: $(tail -n 1 "$work/offline")"
}

show_outcome() {
    local shared=$1 doomed=$2
    chapter "What merged (Bram's device)"
    bram show "$shared" | grep -E '^(service|  (email|url|tags|name) )' | sed 's/^/   /'
    chapter "What is in the inbox (on both devices the same)"
    anna conflicts | sed 's/^/   /'
    local inbox_anna inbox_bram
    inbox_anna=$(anna --json conflicts | json 'sorted((c["id"], c["field"]) for c in d)')
    inbox_bram=$(bram --json conflicts | json 'sorted((c["id"], c["field"]) for c in d)')
    [[ $inbox_anna == "$inbox_bram" ]] || fail "the inboxes differ: $inbox_anna and $inbox_bram"
    anna --json conflicts | json "{(c['id'], c['field']) for c in d} == {('$shared', 'name'), ('$doomed', 'deleted')}" |
        grep -qx True || fail "the inbox does not hold exactly the two conflicts"
}

equal_digests() {
    local of_anna of_bram
    of_anna=$(digest_of anna)
    of_bram=$(digest_of bram)
    say "Anna's map: $of_anna"
    say "Bram's map: $of_bram"
    [[ -n $of_anna && $of_anna == "$of_bram" ]] || fail "the digests differ"
    say "equal"
}

settle() {
    local shared=$1 doomed=$2 number
    number=$(bram --json conflicts |
        json "next(c for c in d if c['field'] == 'name')['values'].index(next(v for c in d if c['field'] == 'name' for v in c['values'] if v['by'] == 'you')) + 1")
    bram resolve "$shared" name --keep "$number"
    number=$(bram --json conflicts |
        json "[v['value'] for v in next(c for c in d if c['field'] == 'deleted')['values']].index(False) + 1")
    bram resolve "$doomed" deleted --keep "$number"
    say "Bram keeps his name for the one, and keeps the other"
    sync_both
    local left
    left=$(anna --json conflicts | json 'len(d)')
    ((left == 0)) || fail "Anna's inbox still holds $left"
    say "Anna's inbox is empty"
}

chapter "Installing and building"
build

chapter "A new region"
port=$(free_port)
link=$("$bin/veldwijzer-server" init --data "$work/server" --region Veenrivier --url "http://127.0.0.1:$port" |
    invitation_in)
start_server
anna join "$link" --name Anna 2>/dev/null | sed 's/^/   Anna: /'

chapter "Anna imports the social map of the region"
anna import hsds "$root/deploy/sample/veenrivier.json" 2>/dev/null | sed 's/^/   /'

chapter "Anna sets out the checklists that come with the program"
for template in "$root"/deploy/templates/*.json; do
    anna import fhir "$template" >/dev/null 2>&1 || fail "$template was not taken"
done
anna list questionnaire | sed 's/^/   /'
anna sync 2>/dev/null | sed 's/^/   Anna: /'

chapter "Anna invites Bram of the wijkteam, who joins with a second device"
link=$(anna invite --role professional 2>/dev/null | invitation_in)
bram join "$link" --name Bram 2>/dev/null | sed 's/^/   Bram: /'
say "Bram has $(bram --json list service --limit 1 | json 'd["total"]') services"
equal_digests

chapter "No network: both edit"
shared=$(service_named "Bekkenfysiotherapie")
doomed=$(service_named "Cijfers over de regio")
stop_server
offline_edits "$shared" "$doomed"

chapter "The network is back: each syncs, twice"
start_server
sync_both
show_outcome "$shared" "$doomed"
chapter "Both devices hold the same"
equal_digests

chapter "Settled on one side, settled on both"
settle "$shared" "$doomed"
equal_digests

chapter "What the server knows"
stop_server
"$bin/veldwijzer-server" check --data "$work/server" | sed 's/^/   /'
if grep -rqa -e "Bekkenfysiotherapie Noord" -e "Nieuwe cijfers, in maart" "$work/server" "$work/anna" "$work/bram"; then
    fail "content stands in the clear in a file"
fi
say "and no name that was typed here stands in any file of server or devices"

chapter "Bram's device, in the app"
start_server
"$root/deploy/show_app.sh" "$work/bram" || fail "the app could not be shown"
stop_server
printf '\ndemo: all as it should be\n'
