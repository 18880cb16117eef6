# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs named checks and reports them in the Test Anything Protocol, as meson reads it.

A case is a function without arguments; it fails by raising, and is skipped by raising Skip.
"""

import sys
import traceback


class Skip(Exception):
    """Raised by a case that cannot be tried here; the message says why."""


def skip_all(reason):
    """Ends the program: nothing of it can be tried here."""
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def run(cases):
    """Runs (name, function) pairs in order. Returns the exit status of the program."""
    cases = list(cases)
    n_failed = 0
    print(f"1..{len(cases)}", flush=True)
    for number, (name, case) in enumerate(cases, start=1):
        try:
            case()
            print(f"ok {number} - {name}", flush=True)
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}", flush=True)
        except Exception:  # pylint: disable=broad-except
            n_failed += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} - {name}", flush=True)
    return 1 if n_failed else 0
