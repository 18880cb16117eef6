# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how many test cases of meson's testlog*.json passed, failed and were skipped.

The JUnit log of meson 1.0 lists the subtests of a program but not that the program crashed, timed
out or leaked at exit. The JSON log has the program's verdict and its TAP output, so the cases are
counted from that, and a bad program counts as one failure if none of its cases does.
"""

import json
import os
import re
import sys

CASE = re.compile(r"(not )?ok\b[^#]*(?:#\s*((?i:skip|todo)))?")
BAD = {"FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS"}
NOT_RUN = {"SKIP", "IGNORED"}


def count_program(run):
    passed = failed = skipped = 0
    for line in (run.get("stdout") or "").splitlines():
        case = CASE.match(line)
        if not case:
            continue
        is_ok = not case.group(1)
        directive = (case.group(2) or "").lower()
        if directive == "skip" and is_ok or directive == "todo" and not is_ok:
            skipped += 1
        elif is_ok and directive != "todo":
            passed += 1
        else:
            failed += 1
    if run["result"] in BAD:
        failed = max(failed, 1)
    elif run["result"] == "EXPECTEDFAIL":
        passed, failed = passed + failed, 0
    if passed + failed + skipped == 0:
        if run["result"] in NOT_RUN:
            skipped = 1
        else:
            passed = 1
    return passed, failed, skipped


total = [0, 0, 0]
for name in filter(os.path.exists, sys.argv[1:]):
    with open(name, encoding="utf-8") as log:
        for line in log:
            total = [a + b for a, b in zip(total, count_program(json.loads(line)))]
print(*total)
