"""Colours, sizes and strokes of every picture: one dark accent, greys, one blue ramp."""

from __future__ import annotations

from collections.abc import Mapping


Style = Mapping[str, str | float]

INK = "#1a1a1a"
QUIET = "#595959"  # text that may step back: 7.0 : 1 on white
ACCENT = "#12436D"  # this partnership, and nothing else
COMPARATOR = "#8c8c8c"  # 3.4 : 1 on white: an area that must be told apart
CONTEXT = "#d9d9d9"
FAINT = "#ececec"
PAPER = "#ffffff"

BODY = 11.0  # pixels; 8.25 pt on paper
SMALL = 9.6
TINY = 8.8

# One hue, light to dark; luminance falls in even steps, so that grey print keeps the order
RAMP: Mapping[int, tuple[str, ...]] = {
    1: ("#8fb3d1",),
    2: ("#dce8f2", "#5a8db8"),
    3: ("#e3edf5", "#8fb3d1", "#2f6a9a"),
    4: ("#e7f0f7", "#b0cbe1", "#6a9bc3", "#1f5484"),
    5: ("#ebf2f8", "#c2d7e8", "#8fb3d1", "#4b83b0", "#12436d"),
}
# Below the middle is brown AND ruled with lines, so that grey print keeps the two sides apart
BELOW = ("#f3dfc0", "#cf9a4f", "#8a5a12")
MIDDLE = "#f2f2f2"
ABOVE = ("#c2d7e8", "#6a9bc3", "#12436d")

RULE: Style = {"stroke": "#d0d0d0", "stroke-width": 0.6}
AXIS: Style = {"stroke": "#8c8c8c", "stroke-width": 0.8}
NOUGHT: Style = {"stroke": INK, "stroke-width": 1.0}
EDGED: Style = {"fill": ACCENT, "stroke": PAPER, "stroke-width": 1.1}
WHISKER: Style = {"stroke": INK, "stroke-width": 1.1}
