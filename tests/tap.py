# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs named checks and reports them in the Test Anything Protocol, as meson reads it.

A case is a function without arguments; it fails by raising, and is skipped by raising Skip.
"""

import os
import sys
import traceback


class Skip(Exception):
    """Raised by a case that cannot be tried here; the message says why."""


def skip_all(reason):
    """Ends the program: nothing of it can be tried here."""
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def apart(case):
    """Makes of a case one that runs in a process of its own, for libraries that can start only once."""
    def run_apart():
        reader, writer = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(reader)
            status = 0
            with os.fdopen(writer, "w") as pipe:
                try:
                    case()
                except Skip as reason:
                    pipe.write(str(reason))
                    status = 77
                except BaseException:  # pylint: disable=broad-except
                    pipe.write(traceback.format_exc())
                    status = 1
            os._exit(status)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            output = pipe.read()
        status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        if status == 77:
            raise Skip(output)
        if status != 0:
            raise AssertionError(output or f"ended with status {status}")
    return run_apart


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
            report = traceback.format_exc()
            for line in report.splitlines():
                print(f"# {line}")
            print(f"not ok {number} - {name}", flush=True)
            # meson test --print-errorlogs shows what a failed program wrote here, and no comments.
            print(f"{name}:\n{report}", file=sys.stderr, flush=True)
    return 1 if n_failed else 0
