# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program has all that it needs, and uses what was installed with it.

Usage: test-installation.py BUILD-FOLDER SOURCE-FOLDER MESON
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402
from installation import Installation  # noqa: E402

build, source = map(pathlib.Path, sys.argv[1:3])
meson = sys.argv[3]


def on_installation(case):
    """Gives @case an installation of its own."""
    def run():
        with tempfile.TemporaryDirectory(prefix="ijkpad-installation-") as folder:
            case(Installation(meson, build, folder))
    return run


def run_program(installation, *arguments, language="en", status=0):
    """What a program of the installation writes, its two outputs together; without a variable that
    only a test would set."""
    kept = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    result = subprocess.run(
        arguments, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL, cwd=installation.root,
        env={**kept, **installation.environment, "LC_ALL": "C.UTF-8", "LANGUAGE": language,
             "HOME": str(installation.root)})
    assert result.returncode == status, f"{arguments} ended with {result.returncode}: {result.stdout}"
    return result.stdout


def replace(path, old, new):
    text = path.read_text()
    assert old in text, f"no “{old}” in {path.name}"
    path.write_text(text.replace(old, new))


@on_installation
def check_tables(installation):
    tables = {path.name: path.read_bytes() for path in (source / "data" / "reference").iterdir()}
    folder = installation.data / "ijkpad" / "reference"
    assert len(tables) > 10, sorted(tables)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == tables


@on_installation
def check_own_tables(installation):
    replace(installation.data / "ijkpad" / "reference" / "clusters.csv", "Chemelot", "Elsewhere")
    assert "Elsewhere" in run_program(installation, "ijkpad", "list", "clusters")


@on_installation
def check_catalogues(installation):
    languages = [line for line in (source / "po" / "LINGUAS").read_text().split("\n")
                 if line and not line.startswith("#")]
    assert "nl" in languages
    for language in languages:
        catalogue = installation.locale / language / "LC_MESSAGES" / "ijkpad.mo"
        english = run_program(installation, "ijkpad", "list", "sectors", language="en")
        assert run_program(installation, "ijkpad", "list", "sectors", language=language) != english
        catalogue.unlink()
        assert run_program(installation, "ijkpad", "list", "sectors", language=language) == english


@on_installation
def check_schema(installation):
    # Without a screen the window program goes no further than this, which is behind its settings.
    assert "no display" in run_program(installation, "ijkpad-gtk", status=1)
    (installation.data / "glib-2.0" / "schemas" / "gschemas.compiled").unlink()
    assert "install Ijkpad again" in run_program(installation, "ijkpad-gtk", status=1)


@on_installation
def check_desktop_entry(installation):
    entry = installation.read_desktop_entry()
    program = entry["Exec"].split()[0]
    assert entry["TryExec"] == program
    assert os.access(installation.bin / program, os.X_OK), program
    icons = installation.data / "icons" / "hicolor"
    assert (icons / "scalable" / "apps" / f"{entry['Icon']}.svg").is_file()
    assert (icons / "symbolic" / "apps" / f"{entry['Icon']}-symbolic.svg").is_file()
    kind = entry["MimeType"].strip(";")
    # The indexes that the system makes of both.
    assert kind in (installation.data / "mime" / "types").read_text().split()
    assert kind in (installation.data / "applications" / "mimeinfo.cache").read_text()
    assert (installation.data / "metainfo" / "org.ijkpad.Ijkpad.metainfo.xml").is_file()


@on_installation
def check_manuals(installation):
    programs = sorted(path.name for path in installation.bin.iterdir())
    assert programs == ["ijkpad", "ijkpad-gtk"], programs
    for program in programs:
        assert (installation.man / "man1" / f"{program}.1").read_text().startswith(".")


if shutil.which("gtk-update-icon-cache") is None:
    tap.skip_all("gtk-update-icon-cache is not installed")
sys.exit(tap.run([
    ("/installation/tables-are-those-of-the-source", check_tables),
    ("/installation/program-reads-its-own-tables", check_own_tables),
    ("/installation/program-speaks-by-its-own-catalogues", check_catalogues),
    ("/installation/window-has-its-own-schema", check_schema),
    ("/installation/desktop-finds-program-icon-and-type", check_desktop_entry),
    ("/installation/each-program-has-a-manual", check_manuals),
]))
