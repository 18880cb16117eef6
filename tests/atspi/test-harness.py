# SPDX-License-Identifier: GPL-3.0-or-later
"""The harness itself, on a program that is nothing but a slider, an entry and a dialog.

Usage: test-harness.py SAMPLE-PROGRAM
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from stage import Stage, missing_tools  # noqa: E402

if missing_tools():
    print(missing_tools())
    sys.exit(77)
try:
    from person import Person
except ImportError as error:
    print(f"not installed: {error}")
    sys.exit(77)

program = pathlib.Path(sys.argv[1]).resolve()


def on_stage(case):
    def run():
        with Stage(800, 600) as stage:
            person = Person(stage, [program])
            person.start()
            case(person)
            assert not person.troubles(), person.troubles()
    return tap.apart(run)


@on_stage
def check_value(person):
    slider = person.find("slider", "CCS ceiling")
    assert slider.limits == (0.0, 20.0), slider.limits
    slider.value = 9.5
    person.find("label", "40.5 Mt")
    spin = person.find("spin button", "CCS ceiling")
    assert spin.value == 9.5, spin.value


@on_stage
def check_keys(person):
    person.tab_to(person.find("slider", "CCS ceiling"))
    person.keys("Right", "Right")
    person.find("label", "42.8 Mt")
    person.find("button", "Reset").press()
    person.find("label", "43.0 Mt")


@on_stage
def check_dialog(person):
    person.find("button", "Open").press()
    person.find("label", "Its first page is not that of a workbook")
    person.keys("Escape")
    person.wait_for(lambda: not person.sees("label", "The file is damaged"), "the dialog to close")


@on_stage
def check_restart(person):
    person.tab_to(person.find("entry", "Note"))
    person.type("kept")
    person.wait_for(lambda: person.find("entry", "Note").text == "kept", "the text")
    person.quit()
    person.start()
    assert person.find("entry", "Note").text == "kept"


@on_stage
def check_absence(person):
    """A test that looks for what is not there must fail."""
    try:
        person.find("slider", "Nobody", seconds=0.5)
    except TimeoutError as late:
        assert "CCS ceiling" in str(late), "the message shows what is there"
        return
    raise AssertionError("something was found that is not there")


sys.exit(tap.run([
    ("/harness/value-interface-moves-a-slider", check_value),
    ("/harness/keys-reach-the-focus", check_keys),
    ("/harness/dialog-is-read-and-closed", check_dialog),
    ("/harness/restart-finds-what-was-typed", check_restart),
    ("/harness/what-is-not-there-is-not-found", check_absence),
]))
