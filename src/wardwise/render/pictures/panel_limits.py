"""Mean and limits of a control chart: quiet rules, labelled with their values."""

from __future__ import annotations

from wardwise.document.pictures import Stretch
from wardwise.document.words import rounded
from wardwise.render.pictures.canvas import Canvas, Letters
from wardwise.render.pictures.look import INK, QUIET, SMALL, TINY, Style
from wardwise.render.pictures.panel import Panel
from wardwise.render.pictures.scales import label_places, spread


MEAN: Style = {"stroke": QUIET, "stroke-width": 1.0}
LIMIT: Style = {"stroke": "#8c8c8c", "stroke-width": 0.9}
TRIAL = {"stroke-dasharray": "4 3"}


def draw_stretch(canvas: Canvas, panel: Panel, stretch: Stretch) -> None:
    left = panel.across(stretch.first.ordinal - 0.5)
    right = panel.across(stretch.last.ordinal + 0.5)
    dashes = TRIAL if stretch.trial else {}
    rules = ((stretch.mean, MEAN), (stretch.lower, LIMIT), (stretch.upper, LIMIT))
    for value, style in rules if stretch.has_limits else rules[:1]:
        y = panel.up(value)
        canvas.line((left, y), (right, y), {**style, **dashes})
    is_last = stretch is panel.series.stretches[-1]
    if not is_last and panel.wordy and right - left > 130:
        places = label_places((stretch.lower, stretch.mean, stretch.upper))
        mean, lower, upper = (
            rounded(value, places) for value in (stretch.mean, stretch.lower, stretch.upper)
        )
        words = f"Mean {mean}, {'trial ' if stretch.trial else ''}limits {lower} to {upper}"
        letters = Letters(size=SMALL, fill=QUIET, halo=True)
        canvas.words(words, (left + 4, panel.up(stretch.upper) - 4), letters)


def draw_limit_labels(canvas: Canvas, panel: Panel) -> None:
    if not panel.series.stretches:
        return
    last, box = panel.series.stretches[-1], panel.box
    trial = "Trial u" if last.trial else "U"
    low = "Trial lower limit" if last.trial else "Lower limit"
    named = {f"{trial}pper limit": last.upper, "Mean": last.mean, low: last.lower}
    if not last.has_limits:
        named = {"Middle": last.mean}
    values = tuple(named.values())
    wanted = [panel.up(value) for value in values]
    size = SMALL if panel.wordy else TINY
    places = label_places(values)
    feet = spread(wanted, gap=size + 1, low=box.top, high=box.bottom)
    for name, value, y in zip(named, values, feet, strict=True):
        words = f"{name} {rounded(value, places)}" if panel.wordy else rounded(value, places)
        is_mean = name in ("Mean", "Middle")
        letters = Letters(size=size, fill=INK if is_mean else QUIET, bold=is_mean)
        canvas.words(words, (box.right + 6, y + 3.2), letters)
