# SPDX-License-Identifier: GPL-3.0-or-later
"""How long from start to first frame, beside another GTK 4 program of the distribution.

Usage: bench-start.py PROGRAM [STARTS]

Both are started in turns, each on a warm disk, on a screen of its own without the accessibility bus
in between: the time is from exec to the first pixel of its own that stands on the screen. For Ijkpad
the time until the charts stand there is told as well. No test: the times depend on the machine.
"""

import ctypes
import pathlib
import shutil
import statistics
import sys
import time

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / "atspi"))
from stage import Stage, missing_tools  # noqa: E402

OTHER = "gnome-text-editor"
PATIENCE = 20.0
# Where both have something of their own, from the top left corner: the header bar; the page.
HEADER = (120, 20, 16, 4)
PAGE = (380, 70, 900, 700)


class Eye:
    """Reads pixels of the screen, some thousand times a second."""

    ALL_PLANES = ctypes.c_ulong(-1).value
    Z_PIXMAP = 2

    class Image(ctypes.Structure):
        """The beginning of XImage."""
        _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int),
                    ("format", ctypes.c_int), ("data", ctypes.c_void_p),
                    ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                    ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int),
                    ("depth", ctypes.c_int), ("bytes_per_line", ctypes.c_int)]

    def __init__(self, display):
        self.x11 = ctypes.CDLL("libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.POINTER(self.Image)
        self.x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int,
                                       ctypes.c_uint, ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
        self.x11.XDestroyImage.argtypes = [ctypes.POINTER(self.Image)]
        self.connection = self.x11.XOpenDisplay(display.encode())
        self.root = self.x11.XDefaultRootWindow(self.connection)

    def look(self, area):
        """The bytes of (x, y, width, height)."""
        image = self.x11.XGetImage(self.connection, self.root, *area, self.ALL_PLANES, self.Z_PIXMAP)
        size = image.contents.bytes_per_line * image.contents.height
        pixels = ctypes.string_at(image.contents.data, size)
        self.x11.XDestroyImage(image)
        return pixels


def count_colours(pixels):
    return len({pixels[i:i + 4] for i in range(0, len(pixels), 4 * 37)})


def time_start(stage, eye, command, has_charts):
    """Seconds to the first frame and, where @has_charts, to the first with charts in it."""
    empty = eye.look(HEADER)
    charts = None
    started = time.perf_counter()
    process = stage.start(command)
    deadline = started + PATIENCE
    while eye.look(HEADER) == empty:
        if time.perf_counter() > deadline or process.poll() is not None:
            raise RuntimeError(f"{command[0]} shows nothing")
    first = time.perf_counter() - started
    # A page without charts has a colour or two; text and charts have dozens of shades.
    while has_charts and charts is None:
        if count_colours(eye.look(PAGE)) > 40:
            charts = time.perf_counter() - started
        elif time.perf_counter() > deadline:
            raise RuntimeError(f"{command[0]} shows no charts")
    time.sleep(0.5)  # what it still does is not to fall into the other's time
    process.terminate()
    process.wait()
    stage.processes.remove(process)
    while eye.look(HEADER) != empty:
        time.sleep(0.01)
    return first, charts


def tell(name, seconds):
    ordered = sorted(seconds)
    print(f"{name:<42} {statistics.median(ordered) * 1e3:8.0f} ms   "
          f"from {ordered[0] * 1e3:.0f} to {ordered[-1] * 1e3:.0f}")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    n_starts = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    if missing_tools():
        sys.exit(missing_tools())
    has_other = shutil.which(OTHER) is not None
    if not has_other:
        print(f"{OTHER} is not installed, so there is nothing to compare with")
    own, charts, other = [], [], []
    with Stage(1600, 1000) as stage:
        stage.environment["GTK_A11Y"] = "none"
        stage.set_setting("org.ijkpad.Ijkpad", "tour-seen", "true")
        eye = Eye(stage.environment["DISPLAY"])
        for i in range(n_starts + 2):
            first, with_charts = time_start(stage, eye, [program], True)
            beside = time_start(stage, eye, [OTHER, "--standalone"], False)[0] if has_other else None
            if i < 2:
                continue  # the first ones read from the disk, and make the workbook
            own.append(first)
            charts.append(with_charts)
            other.append(beside)
    print(f"Start to first frame, median of {n_starts} starts, Cairo renderer:")
    tell("Ijkpad, first frame", own)
    tell("Ijkpad, first frame with charts", charts)
    if has_other:
        tell(OTHER, other)
        ratio = statistics.median(own) / statistics.median(other)
        with_charts = statistics.median(charts) / statistics.median(other)
        print(f"{'Ijkpad / ' + OTHER:<42} {ratio:8.2f}      {with_charts:.2f} with charts")


if __name__ == "__main__":
    main()
