# SPDX-License-Identifier: GPL-3.0-or-later
"""The file type: a workbook is known by its name and, under any other name, by its first bytes.

Usage: test-mime.py TYPE-DEFINITION IJKPAD
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

WORKBOOK = "application/vnd.ijkpad+sqlite3"
SYSTEM_TYPES = pathlib.Path("/usr/share/mime/packages/freedesktop.org.xml")

definition, program = sys.argv[1:]
if not (shutil.which("update-mime-database") and shutil.which("gio") and SYSTEM_TYPES.exists()):
    tap.skip_all("shared-mime-info or gio is not installed")

folder = tempfile.TemporaryDirectory()
root = pathlib.Path(folder.name)
(root / "mime" / "packages").mkdir(parents=True)
shutil.copy(definition, root / "mime" / "packages")
shutil.copy(SYSTEM_TYPES, root / "mime" / "packages")
subprocess.run(["update-mime-database", root / "mime"], check=True, stderr=subprocess.DEVNULL)


def type_of(path):
    environment = dict(os.environ, XDG_DATA_HOME=str(root), XDG_DATA_DIRS=str(root))
    output = subprocess.run(
        ["gio", "info", "-a", "standard::content-type", path],
        env=environment, check=True, capture_output=True, text=True).stdout
    return output.split("standard::content-type:")[1].split()[0]


def make_workbook(name):
    path = root / "book.ijkpad"
    if not path.exists():
        subprocess.run([program, "new", path], check=True, stdout=subprocess.DEVNULL)
    if name != path.name:
        shutil.copy(path, root / name)
    return root / name


def check_name():
    assert type_of(make_workbook("book.ijkpad")) == WORKBOOK


def check_bytes():
    assert type_of(make_workbook("attachment")) == WORKBOOK


def check_other_database():
    data = bytearray(make_workbook("book.ijkpad").read_bytes())
    data[68:72] = bytes(4)
    other = root / "other"
    other.write_bytes(data)
    assert type_of(other) == "application/vnd.sqlite3", type_of(other)


sys.exit(tap.run([
    ("/mime/known-by-name", check_name),
    ("/mime/known-by-first-bytes", check_bytes),
    ("/mime/another-database-is-not-ours", check_other_database),
]))
