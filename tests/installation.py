# SPDX-License-Identifier: GPL-3.0-or-later
"""An installation of the program of a build folder, below a folder of its own.

It is what a package of the program holds: what meson installs, and the indexes that the system makes
of it. Each has files of its own, so tests can use one at the same time and may damage theirs.
"""

import json
import os
import pathlib
import subprocess

# What is done after an installation, each in a folder of the data.
INDEXERS = (
    ("glib-compile-schemas", "glib-2.0/schemas", ("--strict",)),
    ("gtk-update-icon-cache", "icons/hicolor", ("--quiet", "--force", "--ignore-theme-index")),
    ("update-desktop-database", "applications", ()),
    ("update-mime-database", "mime", ()),
)


class Installation:
    """`bin`, `data` and `locale` are its folders; `environment` has what leads a desktop to it."""

    def __init__(self, meson, build, root):
        build = pathlib.Path(build)
        self.root = pathlib.Path(root)
        options = {option["name"]: option["value"] for option in
                   json.loads((build / "meson-info" / "intro-buildoptions.json").read_text())}
        prefix = self._below_root(options["prefix"])
        self.bin = prefix / self._relative(options, "bindir")
        self.data = prefix / self._relative(options, "datadir")
        self.locale = prefix / self._relative(options, "localedir")
        self.man = prefix / self._relative(options, "mandir")
        subprocess.run([meson, "install", "-C", build, "--no-rebuild", "--quiet",
                        "--destdir", self.root], check=True, stdout=subprocess.DEVNULL)
        for tool, folder, arguments in INDEXERS:
            subprocess.run([tool, *arguments, self.data / folder], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.environment = {
            "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
            "XDG_DATA_DIRS": f"{self.data}{os.pathsep}/usr/local/share{os.pathsep}/usr/share",
        }

    def _below_root(self, path):
        return self.root / pathlib.PurePath(path).relative_to("/")

    def _relative(self, options, name):
        """A folder of the options, which is below the prefix or a path of its own."""
        path = pathlib.PurePath(options[name])
        return self._below_root(path) if path.is_absolute() else path

    def read_desktop_entry(self):
        """What the desktop knows of the program, by key."""
        text = (self.data / "applications" / "org.ijkpad.Ijkpad.desktop").read_text()
        return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
