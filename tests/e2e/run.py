#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""End-to-end tests: real programs on real files and sockets.

    run.py               all of them, with the programs of build/release/bin (or $VELDWIJZER_BIN)
    run.py CASE          one, as "test_crash.Crashes.test_import"
    run.py --list        "CASE=what it shows", one a line; ctest makes a test of each
"""
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent


def cases(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from cases(item)
        else:
            yield item


def main():
    sys.path.insert(0, str(HERE))
    sys.dont_write_bytecode = True
    loader = unittest.TestLoader()
    if sys.argv[1:] == ["--list"]:
        for case in cases(loader.discover(str(HERE))):
            shown = (case.shortDescription() or case.id()).replace(";", ",")  # CMake's separator
            print(f"{case.id()}={shown}")
        # A file that does not even load is listed as a case of its own, which then fails.
        return 0
    names = sys.argv[1:]
    suite = loader.loadTestsFromNames(names) if names else loader.discover(str(HERE))
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    if result.skipped and result.testsRun == len(result.skipped):
        return 77  # ctest calls it skipped
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
