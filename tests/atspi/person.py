# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does to a program: looks for things by what they are called, reads, presses keys.

Things are found in the accessibility tree, as a screen reader finds them. Nothing waits for a fixed
time: each question is asked again until the answer is there, for a bounded time.

This speaks the protocol of AT-SPI over its bus rather than through libatspi, whose picture of the
tree (2.46) goes stale: a dialog that opened may be missing from it for ever.
"""

import re
import subprocess

from gi.repository import Gio, GLib

from stage import wait_until

PATIENCE = 30.0
ATSPI = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
NOWHERE = "/org/a11y/atspi/null"

# Values of AtspiRole. GTK's own names of roles are translated, and differ between its versions.
ROLES = {
    2: "alert", 6: "canvas", 7: "check box", 8: "check menu item", 10: "column header", 11: "combo box",
    16: "dialog", 23: "frame", 26: "icon", 27: "image", 29: "label", 31: "list", 32: "list item",
    33: "menu", 34: "menu bar", 35: "menu item", 37: "tab", 38: "tab list", 39: "panel",
    42: "progress bar", 43: "button", 44: "radio button", 45: "radio menu item", 48: "scroll bar",
    49: "scroll pane", 50: "separator", 51: "slider", 52: "spin button", 55: "table", 56: "cell",
    57: "column header", 58: "row header", 61: "entry", 62: "toggle button", 63: "tool bar", 65: "tree",
    66: "tree table", 69: "window", 75: "application", 79: "entry", 80: "chart", 90: "table row",
    98: "list box", 99: "grouping", 101: "notification", 102: "info bar", 103: "level bar", 130: "switch",
}
# Bits of AtspiStateType.
CHECKED, EXPANDED, FOCUSED, PRESSED, SELECTED, SENSITIVE, VISIBLE = 4, 10, 12, 20, 23, 24, 30

# Of the machine, not of the program: where many run at a time, the kernel gives no more monitors.
LOG_EXCUSED = re.compile(r"Failed to create file monitor|inotify")
LOG_TROUBLE = re.compile(
    r"-(WARNING|CRITICAL|ERROR) \*\*|\*\* (WARNING|CRITICAL|ERROR)|runtime error:|AddressSanitizer")


def is_match(text, wanted):
    """@wanted: a whole string, a compiled expression that occurs in it, or None for any."""
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return wanted.search(text) is not None
    return text == wanted


class Bus:
    """The accessibility bus."""

    focused = None

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address, = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                     None, None, Gio.DBusCallFlags.NONE, 5000)
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)

    def call(self, name, path, interface, method, arguments=None):
        """What the method answers, as a tuple. GLib.Error when there is no answer."""
        return self.connection.call_sync(name, path, interface, method, arguments, None,
                                         Gio.DBusCallFlags.NONE, 10000).unpack()

    def process_of(self, name):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                         "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))[0]

    def programs(self):
        """(name on the bus, path) of each program with a tree."""
        return self.call("org.a11y.atspi.Registry", ROOT, ATSPI + "Accessible", "GetChildren")[0]

    def follow_focus(self):
        """From now on `focused` is (name on the bus, path) of what said last that it has the focus."""
        def hear(_connection, sender, path, _interface, _signal, arguments):
            detail, has_it = arguments.unpack()[:2]
            if detail == "focused" and has_it:
                self.focused = (sender, path)
        self.connection.signal_subscribe(None, ATSPI + "Event.Object", "StateChanged", None, None,
                                         Gio.DBusSignalFlags.NONE, hear)


class Thing:
    """One object of the program, as assistive technology knows it."""

    def __init__(self, bus, name, path):
        self.bus = bus
        self.address = (name, path)

    def __eq__(self, other):
        return isinstance(other, Thing) and self.address == other.address

    def __hash__(self):
        return hash(self.address)

    def _call(self, interface, method, arguments=None):
        return self.bus.call(*self.address, ATSPI + interface, method, arguments)

    def _ask(self, interface, method, default, arguments=None):
        # Objects come and go while they are asked about, and few have every interface.
        try:
            return self._call(interface, method, arguments)[0]
        except GLib.Error:
            return default

    def _get(self, interface, name, default=None):
        try:
            return self.bus.call(*self.address, "org.freedesktop.DBus.Properties", "Get",
                                 GLib.Variant("(ss)", (ATSPI + interface, name)))[0]
        except GLib.Error:
            return default

    @property
    def name(self):
        return self._get("Accessible", "Name", "")

    @property
    def description(self):
        return self._get("Accessible", "Description", "")

    @property
    def role(self):
        number = self._ask("Accessible", "GetRole", 0)
        return ROLES.get(number, f"role {number}")

    @property
    def children(self):
        return [Thing(self.bus, *address)
                for address in self._ask("Accessible", "GetChildren", ()) if address[1] != NOWHERE]

    def has_state(self, state):
        words = self._ask("Accessible", "GetState", (0, 0))
        return bool(words[state // 32] >> state % 32 & 1)

    @property
    def is_visible(self):
        """GTK 4.8 knows "showing" of windows only; a page of a stack not turned to has no size."""
        return self.has_state(VISIBLE)

    @property
    def is_focused(self):
        return self.has_state(FOCUSED)

    @property
    def is_sensitive(self):
        return self.has_state(SENSITIVE)

    @property
    def is_chosen(self):
        return any(self.has_state(state) for state in (CHECKED, PRESSED, SELECTED))

    @property
    def extents(self):
        """(x, y, width, height) in its window; no width when it never was on the screen."""
        return self._ask("Component", "GetExtents", (0, 0, 0, 0), GLib.Variant("(u)", (1,)))

    @property
    def text(self):
        """What an entry or a label says; its name where it has no text of its own."""
        # GTK 4.8 does not take -1 for the end.
        count = self._get("Text", "CharacterCount")
        if count is None:
            return self.name
        return self._ask("Text", "GetText", "", GLib.Variant("(ii)", (0, count)))

    @property
    def value(self):
        value = self._get("Value", "CurrentValue")
        assert value is not None, f"{self!r} has no value"
        return value

    @value.setter
    def value(self, value):
        def is_set():
            try:
                self.bus.call(*self.address, "org.freedesktop.DBus.Properties", "Set",
                              GLib.Variant("(ssv)", (ATSPI + "Value", "CurrentValue",
                                                     GLib.Variant("d", value))))
            except GLib.Error:
                return False
            return True
        wait_until(is_set, 5.0, f"{self!r} to take the value {value}")

    @property
    def limits(self):
        return self._get("Value", "MinimumValue"), self._get("Value", "MaximumValue")

    @property
    def actions(self):
        return [name for name, *_ in self._ask("Action", "GetActions", ())]

    def press(self):
        """Does the first thing that can be done to it: a button is clicked."""
        def is_pressed():
            # A menu button of GTK holds the one that is really pressed.
            thing = self
            while thing is not None and not thing.actions:
                thing = next((child for child in thing.children if child.role == "button"), None)
            return thing is not None and thing._ask("Action", "DoAction", False,
                                                    GLib.Variant("(i)", (0,)))
        wait_until(is_pressed, 5.0, f"{self!r} to let itself be pressed")

    def walk(self, depth=60):
        """Itself and all that is visible below it, parents first."""
        yield self
        if depth > 0:
            for child in self.children:
                if child.is_visible:
                    yield from child.walk(depth - 1)

    def all(self, role=None, name=None):
        """Every visible thing of @role (a name, or several) and @name (see is_match)."""
        roles = (role,) if isinstance(role, str) else role
        return [thing for thing in self.walk()
                if (roles is None or thing.role in roles) and is_match(thing.name, name)
                and thing.extents[2] > 0]

    def outline(self, depth=0):
        """The tree as text, for a failing test to show; what has no name of its own is left out."""
        name = self.name
        is_told = depth == 0 or bool(name and not re.match("(Gtk|Adw|Ijk)[A-Z]", name))
        lines = [f"{'  ' * depth}{self!r}{', with the focus' if self.is_focused else ''}"] \
            if is_told else []
        lines += [child.outline(depth + is_told) for child in self.children if child.is_visible]
        return "\n".join(line for line in lines if line)

    def __repr__(self):
        return f"{self.role} “{self.name}”"


class Person:
    """Starts a program on a stage and uses it."""

    def __init__(self, stage, command):
        self.stage = stage
        self.command = [str(part) for part in command]
        self.process = None
        self.log = stage.home / "log"
        self.bus = None
        self.main = None

    def start(self, *arguments):
        """Starts the program and waits for its window."""
        with open(self.log, "ab") as log:
            self.process = self.stage.start([*self.command, *map(str, arguments)], stderr=log, stdout=log)
        if self.bus is None:
            self.bus = Bus()
            self.bus.follow_focus()
        wait_until(self._find_program, PATIENCE, "the program in the accessibility tree")
        self.wait_for(lambda: self.windows, "a window")
        self.main = self.wait_for(self.stage.active_window, "a window with the keyboard")[0]
        return self

    def _find_program(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"the program ended, with status {self.process.returncode}:\n"
                               f"{self.read_log()}")
        try:
            programs = self.bus.programs()
        except GLib.Error:
            return None  # the registry is only starting
        for name, path in programs:
            try:
                if self.bus.process_of(name) == self.process.pid:
                    return Thing(self.bus, name, path)
            except GLib.Error:
                continue  # it went away while being asked
        return None

    @property
    def program(self):
        return self._find_program()

    @property
    def windows(self):
        program = self.program
        return [child for child in program.children if child.is_visible] if program else []

    def open_window(self, act, what):
        """Does what opens a window and waits until that has the keyboard: keys that come before go
        to the window below. Returns it."""
        before = self.windows
        number = self.wait_for(self.stage.active_window, "a window with the keyboard")[0]
        act()
        window = self.wait_for(lambda: next((window for window in self.windows
                                             if window not in before), None), what)
        self.wait_for(lambda: (self.stage.active_window() or (number,))[0] != number,
                      f"{what} to have the keyboard")
        return window

    def wait_for_main(self):
        """Waits until every other window is closed and that of the start has the keyboard."""
        self.wait_for(lambda: len(self.windows) == 1
                      and (self.stage.active_window() or (0,))[0] == self.main,
                      "the first window alone, with the keyboard")

    def fill_in(self, entry, text):
        """Types @text in place of what @entry says, which has the focus or gets it by itself."""
        def is_written():
            self.keys("ctrl+a")
            self.type(text)
            try:
                return wait_until(lambda: entry.text == text, 2.0)
            except TimeoutError:
                return False  # a completion came in between
        self.wait_for(lambda: entry.is_focused, f"{entry!r} to have the focus")
        self.wait_for(is_written, f"{entry!r} to say “{text}”")

    def quit(self, *keys):
        """Ends the program by keys and waits until it is gone."""
        self.wait_for(self.stage.active_window, "a window with the keyboard")
        self.keys(*(keys or ("ctrl+q",)))
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(f"the program did not end\n{self.describe()}") from error
        assert self.process.returncode == 0, \
            f"it ended with status {self.process.returncode}; its log:\n{self.read_log()}"

    def find(self, role=None, name=None, inside=None, seconds=PATIENCE):
        """The first visible thing of that role and name, when there is one."""
        def look():
            place = inside or self.program
            found = place.all(role, name) if place else []
            return found[0] if found else None
        wanted = name.pattern if isinstance(name, re.Pattern) else name
        return self.wait_for(look, f"{role or 'something'} “{wanted}”", seconds)

    def sees(self, role=None, name=None, inside=None):
        """Whether there is such a thing now."""
        place = inside or self.program
        return bool(place and place.all(role, name))

    def wait_for(self, question, what, seconds=PATIENCE):
        """As wait_until(); what is on the screen is told when it is in vain."""
        try:
            return wait_until(question, seconds, what)
        except TimeoutError as error:
            raise TimeoutError(f"{error}\n{self.describe()}") from error

    def describe(self):
        """What is on the screen and in the log, for a failing test to show."""
        try:
            program = self.program
            tree = program.outline() if program else "no program"
        except RuntimeError as error:
            return str(error)
        return f"{tree}\nlog:\n{self.read_log()}"

    def keys(self, *keys):
        """Presses keys, in the words of X: "ctrl+z", "Up", "F9"."""
        self.stage.xdotool("key", "--clearmodifiers", "--delay", 20, *keys)

    def type(self, text):
        self.stage.xdotool("type", "--delay", 10, text)

    @property
    def focus(self):
        """What said last that it has the keyboard, or None."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        return Thing(self.bus, *self.bus.focused) if self.bus.focused else None

    def move_on(self, *keys, seconds=1.0):
        """Presses keys that move the keyboard. Returns what has it then; None when nothing new said so."""
        before = self.focus
        self.keys(*keys)
        try:
            return wait_until(lambda: self.focus if self.focus != before else None, seconds)
        except TimeoutError:
            return None

    def tab_to(self, thing, key="Tab", limit=150):
        """Moves the keyboard to @thing as one can without a mouse: GTK 4.8 lets no one else do it."""
        # The list of a drop-down opens by a button inside it.
        parts = [thing, *thing.children]
        for _ in range(limit):
            if any(part.is_focused for part in parts):
                return thing
            self.move_on(key)
        raise AssertionError(f"{key} does not lead to {thing!r}, but to {self.focus!r}")

    def move_to(self, key, is_wanted, what, limit=30):
        """Presses @key until what has the keyboard is wanted. Returns it."""
        for _ in range(limit):
            thing = self.focus
            if thing is not None and thing.is_focused and is_wanted(thing):
                return thing
            self.move_on(key)
        raise AssertionError(f"{key} does not lead to {what}, but to {self.focus!r}")

    def choose(self, combo, name):
        """Chooses the item called @name of a drop-down, by keys."""
        def focused_item():
            item = self.focus
            return item if item and item.role == "list item" and item.is_focused else None
        self.tab_to(combo)
        self.keys("space")
        item = self.wait_for(focused_item, f"the list of {combo!r}")
        n_turns = 0
        while not item.all("label", name):
            item = self.move_on("Down")
            if item is None:
                n_turns += 1
                assert n_turns < 3, f"{combo!r} has no “{name}”"
                self.move_on("Home")
                item = self.wait_for(focused_item, f"the list of {combo!r}")
        self.keys("Return")
        self.wait_for(lambda: not item.is_focused, f"the list of {combo!r} to close")

    def read_log(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def troubles(self):
        """Warnings and worse that the program wrote."""
        return [line for line in self.read_log().splitlines()
                if LOG_TROUBLE.search(line) and not LOG_EXCUSED.search(line)]
