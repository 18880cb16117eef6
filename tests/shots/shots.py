# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a picture of every view and dialog, in every form that a person may meet the program in.

Usage: shots.py PROGRAM IJKPAD OUTPUT-FOLDER [FORM...]

Starts the real program on a stage of its own once for each form, drives it by keys and through the
accessibility tree, and takes a picture at each stop. A stop that fails does not keep the others from
being made; the exit status tells. Pictures are FORM-STOP.png.
"""

import pathlib
import re
import subprocess
import sys
import time
from typing import NamedTuple

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "atspi")]
import tap  # noqa: E402
from stage import Stage, missing_tools  # noqa: E402
from stops import LARGE_STOPS, PRESENTER_STOPS, STOPS  # noqa: E402

SCHEMA = "org.ijkpad.Ijkpad"

# What the scenario in the pictures changes, so that every kind of mark is seen.
# It has one name in both languages; its description is in that of the picture.
SCENARIO = "Tempo erin"
DESCRIPTIONS = {"en": "Earlier storage, more subsidy paid out, cheaper grid",
                "nl": "Eerder opslaan, meer subsidie uitbetaald, goedkoper net"}
CHANGES = ("aramis_start=2029", "enforcement=0.75", "realisation=0.8", "ets_scale=1.2",
           "network_fee=5")

# A window has room around it for its shadow and for what hangs out of it.
MARGIN = 200


# Below this the levers lie over the charts.
FOLD_WIDTH = 700


class Form(NamedTuple):
    """@style and @size, of the window, as the program has them in its settings; a window as large as
    its @screen is maximised. @scale: device pixels for each of the program."""
    language: str
    style: str = "system"
    size: tuple = (1440, 900)
    screen: tuple = None
    scale: int = 1
    stops: dict = STOPS

    @property
    def settings(self):
        is_maximized = "true" if self.size == self.screen else "false"
        return {"language": f"'{self.language}'", "style": f"'{self.style}'",
                "window-maximized": is_maximized, "window-width": str(self.size[0]),
                "window-height": str(self.size[1])}

    @property
    def stage_size(self):
        # Dialogs are wider than a narrow window.
        return self.screen or (max(self.size[0], 700) + MARGIN, max(self.size[1] + MARGIN, 1200))


FORMS = {
    "light-en": Form("en", "light"),
    "light-nl": Form("nl", "light"),
    "dark-en": Form("en", "dark"),
    "dark-nl": Form("nl", "dark"),
    "contrast-en": Form("en", "contrast"),
    "medium-en": Form("en", size=(900, 700)),
    "narrow-en": Form("en", size=(360, 720)),
    "narrow-nl": Form("nl", "dark", (360, 720)),
    "large-nl": Form("nl", size=(1920, 1080)),
    "4k-nl": Form("nl", size=(3840, 2160), screen=(3840, 2160), stops=LARGE_STOPS),
    "4k-double-en": Form("en", size=(3840, 2160), screen=(3840, 2160), scale=2, stops=LARGE_STOPS),
    "presenter-nl": Form("nl", screen=(1920, 1080), stops=PRESENTER_STOPS),
}


class Camera:
    """Takes pictures of the program when it stands still."""

    def __init__(self, person, folder, form):
        self.person = person
        self.stage = person.stage
        self.folder = folder
        self.form = form

    def wait_until_still(self, seconds=5.0):
        """Until two looks in a row see the same, for some time at most: a spinner never stops."""
        deadline = time.monotonic() + seconds
        before = None
        while time.monotonic() < deadline:
            now = self.stage.fingerprint()
            if now == before:
                return
            before = now
            time.sleep(0.1)

    def shoot(self, stop):
        self.wait_until_still()
        self.stage.shoot(self.folder / f"{self.form}-{stop}.png", self.stage.shown_area())


def make_workbook(stage, ijkpad, language):
    """A workbook with a scenario in it that differs from the law in some levers. Returns its path.
    The names of the shipped scenarios are in @language, as for a person who made it."""
    path = stage.home / "work" / "training.ijkpad"
    settings = [word for change in CHANGES for word in ("--set", change)]
    for command in (["new", path],
                    ["scenario", "--file", path, "new", SCENARIO, *settings, "--description",
                     DESCRIPTIONS[language]]):
        subprocess.run([ijkpad, "--lang", language, *command], env=stage.environment, check=True,
                       stdout=subprocess.DEVNULL)
    return path


def select_scenario(person, camera):
    """Turns to the scenario of the pictures: the only one of our own, so the first of the list."""
    person.keys("ctrl+l")
    person.find(None, re.compile(f"{SCENARIO}$"))
    camera.wait_until_still(2.0)
    person.keys("Return")
    camera.wait_until_still(3.0)
    person.keys("Escape")


def shoot_tour(person, camera, step):
    """The tour begins when there is something to point at."""
    person.find("button", re.compile("(Next|Volgende|Begin|Beginnen)$"))
    camera.shoot(f"tour-{step}")


def visit(person, camera, name, stop, is_folded):
    main = person.stage.active_window()
    try:
        if is_folded and stop.unfold:
            person.keys(*stop.unfold)
            camera.wait_until_still(2.0)
        stop.go(person, camera)
        camera.shoot(name)
    finally:
        back = stop.back + (stop.fold if is_folded else ())
        if back:
            person.keys(*back)
            camera.wait_until_still(2.0)
        # A dialog over a dialog, or one that takes Escape for something else.
        for keys in ("Escape", "ctrl+w"):
            now = person.stage.active_window()
            if now is not None and main is not None and now[0] != main[0]:
                person.keys(keys)
                camera.wait_until_still(2.0)


def shoot_form(program, ijkpad, folder, name):
    """Takes all the pictures of a form. Raises with all that went wrong."""
    from person import Person  # needs the message bus of the stage that is made in this process

    troubles = []
    form = FORMS[name]
    with Stage(*form.stage_size, has_shadows=True) as stage:
        path = make_workbook(stage, ijkpad, form.language)
        for key, value in form.settings.items():
            stage.set_setting(SCHEMA, key, value)
        stage.environment["GDK_SCALE"] = str(form.scale)
        person = Person(stage, [program])
        camera = Camera(person, folder, name)

        def attempt(stop, step):
            try:
                step()
            except Exception as error:  # pylint: disable=broad-except
                first = str(error).splitlines()[0] if str(error) else type(error).__name__
                troubles.append(f"{stop}: {first}")

        person.start(path)
        for step in range(1, 5):
            attempt(f"tour-{step}", lambda step=step: shoot_tour(person, camera, step))
            person.keys("Return")
        camera.wait_until_still(3.0)
        attempt("law", lambda: camera.shoot("law"))
        attempt("scenario", lambda: select_scenario(person, camera))
        is_presenter = form.stops is PRESENTER_STOPS
        if is_presenter:
            person.keys("F11")
        for key, stop in form.stops.items():
            if form.size[0] < stop.least_width:
                continue
            attempt(key, lambda key=key, stop=stop: visit(person, camera, key, stop,
                                                          form.size[0] < FOLD_WIDTH))
        if is_presenter:
            person.keys("F11")
        attempt("end", person.quit)
        if person.process.poll() is None:
            camera.shoot("stuck")
            person.process.kill()
            person.process.wait()

        damaged = stage.home / "work" / "damaged.ijkpad"
        damaged.write_bytes(b"SQLite format 3\0" + bytes(4096))
        stage.set_setting(SCHEMA, "tour-seen", "true")
        attempt("damaged", lambda: (person.start(damaged), camera.shoot("damaged")))
        troubles += [f"log: {line}" for line in person.troubles()]
    if troubles:
        raise AssertionError("\n".join(troubles))


def main():
    program, ijkpad, folder = (pathlib.Path(path).resolve() for path in sys.argv[1:4])
    forms = sys.argv[4:] or list(FORMS)
    unknown = [form for form in forms if form not in FORMS]
    if unknown:
        sys.exit(f"there is no form {unknown[0]}; there are {', '.join(FORMS)}")
    if missing_tools():
        sys.exit(missing_tools())
    folder.mkdir(parents=True, exist_ok=True)
    for form in forms:
        for old in folder.glob(f"{form}-*.png"):
            old.unlink()
    return tap.run(
        (form, tap.apart(lambda form=form: shoot_form(program, ijkpad, folder, form)))
        for form in forms)


sys.exit(main())
