# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for one program: screen, message bus, accessibility bus, window manager, home.

Nothing of the person who runs the tests is read or changed, and nothing outlives the stage: every
process that it starts is told to end with it.
"""

import contextlib
import ctypes
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zlib

NEEDED = ("Xvfb", "dbus-daemon", "openbox", "xdotool", "xprop", "import")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher",
             "/usr/lib/at-spi-bus-launcher")

# Both buses without a service to activate: a test must not start half a desktop.
BUS_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

# Windows open where the screen begins, undecorated: a screenshot then holds the window only.
WINDOW_MANAGER_CONFIGURATION = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse><focusDelay>0</focusDelay></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <theme><animateIconify>no</animateIconify></theme>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <applications>
    <application class="*" type="normal">
      <decor>no</decor>
      <position force="yes"><x>0</x><y>0</y></position>
    </application>
    <application class="*" type="dialog"><decor>no</decor></application>
  </applications>
</openbox_config>
"""

PR_SET_PDEATHSIG = 1


def missing_tools():
    """The tools that a stage needs and that are not installed, as a sentence; else an empty one."""
    missing = [tool for tool in NEEDED if shutil.which(tool) is None]
    if not any(os.path.exists(launcher) for launcher in LAUNCHERS):
        missing.append("at-spi2-core")
    return f"not installed: {', '.join(missing)}" if missing else ""


def die_with_parent():
    """Run in a child before its program: it is not to outlive this one, however that ends."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def append_supported_hint(display, hint):
    """Tells programs that the window manager knows @hint: GTK then draws round corners and shadows."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x11.XDefaultRootWindow.argtypes = x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    x11.XChangeProperty.argtypes = [ctypes.c_void_p, *[ctypes.c_ulong] * 3, ctypes.c_int, ctypes.c_int,
                                    ctypes.c_void_p, ctypes.c_int]
    connection = x11.XOpenDisplay(display.encode())
    supported, kind, value = (x11.XInternAtom(connection, name, 0)
                              for name in (b"_NET_SUPPORTED", b"ATOM", hint.encode()))
    atoms = (ctypes.c_ulong * 1)(value)
    prop_mode_append = 2
    x11.XChangeProperty(connection, x11.XDefaultRootWindow(connection), supported, kind, 32,
                        prop_mode_append, atoms, 1)
    x11.XCloseDisplay(connection)


def wait_until(question, seconds=15.0, what="the condition"):
    """Asks @question until its answer is true and returns that answer; TimeoutError when it is late."""
    deadline = time.monotonic() + seconds
    pause = 0.01
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {seconds:.0f} s in vain for {what}")
        time.sleep(pause)
        pause = min(pause * 1.5, 0.1)


def children_of(parent):
    """Process numbers of the children of a process, and of theirs."""
    found = []
    with contextlib.suppress(OSError):
        for tasks in pathlib.Path(f"/proc/{parent}/task").iterdir():
            found += [int(child) for child in (tasks / "children").read_text().split()]
    return found + [grandchild for child in found for grandchild in children_of(child)]


class Stage:
    """Use as a context manager. `home` is the only folder that the program sees as its own.

    @environment holds variables that this desktop has besides: where an installation is."""

    def __init__(self, width=1600, height=1000, has_shadows=False, environment=None):
        self.width = width
        self.height = height
        self.has_shadows = has_shadows
        self.processes = []
        self._folder = tempfile.TemporaryDirectory(prefix="ijkpad-stage-")
        self.home = pathlib.Path(self._folder.name)
        self.environment = {}
        self._own_environment = environment or {}

    def __enter__(self):
        try:
            self._prepare_home()
            self._start_screen()
            self._start_buses()
            self._start_window_manager()
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        # The accessibility library and xdotool of this very process use them too.
        os.environ.update(self.environment)
        return self

    def __exit__(self, *_):
        # The accessibility bus is a child of its launcher and would outlive it, for ever.
        children = [child for process in self.processes for child in children_of(process.pid)]
        for process in reversed(self.processes):
            if process.poll() is None:
                process.kill()
            process.wait()
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        self._folder.cleanup()

    def _prepare_home(self):
        for name in ("config", "data", "cache", "state", "runtime", "bus", "work"):
            (self.home / name).mkdir(mode=0o700)
        settings = self.home / "config" / "gtk-4.0" / "settings.ini"
        settings.parent.mkdir()
        settings.write_text("[Settings]\ngtk-font-name=Cantarell 11\ngtk-enable-animations=0\n"
                            "gtk-cursor-blink=0\ngtk-decoration-layout=appmenu:close\n")
        kept = {name: value for name, value in os.environ.items() if name == "PATH"
                or name.startswith(("IJKPAD_", "ASAN_", "UBSAN_", "LSAN_", "GSETTINGS_SCHEMA"))}
        self.environment = {
            **kept,
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_RUNTIME_DIR": str(self.home / "runtime"),
            "XDG_CURRENT_DESKTOP": "GNOME",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "GDK_BACKEND": "x11",
            "GSK_RENDERER": "cairo",
            "GDK_DEBUG": "gl-disable",  # Mesa's software driver keeps memory until the process ends
            "GTK_A11Y": "atspi",
            "GSETTINGS_BACKEND": "keyfile",
            "NO_AT_BRIDGE": "0",
            # A theme of another desktop, or a portal, would make the same program look different.
            "GTK_USE_PORTAL": "0",
            "ADW_DISABLE_PORTAL": "1",
            **self._own_environment,
        }

    def start(self, command, **options):
        """Starts a process of the stage; it ends with the stage."""
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stderr", subprocess.DEVNULL)
        options.setdefault("stdout", subprocess.DEVNULL)
        options.setdefault("cwd", self.home / "work")
        process = subprocess.Popen(command, env=self.environment, preexec_fn=die_with_parent, **options)
        self.processes.append(process)
        return process

    def _start_screen(self):
        reader, writer = os.pipe()
        (self.home / "screen").mkdir()
        self.start(["Xvfb", "-fbdir", str(self.home / "screen"), "-displayfd", str(writer), "-screen", "0",
                    f"{self.width}x{self.height}x24", "-nolisten", "tcp", "-noreset", "-dpi", "96"],
                   pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.environment["DISPLAY"] = f":{number}"

    def _start_buses(self):
        configuration = self.home / "bus" / "session.conf"
        configuration.write_text(BUS_CONFIGURATION.format(folder=self.home / "bus"))
        bus = self.start(["dbus-daemon", f"--config-file={configuration}", "--nofork",
                          "--print-address=1"], stdout=subprocess.PIPE, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        launcher = next(path for path in LAUNCHERS if os.path.exists(path))
        self.start([launcher, "--launch-immediately", "--a11y=1"])
        wait_until(lambda: "=" in self._output(["xprop", "-root", "AT_SPI_BUS"]),
                   what="the accessibility bus")

    def _start_window_manager(self):
        configuration = self.home / "config" / "openbox.xml"
        configuration.write_text(WINDOW_MANAGER_CONFIGURATION)
        self.start(["openbox", "--sm-disable", "--config-file", str(configuration)])
        wait_until(lambda: "window id" in self._output(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]),
                   what="the window manager")
        # Where it hovers over nothing: what it points at would answer it.
        self.xdotool("mousemove", self.width - 1, self.height - 1)
        if self.has_shadows and shutil.which("xcompmgr"):
            self.start(["xcompmgr"])
            append_supported_hint(self.environment["DISPLAY"], "_GTK_FRAME_EXTENTS")

    def _output(self, command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True,
                              check=False).stdout

    def set_setting(self, schema, key, value):
        """Writes a setting as the program finds it at its next start; @value in GVariant notation."""
        path = self.home / "config" / "glib-2.0" / "settings" / "keyfile"
        group = "[" + schema.replace(".", "/") + "]"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_text().splitlines() if path.exists() else []
        if group not in lines:
            lines += [group]
        start = lines.index(group) + 1
        end = start
        while end < len(lines) and not lines[end].startswith("["):
            end += 1
        block = [line for line in lines[start:end] if line and not line.startswith(f"{key}=")]
        lines[start:end] = block + [f"{key}={value}"]
        path.write_text("\n".join(lines) + "\n")

    def shoot(self, path, area=None):
        """Writes the screen, or (x, y, width, height) of it, to @path as PNG."""
        command = ["import", "-silent", "-window", "root"]
        if area is not None:
            x, y, width, height = area
            command += ["-crop", f"{width}x{height}+{x}+{y}", "+repage"]
        subprocess.run(command + [str(path)], env=self.environment, check=True,
                       stdin=subprocess.DEVNULL)

    def fingerprint(self):
        """A number that differs when anything on the screen does."""
        return zlib.crc32((self.home / "screen" / "Xvfb_screen0").read_bytes())

    def shown_area(self):
        """(x, y, width, height) that holds every window on the screen, without their shadows."""
        boxes = []
        for window in self.xdotool("search", "--onlyvisible", "--name", ".").split():
            box = self._box(window)
            if box is not None:
                boxes.append(box)
        if not boxes:
            return 0, 0, self.width, self.height
        left = max(min(x for x, _, _, _ in boxes), 0)
        top = max(min(y for _, y, _, _ in boxes), 0)
        right = min(max(x + width for x, _, width, _ in boxes), self.width)
        bottom = min(max(y + height for _, y, _, height in boxes), self.height)
        return left, top, right - left, bottom - top

    def _box(self, window):
        """Where a window of the program is, without the margin that it keeps for its shadow."""
        numbers = dict(re.findall(r"^(X|Y|WIDTH|HEIGHT)=(-?\d+)$",
                                  self.xdotool("getwindowgeometry", "--shell", window), re.M))
        if len(numbers) < 4:
            return None
        x, y, width, height = (int(numbers[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))
        margin = re.search(r"= (\d+), (\d+), (\d+), (\d+)",
                           self._output(["xprop", "-id", window, "_GTK_FRAME_EXTENTS"]))
        left, right, top, bottom = map(int, margin.groups()) if margin else (0, 0, 0, 0)
        return x + left, y + top, width - left - right, height - top - bottom

    def xdotool(self, *arguments):
        """Runs xdotool and returns what it prints."""
        return subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, check=False,
                              capture_output=True, text=True, stdin=subprocess.DEVNULL).stdout.strip()

    def active_window(self):
        """(identifier, x, y, width, height) of the window that has the keyboard, or None."""
        output = self.xdotool("getactivewindow", "getwindowgeometry", "--shell")
        numbers = dict(re.findall(r"^(WINDOW|X|Y|WIDTH|HEIGHT)=(-?\d+)$", output, re.M))
        if len(numbers) < 5:
            return None
        return tuple(int(numbers[key]) for key in ("WINDOW", "X", "Y", "WIDTH", "HEIGHT"))
