#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Holds the build to the architecture diagram: arrows.txt beside this file.

The link graph is CMake's own (--graphviz) of a fresh configuration, so that what is checked is what is
built. Includes are checked too: every room sees the others' headers, and an inline function or a constant
can be used without an arrow in the link graph.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
CMAKE = "cmake"


class Diagram:
    """arrows.txt: what is allowed."""

    def __init__(self, text):
        self.arrows = {}  # room -> the rooms it may link
        self.folders = {}  # folder -> the rooms that live there
        self.never = []  # (rooms, rooms that they must not reach)
        for line in text.splitlines():
            line = line.split("#")[0].strip()
            if not line:
                continue
            left, right = (part.split() for part in line.split(":"))
            if left[0] == "never":
                self.never.append((left[1:], set(right)))
            else:
                self.arrows[left[0]] = set(right)
                self.folders.setdefault(left[1].strip("[]"), set()).add(left[0])


def reach(arrows, room):
    """The room and everything it links, directly or by others."""
    seen, todo = set(), [room]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo += arrows.get(here, ())
    return seen


def link_graph(folder):
    """Target -> the targets of ours that it links, from CMake itself."""
    dot = pathlib.Path(folder) / "links.dot"
    options = pathlib.Path(folder) / "CMakeGraphVizOptions.cmake"
    options.write_text("set(GRAPHVIZ_EXTERNAL_LIBS FALSE)\nset(GRAPHVIZ_GENERATE_PER_TARGET FALSE)\n"
                       "set(GRAPHVIZ_GENERATE_DEPENDERS FALSE)\nset(GRAPHVIZ_INTERFACE_LIBS FALSE)\n")
    done = subprocess.run([CMAKE, f"--graphviz={dot}", "-S", SOURCE, "-B", folder, "-G", "Ninja",
                           "-DBUILD_TESTING=OFF"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError("cmake failed:\n" + done.stdout + done.stderr)
    return parse_dot(dot.read_text())


def parse_dot(text):
    # Aliases stand as "name\n(Namespace::name)".
    names = {node: label.split("\\n")[0]
             for node, label in re.findall(r'^\s*"(node\d+)" \[ label = "([^"]+)"', text, re.M)}
    names = {node: room_of_generated(name) for node, name in names.items()}
    graph = {name: set() for name in names.values()}
    for start, end in re.findall(r'^\s*"(node\d+)" -> "(node\d+)"', text, re.M):
        if names[start] != names[end]:
            graph[names[start]].add(names[end])
    return graph


def room_of_generated(target):
    """What Qt's CMake makes beside a QML module (its plugin, its resources) belongs to the module's room."""
    return re.sub(r"(plugin|plugin_init|_qmlcache|_resources_\d+|_resources_\d+_init|_init)$", "", target)


def includes_of(folder):
    """(file, room folder) of every include of one of our headers."""
    for path in sorted((SOURCE / folder).rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        for included in re.findall(r'^\s*#\s*include\s+"([^"]+)"', path.read_text(encoding="utf-8"), re.M):
            yield path.relative_to(SOURCE), included


class Architecture(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.diagram = Diagram((HERE / "arrows.txt").read_text())
        with tempfile.TemporaryDirectory(prefix="veldwijzer-architecture-") as folder:
            cls.graph = link_graph(folder)

    def test_every_arrow_of_the_build_is_in_the_diagram(self):
        for target, linked in sorted(self.graph.items()):
            with self.subTest(target=target):
                self.assertIn(target, self.diagram.arrows, "a target without a line in arrows.txt")
                extra = linked - self.diagram.arrows[target]
                self.assertFalse(extra, f"{target} links {sorted(extra)}: not in arrows.txt")

    def test_every_arrow_of_the_diagram_is_in_the_build(self):
        for room, allowed in sorted(self.diagram.arrows.items()):
            with self.subTest(room=room):
                missing = allowed - self.graph.get(room, set())
                self.assertFalse(missing, f"arrows.txt lets {room} link {sorted(missing)}, and it does not")

    def test_the_server_cannot_leak_what_it_does_not_link(self):
        self.assertTrue(self.diagram.never)
        for rooms, forbidden in self.diagram.never:
            for room in rooms:
                with self.subTest(room=room):
                    self.assertIn(room, self.graph)
                    self.assertFalse(reach(self.graph, room) & forbidden)
                    self.assertFalse(reach(self.diagram.arrows, room) & forbidden)

    def test_nothing_points_back(self):
        for room, allowed in self.diagram.arrows.items():
            for linked in allowed:
                self.assertNotIn(room, reach(self.diagram.arrows, linked), f"{room} and {linked} need each other")

    def test_includes_follow_the_arrows(self):
        folder_of = {pathlib.PurePath(folder).name: folder for folder in self.diagram.folders
                     if not folder.startswith("server/")}
        for folder, rooms in sorted(self.diagram.folders.items()):
            reachable = set().union(*(reach(self.diagram.arrows, room) for room in rooms))
            for path, included in includes_of(folder):
                top = included.split("/")[0]
                # Rooms of the server are included by path from server/, the others from shared/ or client/.
                owner = f"server/{top}" if folder.startswith("server/") and f"server/{top}" in self.diagram.folders \
                    else folder_of.get(top)
                if owner is None or "/" not in included:
                    continue  # generated or generic
                with self.subTest(file=str(path), include=included):
                    self.assertTrue(self.diagram.folders[owner] & reachable,
                                    f"{path} includes {included}, and {sorted(rooms)} may not reach {owner}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--cmake", default=CMAKE)
    known, rest = parser.parse_known_args()
    CMAKE = known.cmake
    unittest.main(argv=[sys.argv[0], *rest])
