# SPDX-License-Identifier: GPL-3.0-or-later
"""The stops of the photographer: each view and dialog, how a person comes there, and the way back.

A stop begins and ends in the Explore view, with the window alone and nothing searched for.
"""

import re
import time
from typing import Callable, NamedTuple

# GTK shows a button as pressed for a while before it does what it is for, and a search entry waits
# whether more is typed: in between nothing moves.
CLICK_SECONDS = 0.5

BUTTONS = ("button", "toggle button")

# Two installations of a person's own.
TABLE = """id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021,kt_2025
own-kiln,Kiln,Own Ceramics,building_materials,cluster6,ets,1,31,40,37
own-machine,Paper machine 2,Own Paper,paper,noord-nederland,ets,0.9,38,52,49.5
"""


class Stop(NamedTuple):
    """@go: called with the person and the camera. @back: keys that lead from there to where it began.
    Where the levers lie over the charts, and are hidden, @unfold comes before it and @fold after. It is
    left out of windows narrower than @least_width."""
    go: Callable
    back: tuple = ("Escape",)
    unfold: tuple = ()
    fold: tuple = ()
    least_width: int = 0


def keys(*names, text=None):
    """There by keys, and perhaps by typing @text once there."""
    def go(person, camera):
        person.keys(*names)
        if text:
            camera.wait_until_still(2.0)
            person.type(text)
            time.sleep(CLICK_SECONDS)
    return go


def button(name, start=()):
    """There by a button, after the keys @start."""
    def go(person, camera):
        if start:
            person.keys(*start)
            camera.wait_until_still(3.0)
        person.find(BUTTONS, re.compile(f"^_?({name})")).press()
        time.sleep(CLICK_SECONDS)
    return go


def lever_button(search, name):
    """There by a button of a lever, which is searched for."""
    def go(person, camera):
        keys("ctrl+f", text=search)(person, camera)
        person.find(BUTTONS, name).press()
        time.sleep(CLICK_SECONDS)
    return go


def menu_item(name):
    """There by an item of the main menu."""
    def go(person, camera):
        person.keys("F10")
        camera.wait_until_still(2.0)
        person.find("menu item", re.compile(name)).press()
        time.sleep(CLICK_SECONDS)
    return go


def company(*then):
    """There by the first company of the table: its page, or what the keys @then do in its row."""
    def go(person, camera):
        person.keys("ctrl+2", "ctrl+f")
        camera.wait_until_still(3.0)
        person.move_to("Tab", lambda thing: thing.role == "table row", "the table", limit=15)
        person.keys("Down", "Up", *(then or ("Return",)))
    return go


def company_pair(person, camera):
    """The first company beside another."""
    company()(person, camera)
    button("Put Beside|Naast een")(person, camera)


def headline_why(person, camera):
    """Why a headline figure is what it is, with its first part unfolded."""
    figure = re.compile("^(Net levy in|Nettoheffing in) ")
    person.tab_to(person.find("button", figure))
    person.keys("ctrl+i")
    camera.wait_until_still(3.0)
    person.keys("Down", "Right")


def import_table(person, _camera):
    """A table of installations, handed to the program that runs as a file manager does it."""
    table = person.stage.home / "work" / "installations.csv"
    table.write_text(TABLE)
    person.open_window(lambda: person.stage.start([*person.command, table]), "the preview")


SEARCHED = ("Escape", "ctrl+f", "ctrl+a", "BackSpace", "Escape")
COMPANIES = ("Escape", "ctrl+1")

STOPS = {
    "explore": Stop(keys(), ()),
    "search": Stop(keys("ctrl+f", text="ccs"), SEARCHED[2:]),
    "search-nothing": Stop(keys("ctrl+f", text="qqq"), SEARCHED[2:]),
    "path-editor": Stop(lever_button("ccs", re.compile("(path|pad|pijp).*(CCS ceiling|CCS-plafond)",
                                                       re.I)), SEARCHED),
    "path-editor-levy": Stop(lever_button("levy", re.compile("(path|pad).*(Levy rate|tarief)", re.I)),
                             SEARCHED),
    "lever-info": Stop(lever_button("aramis", re.compile("^(About|Over) .*Aramis")), SEARCHED),
    "law-choice": Stop(button("(Tax plan|Belastingplan) "), unfold=("F9",), fold=("F9",)),
    "changed": Stop(keys("ctrl+shift+r"), ("ctrl+shift+r",), fold=("F9",)),
    "levers-toggled": Stop(keys("F9"), ("F9",)),
    "figure-choice": Stop(button("Emissions by sector|Uitstoot per sector")),
    "figure-menu": Stop(button("Copy, save or print|Kopiëren, bewaren of afdrukken")),
    "table": Stop(keys("ctrl+t"), ("ctrl+t",)),
    "filled": Stop(keys("ctrl+Return"), ("ctrl+Return",)),
    "why": Stop(headline_why),
    "questions": Stop(keys("ctrl+k")),
    "scenarios": Stop(keys("ctrl+l")),
    "scenario-menu": Stop(button("(What to do with|Wat te doen met) Tempo", ("ctrl+l",)),
                          ("Escape", "Escape")),
    "new-scenario": Stop(keys("ctrl+n")),
    "rename": Stop(keys("F2")),
    "bookmark": Stop(keys("ctrl+d")),
    "bookmarks": Stop(button("Bookmarks|Bladwijzers"), least_width=600),
    "history": Stop(keys("ctrl+h")),
    "save-figure": Stop(keys("ctrl+e")),
    "menu": Stop(keys("F10")),
    "preferences": Stop(keys("ctrl+comma")),
    "shortcuts": Stop(keys("F1")),
    "about": Stop(menu_item("(About|Over) Ijkpad")),
    "toast": Stop(keys("ctrl+s")),
    "companies": Stop(keys("ctrl+2"), COMPANIES),
    "companies-filters": Stop(keys("ctrl+2", "ctrl+f", "Tab", "Tab", "space"), COMPANIES),
    "companies-menu": Stop(keys("ctrl+2", "ctrl+f", "Tab", "Tab", "Tab", "space"), COMPANIES),
    "companies-nothing": Stop(keys("ctrl+2", "ctrl+f", text="qqq"),
                              ("ctrl+a", "BackSpace", "ctrl+1")),
    "company": Stop(company(), COMPANIES),
    "company-pair": Stop(company_pair, COMPANIES),
    "company-why": Stop(company("ctrl+i"), COMPANIES),
    "own-company": Stop(button("Add Own Company|Eigen bedrijf toevoegen", ("ctrl+2",)), COMPANIES),
    "import": Stop(import_table),
}

# What is looked at from the back of the room. Escape would leave the mode, so nothing is left by it.
PRESENTER_STOPS = {
    "explore": Stop(keys(), ()),
    "filled": Stop(keys("ctrl+Return"), ("ctrl+Return",)),
    "table": Stop(keys("ctrl+t"), ("ctrl+t",)),
    "companies": Stop(keys("ctrl+2"), ("ctrl+1",)),
    "company": Stop(company(), ("ctrl+1",)),
}

# Where a large screen makes a difference.
LARGE_STOPS = {stop: STOPS[stop] for stop in (
    "explore", "filled", "table", "changed", "path-editor", "figure-choice", "why", "questions",
    "scenarios", "save-figure", "preferences", "shortcuts", "about", "companies", "company",
    "company-pair", "own-company")}
