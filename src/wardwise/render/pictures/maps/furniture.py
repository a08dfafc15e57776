"""What stands round a map: key, scale bar, north arrow, numbers, credit."""

from __future__ import annotations

from collections.abc import Sequence

import shapely

from wardwise.render.pictures.canvas import Box, Canvas, Letters
from wardwise.render.pictures.letters import width_of, wrapped
from wardwise.render.pictures.look import INK, QUIET, SMALL, TINY, Style
from wardwise.render.pictures.maps.classes import Shade
from wardwise.render.pictures.maps.ground import Ground
from wardwise.render.pictures.maps.ruling import rule


SWATCH = (16.0, 11.0)
KEY_ROW = 16.0
QUIET_SMALL = Letters(size=SMALL, fill=QUIET)


def draw_key(
    canvas: Canvas,
    shades: Sequence[Shade],
    corner: tuple[float, float],
    heading: str,
    *,
    counted: bool = True,
) -> float:
    """Fill, words, and how many areas if counted; returns the pixel row beneath the key."""
    x, y = corner
    for words in wrapped(heading, size=SMALL, room=canvas.width - x, bold=True):
        canvas.words(words, (x, y + 8), Letters(size=SMALL, bold=True))
        y += 12
    y += 4
    classes = [shade for shade in shades if shade.is_class]
    # The most at the top, as on a thermometer; what has no class beneath
    for shade in (*reversed(classes), *(s for s in shades if not s.is_class)):
        _draw_swatch(canvas, shade, Box(x, y, *SWATCH))
        canvas.words(shade.words, (x + 22, y + 9), Letters(size=SMALL))
        if counted:
            after = x + 22 + width_of(shade.words, size=SMALL) + 5
            canvas.words(f"({shade.count:,})", (after, y + 9), QUIET_SMALL)
        y += KEY_ROW
    return y


def _draw_swatch(canvas: Canvas, shade: Shade, box: Box) -> None:
    edge: Style = {"stroke": "#8c8c8c", "stroke-width": 0.6}
    canvas.rect(box, {"fill": shade.fill, **edge})
    rule(canvas, [shapely.box(box.left, box.top, box.right, box.bottom)], shade.lines)


def draw_scale_bar(canvas: Canvas, ground: Ground, corner: tuple[float, float]) -> None:
    """A round number of kilometres, and north."""
    x, y = corner
    widest = ground.box.width * ground.metres / 4
    metres = next(
        m
        for m in (50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50)
        if m <= widest or m == 50
    )
    long = metres / ground.metres
    ink: Style = {"stroke": INK, "stroke-width": 1.1}
    canvas.path([(x, y - 3), (x, y), (x + long, y), (x + long, y - 3)], {"fill": "none", **ink})
    words = f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"
    canvas.words(words, (x + long + 5, y + 1), Letters(size=SMALL))
    arrow = x + long + 5 + width_of(words, size=SMALL) + 16
    canvas.path(
        [(arrow, y - 10), (arrow + 4, y + 1), (arrow, y - 2), (arrow - 4, y + 1)],
        {"fill": INK},
        closed=True,
    )
    canvas.words("N", (arrow + 7, y + 1), Letters(size=SMALL, bold=True))


def draw_lines(canvas: Canvas, words: str, corner: tuple[float, float], room: float) -> float:
    """Small quiet lines, such as a credit; returns the pixel row beneath them."""
    x, y = corner
    for line in wrapped(words, size=TINY, room=room):
        canvas.words(line, (x, y + 8), Letters(size=TINY, fill=QUIET))
        y += 11
    return y
