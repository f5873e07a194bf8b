#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes the sample region, or a map of any size for measurements, as HSDS 3.x JSON.

    generate.py                          veenrivier.json beside this file
    generate.py OUT.json                 the same, elsewhere
    generate.py --services 5000 OUT.json a made-up map of 5,000 services, about 1 KB each

The same arguments give the same bytes.
"""

import argparse
import pathlib
import sys

from blocks.bench import bench_map
from blocks.hsds import Writer, pretty
from blocks.local_schools_and_care import all_schools_and_care
from blocks.local_teams import all_teams
from blocks.national import all_lines
from blocks.regional_care import all_care
from blocks.regional_support import all_support


def region() -> list:
    return all_lines() + all_care() + all_support() + all_teams() + all_schools_and_care()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--services", type=int, help="how many; without it: the sample region")
    parser.add_argument("out", nargs="?", type=pathlib.Path, default=pathlib.Path(__file__).parent / "veenrivier.json")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file differs")
    arguments = parser.parse_args()
    if arguments.services is None:
        pieces = [pretty(Writer().page(region()))]
    else:
        pieces = bench_map(region(), arguments.services)
    if arguments.check:
        if arguments.out.read_text(encoding="utf-8") != "".join(pieces):
            sys.exit(f"{arguments.out} is not what generate.py writes: run it, and commit both")
        return
    with arguments.out.open("w", encoding="utf-8") as file:
        for piece in pieces:
            file.write(piece)


if __name__ == "__main__":
    main()
