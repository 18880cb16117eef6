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

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS), str(TESTS / "atspi")]
import tap  # noqa: E402
from stage import Stage, missing_tools  # noqa: E402

SCHEMA = "org.ijkpad.Ijkpad"

# What the scenario in the pictures changes, so that every kind of mark is seen.
# It has one name in both languages; its description is in that of the picture.
SCENARIO = "Tempo erin"
DESCRIPTIONS = {"en": "Earlier storage, more subsidy paid out, cheaper grid",
                "nl": "Eerder opslaan, meer subsidie uitbetaald, goedkoper net"}
CHANGES = ("aramis_start=2029", "enforcement=0.75", "realisation=0.8", "ets_scale=1.2",
           "network_fee=5")

# name: settings of the program; sizes are those of its window.
FORMS = {
    "light-en": {"style": "'light'", "language": "'en'"},
    "light-nl": {"style": "'light'", "language": "'nl'"},
    "dark-en": {"style": "'dark'", "language": "'en'"},
    "dark-nl": {"style": "'dark'", "language": "'nl'"},
    "contrast-en": {"style": "'contrast'", "language": "'en'"},
    "medium-en": {"language": "'en'", "window-width": "900", "window-height": "700"},
    "narrow-en": {"language": "'en'", "window-width": "360", "window-height": "720"},
    "narrow-nl": {"style": "'dark'", "language": "'nl'", "window-width": "360",
                  "window-height": "720"},
    "large-nl": {"language": "'nl'", "window-width": "1920", "window-height": "1080"},
    "presenter-nl": {"language": "'nl'"},
}


# GTK shows a button as pressed for a while before it does what it is for.
CLICK_SECONDS = 0.5


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


def by_keys(*keys, text=None):
    """A stop that is reached by keys, and perhaps by typing @text once there."""
    def go(person, camera):
        person.keys(*keys)
        if text:
            camera.wait_until_still(2.0)
            person.type(text)
    return go


def by_button(search, name):
    """A stop that is reached by a button of a lever: search for the lever, press the button."""
    def go(person, camera):
        person.keys("ctrl+f")
        camera.wait_until_still(2.0)
        person.type(search)
        person.find(("button", "toggle button"), name).press()
        time.sleep(CLICK_SECONDS)
    return go


def by_menu(name):
    """A stop that is reached by an item of the main menu."""
    def go(person, camera):
        person.keys("F10")
        camera.wait_until_still(2.0)
        person.find("menu item", name).press()
        time.sleep(CLICK_SECONDS)
    return go


def choose_company(person, camera):
    """A company with the levers out of the way: the first of the table, reached by keys."""
    person.keys("F9", "ctrl+2")
    camera.wait_until_still(3.0)
    person.tab_to(person.find(None, re.compile("^(Search companies|Bedrijven zoeken)$")))
    # Past the year, the columns, the menu and the filters.
    person.keys(*["Tab"] * 7, "Down", "Up")
    camera.wait_until_still(3.0)


# How each picture is reached from the Explore view; Escape leads back.
STOPS = {
    "explore": by_keys(),
    "search": by_keys("ctrl+f", text="ccs"),
    "search-nothing": by_keys("ctrl+f", text="qqq"),
    "path-editor": by_button("ccs", re.compile("(path|pad|pijp).*(CCS ceiling|CCS-plafond)", re.I)),
    "lever-info": by_button("aramis", re.compile("^(About|Over) .*Aramis")),
    "table": by_keys("ctrl+t"),
    "filled": by_keys("ctrl+Return"),
    "questions": by_keys("ctrl+k"),
    "scenarios": by_keys("ctrl+l"),
    "new-scenario": by_keys("ctrl+n"),
    "rename": by_keys("F2"),
    "bookmark": by_keys("ctrl+d"),
    "history": by_keys("ctrl+h"),
    "save-figure": by_keys("ctrl+e"),
    "menu": by_keys("F10"),
    "preferences": by_keys("ctrl+comma"),
    "shortcuts": by_keys("F1"),
    "about": by_menu(re.compile("(About|Over) Ijkpad")),
    "levers-hidden": by_keys("F9"),
    "changed": by_keys("ctrl+shift+r"),
    "companies": by_keys("ctrl+2"),
    "company": choose_company,
}
# What else than Escape it takes to come back.
LEAVING = {
    "table": ("ctrl+t",),
    "filled": ("ctrl+Return",),
    "levers-hidden": ("F9",),
    "companies": ("ctrl+1",),
    "company": ("ctrl+1", "F9"),
    "search": ("ctrl+a", "BackSpace", "Escape"),
    "search-nothing": ("ctrl+a", "BackSpace", "Escape"),
    "path-editor": ("Escape", "ctrl+f", "ctrl+a", "BackSpace", "Escape"),
    "lever-info": ("Escape", "ctrl+f", "ctrl+a", "BackSpace", "Escape"),
}


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


def visit(person, camera, stop, go):
    main = person.stage.active_window()
    try:
        go(person, camera)
        camera.shoot(stop)
    finally:
        person.keys(*LEAVING.get(stop, ("Escape",)))
        camera.wait_until_still(2.0)
        # A dialog over a dialog, or one that takes Escape for something else.
        for keys in ("Escape", "ctrl+w"):
            now = person.stage.active_window()
            if now is not None and main is not None and now[0] != main[0]:
                person.keys(keys)
                camera.wait_until_still(2.0)


def shoot_form(program, ijkpad, folder, form):
    """Takes all the pictures of a form. Raises with all that went wrong."""
    from person import Person  # needs the message bus of the stage that is made in this process

    troubles = []
    settings = FORMS[form]
    width = int(settings.get("window-width", 1440))
    # A presenter's window fills the screen; others want room for their shadow, and for dialogs.
    size = (1920, 1080) if form.startswith("presenter") else (max(width, 700) + 200, 1200)
    with Stage(*size, has_shadows=True) as stage:
        path = make_workbook(stage, ijkpad, settings["language"].strip("'"))
        for key, value in settings.items():
            stage.set_setting(SCHEMA, key, value)
        # Where it hovers over nothing.
        stage.xdotool("mousemove", size[0] - 1, size[1] - 1)
        person = Person(stage, [program])
        camera = Camera(person, folder, form)

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
        if form.startswith("presenter"):
            # Escape would leave the mode, so nothing is left by it.
            person.keys("F11")
            attempt("explore", lambda: camera.shoot("explore"))
            person.keys("ctrl+Return")
            attempt("filled", lambda: camera.shoot("filled"))
            person.keys("ctrl+Return", "F11")
        else:
            for stop, go in STOPS.items():
                attempt(stop, lambda stop=stop, go=go: visit(person, camera, stop, go))
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
