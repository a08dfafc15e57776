"""Sizes, weights, colours and white of every style of the Word file."""

from __future__ import annotations

from dataclasses import dataclass

from docx.shared import RGBColor


# On every machine; our own typeface would not be
FACE = "Arial"
ACCENT, INK, QUIET = RGBColor(0x12, 0x43, 0x6D), RGBColor(0x0B, 0x0C, 0x0C), RGBColor(80, 90, 95)
RULE = "B1B4B6"


@dataclass(frozen=True)
class Look:
    """Sizes in points; ``before`` and ``after`` are the white above and below."""

    points: float
    before: float
    after: float
    bold: bool = False
    colour: RGBColor = INK


BODY = Look(11, 0, 8)
OURS = {
    "Lead": Look(14, 0, 8),
    "Quiet": Look(9, 2, 6, colour=QUIET),
    "Picture subtitle": Look(10, 0, 4),
    "Note": Look(10, 6, 8),
    "Headline figure": Look(11, 4, 4),
    "Finding claim": Look(11, 10, 4, bold=True),
    "Finding part": Look(10, 0, 3),
    "Recommendation": Look(11, 8, 2),
    "Cover contents": Look(22, 0, 8, bold=True, colour=ACCENT),
    "Cover partnership": Look(14, 150, 4, colour=QUIET),
    "Cover period": Look(13, 24, 200, bold=True),
}
BUILT_IN = {
    "Title": Look(34, 0, 8, bold=True, colour=ACCENT),
    "Subtitle": Look(15, 0, 12),
    "Heading 1": Look(22, 20, 8, bold=True, colour=ACCENT),
    "Heading 2": Look(15, 16, 6, bold=True, colour=ACCENT),
    "Heading 3": Look(12, 12, 4, bold=True, colour=ACCENT),
    "Heading 4": Look(11, 10, 4, bold=True, colour=ACCENT),
    "Heading 5": Look(11, 10, 4, bold=True, colour=ACCENT),
    "Heading 6": Look(11, 10, 4, bold=True, colour=ACCENT),
    "Caption": Look(12, 14, 2, bold=True),
    "List Bullet": Look(11, 0, 4),
    "List Number": Look(11, 0, 4),
    "Header": Look(9, 0, 0, colour=QUIET),
    "Footer": Look(9, 0, 0, colour=QUIET),
}
RULED = {"Note": RULE, "Finding claim": "12436D", "Finding part": "12436D"}
KEPT_WITH_NEXT = ("Caption", "Picture subtitle", "Finding claim", "Finding part")
