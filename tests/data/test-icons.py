# SPDX-License-Identifier: GPL-3.0-or-later
"""The icons: drawings that GTK can recolour, on the right grid, and all of them compiled in.

Usage: test-icons.py ICONS
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import tap  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"
# What GTK 4 leaves alone, or paints over, when it recolours a symbolic icon.
NOT_RECOLOURED = {"stroke", "stroke-width", "class", "style", "opacity", "fill-opacity", "filter"}

icons = pathlib.Path(sys.argv[1])
drawings = sorted(icons.rglob("*.svg"))


def check_drawing(path):
    root = ElementTree.parse(path).getroot()
    is_symbolic = path.stem.endswith("-symbolic")
    size = 16 if is_symbolic else 128
    assert root.tag == SVG + "svg", root.tag
    assert root.get("viewBox") == f"0 0 {size} {size}", root.get("viewBox")
    assert len(list(root.iter())) > 1, "nothing is drawn"
    for element in root.iter():
        assert element.tag not in (SVG + "image", SVG + "text", SVG + "script"), element.tag
        if is_symbolic:
            assert element.tag in (SVG + "svg", SVG + "path"), element.tag
            assert not NOT_RECOLOURED & set(element.keys()), element.keys()


def check_resource():
    root = ElementTree.parse(icons / "ijk-icons.gresource.xml").getroot()
    listed = sorted(icons / file.text for file in root.iter("file"))
    assert listed == drawings, set(listed) ^ set(drawings)


cases = [(f"/icons/{path.stem}", lambda path=path: check_drawing(path)) for path in drawings]
cases.append(("/icons/each-is-compiled-in", check_resource))
sys.exit(tap.run(cases))
