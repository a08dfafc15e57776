"""Hour by weekday: a row for each day from its first hour, totals at the right and at the foot."""

from __future__ import annotations

from bisect import bisect_right

from wardwise.document.pictures import HourGrid
from wardwise.document.words import rounded
from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.key import draw_key, key_height
from wardwise.render.pictures.letters import width_of
from wardwise.render.pictures.look import (
    ACCENT,
    AXIS,
    COMPARATOR,
    INK,
    PAPER,
    QUIET,
    RAMP,
    SMALL,
    TINY,
)


Rows = tuple[tuple[float, ...], ...]

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HOURS = 24
ROW, GUTTER, RIGHT, TOP = 18.0, 70.0, 56.0, 20.0
DARK = RAMP[5][3:]
FOOT = 32.0  # height of the bars of the hours
BREAKS = (0.5, 0.8, 1.25, 2.0)
CLASSES = ("under 0.5", "0.5 to 0.8", "0.8 to 1.25", "1.25 to 2", "2 or more")
"""Times the average of all 168 hours."""
KEY = tuple(zip(RAMP[5], CLASSES, strict=True))
HEAD = "Times the average hour of the week:"


def draw_hour_grid(picture: HourGrid, width: float) -> Drawn:
    """Seven rows of 24 hours, with numbers where they have room; the hours of all days; the key."""
    box = Box(GUTTER, TOP, width - GUTTER - RIGHT, ROW * len(DAYS))
    top = box.bottom + FOOT + 32
    canvas = Canvas(width, top + key_height(KEY, width, head=HEAD) + 16)
    rows = picture.values
    _draw_cells(canvas, box, rows)
    _draw_days(canvas, box, rows)
    _draw_hours(canvas, box, rows, picture.first_hour)
    draw_key(canvas, KEY, top, head=HEAD)
    return canvas.drawn(picture)


def _draw_cells(canvas: Canvas, box: Box, rows: Rows) -> None:
    wide = box.width / HOURS
    average = sum(map(sum, rows)) / (HOURS * len(rows))
    widest = width_of(rounded(max(map(max, rows)), 0), size=TINY)
    fits = widest < wide - 2  # numbers in the cells, where every one of them has room
    for day, row in enumerate(rows):
        for n, value in enumerate(row):
            shade = RAMP[5][bisect_right(BREAKS, value / average) if average else 0]
            cell = Box(box.left + n * wide, box.top + day * ROW, wide, ROW)
            canvas.rect(cell, {"fill": shade, "stroke": PAPER, "stroke-width": 1})
            if fits:
                ink = PAPER if shade in DARK else INK
                at = (cell.left + wide / 2, cell.top + ROW / 2 + 3)
                canvas.words(rounded(value, 0), at, Letters(size=TINY, fill=ink, anchor="middle"))


def _draw_days(canvas: Canvas, box: Box, rows: Rows) -> None:
    """The name of each day, and how many in its 24 hours."""
    for day, row in enumerate(rows):
        foot = box.top + (day + 0.5) * ROW + 3.6
        canvas.words(DAYS[day], (box.left - 8, foot), Letters(anchor="end"))
        total = Letters(size=SMALL, anchor="end")
        canvas.words(rounded(sum(row), 0), (canvas.width - 6, foot), total)
    head = Letters(size=SMALL, fill=QUIET, anchor="end")
    canvas.words("24 hours", (canvas.width - 6, box.top - 7), head)


def _draw_hours(canvas: Canvas, box: Box, rows: Rows, first: int) -> None:
    """Names of the hours above, and a bar for each beneath."""
    wide, totals = box.width / HOURS, [sum(row[n] for row in rows) for n in range(HOURS)]
    most, floor = max(totals), box.bottom + FOOT + 6
    for n, total in enumerate(totals):
        left = box.left + n * wide
        tall = FOOT * total / most if most else 0.0
        fill = ACCENT if total == most else COMPARATOR
        canvas.rect(Box(left + 1.5, floor - tall, wide - 3, tall), {"fill": fill})
        if n % 3 == 0:
            name = f"{(first + n) % HOURS:02}:00"
            for foot in (box.top - 7, floor + 12):
                canvas.words(name, (left, foot), Letters(size=SMALL, fill=QUIET))
    canvas.line((box.left, floor), (box.right, floor), AXIS)
    end = Letters(size=SMALL, fill=QUIET, anchor="end")
    canvas.words("All days", (box.left - 8, floor - 2), end)
    words = f"most {rounded(most, 0)}"
    canvas.words(words, (canvas.width - 6, floor - 2), Letters(size=SMALL, anchor="end"))
