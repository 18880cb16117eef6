# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with Ijkpad as it is installed, from beginning to end: one scenario a run.

Usage: test-scenario.py NAME BUILD-FOLDER MESON
"""

import gettext
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from installation import Installation  # noqa: E402
from stage import Stage, missing_tools  # noqa: E402

if missing_tools():
    print(missing_tools())
    sys.exit(77)
try:
    from person import Person
except ImportError as error:
    print(f"not installed: {error}")
    sys.exit(77)

SCHEMA = "org.ijkpad.Ijkpad"
HEADLINE = "Emissions in 2030"
# Of the act on environmental taxes, which has the levy.
SOURCE = re.compile(r"Wbm art\. \d+")


def read_headline(person, title=HEADLINE):
    """The number of a headline figure, as it is read aloud: its name begins with its title."""
    words = person.find("button", re.compile(f"^{title}.*: .*\\d")).name.partition(": ")[2]
    number = re.search(r"[−-]?\d[\d,]*(\.\d+)?", words)
    assert number, f"no number in “{words}”"
    return float(number[0].replace("−", "-").replace(",", ""))


def search_lever(person, name):
    """Leaves in the panel the levers that are called like @name."""
    person.keys("ctrl+f")
    person.fill_in(person.find("entry", "Search levers"), name)


def find_lever(person, name):
    """The slider of a lever, by way of the search."""
    search_lever(person, name)
    return person.find("slider", re.compile(f"^{re.escape(name)}"))


def open_path_editor(person, lever):
    """Opens the editor of a path lever by way of the search. Returns its window."""
    search_lever(person, lever)
    button = person.find("button", f"Edit the path of {lever}")
    return person.open_window(button.press, "the path editor")


def add_handle(person, editor, year):
    """The handle of @year, after adding a point there by the list of years. Returns it."""
    person.choose(person.find("combo box", "Year of a new point", inside=editor), str(year))
    person.find("button", "Add the point", inside=editor).press()
    return person.find("slider", re.compile(f"{year}$"), inside=editor)


def close_editor(person, editor):
    person.find("button", re.compile("Done"), inside=editor).press()
    person.wait_for_main()


def answer(person, question, text):
    """Gives @text in the dialog that asks @question."""
    person.fill_in(person.find("entry", question), text)
    person.keys("Return")
    person.wait_for(lambda: not person.sees("entry", question), f"“{question}” to be answered")
    person.wait_for_main()


def change_ccs_ceiling(person):
    """Under a ceiling of nothing no CCS is subsidised: less subsidy, at once, in the headline."""
    before = read_headline(person, "Subsidy until")
    editor = open_path_editor(person, "CCS ceiling")
    add_handle(person, editor, 2030).value = 0.0
    person.wait_for(lambda: read_headline(person, "Subsidy until") < before,
                    "less subsidy in the headline")
    close_editor(person, editor)


def move_benchmark_path(person):
    """The handle of 2030 goes down by keys; less is free of levy, and the headline says so."""
    before = read_headline(person, "Net levy")
    editor = open_path_editor(person, "Reduction factor")
    handle = add_handle(person, editor, 2030)
    start = handle.value
    person.tab_to(handle)
    person.keys("Page_Down", "Page_Down", "Page_Down", "Page_Down")
    person.wait_for(lambda: abs(handle.value - (start - 0.04)) < 1e-9, "the handle to be 0.040 lower")
    person.wait_for(lambda: read_headline(person, "Net levy") > before, "more levy in the headline")
    close_editor(person, editor)


def undo_and_redo(person):
    """Ctrl+Z takes a change back, with its numbers; Ctrl+Shift+Z makes it again."""
    before = read_headline(person)
    slider = find_lever(person, "Realised share of contracts")
    start = slider.value
    slider.value = 0.1
    person.wait_for(lambda: read_headline(person) > before, "more emissions in the headline")
    changed = read_headline(person)
    person.keys("ctrl+z")
    person.wait_for(lambda: slider.value == start, "the slider to be back")
    person.wait_for(lambda: read_headline(person) == before, "the headline to be back")
    person.keys("ctrl+shift+z")
    person.wait_for(lambda: read_headline(person) == changed, "the change to be made again")


def make_scenario(person, name):
    person.keys("ctrl+n")
    answer(person, "New scenario", name)
    person.find("label", name)


def make_company_scenario(person):
    """A company scenario is made, changed, and found again at the next start."""
    make_scenario(person, "Tempo erin")
    person.keys("ctrl+l")
    person.find(("button", "toggle button"), "What to do with Tempo erin").press()
    person.find("menu item", re.compile("Company Scenario", re.I)).press()
    answer(person, "New company scenario", "Our plant")
    person.find("label", "Our plant")
    person.quit()
    person.start()
    read_headline(person)
    person.find("label", "Our plant")
    person.keys("ctrl+l")
    person.find("label", "Company scenarios")
    person.keys("Escape")


def save_figure(person, path):
    """Saves the chart in hand under the name that is typed: one key leads on. What it is written as
    is in the end of the name."""
    export = person.open_window(lambda: person.keys("ctrl+e"), "the form of the picture")
    button = person.find("button", re.compile("(Save|Bewaren)…$"), inside=export)
    person.wait_for(lambda: button.is_focused, "the way on to have the focus")
    dialog = person.open_window(lambda: person.keys("Return"), "the file dialog")
    person.fill_in(person.find("entry", re.compile("^(Name|Naam):"), inside=dialog), str(path))
    person.keys("Return")
    person.wait_for(path.exists, "the file")
    person.wait_for_main()


def export_svg(person):
    """The chart in hand is saved as SVG."""
    path = person.stage.home / "work" / "chart.svg"
    save_figure(person, path)
    root = ElementTree.fromstring(path.read_text())
    assert root.tag == "{http://www.w3.org/2000/svg}svg", root.tag
    assert len(list(root.iter())) > 50, "the picture is empty"


def active_title(person):
    return person.stage.xdotool("getactivewindow", "getwindowname")


def switch_to_dutch(person):
    """The preferences change the language of the window at once, and of the next start."""
    preferences = person.open_window(lambda: person.keys("ctrl+comma"), "the preferences")
    person.choose(person.find("combo box", "Language", inside=preferences), "Nederlands")
    person.find("button", re.compile(r"^Uitstoot in 2030: .*\d"))
    # Other windows take the place of both; keys before they have the keyboard are lost.
    person.wait_for(lambda: active_title(person) == "Voorkeuren", "the preferences in Dutch")
    person.keys("Escape")
    person.wait_for(lambda: active_title(person).endswith("Ijkpad"), "the Dutch window")
    person.quit()
    person.start()
    person.find("button", re.compile(r"^Uitstoot in 2030: .*\d"))


def open_damaged_file(person):
    """A file that is no workbook any more: a sentence says so, and there is a way on."""
    person.quit()
    path = person.stage.home / "work" / "damaged.ijkpad"
    path.write_bytes(b"SQLite format 3\0" + bytes(4096))
    person.start(path)
    person.find("label", "The workbook was not opened")
    person.find("label", re.compile("damaged.ijkpad"))
    button = person.find("button", re.compile("New Workbook"))
    person.wait_for(lambda: button.is_sensitive, "the way on")


def take_tour(person):
    """The four steps of the first start, by Return; then the keyboard does what it always does."""
    for _ in range(3):
        button = person.find("button", re.compile("Next$"))
        person.wait_for(lambda button=button: button.is_focused, "the way on to have the focus")
        person.keys("Return")
        person.wait_for(lambda button=button: not button.name, "the step to close")
    person.wait_for(lambda: person.find("button", re.compile("Begin$")).is_focused, "the last step")
    person.keys("Return")
    person.wait_for(lambda: not person.sees("button", re.compile("Begin$")), "the tour to end")
    person.keys("ctrl+l")
    person.find("list", "Examples")
    person.keys("Escape")


def choose_company(person, name):
    """Finds a company by typing in the view of companies. Returns its page."""
    person.keys("ctrl+2")
    search = person.find("entry", "Search companies")
    person.keys("ctrl+f")
    person.fill_in(search, name)
    person.find("label", re.compile("^1 of [0-9]+ shown"))
    person.move_to("Down", lambda thing: thing.role == "table row", "the row of the company")
    assert person.focus.all("label", name), person.focus.outline()
    person.keys("Return")
    page = person.find("panel", name)
    person.find("button", "Make Company Scenario", inside=page)
    return page


def read_company_levy(person, page):
    """The levy of the company in the year shown, in millions, by the title of its sum."""
    title = re.compile(r"^Why €([\d.,]+) million in 2030")
    return float(title.search(person.find("label", title, inside=page).name)[1].replace(",", ""))


def read_why(person, window, *parts):
    """Opens with the keyboard a part of a number, a part of that and so on, down to the law."""
    rows = person.find("list", "Formula and sources", inside=window)
    person.wait_for(lambda: any(thing.is_focused for thing in rows.walk()), "the first row")
    for part in parts:
        person.move_to("Down", lambda row, part=part: re.search(f"^{part}", row.name), part)
        person.keys("Return")
    # A row is a part of the one above it, so what this rests on comes before what is beside it.
    source = person.move_to("Down", lambda row: row.name.startswith("Rests on"), "a source")
    assert SOURCE.search(source.name), source
    person.keys("Escape")


def change_company(person):
    """A company is found by typing; in a scenario of its own it stores CO₂ and pays less levy; why
    it pays is told down to a source."""
    page = choose_company(person, "AVR")
    before = read_company_levy(person, page)
    person.find("button", "Make Company Scenario", inside=page).press()
    person.find("label", re.compile(", AVR$"))
    share = person.find("combo box", "CCS: share of potential", inside=page)
    person.choose(share, "Exactly")
    edit = person.find("button", "Edit the path of CCS: share of potential", inside=page)
    editor = person.open_window(edit.press, "the path editor")
    person.find("slider", "CCS: share of potential, 2030", inside=editor).value = 100
    close_editor(person, editor)
    person.find("button", re.compile("^CCS, 2030 100"), inside=page)
    person.wait_for(lambda: read_company_levy(person, page) < before, "less levy on the page")
    after = read_company_levy(person, page)
    person.keys("ctrl+z")
    person.wait_for(lambda: read_company_levy(person, page) == before, "the levy of before")
    person.keys("ctrl+y")
    person.wait_for(lambda: read_company_levy(person, page) == after, "the levy of the change")
    button = person.find("button", "Why", inside=page)
    read_why(person, person.open_window(button.press, "the explanation"),
             "AVR Rijnmond", "rate above the rights", "levy rate")
    person.wait_for_main()


def read_catalogue(path):
    """The English sentences of the program that the Dutch say otherwise, and the Dutch ones."""
    with open(path, "rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog  # pylint: disable=protected-access
    dutch = set(catalogue.values())
    # A plural has a number beside its sentence, one with a context that before it.
    return {english.rpartition("\x04")[2] for english in catalogue if isinstance(english, str)
            and english and catalogue[english] != english} - dutch, dutch


def charts_of(person):
    return person.find("panel", "Grafieken").all("image")


def walk_in_dutch(person):
    """What a policymaker does in ten minutes, without a mouse, and no English word on the way."""
    english, dutch = read_catalogue(person.installation.locale / "nl" / "LC_MESSAGES" / "ijkpad.mo")
    heard = set()

    def listen():
        heard.update(name for thing in person.program.all()
                     for name in (thing.name, thing.description) if name)

    person.keys("ctrl+k")
    person.move_to("Down", lambda row: row.all("label", "Wat als de CO₂-heffing wordt afgeschaft?"),
                   "the question of a levy that ends")
    listen()
    person.keys("Return")
    person.find("button", "Wat als de CO₂-heffing wordt afgeschaft?")
    person.wait_for(lambda: not person.sees("list item", "Wat als de CO₂-heffing wordt afgeschaft?"),
                    "the questions to close")

    slider = person.find("slider", re.compile("^Start Aramis"))
    start = slider.value
    person.tab_to(slider)
    person.keys("Right")
    person.wait_for(lambda: slider.value > start, "Aramis to begin later")
    person.find("button", re.compile("^Ongedaan maken: "))
    listen()

    person.keys("ctrl+l")
    menu = person.find("button", re.compile("^Wat te doen met (?!Wat als)"))
    person.tab_to(menu)
    person.keys("Return")
    person.move_to("Down", lambda item: item.name == "Vergelijk hiermee", "the comparison")
    listen()
    person.keys("Return")
    person.wait_for(lambda: not person.sees("menu item", "Vergelijk hiermee"), "the menu to close")
    person.keys("Escape")
    person.wait_for(lambda: not person.sees("list", "Voorbeelden"), "the scenarios to close")
    person.keys("ctrl+l")
    person.find("label", "Vergeleken, gestreept getekend")
    listen()
    person.keys("Escape")

    person.keys("ctrl+Return")
    person.wait_for(lambda: len(charts_of(person)) == 1, "one chart alone")
    person.keys("ctrl+t")
    person.find("tree table", inside=person.find("panel", "Grafieken"))
    listen()
    path = person.stage.home / "work" / "uitstoot.csv"
    save_figure(person, path)
    assert path.read_text().lstrip("\ufeff").startswith(("Jaar", '"Jaar')), path.read_text()[:80]
    person.keys("ctrl+t", "ctrl+Return")
    person.wait_for(lambda: len(charts_of(person)) > 1, "all charts again")

    history = person.open_window(lambda: person.keys("ctrl+h"), "the history")
    person.find("label", re.compile("Aramis"), inside=history)
    listen()
    person.keys("Escape")
    person.wait_for_main()

    person.keys("F11")
    person.wait_for(lambda: not person.sees("button", "Hoofdmenu"), "the presenter mode")
    listen()
    person.keys("F11")
    person.find("button", "Hoofdmenu")

    person.open_window(lambda: person.keys("ctrl+d"), "the question for a name")
    listen()
    answer(person, "Bladwijzer bij dit beeld", "Voor de Kamer")
    assert len(heard & dutch) > 50, f"only {len(heard & dutch)} sentences of the program are heard"
    left = sorted(heard & english)
    assert not left, f"not in Dutch: {left}"


CONTROLS = ("button", "toggle button", "entry", "slider", "spin button", "combo box", "check box",
            "switch", "tab", "menu item")


def read_twice(name):
    """Whether a name says itself twice, or has the sign of a mnemonic: “_Save Save”."""
    half = len(name) // 2
    return "_" in name or len(name) > 3 and name[:half] == name[half + 1:]


def hear_round(person, least):
    """Tabs once round the window that has the keyboard. No control goes by the name of its class, and
    none by a name that is read twice."""
    heard = []
    wrong = []
    for _ in range(200):
        thing = person.move_on("Tab", seconds=0.5)
        if thing is None:
            continue
        if heard and thing == heard[0]:
            break
        heard.append(thing)
        if thing.role in CONTROLS and (re.match("^((Gtk|Adw|Ijk)[A-Z].*)?$", thing.name)
                                       or read_twice(thing.name)):
            wrong.append(f"{thing!r} after {heard[-2]!r}" if len(heard) > 1 else repr(thing))
    assert len(set(heard)) > least, f"only {len(set(heard))} things take the focus"
    assert not wrong, wrong


def hear_names(person):
    """Wherever the keyboard goes, what has it can be named, once: in both views and their dialogs."""
    hear_round(person, 40)
    for keys, what in (("ctrl+e", "the form of the picture"), ("ctrl+comma", "the preferences"),
                       ("ctrl+n", "the name of a scenario")):
        person.open_window(lambda keys=keys: person.keys(keys), what)
        hear_round(person, 2)
        person.keys("Escape")
        person.wait_for_main()
    person.keys("ctrl+2")
    person.find("entry", "Search companies")
    hear_round(person, 20)


def explain_headline(person):
    """From a headline figure by keys down to a levy, to what it rests on, and back by Escape."""
    person.tab_to(person.find("button", re.compile("^Net levy in 2030: ")))
    window = person.open_window(lambda: person.keys("ctrl+i"), "the explanation")
    for name in ("Waste incineration: ", "CO₂ levy: "):
        person.find(None, re.compile(f"^{name}"), inside=window)
        passed = []
        while not passed or not passed[-1].startswith(name):
            assert len(passed) < 40, f"{name} is not reached by keys, but {passed}"
            thing = person.move_on("Down")
            passed.append(thing.name if thing else "")
        person.keys("Right")
    # Of the headline, of the part of it, and of the levy in that.
    formula = re.compile("^Formula: ")
    person.wait_for(lambda: len(window.all("list item", formula)) >= 3, "the formula of the levy")
    person.wait_for(lambda: (person.move_on("End") or window).name.startswith("Rests on, "),
                    "what the number rests on")
    person.keys("Escape")
    person.wait_for_main()


SCENARIOS = {
    "explanation": explain_headline,
    "ccs-ceiling": change_ccs_ceiling,
    "benchmark-path": move_benchmark_path,
    "tour": take_tour,
    "undo": undo_and_redo,
    "company-scenario": make_company_scenario,
    "company": change_company,
    "export": export_svg,
    "dutch": switch_to_dutch,
    "dutch-walk": walk_in_dutch,
    "damaged-file": open_damaged_file,
    "names": hear_names,
}


def run(scenario, build, meson):
    with tempfile.TemporaryDirectory(prefix="ijkpad-installation-") as folder:
        run_installed(scenario, Installation(meson, build, folder))


def run_installed(scenario, installation):
    with Stage(1600, 1000, environment=installation.environment) as stage:
        if scenario is not take_tour:
            stage.set_setting(SCHEMA, "tour-seen", "true")
        stage.set_setting(SCHEMA, "language", "'nl'" if scenario is walk_in_dutch else "'en'")
        # As the desktop starts it: by the word in its entry, which is in PATH.
        person = Person(stage, [installation.read_desktop_entry()["Exec"].split()[0]])
        person.installation = installation
        person.start()
        # Before the workbook is open most keys do nothing yet.
        read_headline(person, "(Emissions|Uitstoot) in 2030")
        scenario(person)
        person.quit("ctrl+q")
        assert not person.troubles(), person.read_log()


def main():
    name, build, meson = sys.argv[1:]
    return tap.run([(f"/scenario/{name}", lambda: run(SCENARIOS[name], build, meson))])


sys.exit(main())
